#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extractors/page_maker.h"
#include "tests/extractors/tables/tables_as_text.h"
#include "tests/extractors/tables/typed_page.h"

// Tables that go on over pages, and those that do not.
namespace cotejo::tables {
namespace {

using test::PageMaker;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// ---- over pages

std::vector<std::vector<std::string>> numbered(int from, int to) {
  std::vector<std::vector<std::string>> rows;
  for (int i = from; i <= to; ++i)
    rows.push_back({"Fila " + std::to_string(i), std::to_string(100 + i), std::to_string(200 + i)});
  return rows;
}

std::vector<std::vector<std::string>> with_head(std::vector<std::vector<std::string>> rows) {
  rows.insert(rows.begin(), {"Rubro", "Inicial", "Pagos"});
  return rows;
}

TEST(ReadContent, ARepeatedHeadIsDropped) {
  PageMaker first(1), second(2);
  first.table(50, 80, three, with_head(numbered(1, 42)));
  second.table(50, 80, three, with_head(numbered(43, 45)));
  const Content content = read_content({first.page(), second.page()});
  ASSERT_THAT(content.tables, SizeIs(1));
  EXPECT_EQ(content.tables[0].rows, 46);
  EXPECT_EQ(content.tables[0].header_rows, 1);
  EXPECT_EQ(content.tables[0].first_page, 1);
  EXPECT_EQ(content.tables[0].last_page, 2);
  EXPECT_EQ(content.tables[0].cells[static_cast<std::size_t>(content.tables[0].at(43, 0))].page, 2);
  EXPECT_THAT(content.tables[0].page_boxes, SizeIs(2));
}

TEST(ReadContent, ATableWithoutARepeatedHeadGoesOnToo) {
  PageMaker first(1), second(2);
  first.table(50, 80, three, with_head(numbered(1, 42)));
  second.table(50, 80, three, numbered(43, 45), 0);
  EXPECT_THAT(tables_of({first.page(), second.page()}), SizeIs(1));
}

TEST(ReadContent, ATableGoesOnPastTheNotesAtTheFootOfItsPage) {
  const auto tables = [](bool head, const std::string& mark, bool with_rule) {
    PageMaker first(1), second(2);
    first.table(50, 80, three, with_head(numbered(1, 40)));
    if (with_rule) first.line(50, 720, 180, 720).line(50, 719.7, 50, 720.3);
    first.text(50, 730, mark, 5);
    first.text(66, 730, "Tomado del sistema de información con corte a diciembre.", 8);
    first.text(50, 742, "Se revisó en enero.", 8);
    second.table(50, 80, three, head ? with_head(numbered(41, 45)) : numbered(41, 45), head ? 1 : 0);
    // A page without notes is filled further down.
    PageMaker third(3);
    third.text(50, 750, "Lo que sigue en otra página del informe llega hasta aquí.");
    return tables_of({first.page(), second.page(), third.page()});
  };
  EXPECT_THAT(tables(false, "1", true), SizeIs(1));
  EXPECT_THAT(tables(true, "1", true), SizeIs(1));
  EXPECT_THAT(tables(false, "*", true), SizeIs(1));
  EXPECT_THAT(tables(false, "1Tomado", true), SizeIs(1));
  EXPECT_THAT(tables(false, "1.200", true), SizeIs(2));
  EXPECT_THAT(tables(false, "Luego", true), SizeIs(2));
  EXPECT_THAT(tables(false, "1", false), SizeIs(2));
}

TEST(ReadContent, ARepeatedHeadIsDroppedThoughTheTitleOverItStandsOnTheFirstPageAlone) {
  PageMaker first(1), second(2);
  first.table(50, 80, {360}, {{"Ejecución de gastos"}});
  first.table(50, 95, three, with_head(numbered(1, 42)));
  second.table(50, 80, three, with_head(numbered(43, 45)));
  const Content content = read_content({first.page(), second.page()});
  ASSERT_THAT(content.tables, SizeIs(1));
  EXPECT_EQ(content.tables[0].rows, 47);
}

TEST(ReadContent, ATableGoesOnBelowItsNameThatThePageRepeats) {
  const auto page = [](int number, const std::string& name) {
    PageMaker maker(number);
    const double top = number == 1 ? 100 : 60;
    if (number == 1) maker.text(150, 60, "Informe de gestion");
    maker.text(150, top, name);
    std::vector<std::vector<std::string>> rows{{"Fuente", "Vigente", "Pagado"}};
    for (int row = 0; row < 40; ++row) rows.push_back({"Fuente " + std::to_string(number * 100 + row), "631", "136"});
    maker.table(50, top + 8, three, rows);
    return maker.page();
  };
  EXPECT_THAT(read_content({page(1, "GASTOS"), page(2, "GASTOS")}).tables, SizeIs(1));
  EXPECT_THAT(read_content({page(1, "GASTOS"), page(2, "INGRESOS")}).tables, SizeIs(2));
}

TEST(ReadContent, TheSameHeadAfterFreeSpaceBeginsAnotherTable) {
  PageMaker first(1), second(2);
  first.table(50, 80, three, with_head(numbered(1, 5)));
  first.text(280, 760, "Página 1");
  second.table(50, 80, three, with_head(numbered(6, 9)));
  second.text(280, 760, "Página 2");
  EXPECT_THAT(tables_of({first.page(), second.page()}), SizeIs(2));
}

TEST(ReadContent, NumbersThatGoOnKeepATableTogetherOverFreeSpace) {
  const auto rows = [](int from, int to, const std::string& what) {
    std::vector<std::vector<std::string>> made = {{"No.", "Actividad", "Meta"}};
    for (int n = from; n <= to; ++n) made.push_back({std::to_string(n), what, "10"});
    return made;
  };
  const auto tables = [&](int next) {
    PageMaker first(1), second(2);
    first.table(50, 80, three, rows(1, 5, "Visitar la vereda"));
    first.text(280, 760, "Página 1");
    second.table(50, 80, three, rows(next, next + 3, "Reparar la escuela"));
    second.text(280, 760, "Página 2");
    return tables_of({first.page(), second.page()});
  };
  EXPECT_THAT(tables(6), SizeIs(1));
  EXPECT_THAT(tables(1), SizeIs(2));
}

TEST(ReadContent, SumsThatAreCarriedOverKeepATableTogether) {
  const auto tables = [&](const std::string& brought) {
    PageMaker first(1), second(2);
    first.table(50, 80, three,
                {{"Rubro", "Definitiva", "Pagos"},
                 {"Sueldos", "483.000", "472.000"},
                 {"Primas", "593.000", "583.000"},
                 {"VAN", "1.076.000", "1.055.000"}});
    first.text(280, 760, "Página 1");
    second.table(50, 80, three,
                 {{"Rubro", "Definitiva", "Pagos"},
                  {"VIENEN", "1.076.000", brought},
                  {"Salud", "482.000", "474.000"},
                  {"TOTAL", "1.558.000", "1.529.000"}});
    second.text(280, 760, "Página 2");
    return tables_of({first.page(), second.page()});
  };
  EXPECT_THAT(tables("1.055.000"), SizeIs(1));
  EXPECT_THAT(tables("1.050.000"), SizeIs(2));
}

TEST(ReadContent, AnotherHeadBeginsAnotherTable) {
  PageMaker first(1), second(2);
  first.table(50, 80, three, with_head(numbered(1, 42)));
  second.table(50, 80, three, {{"Canal", "Cantidad", "Parte"}, {"Correo", "5", "50"}});
  EXPECT_THAT(tables_of({first.page(), second.page()}), SizeIs(2));
}

TEST(ReadContent, TextBetweenTablesPartsThem) {
  PageMaker first(1), second(2);
  first.table(50, 80, three, with_head(numbered(1, 40)));
  second.text(50, 70, "Otra cosa que se dice antes de la tabla que sigue.");
  second.table(50, 80, three, numbered(43, 45), 0);
  EXPECT_THAT(tables_of({first.page(), second.page()}), SizeIs(2));
}

TEST(ReadContent, AMissingPageEndsTheTable) {
  PageMaker first(1), third(3);
  first.table(50, 80, three, with_head(numbered(1, 42)));
  third.table(50, 80, three, numbered(43, 45), 0);
  EXPECT_THAT(tables_of({first.page(), third.page()}), SizeIs(2));
}

TEST(ReadContent, ARowCutByThePageIsOneRow) {
  PageMaker first(1), second(2);
  auto rows = with_head(numbered(1, 38));
  rows.push_back({"Convenio", "Se realizaron\nlas capacitaciones\nque el plan", "100"});
  first.table(50, 80, three, rows);
  second.table(50, 80, three, {{"", "de acción ordena.", ""}, {"Fila 40", "140", "240"}}, 0);
  const Content content = read_content({first.page(), second.page()});
  ASSERT_THAT(content.tables, SizeIs(1));
  const model::Table& table = content.tables[0];
  EXPECT_EQ(table.rows, 41);
  EXPECT_EQ(table.cells[static_cast<std::size_t>(table.at(39, 1))].text,
            "Se realizaron las capacitaciones que el plan de acción ordena.");
  EXPECT_EQ(table.cells[static_cast<std::size_t>(table.at(40, 0))].text, "Fila 40");
}

TEST(ReadContent, ALabelMergedOverTheBreakGoesOnInMidSentence) {
  PageMaker first(1), second(2);
  auto rows = with_head(numbered(1, 41));
  rows.push_back({"Dirección de participación", "100", "200"});
  first.table(50, 80, three, rows);
  second.table(50, 80, three, {{"ciudadana", "101", "201"}, {"Fila 44", "144", "244"}}, 0);
  const Content content = read_content({first.page(), second.page()});
  ASSERT_THAT(content.tables, SizeIs(1));
  EXPECT_EQ(content.tables[0].rows, 45);
  const model::Cell& label = content.tables[0].cells[static_cast<std::size_t>(content.tables[0].at(42, 0))];
  EXPECT_EQ(label.text, "Dirección de participación ciudadana");
  EXPECT_EQ(label.row_span, 2);
}

TEST(ReadContent, ATotalWithoutACodeIsNoCutRow) {
  PageMaker first(1), second(2);
  auto rows = with_head(numbered(1, 42));
  first.table(50, 80, three, rows);
  second.table(50, 80, three, {{"", "5.000", "6.000"}}, 0);
  const Content content = read_content({first.page(), second.page()});
  ASSERT_THAT(content.tables, SizeIs(1));
  EXPECT_EQ(content.tables[0].rows, 44);
}

TEST(ReadContent, AMergedCellCutByThePageIsOneCell) {
  PageMaker first(1), second(2);
  // The first column of the last rows is merged: no level lines through it.
  const auto grid = [](PageMaker& maker, double top, int rows, const std::string& group) {
    const double bottom = top + 15.0 * rows;
    for (const double x : {50.0, 150.0, 250.0}) maker.line(x, top, x, bottom);
    maker.line(50, top, 250, top).line(50, bottom, 250, bottom);
    for (int r = 1; r < rows; ++r) maker.line(150, top + 15.0 * r, 250, top + 15.0 * r);
    maker.text(53, top + 11, group);
    for (int r = 0; r < rows; ++r) maker.text(153, top + 15.0 * r + 11, "Actividad " + std::to_string(r));
  };
  grid(first, 80, 45, "Grupo");
  grid(second, 80, 3, "");
  const Content content = read_content({first.page(), second.page()});
  ASSERT_THAT(content.tables, SizeIs(1));
  EXPECT_EQ(content.tables[0].rows, 48);
  EXPECT_EQ(content.tables[0].cells[0].row_span, 48);
}

}  // namespace
}  // namespace cotejo::tables
