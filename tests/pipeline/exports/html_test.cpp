#include "pipeline/exports/report/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cotejo::exports {
namespace {

TEST(Html, WritesFiguresAsPeopleDoHere) {
  EXPECT_EQ(figure(0), "0");
  EXPECT_EQ(figure(999), "999");
  EXPECT_EQ(figure(8540672656.0), "8.540.672.656");
  EXPECT_EQ(figure(-1250.5), "-1.250,50");
  EXPECT_EQ(figure(-0.001), "0");
  EXPECT_EQ(percent(0.8754), "87,5 %");
}

TEST(Html, EncodesBytesAsTheStandardHasIt) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
}

TEST(Html, ALongTableSaysWhatItLeavesOut) {
  HtmlTable table({"Asunto", "#Valor"}, 2);
  for (const char* row : {"a", "b", "c", "d"}) table.add({row, "1"});
  EXPECT_THAT(table.html(), testing::HasSubstr("<td>b</td><td class=\"n\">1</td>"));
  EXPECT_THAT(table.html(), testing::Not(testing::HasSubstr("<td>c</td>")));
  EXPECT_THAT(table.html(), testing::HasSubstr("Y 2 renglones más"));
}

}  // namespace
}  // namespace cotejo::exports
