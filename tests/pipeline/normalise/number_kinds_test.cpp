#include <gtest/gtest.h>

#include <string>

#include "pipeline/normalise/numbers/numbers.h"

namespace cotejo::normalise {
namespace {

using model::Amount;
using model::Decimal;
using model::Unit;
using enum NumberKind;
using enum DecimalMark;

struct Kinded {
  std::string text;
  NumberKind kind;
};

TEST(ReadNumber, TellsWhatIsNoFigure) {
  const Kinded cases[] = {
      {"", blank},
      {"  ", blank},
      {"\n", blank},
      {"\u00A0", blank},
      {"$", blank},
      {"%", blank},
      {"\u00AD", blank},
      {"-", dash},
      {"–", dash},
      {"—", dash},
      {"\u2212", dash},
      {"$ -", dash},
      {"$-", dash},
      {"- $", dash},
      {"$ –", dash},
      {"--", dash},
      {"- -", dash},
      {"-%", dash},
      {"- %", dash},
      {"US$ -", dash},
      {"(-)", dash},
      {"$  -   ", dash},
      {"N/A", not_available},
      {"########", not_available},
      {"### ###", not_available},
      {"#¡REF!", not_available},
      {"n/a", not_available},
      {"N.A.", not_available},
      {"NA", not_available},
      {"ND", not_available},
      {"N.D.", not_available},
      {"N/D", not_available},
      {"S/D", not_available},
      {"No aplica", not_available},
      {"NO APLICA.", not_available},
      {"Sin dato", not_available},
      {"Sin información", not_available},
      {"no disponible", not_available},
      {"N/R", not_available},
      {"#N/A", not_available},
      {"#¡REF!", not_available},
      {"#DIV/0!", not_available},
      {"¡#DIV/0!", text},
      {"#¡VALOR!", not_available},
      {"X", mark},
      {"x", mark},
      {" X ", mark},
      {"(X)", mark},
      {"✓", mark},
      {"✔", mark},
      {"✔\uFE0F", mark},
      {"☑", mark},
      {"●", mark},
      {"\uF0FC", mark},
      {"•", mark},
      {"XX", text},
      {"____", text},
      {"Total", text},
      {"Valor", text},
      {"ref", text},
      {"Ley 951 de 2005", text},
      {".", text},
      {"Tres (3) informes", text},
      {"Valor: $ 500", text},
      {"> 90%", text},
      {"Sí", text},
      {"no", text},
      {"Bimestral", text},
      // dates
      {"29/01/2021", text},
      {"31/01/20", text},
      {"2021-01-29", text},
      {"27.01.2012", text},
      {"25.07.16", text},
      {"26-8-16", text},
      {"30 de junio de 2020", text},
      {"30 Abril", text},
      {"10 y 11 de Octubre de 2013", text},
      {"19-20 de septiembre de 2013", text},
      {"30 de Agosto", text},
      {"31-dic-20", text},
      {"01/01/1", text},
      {"20-ene", text},
      {"10:30", text},
      {"8:00 a.m.", text},
      // codes, NIT, radicados, projects, phones
      {"2.1.2.02.02.008", text},
      {"2.1.1", text},
      {"2.1.1.01", text},
      {"10.2.1", text},
      {"2022-071800", text},
      {"900.369.984-1", text},
      {"890501431-0", text},
      {"9005963963-2", text},
      {"2020730010024-01", text},
      {"2020730010024", text},
      {"214320202009-2020730010024-01", text},
      {"130.04.02-013-185", text},
      {"1100-02.50", text},
      {"US081", text},
      {"831-2891", text},
      {"0013-0324-", text},
      {"26005255A", text},
      {"3G", text},
      {"1a", text},
      {"12b", text},
      {"027.001.012", text},
      {"12345678901234567890", text},
      {"2020-2023", text},
      {"3/5", text},
      {"012/2014", text},
      // ordinals and the numbers of lists
      {"1º", text},
      {"5°", text},
      {"1.º", text},
      {"2ª", text},
      {"1er", text},
      {"2do trimestre", text},
      {"3ra", text},
      {"1. Elaborar el informe", text},
      {"1.Elaborar", text},
      {"1.- Elaborar", text},
      {"1) Elaborar", text},
      {"5)", text},
      {"10.2. Plan", text},
      {"1-Gestión", text},
      {"1,2,3", text},
      {"1,5E+09", text},
      {"1234.567.890,12", text},
  };
  for (const auto& [written, kind] : cases) {
    EXPECT_EQ(static_cast<int>(read_number(written).kind), static_cast<int>(kind)) << '"' << written << '"';
  }
}

TEST(ReadNumber, TheProjectNumberShapeYieldsToMoney) {
  EXPECT_EQ(read_number("2020730010024", {unknown, Unit::cop, 0}).amount, (Amount{{2020730010024, 0}, Unit::cop}));
  EXPECT_EQ(read_number("$2020730010024").amount, (Amount{{2020730010024, 0}, Unit::cop}));
}

TEST(ReadNumber, ADashIsZeroInItsUnit) {
  EXPECT_EQ(read_number("$ -").amount, (Amount{{0, 0}, Unit::cop}));
  EXPECT_EQ(read_number("-").amount, (Amount{{0, 0}, Unit::count}));
  EXPECT_EQ(read_number("-", {unknown, Unit::cop, 6}).amount, (Amount{{0, 0}, Unit::cop}));
  EXPECT_EQ(read_number("-%").amount, (Amount{{0, 0}, Unit::percent}));
  EXPECT_TRUE(read_number("$ -").currency_sign);
  EXPECT_TRUE(read_number("$").currency_sign);
}

TEST(ReadNumber, RefusesWhatDoesNotFit) {
  EXPECT_EQ(static_cast<int>(read_number("999999999999999999 mil billones").kind), static_cast<int>(text));
  EXPECT_EQ(static_cast<int>(read_number("1234567890123456789").kind), static_cast<int>(text));
  EXPECT_EQ(static_cast<int>(read_number(std::string(100'000, '9')).kind), static_cast<int>(text));
  std::string dotted;
  for (int i = 0; i < 50'000; ++i) dotted += "1.";
  EXPECT_EQ(static_cast<int>(read_number(dotted).kind), static_cast<int>(text));
}

TEST(Numbers, KnowsWhatASpreadsheetPrintsInPlaceOfAFigure) {
  for (const std::string text : {"########", " #¡REF! ", "#DIV/0!", "8,91E+09", "1E+11"})
    EXPECT_TRUE(is_spreadsheet_error(text)) << text;
  for (const std::string text : {"", "#", "# 5", "8,91", "E+09", "CE+09", "2E-5", "Rubro E+"})
    EXPECT_FALSE(is_spreadsheet_error(text)) << text;
}

}  // namespace
}  // namespace cotejo::normalise
