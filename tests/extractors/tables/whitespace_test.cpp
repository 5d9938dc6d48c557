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

TEST(Whitespace, ALabelInAnotherWeightBeginsARow) {
  TypedPage page({
      "Hogares            Total",
      "Poblacion en",
      "  Alabama           41,9",
      "  Alaska            78,7",
      "Vivienda de",
      "  Arizona           13,2",
      "  Arkansas          77,0",
  });
  for (model::Word& word : page.page.words)
    word.bold = word.text == "Poblacion" || word.text == "Vivienda" || word.text == "en" || word.text == "de";
  EXPECT_EQ(page.tables(), Tables({"Hogares|Total\nPoblacion en|\nAlabama|41,9\nAlaska|78,7\n"
                                   "Vivienda de|\nArizona|13,2\nArkansas|77,0\n"}));
}

TEST(Whitespace, AFigureUnderItsSignOfMoneyBelongsToTheSignsRow) {
  const TypedPage page({
      "Fuente                  Definitivo     Comprometido    Ejecutado",
      "Recursos propios    $ 90.957.000.0   $ 84.030.616.7          92%",
      "Regalias            $ 37.652.000.0   $ 29.909.385.4          79%",
      "SGP                 $ 11.652.000.0   $ 10.909.385.4          93%",
      "Totales                          $                $          82%",
      "                   254.853.806.182  209.808.721.331             ",
  });
  ASSERT_EQ(page.tables().size(), 1U);
  EXPECT_NE(page.tables()[0].find("Totales|$ 254.853.806.182|$ 209.808.721.331|82%\n"), std::string::npos)
      << page.tables()[0];
}

TEST(Whitespace, WrappedLabelBelongsToItsRow) {
  const TypedPage page({
      "Actividad                               Meta   Avance",
      "Publicar el informe de gestion anual       1     100%",
      "en el portal",
      "Realizar audiencias publicas de            2      50%",
      "rendicion de cuentas",
      "Capacitar servidores                     350     100%",
      "Formular el plan de accion                 1     100%",
  });
  EXPECT_EQ(page.tables(), Tables({"Actividad|Meta|Avance\n"
                                   "Publicar el informe de gestion anual en el portal|1|100%\n"
                                   "Realizar audiencias publicas de rendicion de cuentas|2|50%\n"
                                   "Capacitar servidores|350|100%\n"
                                   "Formular el plan de accion|1|100%\n"}));
}

TEST(Whitespace, WrappedLabelWhoseFiguresStandOnItsLastLine) {
  const TypedPage page({
      "Concepto                               Valor     Saldo",
      "Gastos de personal                     1.200       100",
      "Transferencias a entidades de",
      "orden nacional                           300         0",
      "Servicio de la deuda                      80        20",
      "Inversion                                900       450",
  });
  EXPECT_EQ(page.tables(), Tables({"Concepto|Valor|Saldo\n"
                                   "Gastos de personal|1.200|100\n"
                                   "Transferencias a entidades de orden nacional|300|0\n"
                                   "Servicio de la deuda|80|20\n"
                                   "Inversion|900|450\n"}));
}

TEST(Whitespace, TheFirstLabelMayBeginSeveralLinesAboveItsFigures) {
  const TypedPage page({
      "Ingresos en educacion",
      "desde el turismo y el",
      "agua urbana               17,1    22,7",
      "Trabajo y empleo           6,2    14,9",
      "Capital fijo de los",
      "hogares                    3,4    74,6",
      "Promedio                   7,6    24,5",
  });
  EXPECT_EQ(page.tables(), Tables({"Ingresos en educacion desde el turismo y el agua urbana|17,1|22,7\n"
                                   "Trabajo y empleo|6,2|14,9\n"
                                   "Capital fijo de los hogares|3,4|74,6\n"
                                   "Promedio|7,6|24,5\n"}));
}

TEST(Whitespace, LabelsWrapWhereTheBodysTextEndsAndNotItsHead) {
  const TypedPage page({
      "                          Concepto   Total   Parte",
      "Educacion y fomento",
      "de la cultura                         12,1    30,4",
      "Credito y promedio                    59,0    36,1",
      "del transporte",
      "Hogares del sector                    47,2    67,8",
      "rural",
      "Ahorro                                 4,0    20,1",
  });
  EXPECT_EQ(page.tables(), Tables({"Concepto|Total|Parte\nEducacion y fomento de la cultura|12,1|30,4\n"
                                   "Credito y promedio del transporte|59,0|36,1\n"
                                   "Hogares del sector rural|47,2|67,8\nAhorro|4,0|20,1\n"}));
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

TEST(Whitespace, RulesBetweenRowsJoinTheLinesBetweenThem) {
  const TypedPage page({
      "---------------------------------------------",
      "Actividad             Responsable      Meta",
      "---------------------------------------------",
      "Publicar el plan      Secretaria de       1",
      "Institucional         Planeacion",
      "---------------------------------------------",
      "Realizar audiencias   Secretaria de       2",
      "Publicas              Gobierno",
      "---------------------------------------------",
      "Capacitar             Secretaria          9",
      "Servidores            General",
      "---------------------------------------------",
  });
  EXPECT_EQ(page.tables(), Tables({"Actividad|Responsable|Meta\n"
                                   "Publicar el plan Institucional|Secretaria de Planeacion|1\n"
                                   "Realizar audiencias Publicas|Secretaria de Gobierno|2\n"
                                   "Capacitar Servidores|Secretaria General|9\n"}));
}

TEST(Whitespace, RulesPartRowsWhoseYearsStandOnTopAndFiguresAtTheFoot) {
  const TypedPage page({
      "-------------------------------------",
      "Vigencia   Programa            Avance",
      "-------------------------------------",
      "2019       Vivienda rural",
      "           y urbana              12,5",
      "-------------------------------------",
      "2020       Salud                 20,1",
      "-------------------------------------",
      "2021       Atencion a la",
      "           primera infancia      90,0",
      "-------------------------------------",
      "2022       Agua potable y",
      "           saneamiento            7,3",
      "-------------------------------------",
  });
  EXPECT_EQ(page.tables(), Tables({"Vigencia|Programa|Avance\n"
                                   "2019|Vivienda rural y urbana|12,5\n"
                                   "2020|Salud|20,1\n"
                                   "2021|Atencion a la primera infancia|90,0\n"
                                   "2022|Agua potable y saneamiento|7,3\n"}));
}

TEST(Whitespace, RulesPartRowsOfCellsThatAreCentredOnTheirHeight) {
  const TypedPage page({
      "----------------------------------------------------------------",
      "Item  Actividad              Dependencia       Plazo      Avance",
      "----------------------------------------------------------------",
      "      Hacer seguimiento a",
      "~     las audiencias         Comisaria de      27-08-",
      "~1                                                         100%",
      "~     publicas de            Familia           2017",
      "~     rendicion de cuentas",
      "----------------------------------------------------------------",
      "      Realizar la            Secretaria        25-07-",
      "~2    estrategia de lucha                                   80%",
      "~     contra las drogas      General           2017",
      "----------------------------------------------------------------",
      "      Socializar             Oficina de        02-08-",
      "~3    jornadas de                                           80%",
      "~     vacunacion             Control           2017",
      "----------------------------------------------------------------",
  });
  EXPECT_EQ(page.tables(),
            Tables({"Item|Actividad|Dependencia|Plazo|Avance\n"
                    "1|Hacer seguimiento a las audiencias publicas de rendicion de cuentas|Comisaria de Familia|"
                    "27-08- 2017|100%\n"
                    "2|Realizar la estrategia de lucha contra las drogas|Secretaria General|25-07- 2017|80%\n"
                    "3|Socializar jornadas de vacunacion|Oficina de Control|02-08- 2017|80%\n"}));
}

TEST(Whitespace, FiguresCutInANarrowColumnAreNoRowOfTheirOwn) {
  const TypedPage page({
      "Rubro    Concepto        Inicial      Pagos",
      "2.1.01   Sueldos         3.250.000.0  1.100.400.2",
      "                                  00           50",
      "2.1.02   Materiales      1.400.000.0    900.000",
      "                                  00",
      "2.1.03   Servicios         750.000      120.000",
  });
  EXPECT_EQ(page.tables(), Tables({"Rubro|Concepto|Inicial|Pagos\n"
                                   "2.1.01|Sueldos|3.250.000.0 00|1.100.400.2 50\n"
                                   "2.1.02|Materiales|1.400.000.0 00|900.000\n"
                                   "2.1.03|Servicios|750.000|120.000\n"}));
}

TEST(Whitespace, LinesNearerThanRowsAreOneRow) {
  const TypedPage page({
      "Actividad             Lugar           Meta",
      "",
      "Publicar el Plan      Alcaldia           1",
      "~nstitucional          Municipal",
      "",
      "Audiencia             Concejo            2",
      "",
      "Informe               Personeria         9",
      "",
      "Rendicion             Casa               4",
      "~Publica               Cultural",
  });
  const Tables found = page.tables();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(std::count(found[0].begin(), found[0].end(), '\n'), 5);
  EXPECT_NE(found[0].find("Alcaldia Municipal|1\n"), std::string::npos);
  EXPECT_NE(found[0].find("Rendicion Publica|Casa Cultural|4\n"), std::string::npos);
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

TEST(Whitespace, FiguresCutOverTwoLinesAreOneRowWhereAShortOneStandsAtItsFoot) {
  const TypedPage page({
      "Sector                 Inicial     Definitivo   Variacion",
      "                       7.173.000.  1.630.000.",
      "Agua potable           000         000          27,28%",
      "                       6.629.000.  3.496.000.",
      "Educacion              000         000          38,05%",
      "                       6.237.000.  4.769.000.",
      "Cultura                000         000          23,54%",
  });
  EXPECT_EQ(page.tables(), Tables({"Sector|Inicial|Definitivo|Variacion\n"
                                   "Agua potable|7.173.000. 000|1.630.000. 000|27,28%\n"
                                   "Educacion|6.629.000. 000|3.496.000. 000|38,05%\n"
                                   "Cultura|6.237.000. 000|4.769.000. 000|23,54%\n"}));
}

TEST(Whitespace, LeadingOfTheLabelsTellsRowsWhereverTheirFiguresStand) {
  // Figures at the foot of their rows: a label stands nearer to its own second line than to the row above.
  const TypedPage at_foot({
      "Codigo     Nombre                Inicial",
      "1.1        Ingresos              272.462",
      "           Impuesto predial",
      "~1.1.01     vigencias anteriores    6.465",
      "1.1.02     Sobretasa               6.427",
      "           Estampilla para el",
      "~           bienestar del adulto",
      "~1.1.03     mayor                     639",
      "1.1.04     Avisos y tableros       3.337",
  });
  EXPECT_EQ(at_foot.tables(), Tables({"Codigo|Nombre|Inicial\n"
                                      "1.1|Ingresos|272.462\n"
                                      "1.1.01|Impuesto predial vigencias anteriores|6.465\n"
                                      "1.1.02|Sobretasa|6.427\n"
                                      "1.1.03|Estampilla para el bienestar del adulto mayor|639\n"
                                      "1.1.04|Avisos y tableros|3.337\n"}));
  const TypedPage in_the_middle({
      "Codigo     Nombre                Inicial",
      "----------------------------------------",
      "           Impuesto",
      "~1.1.01     predial de años         6.465",
      "~           anteriores",
      "           Sobretasa",
      "~1.1.02     a la gasolina           6.427",
      "~           y al gas",
      "           Estampilla",
      "~1.1.03     para el adulto            639",
      "~           mayor",
  });
  EXPECT_EQ(in_the_middle.tables(), Tables({"Codigo|Nombre|Inicial\n"
                                            "1.1.01|Impuesto predial de años anteriores|6.465\n"
                                            "1.1.02|Sobretasa a la gasolina y al gas|6.427\n"
                                            "1.1.03|Estampilla para el adulto mayor|639\n"}));
}

TEST(Whitespace, LabelsTellARowWhoseFiguresStandOnTwoLines) {
  const TypedPage page({
      "Contrato      Objeto             Valor         Plazo",
      "------------------------------------------------------",
      "CS-013        Prestar el apoyo",
      "~              al archivo         7.745.900     6",
      "~                                               meses",
      "CS-014        Contratar el                     11",
      "~              censo nuevo        2.892.700     meses",
      "CS-015        Suministro para                  10",
      "~              el inventario      5.098.900     meses",
  });
  EXPECT_EQ(page.tables(), Tables({"Contrato|Objeto|Valor|Plazo\n"
                                   "CS-013|Prestar el apoyo al archivo|7.745.900|6 meses\n"
                                   "CS-014|Contratar el censo nuevo|2.892.700|11 meses\n"
                                   "CS-015|Suministro para el inventario|5.098.900|10 meses\n"}));
}

}  // namespace
}  // namespace cotejo::tables
