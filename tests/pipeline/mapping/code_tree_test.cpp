#include "pipeline/mapping/table/code_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cotejo::mapping {
namespace {

using testing::ElementsAre;

TEST(CodeTree, DottedCodesAreUnderTheirPrefixes) {
  EXPECT_THAT(parents_by_code({"2", "2.1", "2.1.3.4", "2.10", "", "2.1.3"}), ElementsAre(-1, 0, 5, 0, -1, 1));
}

TEST(CodeTree, UndottedCodesAreUnderTheirBeginnings) {
  EXPECT_THAT(parents_by_code({"11", "1105", "1110", "12", "1105"}), ElementsAre(-1, 0, 0, -1, 0));
}

TEST(CodeTree, CodesFilledUpWithZerosAreWhatStandsBeforeThem) {
  EXPECT_THAT(parents_by_code({"100000000", "110000000", "111000000", "120000000"}), ElementsAre(-1, 0, 1, 0));
  // Accounts of the public catalogue have four digits, groups two.
  EXPECT_THAT(parents_by_code({"2400", "2440", "2445", "2500"}), ElementsAre(-1, 0, 0, -1));
}

TEST(CodeTree, DigitsOfACodeEndWithoutADot) {
  EXPECT_EQ(code_digits("A-2.1.02."), "2.1.02");
}

}  // namespace
}  // namespace cotejo::mapping
