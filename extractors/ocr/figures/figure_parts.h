#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cotejo::ocr {

// The digit that a letter or a stroke may have been read for (o 0, l 1, S 5, B 8, Z 2 …); '\0' for none. Digits are
// themselves.
[[nodiscard]] char as_digit(char c);

// Whether a scan's reader may have meant a point or a comma: ". , : ; '".
[[nodiscard]] bool is_separator(char c);

// The parts of a figure: what stands before the digits, the runs of digits with the signs between them, what follows.
struct FigureParts {
  std::string before, after;
  std::vector<std::string> runs;
  std::string signs;  // runs - 1 of them
};

// False where the text is none.
[[nodiscard]] bool take_apart(std::string_view text, FigureParts& parts);

// Digits of a run.
[[nodiscard]] inline std::size_t digits_of(const std::string& run) {
  return run.size();
}

// Groups of three after the first, then perhaps two decimals: `decimals` tells.
[[nodiscard]] bool grouped(const FigureParts& parts, bool& decimals);

// The figure with one sign between its groups and one before its decimals.
[[nodiscard]] std::string put_together(const FigureParts& parts, bool decimals, char group, char decimal);

}  // namespace cotejo::ocr
