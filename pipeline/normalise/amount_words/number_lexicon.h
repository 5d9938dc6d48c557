#pragma once

#include <cstdint>
#include <string_view>

namespace cotejo::normalise {

enum class WordRole : std::uint8_t {
  none,
  zero,
  unit,
  teen,
  ten,
  veinti,
  hundred,
  hundreds,
  thousand,
  million,
  billion,
  and_
};

struct NumberWord {
  std::string_view word;
  WordRole role = WordRole::none;
  int value = 0;         // of "millón" 1 and of "millones" 2: how many there should be
  bool lenient = false;  // a spelling that the strict grammar does not have
};

// The entry of a word in lower case without accents; role none when it is no number word.
[[nodiscard]] NumberWord number_word(std::string_view word);

// For a word beside number words that is none itself: the only entry one slip away from it, marked lenient. Words
// shorter than seven letters ("cuadro" is no "cuatro"), and those that two different numbers are as near to, give role
// none.
[[nodiscard]] NumberWord misspelt_number_word(std::string_view word);

}  // namespace cotejo::normalise
