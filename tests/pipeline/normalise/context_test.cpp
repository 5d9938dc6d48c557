// The decimal sign, unit and scale that figures have from what surrounds them.
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>

#include "pipeline/normalise/numbers/numbers.h"

namespace cotejo::normalise {
namespace {

using model::Amount;
using model::Decimal;
using model::Unit;
using enum NumberKind;
using enum DecimalMark;

TEST(ReadNumber, ContextClosesWhatIsOpen) {
  const NumberContext colombian{comma, Unit::count, 0};
  const NumberContext english{point, Unit::count, 0};
  EXPECT_EQ(read_number("84.120", colombian).amount.value, (Decimal{84120, 0}));
  EXPECT_EQ(read_number("84,120", colombian).amount.value, (Decimal{84120, -3}));
  EXPECT_EQ(read_number("84,120", english).amount.value, (Decimal{84120, 0}));
  EXPECT_EQ(read_number("84.120", english).amount.value, (Decimal{84120, -3}));
  EXPECT_EQ(read_number("8.540 millones", colombian).amount, (Amount{{8540, 6}, Unit::count}));
  EXPECT_EQ(read_number("$8.540 millones", colombian).amount, (Amount{{8540, 6}, Unit::cop}));
  EXPECT_EQ(read_number("$8.540 millones", english).amount, (Amount{{8540, 3}, Unit::cop}));
}

TEST(ReadNumber, ScaledMoneyMayHaveThreeDecimals) {
  const NumberReading reading = read_number("$8.540 millones");
  EXPECT_EQ(static_cast<int>(reading.kind), static_cast<int>(ambiguous));
  EXPECT_EQ(reading.as_groups, (Amount{{8540, 6}, Unit::cop}));
  EXPECT_EQ(reading.as_decimal, (Amount{{8540, 3}, Unit::cop}));
  EXPECT_TRUE(reading.scaled);
}

TEST(ReadNumber, WhatAFigureShowsItselfBeatsTheContext) {
  EXPECT_EQ(read_number("12.5", {comma, Unit::count, 0}).amount.value, (Decimal{125, -1}));
  EXPECT_EQ(read_number("1,234,567", {comma, Unit::count, 0}).amount.value, (Decimal{1234567, 0}));
  EXPECT_EQ(read_number("97,526%", {point, Unit::count, 0}).amount.value, (Decimal{97526, -3}));
  EXPECT_EQ(read_number("$ 84,120", {comma, Unit::cop, 0}).amount.value, (Decimal{84120, 0}));
}

TEST(ReadNumber, ContextGivesUnitAndScaleToMoneyOnly) {
  const NumberContext millions{comma, Unit::cop, 6};
  EXPECT_EQ(read_number("1.234,5", millions).amount, (Amount{{12345, 5}, Unit::cop}));
  EXPECT_EQ(read_number("$ 8.540", millions).amount, (Amount{{8540, 6}, Unit::cop}));
  EXPECT_EQ(read_number("45 %", millions).amount, (Amount{{45, 0}, Unit::percent}));
  EXPECT_EQ(read_number("300 millones", millions).amount, (Amount{{300, 6}, Unit::cop}));
  EXPECT_EQ(read_number("12", {comma, Unit::count, 6}).amount, (Amount{{12, 0}, Unit::count}));
  EXPECT_EQ(read_number("97,5", {comma, Unit::percent, 6}).amount, (Amount{{975, -1}, Unit::percent}));
  EXPECT_EQ(read_number("$ 12", {comma, Unit::count, 6}).amount, (Amount{{12, 6}, Unit::cop}));
  EXPECT_EQ(read_number("$ 1,500.50", {unknown, Unit::usd, 0}).amount, (Amount{{150050, -2}, Unit::usd}));
  EXPECT_FALSE(read_number("1.234,5", millions).scaled);
}

// A known sign leaves of an open reading what reading the text with that sign gives.
TEST(ClosedBy, IsTheReadingInAContextOfThatSign) {
  for (const std::string text :
       {"84.120", "84,120", "-84,120", "8.540 millones", "20.879", "$8.540 millones", "12.5"}) {
    for (const DecimalMark mark : {unknown, comma, point}) {
      const NumberReading closed = closed_by(mark, read_number(text), text);
      const NumberReading read = read_number(text, {mark, Unit::count, 0});
      EXPECT_EQ(static_cast<int>(closed.kind), static_cast<int>(read.kind)) << text;
      EXPECT_EQ(closed.amount, read.amount) << text;
      EXPECT_EQ(closed.as_groups, read.as_groups) << text;
    }
  }
}

TEST(DeduceMark, TakesWhatTheFiguresProve) {
  EXPECT_EQ(deduce_mark({"84,120", "1.234.567"}), comma);
  EXPECT_EQ(deduce_mark({"84,120", "1,234,567"}), point);
  EXPECT_EQ(deduce_mark({"84,120", "5.000"}), unknown);
  EXPECT_EQ(deduce_mark({}), unknown);
  EXPECT_EQ(deduce_mark({"Total", "-", "", "N/A"}), unknown);
  EXPECT_EQ(deduce_mark({"1.234.567", "1,234,567"}), unknown);
  EXPECT_EQ(deduce_mark({"1.234.567", "1,234,567", "12,5"}), comma);
  EXPECT_EQ(deduce_mark({"23,50"}), comma);
}

TEST(DeduceMark, PercentagesSpeakOnlyWhereNothingElseDoes) {
  EXPECT_EQ(deduce_mark({"$ 1.234.567", "84.11%", "2.66%"}), comma);
  EXPECT_EQ(deduce_mark({"84.120", "84.11%"}), point);
}

TEST(ScaleOf, ReadsWhatACaptionSays) {
  const std::pair<const char*, std::optional<int>> cases[] = {
      {"Cifras en millones de pesos", 6},
      {"(Cifras en millones de pesos corrientes)", 6},
      {"Valores en millones", 6},
      {"(en miles)", 3},
      {"Cifras en miles de pesos", 3},
      {"miles de pesos", 3},
      {"Millones de pesos", 6},
      {"Cifras en miles de millones de pesos", 9},
      {"Cifras en mil millones", 9},
      {"Cifras expresadas en millones de pesos", 6},
      {"Apropiación definitiva (millones de pesos)", 6},
      {"Valor ($ millones)", 6},
      {"Valor en MM", 6},
      {"en billones de pesos", 12},
      {"CIFRAS EN PESOS", 0},
      {"Valores en pesos ($)", 0},
      {"Cifras en dólares", 0},
      {"", std::nullopt},
      {"Presupuesto de gastos 2020", std::nullopt},
      {"se ejecutaron 8.540 millones", std::nullopt},
      {"por ciento cinco mil millones de pesos", std::nullopt},
      {"en miles de personas", std::nullopt},
      {"en miles de hogares del país", std::nullopt},
  };
  for (const auto& [caption, scale] : cases) EXPECT_EQ(scale_of(caption), scale) << caption;
}

}  // namespace
}  // namespace cotejo::normalise
