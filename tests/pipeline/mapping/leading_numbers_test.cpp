#include <gtest/gtest.h>

#include "pipeline/mapping/commitments/record.h"

namespace cotejo::mapping {
namespace {

TEST(LeadingNumbers, AreSplit) {
  EXPECT_EQ(split_number("1.1 Elaboración, y divulgación").number, "1.1");
  EXPECT_EQ(split_number("1.1 Elaboración").text, "Elaboración");
  EXPECT_EQ(split_number("3) Hacer").number, "3");
  EXPECT_EQ(split_number("5 - Hacer").text, "Hacer");
  EXPECT_TRUE(split_number("2.Hacer").marked);
  EXPECT_FALSE(split_number("4 oficinas").marked);
  EXPECT_EQ(split_number("2020 plan").number, "");
  EXPECT_EQ(split_number("100% de los informes").number, "");
  EXPECT_EQ(split_number("Hacer").number, "");
  EXPECT_EQ(split_number("").number, "");
}

}  // namespace
}  // namespace cotejo::mapping
