#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/digits.h"

// How figures are grouped in print: one to three digits, then groups of three behind a sign ("1.234.567"). Which sign
// parts groups, and whether what stands behind the last one is decimals, is for the reader to tell.
namespace cotejo::base {

inline constexpr std::size_t kGroup = 3;

// Whether so many digits may stand before the first sign.
[[nodiscard]] constexpr bool may_lead(std::size_t digits) {
  return digits >= 1 && digits <= kGroup;
}

// Whether runs of digits are a first group and whole groups behind it: at least one run, `length` the digits of each.
template <class Iterator, class Length>
[[nodiscard]] constexpr bool in_groups(Iterator first, Iterator last, Length length) {
  if (first == last || !may_lead(length(*first))) return false;
  return std::all_of(++first, last, [&](const auto& run) { return length(run) == kGroup; });
}

// The runs of digits at the beginning of a text, one sign between two of them.
struct DigitRuns {
  static constexpr std::size_t most = 16;  // no figure in print has more
  std::array<std::uint8_t, most> lengths{};
  std::array<char, most> signs{};  // signs[i] stands behind lengths[i]
  std::size_t count = 0;           // of runs; 0 where the text begins with no digit
  std::size_t end = 0;             // where the last run ends

  // Whether the first `runs` of them are a first group and whole groups behind it.
  [[nodiscard]] constexpr bool grouped(std::size_t runs) const {
    return in_groups(lengths.begin(), lengths.begin() + static_cast<std::ptrdiff_t>(std::min(runs, count)),
                     [](std::uint8_t length) { return std::size_t{length}; });
  }
};

// `signs`: those that may part two runs.
[[nodiscard]] constexpr DigitRuns digit_runs(std::string_view text, std::string_view signs) {
  DigitRuns runs;
  for (std::size_t at = 0; runs.count < DigitRuns::most;) {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at == begin) break;
    runs.lengths[runs.count++] = static_cast<std::uint8_t>(std::min<std::size_t>(at - begin, UINT8_MAX));
    runs.end = at;
    if (at == text.size() || signs.find(text[at]) == std::string_view::npos) break;
    runs.signs[runs.count - 1] = text[at++];
  }
  return runs;
}

// Whether the text is a figure as it is printed whole: at least `least` groups behind one of the signs, and then
// nothing more, or decimals behind another of them, two at most and no fewer than `decimals`.
[[nodiscard]] constexpr bool is_grouped(std::string_view text, std::string_view signs, std::size_t least,
                                        std::size_t decimals) {
  const DigitRuns runs = digit_runs(text, signs);
  if (runs.count < 2 || runs.end != text.size()) return false;
  std::size_t alike = 1;  // runs behind the first sign, and the first run
  while (alike < runs.count && runs.signs[alike - 1] == runs.signs[0]) ++alike;
  if (alike - 1 < least || !runs.grouped(alike)) return false;
  return alike == runs.count ||
         (alike + 1 == runs.count && runs.lengths[alike] >= decimals && runs.lengths[alike] <= 2);
}

}  // namespace cotejo::base
