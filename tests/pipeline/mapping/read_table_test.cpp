#include "pipeline/mapping/read_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/mapping/columns/columns.h"
#include "pipeline/mapping/columns/head.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/words_of.h"
#include "tests/pipeline/mapping/bundle_of.h"

namespace cotejo::mapping {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::table_of;

TableReading read(const model::Table& table, const Surroundings& around = {}) {
  static const Vocabulary vocabulary = Vocabulary::standard();
  return read_table(make_sheet(table), 0, around, vocabulary);
}

std::vector<RowRole> roles(const TableReading& reading) {
  std::vector<RowRole> out;
  for (const RowReading& row : reading.rows) out.push_back(row.role);
  return out;
}

TEST(Years, AreNamedByTextsAndNotByLaws) {
  EXPECT_THAT(years_in("ejecucion a 31 de diciembre de 2020"), ElementsAre(2020));
  EXPECT_THAT(years_in("vigencias 2020 2023"), ElementsAre(2020, 2023));
  EXPECT_THAT(years_in("ley 951 de 2005"), IsEmpty());
  EXPECT_THAT(years_in("decreto no 1000 0058 del 04 de octubre de 2021"), IsEmpty());
  EXPECT_THAT(years_in("acuerdo municipal 018 de 2019 presupuesto 2020"), ElementsAre(2020));
  EXPECT_THAT(years_in("1850 2345 12020"), IsEmpty());
  EXPECT_EQ(single_year("presupuesto ejecutado vigencia 2020 plan 2016 2019"), 2020);
  EXPECT_EQ(single_year("presupuesto ejecutado vigencia 2020 2023"), 0);
  EXPECT_EQ(only_year("vigencia fiscal 2021"), 2021);
  EXPECT_EQ(only_year("reservas 2021"), 0);
}

TEST(HeaderRows, ArePutRightByWhatTheRowsHold) {
  const auto rows = [](const model::Table& table) { return header_rows_of(make_sheet(table)); };
  EXPECT_EQ(rows(table_of("", {{"Rubro", "Valor"}, {"Uno", "$ 1.000"}}, 1)), 1);
  EXPECT_EQ(rows(table_of("", {{"Rubro", "Valor"}, {"Uno", "$ 1.000"}}, 0)), 1);  // not told
  EXPECT_EQ(rows(table_of("", {{"Uno", "$ 1.000"}, {"Dos", "$ 2.000"}}, 1)), 0);  // told of a row of figures
  EXPECT_EQ(rows(table_of("", {{"Rubro", "Compromisos", ""}, {"", "2019", "2020"}, {"Uno", "1.000", "2.000"}}, 1,
                          {{0, 0, 2, 1}, {0, 1, 1, 2}})),
            2);
  EXPECT_EQ(rows(table_of("", {{"Rubro", "Valor"}, {"FUNCIONAMIENTO", ""}, {"Uno", "$ 1.000"}}, 1, {{1, 0, 1, 2}})),
            1);  // a section is no head
  EXPECT_EQ(rows(table_of("", {{"EJECUCIÓN", ""}, {"Rubro", "Valor"}, {"Uno", "$ 1.000"}}, 1, {{0, 0, 1, 2}})),
            2);  // a title over the head
  EXPECT_EQ(rows(table_of("", {{"Actividad", "Responsable"}, {"Publicar", "Prensa"}}, 1)), 1);
  EXPECT_EQ(rows(table_of("", {{"Uno"}}, 1)), 0);
}

TEST(RowRoles, AreToldByWordsMergesAndContents) {
  const auto reading = read(table_of("",
                                     {{"Rubro", "Apropiación", "Pagos"},
                                      {"FUNCIONAMIENTO", "", ""},
                                      {"Nómina", "$ 2.000.000", "$ 1.000.000"},
                                      {"Servicios", "$ 3.000.000", "$ 1.000.000"},
                                      {"Subtotal funcionamiento", "$ 5.000.000", "$ 2.000.000"},
                                      {"", "", ""},
                                      {"Rubro", "Apropiación", "Pagos"},
                                      {"Vías", "$ 7.000.000", "$ 1.500.000"},
                                      {"TOTAL GASTOS", "$ 12.000.000", "$ 3.500.000"},
                                      {"Fuente: Secretaría de Hacienda", "", ""}},
                                     1, {{1, 0, 1, 3}, {9, 0, 1, 3}}));
  EXPECT_THAT(roles(reading),
              ElementsAre(RowRole::header, RowRole::section, RowRole::line, RowRole::line, RowRole::subtotal,
                          RowRole::blank, RowRole::header, RowRole::line, RowRole::total, RowRole::note));
  EXPECT_EQ(reading.rows[2].section, "FUNCIONAMIENTO");
  EXPECT_EQ(reading.rows[2].parent, 1);
  EXPECT_EQ(reading.rows[2].level, 1);
}

TEST(Columns, ADenialIsNoNumber) {
  const auto role = [](const std::string& head) {
    return read(table_of(
                    "", {{"EPS", "Recibidas", head}, {"Sura", "5", "2"}, {"Coosalud", "8", "0"}, {"Pijaos", "4", "3"}}))
        .columns[2]
        .role;
  };
  EXPECT_EQ(role("no aprobadas"), ColumnRole::count);
  EXPECT_EQ(role("No. aprobado"), ColumnRole::number);
}

TEST(RowTree, FollowsCodesInAnyOrder) {
  const auto reading = read(table_of("", {{"Código", "Nombre", "Apropiación"},
                                          {"2.1.01", "Hijo", "$ 1.000.000"},
                                          {"2", "Todo", "$ 3.000.000"},
                                          {"2.1", "Parte", "$ 3.000.000"},
                                          {"2.1.02", "Hijo", "$ 2.000.000"},
                                          {"2.10", "Otro", "$ 0"}}));
  EXPECT_EQ(reading.rows[1].parent, 3);
  EXPECT_EQ(reading.rows[4].parent, 3);
  EXPECT_EQ(reading.rows[3].parent, 2);
  EXPECT_EQ(reading.rows[5].parent, 2);
  EXPECT_EQ(reading.rows[1].level, 2);
  EXPECT_EQ(reading.rows[3].role, RowRole::subtotal);
  EXPECT_EQ(reading.rows[5].role, RowRole::line);
}

TEST(RowTree, FollowsUndottedCodesWhereTheFiguresBearItOut) {
  const auto rows_of = [](const std::string& sum) {
    return read(table_of("", {{"Rubro", "Nombre", "Apropiación"},
                              {"2143201", "Nómina", "$ 1.000.000"},
                              {"2144", "Inversión", "$ 5.000.000"},
                              {"2143", "Gastos de personal", sum},
                              {"2143202", "Servicios", "$ 2.000.000"}}))
        .rows;
  };
  EXPECT_EQ(rows_of("$ 3.000.000")[1].parent, 3);
  EXPECT_EQ(rows_of("$ 3.000.000")[4].parent, 3);
  EXPECT_EQ(rows_of("$ 3.000.000")[3].role, RowRole::subtotal);
  EXPECT_EQ(rows_of("$ 9.000.000")[1].parent, -1);
}

TEST(RowTree, TakesIndentationOnlyWhereTheFiguresBearItOut) {
  const auto indented = [](const std::string& first) {
    model::Table table = table_of("", {{"Concepto", "Apropiación", "Pagos"},
                                       {"Funcionamiento", first, "$ 900.000"},
                                       {"Nómina", "$ 1.000.000", "$ 500.000"},
                                       {"Servicios", "$ 2.000.000", "$ 400.000"},
                                       {"Deuda", "$ 700.000", "$ 300.000"}});
    for (model::Cell& cell : table.cells) {
      if (cell.column == 0 && (cell.row == 2 || cell.row == 3)) cell.indent = 12;
    }
    return read(table).rows;
  };
  EXPECT_EQ(indented("$ 3.000.000")[2].parent, 1);
  EXPECT_EQ(indented("$ 3.100.000")[2].parent, 1);  // one figure off, the other holds
  model::Table centred =
      table_of("", {{"Concepto", "Apropiación"}, {"Uno", "$ 5"}, {"Dos", "$ 6"}, {"Tres", "$ 7"}, {"Cuatro", "$ 8"}});
  for (model::Cell& cell : centred.cells) cell.indent = cell.row % 2 == 0 ? 12 : 0;
  for (const RowReading& row : read(centred).rows) EXPECT_EQ(row.parent, -1);
}

TEST(Figures, TakeTheDecimalSignOfColumnTableAndDocument) {
  const std::vector<std::vector<std::string>> rows{{"Concepto", "Índice"}, {"Uno", "84,120"}, {"Dos", "12,5"}};
  const auto by_column = read(table_of("", rows));
  EXPECT_EQ(by_column.at(1, 1).number.amount.value, (model::Decimal{84120, -3}));
  const auto open = read(table_of("", {{"Concepto", "Índice"}, {"Uno", "84,120"}, {"Dos", "91,305"}}));
  EXPECT_EQ(open.at(1, 1).number.kind, normalise::NumberKind::ambiguous);
  Surroundings around;
  around.mark = normalise::DecimalMark::point;
  const auto by_document = read(table_of("", {{"Concepto", "Índice"}, {"Uno", "84,120"}, {"Dos", "91,305"}}), around);
  EXPECT_EQ(by_document.at(1, 1).number.amount.value, (model::Decimal{84120, 0}));
}

TEST(Figures, AreReadInTablesOfEveryKindAndSharedByMergedPlaces) {
  const auto reading = read(
      table_of("", {{"Área", "Hombres", "Mujeres"}, {"Despacho", "3", "4"}, {"Archivo", "", "2"}}, 1, {{1, 1, 2, 1}}));
  EXPECT_EQ(reading.kind, model::TableKind::other);
  EXPECT_EQ(reading.at(1, 1).number.amount.value, (model::Decimal{3, 0}));
  EXPECT_EQ(reading.at(2, 1).cell, reading.at(1, 1).cell);
  EXPECT_TRUE(reading.at(1, 1).origin);
  EXPECT_FALSE(reading.at(2, 1).origin);
  EXPECT_EQ(reading.columns[1].role, ColumnRole::count);
}

TEST(Figures, AreNotTakenFromCodesDatesAndHeads) {
  const auto reading =
      read(table_of("", {{"Código", "Fecha", "2020"}, {"2143201", "12/08/2020", "5"}, {"2143202", "13/08/2020", "6"}}));
  EXPECT_EQ(reading.columns[0].role, ColumnRole::code);
  EXPECT_EQ(reading.columns[1].role, ColumnRole::date);
  EXPECT_EQ(reading.at(1, 0).number.kind, normalise::NumberKind::text);
  EXPECT_EQ(reading.at(1, 1).number.kind, normalise::NumberKind::text);
  EXPECT_EQ(reading.at(0, 2).number.kind, normalise::NumberKind::text);
  EXPECT_EQ(reading.at(1, 2).number.kind, normalise::NumberKind::number);
}

TEST(HostileTables, AreRefusedOrReadWithoutHarm) {
  model::Table huge;
  huge.rows = 2'000'000'000;
  huge.columns = 2'000'000'000;
  EXPECT_THAT(read(huge).columns, IsEmpty());
  model::Table odd = table_of("", {{"a", "b"}, {"c", "d"}});
  odd.cells[0].row = -5;
  odd.cells[1].column = 900;
  odd.cells[2].row_span = 1'000'000'000;
  odd.cells[3].column_span = -7;
  EXPECT_EQ(read(odd).rows.size(), 2u);
  model::Table overlapping = table_of("", {{"a", "b"}, {"c", "d"}});
  for (model::Cell& cell : overlapping.cells) cell = overlapping.cells[0];
  overlapping.cells[0].row_span = overlapping.cells[0].column_span = 2;
  EXPECT_EQ(read(overlapping).rows.size(), 2u);
  model::Table negative;
  negative.rows = -3;
  negative.columns = 4;
  EXPECT_THAT(read(negative).rows, IsEmpty());
}

TEST(ReadTable, APieceOfACutFigureIsNoFigure) {
  const TableReading table =
      read(table_of("Ejecución de gastos 2020", {{"Rubro", "Apropiación", "Pagos"},
                                                 {"Vías", "$ 3.659.403.260", "$ 3.414.550."},
                                                 {"", "", "663"},
                                                 {"Escuelas", "$ 1.141.188.708", "$ 107.281.423"},
                                                 {"Salud", "$ 695.000.000,0 0", "$ 12"},
                                                 {"Cultura", "$ 1.524.331", "$ 1.250"}}));
  for (const auto& [row, column] : {std::pair{1, 2}, {2, 2}, {4, 1}})
    EXPECT_EQ(table.at(row, column).number.kind, normalise::NumberKind::text) << row;
  for (const auto& [row, column] : {std::pair{1, 1}, {3, 2}, {4, 2}, {5, 1}, {5, 2}})
    EXPECT_EQ(table.at(row, column).number.kind, normalise::NumberKind::number) << row;
  EXPECT_EQ(table.left_out.size(), 1U);
}

}  // namespace
}  // namespace cotejo::mapping
