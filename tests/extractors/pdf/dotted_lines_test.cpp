#include "extractors/pdf/painted/dotted_lines.h"

#include <gtest/gtest.h>

namespace cotejo::pdf {
namespace {

using model::Rect;

std::vector<Rect> dots(double x, double y, double dx, double dy, int count) {
  std::vector<Rect> out;
  for (int i = 0; i < count; ++i) out.push_back({x + i * dx, y + i * dy, x + i * dx + 0.75, y + i * dy + 0.75});
  return out;
}

TEST(DottedLines, SquaresAtEvenDistancesAreARule) {
  std::vector<Rect> all = dots(100, 50, 1.5, 0, 40);
  for (const Rect& dot : dots(100, 51.5, 0, 1.5, 20)) all.push_back(dot);
  const std::vector<model::Rule> rules = dotted_lines(all);
  ASSERT_EQ(rules.size(), 2U);
  EXPECT_TRUE(rules[0].horizontal());
  EXPECT_DOUBLE_EQ(rules[0].from.x, 100);
  EXPECT_DOUBLE_EQ(rules[0].to.x, 159.25);
  EXPECT_FALSE(rules[1].horizontal());
  EXPECT_DOUBLE_EQ(rules[1].from.y, 50);
  EXPECT_DOUBLE_EQ(rules[1].to.y, 80.75);
}

TEST(DottedLines, FewDotsOrDotsFarApartAreNone) {
  EXPECT_TRUE(dotted_lines(dots(100, 50, 1.5, 0, 4)).empty());
  EXPECT_TRUE(dotted_lines(dots(100, 50, 12, 0, 40)).empty());
}

}  // namespace
}  // namespace cotejo::pdf
