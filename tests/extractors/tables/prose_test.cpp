#include <gtest/gtest.h>

#include "extractors/tables/read_content.h"
#include "tests/extractors/page_maker.h"
#include "tests/extractors/tables/typed_page.h"

// What is running text, and what only looks like it.
namespace cotejo::tables {
namespace {

using test::PageMaker;

// Rows between rules, with labels of two lines; what stands beside them is set half way between the two.
PageMaker plan() {
  PageMaker page;
  const char* const labels[][2] = {{"Socializar el sistema de gestion de seguridad y salud en el", "trabajo"},
                                   {"Elaborar y publicar las audiencias publicas de rendicion de", "cuentas"},
                                   {"Hacer el seguimiento a las jornadas de vacunacion en la zona", "rural"},
                                   {"Actualizar los documentos del sistema de gestion de calidad y", "archivo"}};
  const char* const offices[] = {"Planeacion", "Control Interno", "Salud", "General"};
  page.text(60, 96, "Compromiso").text(390, 96, "Responsable").text(480, 96, "Plazo").line(50, 100, 560, 100);
  for (int r = 0; r < 4; ++r) {
    const double y = 100 + 26 * r;
    page.text(60, y + 10, labels[r][0]).text(60, y + 21, labels[r][1]);
    page.text(390, y + 15.5, offices[r]).text(480, y + 15.5, std::to_string(r + 1) + " de julio de 2015");
    page.line(50, y + 26, 560, y + 26);
  }
  return page;
}

TEST(Prose, LabelsOfTwoLinesWithTheirRowHalfWayBetweenAreNone) {
  const Content content = read_content({plan().page()});
  ASSERT_EQ(content.tables.size(), 1U);
  EXPECT_EQ(content.tables[0].rows, 5);
  EXPECT_EQ(content.tables[0].columns, 3);
  int filled = 0;
  for (const model::Cell& cell : content.tables[0].cells) filled += cell.text.empty() ? 0 : 1;
  EXPECT_EQ(filled, 15);
}

TEST(Prose, ANarrowSentenceThatLeadsToTheNextHeadPartsTwoTables) {
  const TypedPage page({
      "EPS                                   Recibidas   Porcentaje",
      "Coosalud                                    121        9,4 %",
      "Sanitas                                     199       15,5 %",
      "Emssanar                                     94        7,3 %",
      "Se presenta el detalle siguiente:",
      "                                                  Fuera de",
      "Dependencia                           Recibidas    termino",
      "Salud                                       245          8",
      "Hacienda                                    198          5",
      "Planeacion                                   82          4",
  });
  EXPECT_EQ(page.tables().size(), 2U);
}

TEST(Prose, TheRestOfAFigureUnderTheLastRowIsOfThatRow) {
  const TypedPage page({
      "Tipologia       Cantidad   Valor contratado   Parte",
      "Consultoria           27   3,767,000,000.00   10.0%",
      "Suministro            50     652,700,000.00    1.7%",
      "Compraventa           73   7,764,600,000.00   20.6%",
      "TOTAL                150        37,602,800,   32.3%",
      "                                     000.00",
      "",
      "",
      "La informacion fue tomada del sistema.",
  });
  ASSERT_EQ(page.tables().size(), 1U);
  EXPECT_NE(page.tables()[0].find("TOTAL|150|37,602,800, 000.00|32.3%"), std::string::npos) << page.tables()[0];
}

}  // namespace
}  // namespace cotejo::tables
