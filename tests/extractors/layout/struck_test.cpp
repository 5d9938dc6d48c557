#include "extractors/layout/struck.h"

#include <gtest/gtest.h>

#include "base/struck.h"
#include "tests/extractors/page_maker.h"

namespace cotejo::layout {
namespace {

using test::PageMaker;

std::string texts(model::Page page) {
  mark_struck(page);
  std::string all;
  for (const model::Word& word : page.words) all += (all.empty() ? "" : " ") + word.text;
  return all;
}

// Letters are 5 points wide: "2.100" reaches from 100 to 125, "2.300" from 127.5 to 152.5.
PageMaker corrected() {
  return PageMaker().text(100, 100, "2.100 2.300");
}

TEST(Struck, ALineThroughTheMiddleOfAWord) {
  EXPECT_EQ(texts(corrected().line(100, 97, 125, 97).page()), "~~2.100~~ 2.300");
  EXPECT_EQ(texts(corrected().line(100, 97, 127, 97).page()), "~~2.100~~ 2.300");  // with the space behind it
  EXPECT_EQ(texts(corrected().line(100, 97, 152.5, 97).page()), "~~2.100~~ ~~2.300~~");
}

TEST(Struck, TheMarkItselfWhereItIsPrintedIsText) {
  const std::string read = texts(PageMaker().text(100, 100, "~~2.100~~ 2.300").page());
  EXPECT_FALSE(base::has_struck(read));
  EXPECT_EQ(base::without_struck(read), read);
}

TEST(Struck, ALineUnderAWordOrOverItIsNone) {
  EXPECT_EQ(texts(corrected().line(127.5, 101.5, 152.5, 101.5).page()), "2.100 2.300");
  EXPECT_EQ(texts(corrected().line(100, 91.5, 125, 91.5).page()), "2.100 2.300");
}

TEST(Struck, ARuleThatGoesOnBesideTheWordsIsNone) {
  EXPECT_EQ(texts(corrected().line(60, 97, 300, 97).page()), "2.100 2.300");
  EXPECT_EQ(texts(corrected().line(100, 97, 160, 97).page()), "2.100 2.300");
  EXPECT_EQ(texts(corrected().line(112, 60, 112, 130).page()), "2.100 2.300");  // upright
}

TEST(Struck, TheLinePartsNothing) {
  model::Page page = corrected().line(100, 97, 125, 97).line(60, 110, 300, 110).page();
  mark_struck(page);
  ASSERT_EQ(page.rules.size(), 1U);
  EXPECT_EQ(page.rules[0].from.y, 110);
}

TEST(Struck, ABarAsHighAsTheTextStrikesNothing) {
  PageMaker maker = corrected();
  model::Page page = maker.line(100, 97, 125, 97).page();
  page.rules[0].thickness = 8;
  EXPECT_EQ(texts(page), "2.100 2.300");
}

}  // namespace
}  // namespace cotejo::layout
