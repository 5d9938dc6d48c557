#include "extractors/tables/ledger/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extractors/page_maker.h"
#include "tests/extractors/tables/typed_page.h"

namespace cotejo::tables {
namespace {

using test::PageMaker;
using testing::ElementsAre;
using testing::IsEmpty;

// The figures outside when no table was found on the page but these.
std::vector<std::string> outside(const model::Page& page, const std::vector<PageTable>& tables = {}) {
  const std::vector<layout::Place> places(page.words.size(), layout::Place::body);
  std::vector<std::string> texts;
  for (const model::OutsideFigure& figure : figures_outside(page, owners_of(page, tables, places)))
    texts.push_back(figure.text);
  return texts;
}

std::vector<std::string> outside(const std::vector<std::string>& lines) {
  return outside(TypedPage(lines).page);
}

TEST(Ledger, FiguresOfATableThatWasNotReadAreOutside) {
  EXPECT_THAT(outside({"Rubro                Definitiva     Pagos", "Gastos de personal        1.000       500",
                       "Transferencias               80        75", "", "El resto del informe no trae cifras."}),
              ElementsAre("1.000", "500", "80", "75"));
}

TEST(Ledger, OneColumnOfFiguresNeedsMoreRowsWithLabels) {
  const std::vector<std::string> rows{"Quejas          28", "Reclamos         9", "Peticiones     104",
                                      "Sugerencias      1"};
  EXPECT_THAT(outside(rows), ElementsAre("28", "9", "104", "1"));
  EXPECT_THAT(outside({rows[0], rows[1], rows[2]}), IsEmpty());
}

TEST(Ledger, TextsInColumnsWithANumberOrADateAreATable) {
  EXPECT_THAT(
      outside({"1    Ejecutar las audiencias      Control Interno", "2    Actualizar los planes        Hacienda",
               "3    Publicar los informes        Planeacion", "4    Formular el plan             Planeacion"}),
      ElementsAre("1", "2", "3", "4"));
  EXPECT_THAT(outside({"Ejecutar las audiencias      Control Interno   19 de agosto de 2013",
                       "Actualizar los planes        Hacienda          5 de marzo de 2013",
                       "Publicar los informes        Planeacion        25 de febrero de 2013",
                       "Formular el plan             Planeacion        1 de julio de 2013"}),
              testing::SizeIs(4));
}

TEST(Ledger, MarksUnderColumnsStandForFigures) {
  EXPECT_THAT(
      outside({"5 Realizar las campañas       Hacienda       X", "6 Publicar los comites        Planeacion           X",
               "7 Actualizar el plan          Cultura        X     X",
               "8 Ejecutar el inventario      Hacienda       X"}),
      ElementsAre("X", "X", "X", "X", "X"));
}

TEST(Ledger, CodesBesideFiguresAreRowsThoughTheirLabelsStandOnOtherLines) {
  EXPECT_THAT(outside({"           Bonificacion por", "402211001                     7.178.402", "           servicios",
                       "           Horas extras,", "402211002                     6.360.791", "           dominicales",
                       "           Aportes al", "402211003                             0", "           SENA", "",
                       "402211004  Dotacion           6.168.295"}),
              testing::SizeIs(8));
}

TEST(Ledger, WhatATableHoldsIsNotOutside) {
  const TypedPage typed({"Rubro                Definitiva     Pagos", "Gastos de personal        1.000       500",
                         "Transferencias               80        75"});
  PageTable table;
  table.cells.push_back({});
  for (std::size_t w = 0; w < typed.page.words.size(); ++w) table.cells[0].words.push_back(static_cast<int>(w));
  EXPECT_THAT(outside(typed.page, {table}), IsEmpty());
}

TEST(Ledger, ARowOfTotalsUnderATableIsOutsideByItsColumns) {
  const TypedPage typed({"Gastos de personal        1.000       500", "Transferencias               80        75", "",
                         "", "TOTAL                     1.080       575"});
  PageTable table;
  table.cells.push_back({});
  for (std::size_t w = 0; w < typed.page.words.size(); ++w)
    if (typed.page.words[w].box.y0 < 80) table.cells[0].words.push_back(static_cast<int>(w));
  EXPECT_THAT(outside(typed.page, {table}), ElementsAre("1.080", "575"));
}

TEST(Ledger, ProseAndListsAreNoRanks) {
  EXPECT_THAT(outside({"En 2021 se recibieron 345 solicitudes, de las cuales 200 se respondieron a tiempo y",
                       "En 2022 se recibieron 346 solicitudes, de las cuales 201 se respondieron a tiempo y",
                       "En 2023 se recibieron 347 solicitudes, de las cuales 202 se respondieron a tiempo."}),
              IsEmpty());
  EXPECT_THAT(outside({"1.   Q-54-13-043      8.   Q-54-13-127", "2.   Q-54-13-044      9.   Q-54-13-132",
                       "3.   Q-54-13-060      10.  Q-54-13-133", "4.   Q-54-13-078      11.  Q-54-13-134",
                       "5.   Q-54-13-121      12.  Q-54-13-135"}),
              IsEmpty());
}

TEST(Ledger, AListOfContentsIsNone) {
  EXPECT_THAT(outside({"Introducción ............. 3", "Metodología ............ 4", "Aspectos administrativos .... 5",
                       "Misión ......... 5", "Organigrama ........... 10"}),
              IsEmpty());
  // Figures that fall are no page numbers.
  EXPECT_THAT(outside({"Quejas ........  28", "Reclamos ......   9", "Peticiones .... 104", "Sugerencias ...   1"}),
              ElementsAre("28", "9", "104", "1"));
}

TEST(Ledger, LabelsOfBarsAreAChart) {
  const auto page = [](double bar_height, bool same_width, double pitch = 30) {
    PageMaker maker;
    for (int row = 0; row < 4; ++row) {
      const double y = 100 + pitch * row, end = same_width ? 300 : 250 + 13 * row;
      maker.text(60, y, "Área")
          .text(200, y, std::to_string(20 + row * row))
          .text(340, y, std::to_string(40 - row * row));
      maker.shade({150, y - 3 - bar_height / 2, end, y - 3 + bar_height / 2});
      maker.shade({end, y - 3 - bar_height / 2, 500, y - 3 + bar_height / 2});
    }
    return maker.page();
  };
  EXPECT_THAT(outside(page(4, true)), IsEmpty());
  EXPECT_THAT(outside(page(16, false)), IsEmpty());
  EXPECT_THAT(outside(page(12, true)), IsEmpty());
  EXPECT_THAT(outside(page(16, true, 16)), testing::SizeIs(8));
  EXPECT_THAT(outside(page(16, true, 20)), testing::SizeIs(8));
}

TEST(Ledger, EveryWordHasOneOwner) {
  TypedPage typed(
      {"Texto de la página", "Quejas          28", "Reclamos         9", "Peticiones     104", "Sugerencias      1"});
  typed.page.words[0].hidden = true;
  std::vector<layout::Place> places(typed.page.words.size(), layout::Place::body);
  places[1] = layout::Place::head;
  EXPECT_THAT(owners_of(typed.page, {}, places),
              ElementsAre(Owner::hidden, Owner::running, Owner::text, Owner::text, Owner::text, Owner::outside,
                          Owner::text, Owner::outside, Owner::text, Owner::outside, Owner::text, Owner::outside));
}

}  // namespace
}  // namespace cotejo::tables
