#include "extractors/tables/lines/segments.h"

#include <gtest/gtest.h>

// What texts of a table are taken for.
namespace cotejo::tables {
namespace {

TEST(Segments, TellsFiguresFromPhrasesThatHoldSome) {
  for (const char* value : {"1", "1,", "8.646.403.000,00", "(51,1 %)", "$ 4.752,0", "-", "N/A", "2.1.3.01.07",
                            "19 de agosto de 2013", "12 p"})
    EXPECT_TRUE(is_value(value)) << value;
  for (const char* text : {"1, 2 y 3", "estratos 1 y 2", "(n = 469)", "Del 1/1/2021 al 30/6/2021", "Total"})
    EXPECT_FALSE(is_value(text)) << text;
}

}  // namespace
}  // namespace cotejo::tables
