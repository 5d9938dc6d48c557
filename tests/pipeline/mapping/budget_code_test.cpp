#include "pipeline/mapping/table/budget_code.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cotejo::mapping {
namespace {

TEST(BudgetCode, TellsCodesFromAmountsAndDates) {
  for (const std::string code :
       {"2.1.2.02.008", "2.1.1.01.01", "1.2.08.01.003", "A-01-01", "A.1.2.3", "2143803-2020730010024-01",
        "C-2301-0400-2", "03-1-1-01-02", "TI.A.1.3", "2.3.2.02.02.009"}) {
    EXPECT_TRUE(is_certain_code(code)) << code;
  }
  for (const std::string other : {"24.996.106.000", "1.234.567", "2.1", "83,75%", "$ 5.000", "2020", "29/01/2021",
                                  "1-2-2020", "COVID-19", "214300901217", "-5", "Total", "", "N/A", "2020-12-31"}) {
    EXPECT_FALSE(is_certain_code(other)) << other;
  }
}

struct CodeCase {
  std::string text, code, rest, bpin;
};

TEST(BudgetCode, ReadsACell) {
  const std::vector<CodeCase> cases{
      {"2.1.2.02.008", "2.1.2.02.008", "", ""},
      {"214300901217", "214300901217", "", ""},
      {"206101501025 GASTOS DE FISCALIZACION", "206101501025", "GASTOS DE FISCALIZACION", ""},
      {"2.1.1 - Gastos de personal", "2.1.1", "Gastos de personal", ""},
      {"2.1.1: Gastos de personal", "2.1.1", "Gastos de personal", ""},
      {"214320202009-2020730010024-01", "214320202009-2020730010024-01", "", "2020730010024"},
      {"214320202009-\n2020730010024-\n01", "214320202009-2020730010024-01", "", "2020730010024"},
      {"2.1.2.02.\n02.008", "2.1.2.02.02.008", "", ""},
      {"2.1.2.02\n.02.008", "2.1.2.02.02.008", "", ""},
      {"21432010100 4010102-2020730010024-01", "214320101004010102-2020730010024-01", "", "2020730010024"},
      {"2.1.2 3 vehículos", "2.1.2", "3 vehículos", ""},
      {"Total:", "", "Total:", ""},
      {"", "", "", ""},
      {"2020730010026", "2020730010026", "", "2020730010026"},
  };
  for (const CodeCase& example : cases) {
    const CodeReading reading = read_code(example.text);
    EXPECT_EQ(reading.code, example.code) << example.text;
    EXPECT_EQ(reading.rest, example.rest) << example.text;
    EXPECT_EQ(reading.bpin, example.bpin) << example.text;
  }
}

TEST(BudgetCode, ABpinHas13To15DigitsAndBeginsWithAYear) {
  EXPECT_EQ(bpin_of("2021004730025"), "2021004730025");
  EXPECT_EQ(bpin_of("214320202009-202073001002401"), "202073001002401");
  EXPECT_EQ(bpin_of("2143201010030503"), "");  // 16 digits
  EXPECT_EQ(bpin_of("1120730010024"), "");
  EXPECT_EQ(bpin_of("202073001002"), "");  // 12 digits
}

TEST(BudgetCode, APrefixEndsAtADot) {
  EXPECT_TRUE(is_dotted_prefix("2.1", "2.1.02"));
  EXPECT_TRUE(is_dotted_prefix("2.1.", "2.1.02"));
  EXPECT_FALSE(is_dotted_prefix("2.1", "2.10"));
  EXPECT_FALSE(is_dotted_prefix("2.1", "2.1"));
  EXPECT_FALSE(is_dotted_prefix("", "2.1"));
}

}  // namespace
}  // namespace cotejo::mapping
