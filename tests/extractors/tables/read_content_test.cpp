#include "extractors/tables/read_content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractors/layout/turned.h"
#include "tests/extractors/page_maker.h"
#include "tests/extractors/tables/tables_as_text.h"
#include "tests/extractors/tables/typed_page.h"

namespace cotejo::tables {
namespace {

using test::PageMaker;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(ReadContent, ARuledTableWithItsCaptionAndHead) {
  PageMaker maker;
  maker.text(50, 90, "Tabla 04. Presupuesto ejecutado", 10, true);
  maker.table(50, 100, three,
              {{"Rubro", "Apropiación", "Pagos"}, {"Gastos", "1.000", "500"}, {"Total", "1.000", "500"}});
  const Content content = read_content({maker.page()});
  ASSERT_THAT(content.tables, SizeIs(1));
  const model::Table& table = content.tables[0];
  EXPECT_EQ(text_of(table), "Rubro|Apropiación|Pagos\nGastos|1.000|500\nTotal|1.000|500");
  EXPECT_EQ(table.title, "Tabla 04. Presupuesto ejecutado");
  EXPECT_EQ(table.header_rows, 1);
  EXPECT_EQ(table.rows, 3);
  EXPECT_EQ(table.columns, 3);
  EXPECT_EQ(table.method, model::TableMethod::ruled);
  ASSERT_THAT(content.blocks, SizeIs(1));
  EXPECT_EQ(content.blocks[0].kind, model::BlockKind::caption);
}

TEST(ReadContent, OtherReadingsOfAFigureAreThoseOfItsCell) {
  const auto readings = [](model::Origin origin) {
    PageMaker maker;
    maker.table(50, 100, three, {{"A", "B", "C"}, {"x", "$ 2.260 (1)", "dos mil dos cientos 60"}});
    model::Page page = maker.page();
    for (model::Word& word : page.words) {
      word.origin = origin;
      if (word.text == "2.260") word.alternatives = {{"2.280", 0.3}, {"2.200", 0.5}};
      if (word.text == "60") word.alternatives = {{"6O", 0.5}};
    }
    std::vector<std::string> texts;
    const Content content = read_content({page});
    for (const model::Cell& cell : content.tables.at(0).cells)
      for (const model::Reading& reading : cell.alternatives) texts.push_back(reading.text);
    return texts;
  };
  EXPECT_THAT(readings(model::Origin::ocr), ElementsAre("$ 2.200 (1)", "$ 2.280 (1)"));
  EXPECT_THAT(readings(model::Origin::text), IsEmpty());
}

TEST(ReadContent, ACaptionBelowIsTheTitleWhereTheDocumentPutsThemThere) {
  PageMaker maker;
  double y = maker.table(50, 100, three, {{"A", "B", "C"}, {"x", "1", "2"}});
  maker.text(50, y + 14, "Tabla 1. Primera");
  y = maker.table(50, y + 60, three, {{"A", "B", "C"}, {"y", "3", "4"}});
  maker.text(50, y + 14, "Tabla 2. Segunda");
  const Content content = read_content({maker.page()});
  ASSERT_THAT(content.tables, SizeIs(2));
  EXPECT_EQ(content.tables[0].title, "Tabla 1. Primera");
  EXPECT_EQ(content.tables[1].title, "Tabla 2. Segunda");
}

TEST(ReadContent, AShadedBandOnATableIsItsFirstRow) {
  const auto under = [](const model::Rect& band, bool columns) {
    PageMaker maker;
    maker.text(50, 70, "se presentaron 37 comunicaciones en el trimestre");
    maker.shade(band);
    if (columns)
      maker.text(60, 96, "Tipo").text(180, 96, "Total").text(300, 96, "Parte");
    else
      maker.text(200, 96, "II TRIMESTRE");
    maker.table(50, 100, three, {{"Quejas", "28", "76%"}, {"total", "37", "100%"}});
    return read_content({maker.page()}).tables.at(0);
  };
  const model::Table table = under({50, 84, 410, 100}, false);
  EXPECT_EQ(text_of(table), "II TRIMESTRE\nQuejas|28|76%\ntotal|37|100%");
  EXPECT_EQ(table.cells[0].column_span, 3);
  EXPECT_EQ(table.title, "II TRIMESTRE");
  EXPECT_EQ(text_of(under({50, 84, 410, 100}, true)), "Tipo|Total|Parte\nQuejas|28|76%\ntotal|37|100%");
  // Narrower than the table, or apart from it.
  EXPECT_EQ(text_of(under({50, 84, 300, 100}, false)), "Quejas|28|76%\ntotal|37|100%");
  EXPECT_EQ(text_of(under({50, 80, 410, 94}, false)), "Quejas|28|76%\ntotal|37|100%");
}

TEST(ReadContent, NamesSetOnEndUnderAChartAreNoTable) {
  PageMaker maker;
  maker.text(50, 60, "El 30% de los usuarios encuestados corresponde al sexo masculino y el 69% al sexo femenino");
  maker.table(50, 100, three, {{"SEXO", "AREA", "EDAD"}});
  model::Page page = maker.page();
  for (int i = 0; i < 6; ++i) {
    model::Word name;
    name.text = "Masculino";
    name.box = {60.0 + 60 * i, 102, 70.0 + 60 * i, 112};
    name.font_size = 8;
    name.rotation = 270;
    page.words.push_back(name);
  }
  EXPECT_THAT(tables_of({page}), IsEmpty());
}

TEST(ReadContent, TheHeadingBeforeATableIntroducesIt) {
  PageMaker maker;
  maker.text(50, 60,
             "Texto corrido de la página que no tiene nada que ver con la tabla que sigue más abajo, largo y sin más.");
  maker.text(50, 90, "Plan de acción", 10, true);
  maker.table(50, 100, three, {{"A", "B", "C"}, {"x", "1", "2"}});
  EXPECT_EQ(read_content({maker.page()}).tables.at(0).title, "Plan de acción");
}

TEST(ReadContent, ASignThatStandsAloneIntroducesNothing) {
  PageMaker maker;
  maker.text(50, 60, "Plan de acción", 10, true);
  maker.text(200, 88, ":");
  maker.table(50, 100, three, {{"A", "B", "C"}, {"x", "1", "2"}});
  EXPECT_EQ(read_content({maker.page()}).tables.at(0).title, "Plan de acción");
}

TEST(ReadContent, ABoxedParagraphIsNoTable) {
  PageMaker maker;
  maker.table(50, 100, {360}, {{"Nota: este recuadro contiene un párrafo\nque no es una tabla."}});
  const Content content = read_content({maker.page()});
  EXPECT_THAT(content.tables, IsEmpty());
  EXPECT_THAT(content.blocks, SizeIs(1));
}

TEST(ReadContent, ALetterheadOnEveryPageIsNoTable) {
  std::vector<model::Page> pages;
  for (int n = 1; n <= 3; ++n) {
    PageMaker maker(n);
    maker.table(50, 30, {200, 100},
                {{"ALCALDÍA MUNICIPAL", "Código: F-01"}, {"PROCESO DE PLANEACIÓN", "Página " + std::to_string(n)}});
    maker.text(50, 200, "El texto de la página " + std::string(static_cast<std::size_t>(n), 'x') + " es distinto.");
    pages.push_back(maker.page());
  }
  EXPECT_THAT(tables_of(pages), IsEmpty());
}

TEST(ReadContent, AChartsLatticeIsNoTable) {
  PageMaker maker;
  maker.table(50, 100, three, {{"50%", "", ""}, {"", "40%", ""}, {"", "", "30%"}}, 0);
  maker.image({60, 105, 400, 140});
  EXPECT_THAT(tables_of({maker.page()}), IsEmpty());
}

TEST(ReadContent, ATableInsideACellIsATableOfItsOwn) {
  PageMaker maker;
  maker.table(50, 100, {100, 300},
              {{"Actividad", "Avance"}, {"Austeridad", "Se ejecutó así:\n\n\n\n\n\nfin del texto"}});
  maker.table(160, 135, {90, 90}, {{"Rubro", "2020"}, {"Cobro", "451"}});
  EXPECT_THAT(tables_of({maker.page()}),
              ElementsAre("Actividad|Avance\nAusteridad|Se ejecutó así:/fin del texto", "Rubro|2020\nCobro|451"));
}

TEST(ReadContent, TablesSideBySideStayTwo) {
  PageMaker maker;
  maker.table(50, 100, {100, 60}, {{"Tipo", "Total"}, {"Quejas", "5"}, {"Reclamos", "6"}});
  maker.table(260, 100, {100, 60}, {{"Canal", "Total"}, {"Correo", "7"}, {"Chat", "4"}});
  EXPECT_THAT(tables_of({maker.page()}),
              ElementsAre("Tipo|Total\nQuejas|5\nReclamos|6", "Canal|Total\nCorreo|7\nChat|4"));
}

TEST(ReadContent, FiguresBesideATableGoOnWithItsRows) {
  PageMaker maker;
  maker.table(50, 100, {100, 60}, {{"Tipo", "III"}, {"Quejas", "5"}, {"Reclamos", "6"}});
  maker.table(230, 100, {60, 60}, {{"II", "%"}, {"7", "40%"}, {"4", "30%"}});
  EXPECT_THAT(tables_of({maker.page()}), ElementsAre("Tipo|III|II|%\nQuejas|5|7|40%\nReclamos|6|4|30%"));
}

TEST(ReadContent, ATotalThatStandsOffBelongsToItsTable) {
  PageMaker maker;
  const double y = maker.table(50, 100, {100, 60}, {{"EPS", "Cantidad"}, {"Sura", "5"}, {"Pijaos", "6"}});
  maker.table(50, y + 16, {100, 60}, {{"TOTAL", "11"}}, 0);
  EXPECT_THAT(tables_of({maker.page()}), ElementsAre("EPS|Cantidad\nSura|5\nPijaos|6\n|\nTOTAL|11"));
}

TEST(ReadContent, ARuledHeadGrowsOverTheFreeRowsThatKeepToIt) {
  PageMaker maker;
  double y = maker.table(50, 100, three, {{"Fuente", "Vigente", "Pagado"}});
  for (const char* row : {"Tesoro 7.584 3.520", "Nación 631 136", "Crédito 0 0"}) {
    y += 20;
    const std::string text(row);
    const auto a = text.find(' '), b = text.rfind(' ');
    maker.text(53, y, text.substr(0, a)).text(200, y, text.substr(a + 1, b - a - 1)).text(320, y, text.substr(b + 1));
  }
  const Content content = read_content({maker.page()});
  ASSERT_THAT(content.tables, SizeIs(1));
  EXPECT_EQ(text_of(content.tables[0]), "Fuente|Vigente|Pagado\nTesoro|7.584|3.520\nNación|631|136\nCrédito|0|0");
  EXPECT_EQ(content.tables[0].method, model::TableMethod::partly_ruled);
}

TEST(ReadContent, ARuledHeadGrowsOverATotalThatStandsOff) {
  const auto rows_with_total_after = [](double white) {
    PageMaker maker;
    double y = maker.table(50, 100, three, {{"Fuente", "Vigente", "Pagado"}});
    for (const char* first : {"Tesoro", "Nación", "Crédito", "Totales"}) {
      y += std::string(first) == "Totales" ? white : 30;
      maker.text(53, y, first).text(200, y, "631").text(320, y, "136");
    }
    return read_content({maker.page()}).tables.at(0).rows;
  };
  EXPECT_EQ(rows_with_total_after(60), 5);
  EXPECT_EQ(rows_with_total_after(90), 4);
}

TEST(ReadContent, NamesThatStandApartInOneRuledHeadPartWithTheColumnsBelow) {
  PageMaker maker;
  maker.text(200, 80, "CONTRALORIA DEL DEPARTAMENTO").text(450, 80, "PAG. : 1");
  maker.text(230, 92, "890501431-0").text(50, 104, "MES ENERO DEL 2016");
  for (const double x : {50.0, 150.0, 330.0, 510.0}) maker.line(x, 110, x, 142);
  for (const double y : {110.0, 142.0}) maker.line(50, y, 510, y);
  maker.line(150, 126, 510, 126);
  maker.text(80, 131, "RUBRO").text(190, 122, "PRESUPUESTO").text(390, 122, "RECAUDOS");
  // Right over their figures, and wider than some of them.
  maker.text(160, 138, "INICIAL").text(213, 138, "ADICIONES").text(290, 138, "TOTAL");
  maker.text(340, 138, "ANTERIOR").text(400, 138, "DEL MES").text(480, 138, "TOTAL");
  double y = 142;
  for (const char* label : {"Ingresos", "Aportes", "Multas"}) {
    y += 14;
    maker.text(53, y, label).text(165, y, "759.972").text(253, y, "0").text(285, y, "759.972");
    maker.text(375, y, "0").text(400, y, "227.599").text(473, y, "227.599");
  }
  EXPECT_THAT(tables_of({maker.page()}), ElementsAre("RUBRO|PRESUPUESTO|RECAUDOS\n"
                                                     "INICIAL|ADICIONES|TOTAL|ANTERIOR|DEL MES|TOTAL\n"
                                                     "Ingresos|759.972|0|759.972|0|227.599|227.599\n"
                                                     "Aportes|759.972|0|759.972|0|227.599|227.599\n"
                                                     "Multas|759.972|0|759.972|0|227.599|227.599"));
}

TEST(ReadContent, ATableBeginsWithItsRuledHeadThoughWhiteSpaceReadsIt) {
  PageMaker maker;
  maker.text(200, 80, "CONTRALORIA").text(430, 80, "PAG. : 1").text(230, 92, "890501431-0");
  for (const double x : {50.0, 150.0, 330.0, 510.0}) maker.line(x, 98, x, 114);
  for (const double y : {98.0, 114.0}) maker.line(50, y, 510, y);
  maker.text(80, 109, "RUBRO").text(165, 109, "INICIAL").text(290, 109, "TOTAL");
  maker.text(400, 109, "ENERO").text(473, 109, "TOTAL");
  double y = 114;
  for (const char* label : {"Ingresos", "Aportes", "Multas"}) {
    y += 14;
    maker.text(53, y, label).text(165, y, "759.972").text(240, y, "130.00").text(285, y, "759.972");
    maker.text(400, y, "227.599").text(473, y, "227.599");
  }
  EXPECT_THAT(tables_of({maker.page()}), ElementsAre("RUBRO|INICIAL||TOTAL|ENERO|TOTAL\n"
                                                     "Ingresos|759.972|130.00|759.972|227.599|227.599\n"
                                                     "Aportes|759.972|130.00|759.972|227.599|227.599\n"
                                                     "Multas|759.972|130.00|759.972|227.599|227.599"));
}

TEST(ReadContent, AFrameAroundAllRowsBelowARuledHeadHoldsSeveral) {
  PageMaker maker;
  for (const double y : {100.0, 116.0, 250.0}) maker.line(50, y, 410, y);
  for (const double x : {50.0, 410.0}) maker.line(x, 100, x, 250);
  for (const double x : {90.0, 230.0, 290.0, 350.0}) maker.line(x, 100, x, 116);
  maker.text(55, 111, "No")
      .text(95, 111, "Actividad")
      .text(235, 111, "Ene")
      .text(295, 111, "Feb")
      .text(355, 111, "Mar");
  double y = 116;
  for (int row = 1; row <= 4; ++row) {
    y += 20;
    maker.text(95, y, "Socializar las campañas");
    y += 11;
    maker.text(60, y, std::to_string(row)).text(95, y, "de cultura tributaria").text(240 + 60 * (row % 3), y, "X");
  }
  EXPECT_THAT(tables_of({maker.page()}), ElementsAre("No|Actividad|Ene|Feb|Mar\n"
                                                     "1|Socializar las campañas de cultura tributaria||X|\n"
                                                     "2|Socializar las campañas de cultura tributaria|||X\n"
                                                     "3|Socializar las campañas de cultura tributaria|X||\n"
                                                     "4|Socializar las campañas de cultura tributaria||X|"));
}

TEST(ReadContent, YearsInTheTitleRowOfARuledHeadAreNoRowsOfIt) {
  PageMaker maker;
  double y = maker.table(50, 100, {360}, {{"COMPARATIVO POR SECTOR 2014 - 2015"}});
  y = maker.table(50, y, three, {{"Sector", "Vigente", "Pagado"}});
  for (const char* label : {"Salud", "Vivienda", "Deporte"}) {
    y += 16;
    maker.text(53, y, label).text(200, y, "631").text(320, y, "136");
  }
  EXPECT_THAT(tables_of({maker.page()}), ElementsAre("COMPARATIVO POR SECTOR 2014 - 2015\nSector|Vigente|Pagado\n"
                                                     "Salud|631|136\nVivienda|631|136\nDeporte|631|136"));
}

TEST(ReadContent, ASmallTableDoesNotGrowOverTheCaptionUnderIt) {
  PageMaker maker;
  double y = maker.table(50, 100, three, {{"Año", "Vigente", "Pagado"}, {"2020", "631", "136"}});
  maker.text(130, y + 20, "Ejecución de los recursos de la dirección en el año");
  for (const char* axis : {"25", "20", "15"}) {
    y += 20;
    maker.text(53, y + 20, axis).text(200, y + 20, "1").text(320, y + 20, "2");
  }
  EXPECT_THAT(read_content({maker.page()}).tables[0].rows, 2);
}

TEST(ReadContent, CellsJoinTheirLinesAsAPersonReads) {
  PageMaker maker;
  maker.table(50, 100, {64, 120},
              {{"Código", "Descripción"},
               {"214320202009-\n2020730010024", "Gastos de fisca-\nlización y cobro"},
               {"247.091.338.0\n00", "$\n5"}});
  EXPECT_THAT(
      tables_of({maker.page()}),
      ElementsAre(
          "Código|Descripción\n214320202009-2020730010024|Gastos de fiscalización y cobro\n247.091.338.000|$ 5"));
}

TEST(ReadContent, ATableSetSidewaysIsReadByTurningTheSheet) {
  PageMaker maker(1, 792, 612);
  maker.table(50, 100, three, {{"Rubro", "Apropiación", "Pagos"}, {"Gastos", "1.000", "500"}});
  const model::Page upright = maker.page();
  for (const int direction : {90, 180, 270}) {
    // The sheet on which this page stands sideways: turning it back the other way round.
    model::Page sheet = layout::turned_upright(upright, 360 - direction);
    EXPECT_EQ(layout::reading_direction(sheet), direction);
    const Content content = read_content({sheet});
    ASSERT_THAT(content.tables, SizeIs(1));
    EXPECT_EQ(text_of(content.tables[0]), "Rubro|Apropiación|Pagos\nGastos|1.000|500");
    const model::Rect& box = content.tables[0].page_boxes[0];
    EXPECT_LE(box.x1, sheet.width);
    EXPECT_LE(box.y1, sheet.height);
    EXPECT_EQ(box.width() < box.height(), direction != 180);
    for (const model::Word& word : sheet.words) {
      const model::Point middle{word.box.center_x(), word.box.center_y()};
      EXPECT_TRUE(word.text != "Rubro" || content.tables[0].cells[0].box.contains(middle));
    }
  }
}

TEST(ReadContent, TheLastLabelMayWrapAsLooselyAsTheOthers) {
  PageMaker maker;
  maker.text(50, 100, "Concepto").text(250, 100, "Valor").text(350, 100, "Parte");
  double y = 100;
  for (const char* label : {"Transferencias", "Servicios de", "Capital", "Comercio con"}) {
    y += 24;
    maker.text(50, y, label).text(250, y, "12,5").text(350, y, "30,1");
    if (std::string(label).find(' ') != std::string::npos) maker.text(50, y += 17, "hogares");
  }
  EXPECT_THAT(tables_of({maker.page()}),
              ElementsAre("Concepto|Valor|Parte\nTransferencias|12,5|30,1\nServicios de hogares|12,5|30,1\n"
                          "Capital|12,5|30,1\nComercio con hogares|12,5|30,1"));
}

TEST(ReadContent, GridLinesThatHoldNextToNothingAreAChart) {
  TypedPage typed({"", "", "  Grecia"});
  for (int line = 0; line <= 8; ++line) {
    const double at = typed::kMargin + 30.0 * line;
    typed.page.rules.push_back({{typed::kMargin, at}, {typed::kMargin + 240, at}, 0.5});
    typed.page.rules.push_back({{at, typed::kMargin}, {at, typed::kMargin + 240}, 0.5});
  }
  EXPECT_TRUE(typed.read().empty());
}

// What a page break leaves of a ruled plan, names alone, over a list whose lines have several parts.
TEST(ReadContent, RowsThatAreMostlyEmptyAreNoHeadOfWhatStandsBelow) {
  PageMaker maker;
  double y = maker.table(50, 80, {150, 100, 130, 120},
                         {{"Informe de austeridad", "", "", ""}, {"Seguimiento", "", "", ""}}, 0);
  for (const std::string year : {"2020", "2021", "2022", "2023"}) {
    y += 16;
    maker.text(55, y, "Plan").text(215, y, "de " + year).text(320, y, "Enero").text(450, y, "Abril");
  }
  const Content content = read_content({maker.page()});
  ASSERT_FALSE(content.tables.empty());
  EXPECT_EQ(content.tables.front().method, model::TableMethod::ruled);
  EXPECT_EQ(content.tables.front().rows, 2);
  EXPECT_EQ(content.tables.front().columns, 4);
}

}  // namespace
}  // namespace cotejo::tables
