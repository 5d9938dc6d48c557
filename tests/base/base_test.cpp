#include <gtest/gtest.h>

#include "base/digits.h"
#include "base/disjoint_sets.h"
#include "base/hex.h"
#include "base/letters.h"
#include "base/markup.h"
#include "base/median.h"
#include "base/sha256.h"

namespace cotejo::base {
namespace {

TEST(Digits, AreThoseOfAsciiAlone) {
  EXPECT_TRUE(is_digit('0'));
  EXPECT_TRUE(is_digit('9'));
  EXPECT_FALSE(is_digit('/'));
  EXPECT_FALSE(is_digit(':'));
  EXPECT_FALSE(is_digit(U'٣'));
  EXPECT_EQ(count_digits("$ 1.250,5"), 5U);
  EXPECT_TRUE(has_digit("No. 7"));
  EXPECT_FALSE(has_digit("siete"));
  EXPECT_TRUE(all_digits("0042"));
  EXPECT_FALSE(all_digits(""));
  EXPECT_FALSE(all_digits("4-2"));
}

TEST(Letters, SmallOnesGoOn) {
  EXPECT_TRUE(starts_small("ñame"));
  EXPECT_FALSE(starts_small("Ñame"));
  EXPECT_FALSE(starts_small("× 3"));
  EXPECT_EQ(last_token("gasto de\nfunciona-"), "funciona-");
  EXPECT_EQ(first_token("miento y"), "miento");
}

TEST(Median, IsTheUpperMiddleValue) {
  EXPECT_EQ(median(std::vector<int>{3, 1, 2}), 2);
  EXPECT_EQ(median(std::vector<int>{4, 1, 3, 2}), 3);
  EXPECT_EQ(median(std::vector<double>{7.5}), 7.5);
  EXPECT_EQ(quantile(std::vector<int>{1, 2, 3, 4}, 0.25), 2);
  EXPECT_EQ(quantile(std::vector<int>{1, 2, 3, 4}, 0.0), 1);
}

TEST(DisjointSets, KeepTheRootOfTheFirst) {
  DisjointSets sets(5);
  sets.join(3, 1);
  sets.join(4, 3);
  EXPECT_TRUE(sets.together(1, 4));
  EXPECT_FALSE(sets.together(0, 4));
  EXPECT_EQ(sets.root(1), 4U);
  EXPECT_EQ(sets.groups(), (std::vector<std::vector<std::size_t>>{{0}, {1, 3, 4}, {2}}));
}

TEST(Hex, WritesBytesAndNumbers) {
  EXPECT_EQ(hex(std::string_view("\x00\xff\x1a", 3)), "00ff1a");
  EXPECT_EQ(hex(std::uint64_t{0xABC}), "0000000000000abc");
}

// The test vectors of FIPS 180-4 for the empty message and for "abc", the latter also in pieces.
TEST(Sha256, AgreesWithTheStandard) {
  Sha256 none;
  EXPECT_EQ(none.hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  Sha256 pieces;
  pieces.add("a");
  pieces.add("bc");
  EXPECT_EQ(pieces.hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Markup, TextIsNeverMarkup) {
  EXPECT_EQ(escaped("<b class=\"x\">A & B</b>"), "&lt;b class=&quot;x&quot;&gt;A &amp; B&lt;/b&gt;");
  EXPECT_EQ(escaped(std::string("a\0b\x1f\n\tñ", 8)), "a b \n\tñ");
}

}  // namespace
}  // namespace cotejo::base
