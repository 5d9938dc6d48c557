#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/digits.h"

namespace cotejo::normalise {

// Everything here takes and gives UTF-8; broken sequences become U+FFFD, never an error.

// NFC, ligatures opened (ﬁ → fi), soft hyphens, zero-width and direction marks out, U+2010 and U+2011 as '-', every run
// of spaces, breaks and control characters one ' ', ends trimmed.
[[nodiscard]] std::string clean(std::string_view text);

// For comparison: clean, then lower case, no accents (ñ → n), every run of other than letters and digits one ' '.
// "Presupuesto  Definitivo:" and "PRESUPUESTO DEFINÍTIVO" fold alike. Ordinal signs and superscripts are not letters:
// "Nº", "N°" and "N." fold alike.
[[nodiscard]] std::string fold(std::string_view text);

// The words of fold(text).
[[nodiscard]] std::vector<std::string> folded_words(std::string_view text);

using base::has_digit;

// 0 to 1: 1 for the same folded text; else 1 − edit distance / longer length, over code points of the folded texts.
// Texts longer than 1000 code points are compared by their first 1000.
[[nodiscard]] double similarity(std::string_view a, std::string_view b);

// Spanish collation (ICU, es): negative, 0 or positive, as for sorting lists that people read.
[[nodiscard]] int collate(std::string_view a, std::string_view b);

}  // namespace cotejo::normalise
