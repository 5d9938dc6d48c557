#include "pipeline/normalise/text/word_beginnings.h"

#include <gtest/gtest.h>

namespace cotejo::normalise {
namespace {

TEST(WordBeginnings, LooksAtTheFirstThreeLetters) {
  constexpr WordBeginnings months{"enero", "febrero", "set"};
  for (const auto* text : {"enero", "ene", "enemigo", "febrero de 2021", "set", "setenta"}) {
    EXPECT_TRUE(months.may_begin(text)) << text;
  }
  for (const auto* text : {"", "en", "e", "fe", "marzo", "de enero", "2021", "Enero"}) {
    EXPECT_FALSE(months.may_begin(text)) << text;
  }
}

TEST(WordBeginnings, TakesShortWordsWholeAndEndsThemAtAnythingButALetter) {
  constexpr WordBeginnings words{"en", "a", "iii"};
  for (const auto* text : {"en", "en 2021", "en-", "a", "a demanda", "a1", "iii"}) {
    EXPECT_TRUE(words.may_begin(text)) << text;
  }
  for (const auto* text : {"ene", "al", "ii", "i", "e n", "\x05n", "ñ"}) EXPECT_FALSE(words.may_begin(text)) << text;
}

TEST(WordBeginnings, HoldsNothingUntilAWordIsAdded) {
  WordBeginnings words{};
  EXPECT_FALSE(words.may_begin("mil"));
  words.add("millones");
  EXPECT_TRUE(words.may_begin("mil"));
}

}  // namespace
}  // namespace cotejo::normalise
