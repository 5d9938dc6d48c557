#include "extractors/layout/cut_figure.h"

#include <gtest/gtest.h>

namespace cotejo::layout {
namespace {

TEST(CutFigure, ItsGroupsAreWholeOnlyTogether) {
  EXPECT_TRUE(cut_figure("27.513.7", "50.000"));
  EXPECT_TRUE(cut_figure("95,3", "9%"));
  EXPECT_TRUE(cut_figure("100,", "00%"));
  EXPECT_FALSE(cut_figure("95,39%", "9%"));
  EXPECT_FALSE(cut_figure("95,39", "9%"));
  EXPECT_FALSE(cut_figure("95,3", "9"));
  EXPECT_FALSE(cut_figure("1.250", "9%"));
  EXPECT_TRUE(cut_figure("3,068,000,0", "00"));
  EXPECT_TRUE(cut_figure("$ 27 343 365 0", "00"));
  EXPECT_TRUE(cut_figure("7 333 925 19", "3"));
  EXPECT_FALSE(cut_figure("27 343 365", "000")) << "whole";
  EXPECT_FALSE(cut_figure("27 34", "3"));
  EXPECT_FALSE(cut_figure("12 5 8", "00"));
  EXPECT_TRUE(cut_figure("27,513,750,", "000"));
  EXPECT_TRUE(cut_figure("15.593.000", ".000"));
  EXPECT_TRUE(cut_figure("$ 1.250.0", "00,50"));
  EXPECT_TRUE(cut_figure("876,000,00", "0"));
}

TEST(CutFigure, TheMarkOfANoteMayFollowTheRest) {
  EXPECT_TRUE(cut_figure("7,531,900,", "000(1)"));
  EXPECT_TRUE(cut_figure("2,995,500,0", "00*"));
  EXPECT_TRUE(cut_figure("2,995,500,0", "00\u00B2"));
  EXPECT_FALSE(cut_figure("2,995,500,000", "333(1)"));
  EXPECT_FALSE(cut_figure("2,995,500,0", "00 m"));
}

TEST(CutFigure, TheWholeIsWiderThanItsShares) {
  EXPECT_TRUE(cut_figure("10", "0%"));
  EXPECT_TRUE(cut_figure("1", "00%"));
  EXPECT_FALSE(cut_figure("20", "0%"));
  EXPECT_FALSE(cut_figure("10%", "0%"));
}

TEST(CutFigure, OneDecimalMayWaitForItsSecond) {
  EXPECT_TRUE(cut_decimals("1,309,643,000.0", "0"));
  EXPECT_TRUE(cut_decimals("-$ 2.564.000,5", "3"));
  EXPECT_FALSE(cut_decimals("1,309,643,000.00", "0"));
  EXPECT_FALSE(cut_decimals("1,309,643,000", "0"));
  EXPECT_FALSE(cut_decimals("1,309.5", "0")) << "one group proves little";
  EXPECT_FALSE(cut_decimals("1,309,643,000.0", "12"));
  EXPECT_FALSE(cut_decimals("2.3.2.1", "2"));
  EXPECT_FALSE(cut_figure("1,309,643,000.0", "0")) << "unless two decimals are known to be printed";
}

TEST(CutFigure, TwoFiguresAreTwo) {
  EXPECT_FALSE(cut_figure("1.250.000", "300"));
  EXPECT_FALSE(cut_figure("1.250.000", "3.000.000"));
  EXPECT_FALSE(cut_figure("82,90%", "5"));
  EXPECT_FALSE(cut_figure("1.5", "00"));
  EXPECT_TRUE(cut_figure("741.70", "0", 1));
  EXPECT_FALSE(cut_figure("741.70", "0"));
  EXPECT_FALSE(cut_figure("2.3.2.02.01.00", "2"));
  EXPECT_FALSE(cut_figure("2020", "123"));
  EXPECT_FALSE(cut_figure("Total", "300"));
  EXPECT_FALSE(cut_figure("", ""));
}

}  // namespace
}  // namespace cotejo::layout
