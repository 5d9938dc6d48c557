#include <gtest/gtest.h>

#include "extractors/tables/half_ruled/shaded_grid.h"
#include "tests/extractors/page_maker.h"
#include "tests/extractors/tables/fills.h"

// Tables whose cells are filled one by one, under names that are set on end.
namespace cotejo::tables {
namespace {

using Tables = std::vector<std::string>;

TEST(ShadedGrid, AFilledHeadOfTurnedNamesHasTheRowsBelowIt) {
  TypedPage page({
      "                              ",
      "Rubro                         ",
      "                              ",
      "Sueldos    100       90",
      "Primas     200       80",
      "Viaticos   300       70",
  });
  fill(page, 0, {-1, 10, 20, 30}, 3);
  for (const int column : {12, 22}) {
    model::Word word;
    word.text = column == 12 ? "Inicial" : "Pagos";
    word.rotation = 270;
    word.font_size = typed::kSize;
    word.box = {typed::kMargin + typed::kWide * column, typed::kMargin + 1, typed::kMargin + typed::kWide * column + 10,
                typed::kMargin + 33};
    page.page.words.push_back(word);
  }
  EXPECT_EQ(page.read(), Tables({"Rubro|Inicial|Pagos\n"
                                 "Sueldos|100|90\n"
                                 "Primas|200|80\n"
                                 "Viaticos|300|70\n"}));
}

// A word on end whose foot stands at the foot of this line.
void turned(TypedPage& typed, int line, int column, const std::string& text) {
  model::Word word;
  word.text = text;
  word.rotation = 270;
  word.font_size = typed::kSize;
  const double x = typed::kMargin + typed::kWide * column, y = typed::kMargin + typed::kHigh * (line + 1) - 3;
  word.box = {x, y - typed::kWide * static_cast<double>(text.size()), x + typed::kSize, y};
  typed.page.words.push_back(word);
}

TEST(ShadedGrid, TurnedNamesThatStandOpenAboveStripesAreTheirHead) {
  TypedPage page({
      "                              ",
      "Rubro                         ",
      "                              ",
      "                              ",
      "Sueldos    100       90       ",
      "Primas     200       80       ",
      "Viaticos   300       75       ",
      "Aportes    120       14       ",
      "Auxilios   150       12       ",
  });
  for (const int line : {4, 6, 8}) fill(page, line, {-1, 10, 20, 30});
  turned(page, 3, 12, "Inicial");
  turned(page, 3, 22, "Pagos");
  EXPECT_EQ(page.read(), Tables({"Rubro|Inicial|Pagos\n"
                                 "Sueldos|100|90\n"
                                 "Primas|200|80\n"
                                 "Viaticos|300|75\n"
                                 "Aportes|120|14\n"
                                 "Auxilios|150|12\n"}));
}

TEST(ShadedGrid, ATextOverTurnedNamesIsACellOverTheirColumns) {
  TypedPage page({
      "              Apropiacion     ",
      "Rubro                         ",
      "                              ",
      "                              ",
      "Sueldos    100       90       ",
      "Primas     200       80       ",
      "Viaticos   300       75       ",
      "Aportes    120       14       ",
      "Auxilios   150       12       ",
  });
  for (const int line : {4, 6, 8}) fill(page, line, {-1, 10, 20, 30});
  turned(page, 3, 12, "Inicial");
  turned(page, 3, 22, "Pagos");
  EXPECT_EQ(page.read(), Tables({"Rubro|Apropiacion|<\n"
                                 "^|Inicial|Pagos\n"
                                 "Sueldos|100|90\n"
                                 "Primas|200|80\n"
                                 "Viaticos|300|75\n"
                                 "Aportes|120|14\n"
                                 "Auxilios|150|12\n"}));
}

TEST(ShadedGrid, TurnedNamesOfColumnsThatHoldNothingAreColumns) {
  TypedPage page({
      "                        ",
      "Actividad               ",
      "                        ",
      "Publicar            X   ",
      "Rendir          X       ",
      "Atender             X  X",
  });
  int column = 12;
  for (const char* month : {"Ene", "Feb", "Mar", "Abr"}) turned(page, 1, column, month), column += 4;
  EXPECT_EQ(page.read(), Tables({"Actividad|Ene|Feb|Mar|Abr\n"
                                 "Publicar|||X|\n"
                                 "Rendir||X||\n"
                                 "Atender|||X|X\n"}));
}

TEST(ShadedGrid, ASectionMayStandBetweenTurnedNamesAndTheStripes) {
  TypedPage page({
      "                              ",
      "Rubro                         ",
      "                              ",
      "                              ",
      "FUNCIONAMIENTO                ",
      "Sueldos    100       90       ",
      "Primas     200       80       ",
      "Viaticos   300       75       ",
      "Aportes    120       14       ",
      "Auxilios   150       12       ",
  });
  for (const int line : {5, 7, 9}) fill(page, line, {-1, 10, 20, 30});
  turned(page, 3, 12, "Inicial");
  turned(page, 3, 22, "Pagos");
  EXPECT_EQ(page.read(), Tables({"Rubro|Inicial|Pagos\n"
                                 "FUNCIONAMIENTO||\n"
                                 "Sueldos|100|90\n"
                                 "Primas|200|80\n"
                                 "Viaticos|300|75\n"
                                 "Aportes|120|14\n"
                                 "Auxilios|150|12\n"}));
}

TEST(ShadedGrid, TheWhiteInASectionsNameIsNoBorder) {
  TypedPage page({
      "Rubro                        Inicial     Pagos",
      "INGRESOS CORRIENTES                           ",
      "50311001 Sueldos                 100        90",
      "50311002 Primas                  200        80",
      "50311003 Viaticos                300        75",
      "50311004 Aportes                 120        14",
  });
  fill(page, 0, {-1, 27, 38, 48});
  for (const int line : {2, 4}) fill(page, line, {-1, 8, 27, 38, 48});
  EXPECT_EQ(page.read(), Tables({"Rubro|<|Inicial|Pagos\n"
                                 "INGRESOS CORRIENTES|<||\n"
                                 "50311001|Sueldos|100|90\n"
                                 "50311002|Primas|200|80\n"
                                 "50311003|Viaticos|300|75\n"
                                 "50311004|Aportes|120|14\n"}));
}

TEST(ShadedGrid, AUnitOverTheHeadIsNoRowOfIt) {
  TypedPage page({
      "                 Cifras en miles de pesos",
      "Rubro          Inicial              Pagos",
      "Sueldos          1.100                 90",
      "Primas             200                 80",
      "Viaticos           300                 75",
      "Aportes            120                 14",
  });
  for (const int line : {1, 2, 4}) fill(page, line, {-1, 14, 23, 42});
  EXPECT_EQ(page.read(), Tables({"Rubro|Inicial|Pagos\n"
                                 "Sueldos|1.100|90\n"
                                 "Primas|200|80\n"
                                 "Viaticos|300|75\n"
                                 "Aportes|120|14\n"}));
}

TEST(ShadedGrid, ACaptionWiderThanItsTableIsNoRowOfIt) {
  TypedPage page({
      "            Tabla 1. PQRSD por canal de atencion, vigencia 2016",
      "Canal             Cantidad     Participa",
      "Linea                   74        21,76%",
      "Buzon                  102        30,00%",
      "Pagina                  99        29,12%",
      "TOTAL                  340       100,00%",
  });
  for (const int line : {1, 5}) fill(page, line, {-1, 17, 30, 41});
  EXPECT_EQ(page.read(), Tables({"Canal|Cantidad|Participa\n"
                                 "Linea|74|21,76%\n"
                                 "Buzon|102|30,00%\n"
                                 "Pagina|99|29,12%\n"
                                 "TOTAL|340|100,00%\n"}));
}

TEST(ShadedGrid, SmallPrintInHighRowsStandsFarFromItsHead) {
  test::PageMaker maker;
  const std::vector<double> borders{40, 180, 240, 300, 360};
  const auto row = [&](double baseline, const std::vector<std::string>& texts) {
    maker.text(borders[0] + 4, baseline, texts[0], 5);
    for (std::size_t c = 1; c < texts.size(); ++c)
      maker.text(borders[c + 1] - 4 - 2.5 * static_cast<double>(texts[c].size()), baseline, texts[c], 5);
  };
  row(109, {"Mes", "P", "Q", "Total"});
  std::string expected = "Mes|P|Q|Total\n";
  double y = 116;
  bool stripe = false;
  for (const char* month : {"Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio"}) {
    row(y + 9, {month, "8", "10", "18"});
    for (std::size_t c = 0; stripe && c + 1 < borders.size(); ++c) maker.shade({borders[c], y, borders[c + 1], y + 14});
    expected += std::string(month) + "|8|10|18\n";
    y += 14;
    stripe = !stripe;
  }
  TypedPage page({});
  page.page = maker.page();
  EXPECT_EQ(page.read(), Tables({expected}));
}

TEST(ShadedGrid, TheNameOfASectionPartsNoStripesAndNoCode) {
  TypedPage page({
      "Codigo   Rubro            Inicial     Pagos",
      "10101    Sueldos              100        90",
      "10102    Primas               200        80",
      "         Subtotal             300       170",
      "SERVICIOS DE LA DEUDA                      ",
      "20101    Comisiones           120        14",
      "20102    Intereses            150        12",
      "OBRAS                                      ",
      "30101    Vias                 150        12",
      "30102    Escuelas             160        13",
  });
  for (const int line : {0, 1, 3, 6, 9}) fill(page, line, {-1, 8, 24, 35, 45});
  EXPECT_EQ(page.read(), Tables({"Codigo|Rubro|Inicial|Pagos\n"
                                 "10101|Sueldos|100|90\n"
                                 "10102|Primas|200|80\n"
                                 "|Subtotal|300|170\n"
                                 "SERVICIOS DE LA DEUDA|<||\n"
                                 "20101|Comisiones|120|14\n"
                                 "20102|Intereses|150|12\n"
                                 "OBRAS|||\n"
                                 "30101|Vias|150|12\n"
                                 "30102|Escuelas|160|13\n"}));
}

TEST(ShadedGrid, UprightRulesSayWhoseTurnedNameItIs) {
  TypedPage page({
      "           |            |            ",
      "Rubro      |            |            ",
      "           |            |            ",
      "           |            |            ",
      "Sueldos    |        100 |         90 ",
      "Primas     |        200 |         80 ",
      "Viaticos   |        300 |         75 ",
      "Aportes    |        120 |         14 ",
      "Auxilios   |        150 |         12 ",
  });
  // At the left of columns whose figures stand at the right.
  turned(page, 3, 12, "Inicial");
  turned(page, 3, 25, "Pagos");
  EXPECT_EQ(page.read(), Tables({"Rubro|Inicial|Pagos\n"
                                 "Sueldos|100|90\n"
                                 "Primas|200|80\n"
                                 "Viaticos|300|75\n"
                                 "Aportes|120|14\n"
                                 "Auxilios|150|12\n"}));
}

TEST(ShadedGrid, OneHeadMayNameACodeAndWhatItStandsFor) {
  TypedPage page({
      "Rubro                Inicial    Pagos",
      "1.1.01  Predial      1.000      900",
      "1.1.02  Gasolina     2.000      800",
      "1.1.03  Avisos       3.000      700",
  });
  fill(page, 0, {-1, 20, 30, 40});
  EXPECT_EQ(page.read(), Tables({"Rubro|<|Inicial|Pagos\n"
                                 "1.1.01|Predial|1.000|900\n"
                                 "1.1.02|Gasolina|2.000|800\n"
                                 "1.1.03|Avisos|3.000|700\n"}));
}

}  // namespace
}  // namespace cotejo::tables
