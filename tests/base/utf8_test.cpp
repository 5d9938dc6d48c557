#include "base/utf8.h"

#include <gtest/gtest.h>

namespace cotejo::base {
namespace {

std::u32string points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

TEST(Utf8, ReadsEveryLengthOfCharacter) {
  EXPECT_EQ(points("añ€𝟗"), U"añ€𝟗");
}

TEST(Utf8, TellsBytesThatAreNoCharacterAndGoesOnBehindThem) {
  EXPECT_EQ(points("a\xFF\x62"), U"a\uFFFDb");
  EXPECT_EQ(points("\xC3"), U"\uFFFD");
  EXPECT_EQ(points("\xC3z"), U"\uFFFDz");
  EXPECT_EQ(points("\xE2\x82"), U"\uFFFD");
  EXPECT_EQ(points("\x80\x80"), U"\uFFFD\uFFFD");
}

TEST(Utf8, FindsTheFirstAndTheLast) {
  EXPECT_EQ(first_code_point("ñandú"), U'ñ');
  EXPECT_EQ(last_code_point("ñandú"), U'ú');
  EXPECT_EQ(first_code_point(""), U'\0');
  EXPECT_EQ(last_code_point(""), U'\0');
}

TEST(Utf8, WritesWhatItReads) {
  std::string text;
  for (const char32_t c : U"añ€𝟗")
    if (c != 0) append_utf8(text, c);
  EXPECT_EQ(text, "añ€𝟗");
}

}  // namespace
}  // namespace cotejo::base
