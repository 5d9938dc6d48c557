#include "base/grouped_figure.h"

#include <gtest/gtest.h>

#include <string>

namespace cotejo::base {
namespace {

TEST(DigitRuns, AreParted) {
  const DigitRuns runs = digit_runs("1.234,56 m", ".,");
  EXPECT_EQ(runs.count, 3U);
  EXPECT_EQ(runs.lengths[1], 3);
  EXPECT_EQ(std::string(runs.signs.data()), ".,");
  EXPECT_EQ(runs.end, 8U);
}

TEST(DigitRuns, EndWhereNoDigitFollowsASign) {
  EXPECT_EQ(digit_runs("12..3", ".").end, 2U);
  EXPECT_EQ(digit_runs("1.234.", ".").end, 5U);
  EXPECT_EQ(digit_runs("1'234", ".").end, 1U);
  EXPECT_EQ(digit_runs("", ".").count, 0U);
  EXPECT_EQ(digit_runs(".5", ".").count, 0U);
}

TEST(DigitRuns, AreGroupsAfterAFirstOfUpToThree) {
  EXPECT_TRUE(digit_runs("12.345.678,9", ".,").grouped(3));
  EXPECT_FALSE(digit_runs("12.345.678,9", ".,").grouped(4));
  EXPECT_FALSE(digit_runs("1234.567", ".").grouped(2));
  EXPECT_FALSE(digit_runs("1.2345", ".").grouped(2));
  EXPECT_FALSE(digit_runs("x", ".").grouped(1));
}

TEST(GroupedFigure, IsWholeWithOneKindOfSignBetweenItsGroups) {
  EXPECT_TRUE(is_grouped("1.234.567", ".,", 2, 1));
  EXPECT_TRUE(is_grouped("1.234.567,8", ".,", 2, 1));
  EXPECT_FALSE(is_grouped("1.234.567,8", ".,", 2, 2));
  EXPECT_TRUE(is_grouped("1,234.56", ".,", 1, 2));
  for (const char* text : {"", "1234", "1.234.56", "1.234,567", "1.234.", "1,5", "1.234,5,6", "1..234"})
    EXPECT_FALSE(is_grouped(text, ".,", 1, 1)) << text;
}

TEST(DigitRuns, OfALongTextStopInTime) {
  const DigitRuns runs = digit_runs(std::string(1000, '7') + ".1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1", ".");
  EXPECT_EQ(runs.count, DigitRuns::most);
  EXPECT_EQ(runs.lengths[0], 255);
}

}  // namespace
}  // namespace cotejo::base
