#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/amount.h"

namespace cotejo::normalise {

struct Skeleton;

// An amount written in Spanish words ("ciento catorce millones ochocientos cincuenta y siete mil pesos m/cte").
struct WordsAmount {
  std::size_t begin = 0;  // byte offsets into the text, of the words and their unit
  std::size_t end = 0;
  std::string text;
  model::Amount amount;  // unit cop or usd when "pesos", "dólares" or a tail of money follows, percent before
                         // "por ciento", count otherwise. Exact to the unit, or to what was said after it
  bool strict = true;    // false: only the lenient grammar reads it ("CUATRO CIENTOS", "veinte y un")
};

// Every amount in words, left to right. Single small words that are articles ("un", "una", "uno") alone do not count,
// nor do words that go on with digits ("8 mil quinientos"). A run of number words that makes no number gives nothing.
[[nodiscard]] std::vector<WordsAmount> find_amounts_in_words(std::string_view text);
// The same where the text's skeleton is known already.
[[nodiscard]] std::vector<WordsAmount> find_amounts_in_words(std::string_view text, const Skeleton& skeleton);

// The quantity that a goal begins with when it is written in words: "Un (1) mapa", "Tres informes", "doce (12)
// jornadas"; `end` is after the figure in brackets. Nothing when the text begins otherwise, when "un" or "una" has no
// figure beside it (an article), and when words and figure disagree: neither is chosen.
[[nodiscard]] std::optional<WordsAmount> leading_quantity(std::string_view text);

}  // namespace cotejo::normalise
