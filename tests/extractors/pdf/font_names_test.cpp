#include "extractors/pdf/fonts/font_names.h"

#include <gtest/gtest.h>

namespace cotejo::pdf {
namespace {

TEST(FontNames, TellBold) {
  for (const char* name : {"Arial-BoldMT", "ABCDEF+CMBX12", "CMSSBX10", "FranklinGothic-Demi", "Calibri,Bold"})
    EXPECT_TRUE(bold_font_name(name)) << name;
  for (const char* name : {"", "ArialMT", "CMR10", "BXTimes", "Georgia-Italic", "SFBX"})
    EXPECT_FALSE(bold_font_name(name)) << name;
}

}  // namespace
}  // namespace cotejo::pdf
