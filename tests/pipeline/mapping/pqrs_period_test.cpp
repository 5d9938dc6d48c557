#include <gtest/gtest.h>

#include "pipeline/mapping/text/periods.h"

namespace cotejo::mapping {
namespace {

struct Case {
  const char* text;
  const char* label;
  int first;
  int last;
  int year;
};

class PeriodText : public testing::TestWithParam<Case> {};

TEST_P(PeriodText, IsFoundFirst) {
  const auto periods = find_periods(GetParam().text);
  ASSERT_FALSE(periods.empty());
  EXPECT_EQ(periods.front().label, GetParam().label);
  EXPECT_EQ(periods.front().first_month, GetParam().first);
  EXPECT_EQ(periods.front().last_month, GetParam().last);
  EXPECT_EQ(periods.front().year, GetParam().year);
}

INSTANTIATE_TEST_SUITE_P(
    All, PeriodText,
    testing::Values(
        Case{"PQRS F III TRIMESTRE", "III TRIMESTRE", 7, 9, 0}, Case{"Trimestre IV", "Trimestre IV", 10, 12, 0},
        Case{"I TRIMESTRE 2022", "I TRIMESTRE", 1, 3, 2022},
        Case{"primer semestre de 2021", "primer semestre", 1, 6, 2021},
        Case{"Informe del segundo trimestre de la vigencia 2020", "segundo trimestre", 4, 6, 2020},
        Case{"1er. trimestre", "1er. trimestre", 1, 3, 0}, Case{"2do semestre 2019", "2do semestre", 7, 12, 2019},
        Case{"3º trimestre", "3º trimestre", 7, 9, 0}, Case{"Cuatrimestre 2", "Cuatrimestre 2", 5, 8, 0},
        Case{"Trimestre No. 3", "Trimestre No. 3", 7, 9, 0}, Case{"Ene-Mar", "Ene-Mar", 1, 3, 0},
        Case{"Oct – Dic", "Oct – Dic", 10, 12, 0}, Case{"enero a junio de 2021", "enero a junio", 1, 6, 2021},
        Case{"Enero, febrero y marzo", "Enero, febrero y marzo", 1, 3, 0}, Case{"Sept", "Sept", 9, 9, 0},
        Case{"MAYO", "MAYO", 5, 5, 0}, Case{"vigencia 2020", "2020", 0, 0, 2020}, Case{"2019", "2019", 0, 0, 2019},
        Case{"Ley 1755 de 2015, primer trimestre", "primer trimestre", 1, 3, 0},
        Case{"Trimestre |", "Trimestre I", 1, 3, 0}, Case{"Trimestre ll", "Trimestre II", 4, 6, 0},
        Case{"lll TRIMESTRE 2022", "III TRIMESTRE", 7, 9, 2022}, Case{"IV bimestre", "IV bimestre", 7, 8, 0}));

class NoPeriod : public testing::TestWithParam<const char*> {};

TEST_P(NoPeriod, HasNone) {
  EXPECT_TRUE(find_periods(GetParam()).empty());
}

INSTANTIATE_TEST_SUITE_P(All, NoPeriod,
                         testing::Values("", "Secretaría General", "Ley 1474 de 2011",
                                         "Decreto 484 del 6 de junio de 2019", "1.2020", "9 trimestres", "V trimestre",
                                         "Resolución No. 0978 de agosto de 2004",
                                         "Circular N°. 1400-0019 de mayo 14 de 2019"));

TEST(PeriodLabel, AllowsFewOtherWords) {
  EXPECT_TRUE(period_label("Trimestre I de la vigencia 2021").part());
  EXPECT_EQ(period_label("2021 Trimestre I").year, 2021);
  EXPECT_TRUE(period_label("Quejas del primer trimestre").empty());
  EXPECT_TRUE(period_label("Quejas del primer trimestre", 1).part());
}

}  // namespace
}  // namespace cotejo::mapping
