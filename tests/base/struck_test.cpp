#include "base/struck.h"

#include <gtest/gtest.h>

namespace cotejo::base {
namespace {

TEST(Struck, WhatHoldsIsWhatIsLeft) {
  EXPECT_EQ(without_struck("~~2.100~~ 2.300"), "2.300");
  EXPECT_EQ(without_struck("2.300 ~~2.100~~"), "2.300");
  EXPECT_EQ(without_struck("El ~~viejo~~ ~~plan~~ nuevo plan"), "El nuevo plan");
  EXPECT_EQ(without_struck("uno\n~~dos~~\ntres"), "uno\ntres");
  EXPECT_EQ(without_struck("~~2.100~~"), "");
  EXPECT_EQ(without_struck("2~~1~~5"), "25");
}

TEST(Struck, AMarkWithoutASecondOneIsText) {
  for (const char* text : {"", "2.300", "~2.300~", "~~2.300", "a ~~"}) {
    EXPECT_FALSE(has_struck(text)) << text;
    EXPECT_EQ(without_struck(text), text) << text;
  }
  EXPECT_TRUE(has_struck(as_struck("2.300")));
}

}  // namespace
}  // namespace cotejo::base
