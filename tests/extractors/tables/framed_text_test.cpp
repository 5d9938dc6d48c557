#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractors/tables/read_content.h"
#include "tests/extractors/page_maker.h"

namespace cotejo::tables {
namespace {

using test::PageMaker;
using testing::ElementsAre;

// A form: emblem, name and code in the frame of its table, a line over all columns, the heads and two rows.
PageMaker form(bool with_line = true) {
  PageMaker page;
  for (const double y : {100, 130, 145, 160, 175, 190}) page.line(50, y, 550, y);
  page.line(110, 115, 550, 115);
  for (const double x : {50, 550}) page.line(x, 100, x, 190);
  for (const double x : {110, 450}) page.line(x, 100, x, 130).line(x, 145, x, 190);
  for (const double x : {250, 350}) page.line(x, 145, x, 190);
  page.text(200, 111, "PROCESO DE MEJORA")
      .text(460, 111, "MPE-02")
      .text(200, 126, "MAPA DE RIESGOS")
      .text(460, 126, "Version 1");
  if (with_line) page.text(55, 141, "ENTIDAD: Contraloria del Departamento");
  const char* const rows[][5] = {{"Proceso", "Causa", "Riesgo", "Accion", "Lider"},
                                 {"Gestion", "Demora", "Perdida", "Revisar", "Jefe"},
                                 {"Archivo", "Fuego", "Olvido", "Copiar", "Auxiliar"}};
  const double left[] = {55, 115, 255, 355, 455};
  for (int r = 0; r < 3; ++r)
    for (int c = 0; c < 5; ++c) page.text(left[c], 156 + 15 * r, rows[r][c], 10, r == 0);
  return page;
}

TEST(FramedText, WhatIsPrintedOverEveryFormIsNoneOfItsTable) {
  const Content content = read_content({form().page()});
  ASSERT_EQ(content.tables.size(), 1U);
  const model::Table& table = content.tables[0];
  EXPECT_EQ(table.rows, 3);
  EXPECT_EQ(table.columns, 5);
  EXPECT_EQ(table.header_rows, 1);
  std::vector<std::string> heads;
  for (const model::Cell& cell : table.cells)
    if (cell.row == 0) heads.push_back(cell.text);
  EXPECT_THAT(heads, ElementsAre("Proceso", "Causa", "Riesgo", "Accion", "Lider"));
  std::string text;
  for (const model::Block& block : content.blocks) text += block.text + "\n";
  EXPECT_THAT(text, testing::HasSubstr("ENTIDAD: Contraloria"));
  EXPECT_THAT(text, testing::HasSubstr("MPE-02"));
}

// Heads of two rows with few groups have no line over all columns below them.
TEST(FramedText, GroupedHeadsStay) {
  PageMaker page;
  for (const double y : {100, 115, 130, 145, 160}) page.line(50, y, 450, y);
  for (const double x : {50, 450}) page.line(x, 100, x, 160);
  page.line(150, 100, 150, 160);
  for (const double x : {250, 350}) page.line(x, 115, x, 160);
  page.text(55, 111, "Rubro", 10, true).text(155, 111, "Vigencia 2021", 10, true);
  const char* const rows[][4] = {
      {"Codigo", "Inicial", "Final", "Pagos"}, {"1.1", "100", "200", "300"}, {"1.2", "400", "500", "600"}};
  for (int r = 0; r < 3; ++r)
    for (int c = 0; c < 4; ++c) page.text(55 + 100 * c, 126 + 15 * r, rows[r][c], 10, r == 0);
  const Content content = read_content({page.page()});
  ASSERT_EQ(content.tables.size(), 1U);
  EXPECT_EQ(content.tables[0].rows, 4);
}

}  // namespace
}  // namespace cotejo::tables
