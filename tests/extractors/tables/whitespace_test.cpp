#include "extractors/tables/white/whitespace.h"

#include <gtest/gtest.h>

#include "tests/extractors/tables/typed_page.h"

namespace cotejo::tables {
namespace {

using Tables = std::vector<std::string>;

TEST(Whitespace, TheLinesOfASpacedOutParagraphAreNoRows) {
  const TypedPage page({
      "PARA: SENOR    GOBERNADOR    DEL DEPARTAMENTO    NORTE    DE",
      "SANTANDER    SECRETARIAS    DE DESPACHO    ALCALDES    DE LOS",
      "GERENTES DE    ENTIDADES    DESCENTRALIZADAS    DEL    ORDEN",
      "DEL ESTADO    HOSPITALES    REGIONALES    Y    EMPRESAS DEL",
      "SECTOR    PUBLICO    DOMICILIARIAS    RECTORES    Y",
  });
  EXPECT_EQ(page.tables(), std::vector<std::string>{});
}

TEST(Whitespace, TableWithoutRulesTakesItsColumnsFromTheWhite) {
  const TypedPage page({
      "Tipo             Recibidas   Pendientes",
      "Peticiones              10            2",
      "Quejas                   8            0",
      "Reclamos             1.250           11",
  });
  EXPECT_EQ(page.tables(), Tables({"Tipo|Recibidas|Pendientes\n"
                                   "Peticiones|10|2\n"
                                   "Quejas|8|0\n"
                                   "Reclamos|1.250|11\n"}));
}

TEST(Whitespace, TotalThatStandsOffBelongsToItsTable) {
  const auto with_total = [](const std::string& total, std::size_t blank_lines) {
    std::vector<std::string> lines{
        "Tipo             Recibidas   Pendientes",
        "Peticiones              10            2",
        "Quejas                   8            0",
        "Reclamos             1.250           11",
    };
    lines.insert(lines.end(), blank_lines, "");
    lines.push_back(total);
    return TypedPage(lines).tables();
  };
  const std::string table =
      "Tipo|Recibidas|Pendientes\n"
      "Peticiones|10|2\n"
      "Quejas|8|0\n"
      "Reclamos|1.250|11\n";
  EXPECT_EQ(with_total("TOTAL                1.268           13", 2), Tables({table + "TOTAL|1.268|13\n"}));
  // Too far off, figures that end elsewhere, and years, which head another table.
  EXPECT_EQ(with_total("TOTAL                1.268           13", 4), Tables({table}));
  EXPECT_EQ(with_total("TOTAL           1.268           13", 2), Tables({table}));
  EXPECT_EQ(with_total("Cifras                2020         2021", 2), Tables({table}));
}

TEST(Whitespace, LabelThatStandsOffHeadsTheRowsUnderIt) {
  const TypedPage page({
      "Cuenta                2021         2020",
      "Caja                    10            2",
      "Bancos                   8            0",
      "Corriente               18            2",
      "",
      "",
      "No corriente",
      "Terrenos               900           30",
      "Vehiculos              100           20",
  });
  EXPECT_EQ(page.tables(), Tables({"Cuenta|2021|2020\n"
                                   "Caja|10|2\n"
                                   "Bancos|8|0\n"
                                   "Corriente|18|2\n"
                                   "No corriente||\n"
                                   "Terrenos|900|30\n"
                                   "Vehiculos|100|20\n"}));
}

TEST(Whitespace, TitlesWithinATableShareAMiddleThatItsTextNeedNotHave) {
  const TypedPage page({
      "Entidad            Quejas       Total  Otros",
      "Mariquita               9       29,81   53,1",
      "Honda                 119       11,40   24,3",
      "                     Agricultura",
      "Espinal                52        8,68   67,6",
      "                    Salud publica",
      "Melgar                 27       18,58   47,8",
      "Libano                 21        0,03    3,0",
  });
  EXPECT_EQ(page.tables(), Tables({"Entidad|Quejas|Total|Otros\n"
                                   "Mariquita|9|29,81|53,1\n"
                                   "Honda|119|11,40|24,3\n"
                                   "Agricultura|<|<|<\n"
                                   "Espinal|52|8,68|67,6\n"
                                   "Salud publica|<|<|<\n"
                                   "Melgar|27|18,58|47,8\n"
                                   "Libano|21|0,03|3,0\n"}));
}

TEST(Whitespace, SectionIsARowOfItsOwn) {
  const TypedPage page({
      "Rubro                     Inicial   Definitivo",
      "Funcionamiento",
      "  Personal                  1.200        1.250",
      "  Generales                   300          280",
      "Inversion",
      "  Educacion                   800          900",
      "  Salud                       700          700",
  });
  EXPECT_EQ(page.tables(), Tables({"Rubro|Inicial|Definitivo\n"
                                   "Funcionamiento||\n"
                                   "Personal|1.200|1.250\n"
                                   "Generales|300|280\n"
                                   "Inversion||\n"
                                   "Educacion|800|900\n"
                                   "Salud|700|700\n"}));
}

TEST(Whitespace, LongSectionRunsOverTheColumnsWithoutJoiningThem) {
  const TypedPage page({
      "Rubro           Inicial   Definitivo",
      "Personal          1.200        1.250",
      "Gastos que se pagan con recursos propios",
      "Generales           300          280",
      "Salud               700          700",
      "Educacion           800          900",
  });
  EXPECT_EQ(page.tables(), Tables({"Rubro|Inicial|Definitivo\n"
                                   "Personal|1.200|1.250\n"
                                   "Gastos que se pagan con recursos propios||\n"
                                   "Generales|300|280\n"
                                   "Salud|700|700\n"
                                   "Educacion|800|900\n"}));
}

TEST(Whitespace, EmptyCellsLeaveTheirColumnsInPlace) {
  const TypedPage page({
      "Dependencia     P     Q     R     S   Total",
      "Hacienda        4           1             5",
      "Planeacion            2                   2",
      "Salud           9     1     3     1      14",
      "Gobierno                          2       2",
  });
  EXPECT_EQ(page.tables(), Tables({"Dependencia|P|Q|R|S|Total\n"
                                   "Hacienda|4||1||5\n"
                                   "Planeacion||2|||2\n"
                                   "Salud|9|1|3|1|14\n"
                                   "Gobierno||||2|2\n"}));
}

TEST(Whitespace, CurrencySignApartFromItsFigureIsNoColumn) {
  const TypedPage page({
      "Rubro                  Inicial      Definitivo",
      "Personal         $       1.200   $       1.250",
      "Generales        $         300   $         280",
      "Inversion        $         700   $         900",
  });
  EXPECT_EQ(page.tables(), Tables({"Rubro|Inicial|Definitivo\n"
                                   "Personal|$ 1.200|$ 1.250\n"
                                   "Generales|$ 300|$ 280\n"
                                   "Inversion|$ 700|$ 900\n"}));
}

TEST(Whitespace, LeaderDotsPartLabelAndFigure) {
  TypedPage page({
      "Concepto                             Valor",
      "Servicios publicos..................2.227.200",
      "Mantenimiento.......................4.238.485",
      "Gastos de viaje.....................1.176.419",
  });
  // The reader of PDFs ends a word where its dots end.
  std::vector<model::Word> words;
  for (model::Word& word : page.page.words) {
    const std::size_t dots = word.text.find("....");
    const std::size_t figure = word.text.find_first_not_of('.', dots);
    if (dots == std::string::npos || figure == std::string::npos) {
      words.push_back(word);
      continue;
    }
    model::Word label = word, value = word;
    label.text = word.text.substr(0, figure);
    value.text = word.text.substr(figure);
    label.box.x1 = value.box.x0 = word.box.x0 + 5 * static_cast<double>(figure);
    words.push_back(label);
    words.push_back(value);
  }
  page.page.words = words;
  const Tables found = page.tables();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found[0].find("|2.227.200\n"), std::string::npos);
  EXPECT_NE(found[0].find("|1.176.419\n"), std::string::npos);
}

TEST(Whitespace, TextTableBetweenRules) {
  const TypedPage page({
      "----------------------------------------------------------",
      "Actividad                    Responsable        Estado",
      "----------------------------------------------------------",
      "Publicar el plan de accion   Planeacion         Cumplido",
      "Realizar la audiencia        Gobierno           En curso",
      "Actualizar el inventario     Secretaria         Cumplido",
      "----------------------------------------------------------",
  });
  EXPECT_EQ(page.tables(), Tables({"Actividad|Responsable|Estado\n"
                                   "Publicar el plan de accion|Planeacion|Cumplido\n"
                                   "Realizar la audiencia|Gobierno|En curso\n"
                                   "Actualizar el inventario|Secretaria|Cumplido\n"}));
}

// ---- what is no table

TEST(Whitespace, SignForAMissingFigureIsNoBulletOfTheNextColumn) {
  const TypedPage page({
      "Edad             Casos   Entidad",
      "0 a 4                *   Alcaldia",
      "5 a 9               12   Personeria",
      "10 a 14              *   Hospital",
      "15 a 19              *   Concejo",
      "20 a 24              7   Contraloria",
  });
  EXPECT_EQ(page.tables(), Tables({"Edad|Casos|Entidad\n0 a 4|*|Alcaldia\n5 a 9|12|Personeria\n10 a 14|*|Hospital\n"
                                   "15 a 19|*|Concejo\n20 a 24|7|Contraloria\n"}));
}

TEST(Whitespace, LabelsOfManyLinesBesideSeveralFiguresAreNoProse) {
  const TypedPage page({
      "Actividad                              2019    2020    2021",
      "Fortalecimiento de la capacidad de         8      31      56",
      "respuesta de las dependencias que",
      "atienden solicitudes de personas",
      "Mantenimiento de las vias rurales y       61      71      54",
      "urbanas del municipio y sus puentes",
      "con maquinaria propia y contratada",
      "Apoyo a las familias que viven en el      67      90      11",
      "sector rural con subsidios del orden",
      "nacional y con recursos municipales",
  });
  EXPECT_EQ(page.tables(),
            Tables({"Actividad|2019|2020|2021\n"
                    "Fortalecimiento de la capacidad de respuesta de las dependencias que atienden solicitudes de "
                    "personas|8|31|56\n"
                    "Mantenimiento de las vias rurales y urbanas del municipio y sus puentes con maquinaria propia y "
                    "contratada|61|71|54\n"
                    "Apoyo a las familias que viven en el sector rural con subsidios del orden nacional y con recursos "
                    "municipales|67|90|11\n"}));
}

TEST(Whitespace, GroupsOfThousandsAWideSpaceApartAreOneFigure) {
  const TypedPage page({
      "Zona           2019       2020",
      "Norte         1 063     12 597",
      "Sur             189      2 075",
      "Centro       77 125        755",
  });
  EXPECT_EQ(page.tables(), Tables({"Zona|2019|2020\nNorte|1 063|12 597\nSur|189|2 075\nCentro|77 125|755\n"}));
}

TEST(Whitespace, FiguresOfAnyLengthASpaceApartAreTwo) {
  const TypedPage page({
      "Zona            A   B",
      "Norte          10 597",
      "Sur           189  75",
      "Centro         77   5",
      "Este           12 100",
      "Oeste         100  20",
  });
  EXPECT_EQ(page.tables(), Tables({"Zona|A|B\nNorte|10|597\nSur|189|75\nCentro|77|5\nEste|12|100\nOeste|100|20\n"}));
}

TEST(Whitespace, RowsOfCodesNeedNoHeadToBeATable) {
  const TypedPage page({
      "2.1.1.01   Sueldos       1.000.000     900.000",
      "2.1.1.02   Primas          500.000     450.000",
      "2.1.1.03   Viaticos        200.000     100.000",
      "2.1.1.04   Dotacion         80.000      80.000",
  });
  EXPECT_EQ(page.tables(), Tables({"2.1.1.01|Sueldos|1.000.000|900.000\n"
                                   "2.1.1.02|Primas|500.000|450.000\n"
                                   "2.1.1.03|Viaticos|200.000|100.000\n"
                                   "2.1.1.04|Dotacion|80.000|80.000\n"}));
}

}  // namespace
}  // namespace cotejo::tables
