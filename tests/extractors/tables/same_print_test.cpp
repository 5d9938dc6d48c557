#include "extractors/tables/logical/same_print.h"

#include <gtest/gtest.h>

#include <string>

namespace cotejo::tables {
namespace {

std::vector<PartCell> row(const std::vector<std::string>& texts, model::Origin origin = model::Origin::ocr) {
  std::vector<PartCell> cells;
  for (const std::string& text : texts) {
    PartCell part;
    part.cell.column = static_cast<int>(cells.size());
    part.cell.text = text;
    part.cell.origin = origin;
    cells.push_back(part);
  }
  return cells;
}

std::vector<const PartCell*> pointers(const std::vector<PartCell>& cells) {
  std::vector<const PartCell*> out;
  for (const PartCell& cell : cells) out.push_back(&cell);
  return out;
}

bool same(const std::vector<PartCell>& a, const std::vector<PartCell>& b) {
  return same_row(pointers(a), pointers(b));
}

TEST(SamePrint, AHeadMisreadOnALaterPageOfAScanIsTheSame) {
  const std::vector<std::string> head{"Rubro", "Certificados de disponibilidad", "Compromiso\ns", "Causado", "Pagos"};
  const std::vector<std::string> again{"Rubro", "Certificados de disponibitidad", "Compromiso\n5", "Causado", "Pagos"};
  EXPECT_TRUE(same(row(head), row(again)));
  EXPECT_FALSE(same(row(head, model::Origin::text), row(again, model::Origin::text)));
  EXPECT_TRUE(same_words(row(head), 1, row(again), 1));
  EXPECT_FALSE(same(row(head), row({"Rubro", "Apropiaci\u00f3n", "Compromisos", "Causado", "Pagos"})));
}

TEST(SamePrint, AnotherYearOrAFigureIsNoMisreading) {
  EXPECT_FALSE(alike_readings("Vigencia 2019", "Vigencia 2020"));
  EXPECT_FALSE(alike_readings("36.148.700.000", "36.148.100.000"));
  EXPECT_FALSE(alike_readings("Cr\u00e9ditos", "D\u00e9bitos"));
  EXPECT_TRUE(alike_readings("Obligaciones acumutadas", "Obligaciones acumuladas"));
  EXPECT_FALSE(alike_readings("CDP", "RP"));
  EXPECT_FALSE(same(row({"2.1", "Gastos", "100"}), row({"2.1", "Gastos", "700"})));
}

}  // namespace
}  // namespace cotejo::tables
