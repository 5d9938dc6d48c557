#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cotejo::normalise {

// Everything here takes and gives UTF-8; broken sequences become U+FFFD, never an error.

// NFC, ligatures opened (ﬁ → fi), soft hyphens and zero-width marks out, every kind of space one ' ', ends trimmed.
[[nodiscard]] std::string clean(std::string_view text);

// For comparison: clean, then lower case, no accents (ñ → n), every run of other than letters and digits one ' '.
// "Presupuesto  Definitivo:" and "PRESUPUESTO DEFINÍTIVO" fold alike.
[[nodiscard]] std::string fold(std::string_view text);

// The words of fold(text).
[[nodiscard]] std::vector<std::string> folded_words(std::string_view text);

// 0 to 1: 1 for the same folded text; else 1 − edit distance / longer length, over code points of the folded texts.
[[nodiscard]] double similarity(std::string_view a, std::string_view b);

// Spanish collation (ICU, es): negative, 0 or positive, as for sorting lists that people read.
[[nodiscard]] int collate(std::string_view a, std::string_view b);

}  // namespace cotejo::normalise
