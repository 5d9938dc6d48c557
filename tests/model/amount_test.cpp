#include "model/amount.h"

#include <gtest/gtest.h>

namespace cotejo::model {
namespace {

TEST(Decimal, PrintsPlainDigitsWithThePrecisionItHad) {
  EXPECT_EQ((Decimal{8540, 6}.to_string()), "8540000000");
  EXPECT_EQ((Decimal{2350, -2}.to_string()), "23.50");
  EXPECT_EQ((Decimal{-5, -1}.to_string()), "-0.5");
  EXPECT_EQ((Decimal{0, 0}.to_string()), "0");
  EXPECT_EQ((Decimal{100, -2}.to_string()), "1.00");
}

TEST(Micro, PrintsWithoutTrailingZeros) {
  EXPECT_EQ(micro_to_string(micro({2350, -2})), "23.5");
  EXPECT_EQ(micro_to_string(micro({-12, 0})), "-12");
}

TEST(Amount, CentavosAreExactOrNothing) {
  EXPECT_EQ((Amount{{507000000, 0}, Unit::cop}.centavos()), 50700000000);
  EXPECT_EQ((Amount{{12345, -3}, Unit::cop}.centavos()), std::nullopt);
  EXPECT_EQ((Amount{{INT64_MAX, 0}, Unit::cop}.centavos()), std::nullopt);
}

TEST(Amount, RoundedFigureStandsForItsInterval) {
  const Amount millions{{8540, 6}, Unit::cop};
  const Amount exact{{8540672656, 0}, Unit::cop};
  EXPECT_FALSE(millions.rounded().meets(exact.rounded()));  // 8.540,67 rounds to 8.541
  EXPECT_TRUE(millions.truncated().meets(exact.rounded()));
  EXPECT_TRUE((Amount{{23, 0}, Unit::percent}.rounded().meets(Interval{22'600'000, 22'700'000})));
}

}  // namespace
}  // namespace cotejo::model
