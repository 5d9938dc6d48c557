#include "pipeline/normalise/numbers/numbers.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace cotejo::normalise {
namespace {

using model::Amount;
using model::Decimal;
using model::Unit;
using enum NumberKind;
using enum DecimalMark;

// A figure that is read the same in every context.
struct Figure {
  std::string text;
  std::int64_t mantissa;
  int exponent;
  Unit unit = Unit::count;
  DecimalMark shown = unknown;
  std::string rest = {};
};

void PrintTo(const Figure& figure, std::ostream* out) {
  *out << '"' << figure.text << '"';
}

class ReadsFigure : public testing::TestWithParam<Figure> {};

TEST_P(ReadsFigure, Exactly) {
  const Figure& want = GetParam();
  const NumberReading reading = read_number(want.text);
  ASSERT_EQ(static_cast<int>(reading.kind), static_cast<int>(number)) << want.text;
  EXPECT_EQ(reading.amount.value.mantissa, want.mantissa) << want.text;
  EXPECT_EQ(reading.amount.value.exponent, want.exponent) << want.text;
  EXPECT_EQ(name_of(reading.amount.unit), name_of(want.unit)) << want.text;
  EXPECT_EQ(static_cast<int>(reading.shown), static_cast<int>(want.shown)) << want.text;
  EXPECT_EQ(reading.rest, want.rest) << want.text;
}

void expect_same_in_context(const std::string& text) {
  const NumberReading plain = read_number(text);
  for (const DecimalMark mark : {unknown, comma, point}) {
    for (const Unit unit : {Unit::count, Unit::percent, Unit::cop, Unit::usd}) {
      for (const int scale : {0, 3, 6, 12}) {
        const NumberContext context{mark, unit, scale};
        const NumberReading want = read_number(text, context);
        const NumberReading got = in_context(plain, text, context);
        const std::string where = text + " in " + std::string(name_of(unit)) + " scaled by " + std::to_string(scale);
        ASSERT_EQ(static_cast<int>(got.kind), static_cast<int>(want.kind)) << where;
        EXPECT_EQ(got.amount, want.amount) << where;
        EXPECT_EQ(got.as_decimal, want.as_decimal) << where;
        EXPECT_EQ(got.as_groups, want.as_groups) << where;
        EXPECT_EQ(static_cast<int>(got.shown), static_cast<int>(want.shown)) << where;
        EXPECT_EQ(got.scaled, want.scaled) << where;
        EXPECT_EQ(got.currency_sign, want.currency_sign) << where;
        EXPECT_EQ(got.rest, want.rest) << where;
      }
    }
  }
}

TEST_P(ReadsFigure, TheSameWhenItIsPutInAContext) {
  expect_same_in_context(GetParam().text);
}

TEST(ReadNumber, WhatIsNoPlainFigureReadsTheSameWhenPutInAContext) {
  for (const auto* text : {"",
                           "-",
                           "$ -",
                           "US$ -",
                           "- %",
                           "X",
                           "N/A",
                           "palabras",
                           "84,120",
                           "84.120",
                           "$ 84,120",
                           "84,120 %",
                           "84.120 mil",
                           "84,120 millones",
                           "US$ 84.120",
                           "20207300100240",
                           "999999999999999999",
                           "$ 999999999999999999",
                           "99999999999999 millones",
                           "1,5",
                           "(1.234,5)",
                           "4 informes",
                           "30 de junio",
                           "1.2.3"}) {
    expect_same_in_context(text);
  }
}

INSTANTIATE_TEST_SUITE_P(Plain, ReadsFigure,
                         testing::ValuesIn(std::vector<Figure>{
                             {"0", 0, 0},
                             {"7", 7, 0},
                             {"05", 5, 0},
                             {"350", 350, 0},
                             {"2016", 2016, 0},
                             {"16938042000", 16938042000, 0},
                             {"  42  ", 42, 0},
                             {"42\n", 42, 0},
                             {"\u00A042\u00A0", 42, 0},
                             {"999999999999999999", 999999999999999999, 0},
                             {"+5", 5, 0},
                             {"• 4", 4, 0},
                             {"| 4", 4, 0},
                             {"4 |", 4, 0},
                             {"4'", 4, 0},
                             {"1.", 1, 0},
                             {"250,", 250, 0},
                             {"12;", 12, 0},
                         }));

INSTANTIATE_TEST_SUITE_P(Separators, ReadsFigure,
                         testing::ValuesIn(std::vector<Figure>{
                             {"161.656.666", 161656666, 0, Unit::count, comma},
                             {"84,120,055,689,377", 84120055689377, 0, Unit::count, point},
                             {"8.540.672.656", 8540672656, 0, Unit::count, comma},
                             {"3,759,972,840", 3759972840, 0, Unit::count, point},
                             {"1.250.000", 1250000, 0, Unit::count, comma},
                             {"42,5", 425, -1, Unit::count, comma},
                             {"23,50", 2350, -2, Unit::count, comma},
                             {"12.5", 125, -1, Unit::count, point},
                             {"0,00", 0, -2, Unit::count, comma},
                             {"0.5", 5, -1, Unit::count, point},
                             {"0,125", 125, -3, Unit::count, comma},
                             {"0.450", 450, -3, Unit::count, point},
                             {"74289347590.0", 742893475900, -1, Unit::count, point},
                             {"2250000000.0", 22500000000, -1, Unit::count, point},
                             {"1234.567", 1234567, -3, Unit::count, point},
                             {"1234567,89", 123456789, -2, Unit::count, comma},
                             {"1.234.567,89", 123456789, -2, Unit::count, comma},
                             {"1,234,567.89", 123456789, -2, Unit::count, point},
                             {"900.369.984,69", 90036998469, -2, Unit::count, comma},
                             {"1.012.932.283,35", 101293228335, -2, Unit::count, comma},
                             {"249,338.11", 24933811, -2, Unit::count, point},
                             {"45.200,00", 4520000, -2, Unit::count, comma},
                             {"1.576,00", 157600, -2, Unit::count, comma},
                             {"1.234,567", 1234567, -3, Unit::count, comma},
                             {"12.345,6", 123456, -1, Unit::count, comma},
                             {"1'250.000", 1250000, 0, Unit::count, comma},
                             {"1’250.000", 1250000, 0, Unit::count, comma},
                             {"1´250.000", 1250000, 0, Unit::count, comma},
                             {"1`250,000", 1250000, 0, Unit::count, point},
                             {"125'430.000,50", 12543000050, -2, Unit::count, comma},
                             {"1'250,50", 125050, -2, Unit::count, comma},
                             {"1'250'000", 1250000, 0},
                             {"1'250", 1250, 0},
                             {"5.258.70", 525870, -2},
                             {"208.041.166.00", 20804116600, -2},
                             {"1,234,56", 123456, -2},
                             {"1.234,567.89", 123456789, -2},
                             {"1,234.567.890", 1234567890, 0},
                             {"84.1111111111111", 84111111, -6, Unit::count, point},
                             {"0.6666666666666", 666667, -6, Unit::count, point},
                             {"0.000.000", 0, 0, Unit::count, comma},
                             {"00", 0, 0},
                         }));

INSTANTIATE_TEST_SUITE_P(SpacesInside, ReadsFigure,
                         testing::ValuesIn(std::vector<Figure>{
                             {"1\u00A0250\u00A0000", 1250000, 0},
                             {"1\u202F250\u202F000,50", 125000050, -2, Unit::count, comma},
                             {"12\u2009345", 12345, 0},
                             {"$ 1 250 000", 1250000, 0, Unit::cop},
                             {"$ 12 345 678,90", 1234567890, -2, Unit::cop, comma},
                             {"1 250 000", 1, 0, Unit::count, unknown,
                              "250 000"},  // three counts, as far as anyone can tell
                             {"12 345", 12, 0, Unit::count, unknown, "345"},
                             {"1.952.909.\n536", 1952909536, 0, Unit::count, comma},
                             {"1.952.909. 536", 1952909536, 0, Unit::count, comma},
                             {"1.952.909\n.536", 1952909536, 0, Unit::count, comma},
                             {"1.952.909 .536", 1952909536, 0, Unit::count, comma},
                             {"1.952.\n909.536", 1952909536, 0, Unit::count, comma},
                             {"1.\n952.909.536", 1952909536, 0, Unit::count, comma},
                             {"$ 1.\n952.909.536", 1952909536, 0, Unit::cop, comma},
                             {"155.190.939.5\n74", 155190939574, 0, Unit::count, comma},
                             {"155.190.939.5 74", 155190939574, 0, Unit::count, comma},
                             {"155.190.93\n9.574", 155190939574, 0, Unit::count, comma},
                             {"1.012.932.283,\n35", 101293228335, -2, Unit::count, comma},
                             {"1.012.932.283,3\n5", 101293228335, -2, Unit::count, comma},
                             {"84,120,055,\n689,377", 84120055689377, 0, Unit::count, point},
                             {"161.656.666 12", 161656666, 0, Unit::count, comma, "12"},
                             {"161.656.666\n161.656.666", 161656666, 0, Unit::count, comma, "161.656.666"},
                             {"1.234.567, 89 informes", 1234567, 0, Unit::count, comma, ", 89 informes"},
                             {"12,5 30,2", 125, -1, Unit::count, comma, "30,2"},
                         }));

INSTANTIATE_TEST_SUITE_P(Money, ReadsFigure,
                         testing::ValuesIn(std::vector<Figure>{
                             {"$507.000.000", 507000000, 0, Unit::cop, comma},
                             {"$ 119.743.397", 119743397, 0, Unit::cop, comma},
                             {"$\n119.743.397", 119743397, 0, Unit::cop, comma},
                             {"$0", 0, 0, Unit::cop},
                             {"$40.000", 40000, 0, Unit::cop},
                             {"$ 40,000", 40000, 0, Unit::cop},
                             {"$532.44", 53244, -2, Unit::cop, point},
                             {"$2.911.220,68", 291122068, -2, Unit::cop, comma},
                             {"US$249,338.11", 24933811, -2, Unit::usd, point},
                             {"US$ 249,338.11", 24933811, -2, Unit::usd, point},
                             {"U$S 1.500", 1500, 0, Unit::usd},
                             {"USD 20 millones", 20, 6, Unit::usd},
                             {"USD$ 1.500,50", 150050, -2, Unit::usd, comma},
                             {"249,338.11 USD", 24933811, -2, Unit::usd, point},
                             {"249,338.11 dólares", 24933811, -2, Unit::usd, point},
                             {"$ 500 USD", 500, 0, Unit::usd},
                             {"COP 1.250.000", 1250000, 0, Unit::cop, comma},
                             {"COP$1.250.000", 1250000, 0, Unit::cop, comma},
                             {"COP $ 1.250.000", 1250000, 0, Unit::cop, comma},
                             {"1.250.000 COP", 1250000, 0, Unit::cop, comma},
                             {"1.250.000 pesos", 1250000, 0, Unit::cop, comma},
                             {"1.250.000 de pesos", 1250000, 0, Unit::cop, comma},
                             {"$1.250.000 m/cte", 1250000, 0, Unit::cop, comma},
                             {"$1.250.000 M/CTE.", 1250000, 0, Unit::cop, comma},
                             {"$ 1.250.000 pesos m/cte", 1250000, 0, Unit::cop, comma},
                             {"$1.250.000.oo", 1250000, 0, Unit::cop, comma},
                             {"$1.250.000,oo", 1250000, 0, Unit::cop, comma},
                             {"$1.250.000,oo M/CTE", 1250000, 0, Unit::cop, comma},
                             {"$1.250.000=", 1250000, 0, Unit::cop, comma},
                             {"$1.250.000.=", 1250000, 0, Unit::cop, comma},
                             {"$1.250.000.-", 1250000, 0, Unit::cop, comma},
                             {"$13.983.147.", 13983147, 0, Unit::cop, comma},
                             {"$ 4.600 anuales", 4600, 0, Unit::cop, unknown, "anuales"},
                         }));

INSTANTIATE_TEST_SUITE_P(Scaled, ReadsFigure,
                         testing::ValuesIn(std::vector<Figure>{
                             {"20 millones", 20, 6},
                             {"1 millón", 1, 6},
                             {"$ 300 millones", 300, 6, Unit::cop},
                             {"$ 300 millones de pesos", 300, 6, Unit::cop},
                             {"$1,5 billones", 15, 11, Unit::cop, comma},
                             {"1 billón de pesos", 1, 12, Unit::cop},
                             {"$105 mil millones", 105, 9, Unit::cop},
                             {"105 miles de millones", 105, 9},
                             {"2,5 mil millones", 25, 8, Unit::count, comma},
                             {"8 mil", 8, 3},
                             {"8 mil personas", 8, 3, Unit::count, unknown, "personas"},
                             {"$ 300 mill.", 300, 6, Unit::cop},
                             {"$ 300 MM", 300, 6, Unit::cop},
                             {"300 mm", 300, 0, Unit::count, unknown, "mm"},
                             {"1.234,5 millones", 12345, 5, Unit::count, comma},
                             {"5 mil 200", 5200, 0},
                             {"14 mil 300 millones", 14300, 6},
                             {"2 millones 300 mil", 2300, 3},
                             {"2 millones 300 mil pesos", 2300, 3, Unit::cop},
                             {"2 millones 300 mil 150 pesos", 2300150, 0, Unit::cop},
                             {"20 mil billones", 20000, 12},
                         }));

INSTANTIATE_TEST_SUITE_P(Percentages, ReadsFigure,
                         testing::ValuesIn(std::vector<Figure>{
                             {"23%", 23, 0, Unit::percent},
                             {"23 %", 23, 0, Unit::percent},
                             {"100\n%", 100, 0, Unit::percent},
                             {"97,526%", 97526, -3, Unit::percent, comma},
                             {"2,237%", 2237, -3, Unit::percent, comma},
                             {"97.526%", 97526, -3, Unit::percent, point},
                             {"18,65%", 1865, -2, Unit::percent, comma},
                             {"84.11%", 8411, -2, Unit::percent, point},
                             {"100,00 %", 10000, -2, Unit::percent, comma},
                             {"0,87%", 87, -2, Unit::percent, comma},
                             {"12.5%.", 125, -1, Unit::percent, point},
                             {"95 por ciento", 95, 0, Unit::percent},
                             {"-0,6%", -6, -1, Unit::percent, comma},
                             {"+400 %", 400, 0, Unit::percent},
                             {"(12,5)%", -125, -1, Unit::percent, comma},
                             {"% 97,5", 975, -1, Unit::percent, comma},
                             {"100% de los informes", 100, 0, Unit::percent, unknown, "de los informes"},
                             {"50%-60%", 50, 0, Unit::percent, unknown, "-60%"},
                         }));

INSTANTIATE_TEST_SUITE_P(Negatives, ReadsFigure,
                         testing::ValuesIn(std::vector<Figure>{
                             {"-13", -13, 0},
                             {"- 13", -13, 0},
                             {"13-", -13, 0},
                             {"13 -", -13, 0},
                             {"(13)", -13, 0},
                             {"( 13 )", -13, 0},
                             {"\u221213", -13, 0},
                             {"–13", -13, 0},
                             {"—13", -13, 0},
                             {"— $ 8.393.818.815", 8393818815, 0, Unit::cop, comma},
                             {"$ 640.915.000 —", 640915000, 0, Unit::cop, comma},
                             {"\u201113", -13, 0},
                             {"-1.411.644.495,13", -141164449513, -2, Unit::count, comma},
                             {"(1.921.252.708,00)", -192125270800, -2, Unit::count, comma},
                             {"-227,599,049", -227599049, 0, Unit::count, point},
                             {"$ -1.250.000", -1250000, 0, Unit::cop, comma},
                             {"-$1.250.000", -1250000, 0, Unit::cop, comma},
                             {"-$ 1.250.000", -1250000, 0, Unit::cop, comma},
                             {"$ (1.250.000)", -1250000, 0, Unit::cop, comma},
                             {"($ 1.250.000)", -1250000, 0, Unit::cop, comma},
                             {"($1.250.000,50)", -125000050, -2, Unit::cop, comma},
                             {"1.250.000-", -1250000, 0, Unit::count, comma},
                             {"$1.250.000 -", -1250000, 0, Unit::cop, comma},
                             {"(-1.250.000)", -1250000, 0, Unit::count, comma},
                             {"US$ (1,500.00)", -150000, -2, Unit::usd, point},
                             {"-0-", 0, 0},
                             {"- 0 -", 0, 0},
                             {"$ - 0 -", 0, 0, Unit::cop},
                         }));

INSTANTIATE_TEST_SUITE_P(WithRest, ReadsFigure,
                         testing::ValuesIn(std::vector<Figure>{
                             {"4 informes", 4, 0, Unit::count, unknown, "informes"},
                             {"4 Informes publicados", 4, 0, Unit::count, unknown, "Informes publicados"},
                             {"12 (doce) jornadas", 12, 0, Unit::count, unknown, "(doce) jornadas"},
                             {"(3) informes", 3, 0, Unit::count, unknown, "informes"},
                             {"- 4 informes", 4, 0, Unit::count, unknown, "informes"},
                             {"42,5 km", 425, -1, Unit::count, comma, "km"},
                             {"42,5km", 425, -1, Unit::count, comma, "km"},
                             {"4informes", 4, 0, Unit::count, unknown, "informes"},
                             {"12 de 15", 12, 0, Unit::count, unknown, "de 15"},
                             {"3 / 5", 3, 0, Unit::count, unknown, "/ 5"},
                             {"60 - 70", 60, 0, Unit::count, unknown, "- 70"},
                             {"1.234.567*", 1234567, 0, Unit::count, comma, "*"},
                             {"1.234.567 (1)", 1234567, 0, Unit::count, comma, "(1)"},
                             {"1.234.567¹", 1234567, 0, Unit::count, comma, "¹"},
                             {"8 de marzoso", 8, 0, Unit::count, unknown, "de marzoso"},
                             {"25 (15%)", 25, 0, Unit::count, unknown, "(15%)"},
                             {"4 informes,\n1 acta", 4, 0, Unit::count, unknown, "informes, 1 acta"},
                         }));

TEST(ReadNumber, OneSeparatorAndThreeDigitsStayOpen) {
  for (const char* text :
       {"84,120", "84.120", "1.050", "-84,120", "(84.120)", "84,120 informes", "05.250", "1\u00A0250.000"}) {
    const NumberReading reading = read_number(text);
    EXPECT_EQ(static_cast<int>(reading.kind), static_cast<int>(ambiguous)) << text;
    EXPECT_EQ(static_cast<int>(reading.shown), static_cast<int>(unknown)) << text;
  }
  const NumberReading reading = read_number("84,120");
  EXPECT_EQ(reading.as_decimal, (Amount{{84120, -3}, Unit::count}));
  EXPECT_EQ(reading.as_groups, (Amount{{84120, 0}, Unit::count}));
  EXPECT_EQ(read_number("-84,120").as_groups, (Amount{{-84120, 0}, Unit::count}));
}

TEST(Numbers, TheMarkOfANoteIsNoPartOfTheFigure) {
  for (const std::string text :
       {"1.912.450.000¹", "1.912.450.000(b)", "1.912.450.000 (1)", "1.912.450.000*", "1.912.450.000 a/"}) {
    const NumberReading reading = read_number(text);
    EXPECT_EQ(reading.kind, NumberKind::number) << text;
    EXPECT_EQ(reading.amount.value, (model::Decimal{1'912'450'000, 0})) << text;
    EXPECT_TRUE(is_note_mark(reading.rest)) << text;
  }
  EXPECT_EQ(read_number("98,3²").amount.value, (model::Decimal{983, -1}));
  // It leaves the figure its sign, and a dash the zero that it is.
  for (const std::string text : {"($2.551.400)*", "($ 2.551.400) **", "(2.551.400)¹", "(2.551.400)(a)", "-2.551.400*"})
    EXPECT_EQ(read_number(text).amount.value, (model::Decimal{-2'551'400, 0})) << text;
  for (const std::string text : {"$ -(1)", "-(1)", "- (b)", "-*", "$ - ²"}) {
    EXPECT_EQ(read_number(text).kind, NumberKind::dash) << text;
    EXPECT_EQ(read_number(text).amount.value, (model::Decimal{0, 0})) << text;
  }
  EXPECT_EQ(read_number("-(125)").amount.value, (model::Decimal{-125, 0}));
  for (const std::string rest : {"(doce)", "m²", "informes", "(62%)", "a", "(z)"})
    EXPECT_FALSE(is_note_mark(rest)) << rest;
}

}  // namespace
}  // namespace cotejo::normalise
