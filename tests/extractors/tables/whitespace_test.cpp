#include "extractors/tables/whitespace.h"

#include <gtest/gtest.h>

#include "tests/extractors/tables/typed_page.h"

namespace cotejo::tables {
namespace {

using Tables = std::vector<std::string>;

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

TEST(Whitespace, FiguresThatRiseByChanceAreNoPageNumbers) {
  const TypedPage page({
      "Concepto                    Pesos",
      "Personal ................. 14.982",
      "Gastos generales",
      "Servicios .................... 12",
      "Viaticos .................... 154",
      "Papeleria ................... 362",
      "Arriendos ................. 1.341",
  });
  EXPECT_EQ(page.tables(), Tables({"Concepto|Pesos\nPersonal|14.982\nGastos "
                                   "generales|\nServicios|12\nViaticos|154\nPapeleria|362\nArriendos|1.341\n"}));
}

TEST(Whitespace, ProseAroundTheTableStaysOutside) {
  const TypedPage page({
      "Durante la vigencia 2021 la administracion municipal recibio un total de 1.268",
      "solicitudes de la ciudadania a traves de los diferentes canales de atencion, las",
      "cuales se clasifican asi:",
      "",
      "Tipo                      Recibidas   Pendientes",
      "Peticiones                       10            2",
      "Quejas                            8            0",
      "Reclamos                      1.250           11",
      "",
      "En cuanto al canal de ingreso la mayor parte de las solicitudes llego por correo",
      "electronico, y en segundo lugar por la ventanilla unica de la alcaldia municipal.",
  });
  EXPECT_EQ(page.tables(), Tables({"Tipo|Recibidas|Pendientes\n"
                                   "Peticiones|10|2\n"
                                   "Quejas|8|0\n"
                                   "Reclamos|1.250|11\n"}));
}

TEST(Whitespace, HeadOverSeveralColumnsIsAsWideAsTheRuleUnderIt) {
  const TypedPage page({
      "-----------------------------------------------------",
      "                    Vigencia 2020      Vigencia 2021",
      "                  ----------------    ---------------",
      "Tipo              Recib.   Resp.      Recib.   Resp.",
      "-----------------------------------------------------",
      "Peticiones            10       9         120     118",
      "Quejas                 8       8          15      15",
      "Reclamos               3       1           4       2",
      "-----------------------------------------------------",
  });
  EXPECT_EQ(page.tables(), Tables({"Tipo|Vigencia 2020|<|Vigencia 2021|<\n"
                                   "^|Recib.|Resp.|Recib.|Resp.\n"
                                   "Peticiones|10|9|120|118\n"
                                   "Quejas|8|8|15|15\n"
                                   "Reclamos|3|1|4|2\n"}));
}

TEST(Whitespace, HeadOverTheMiddleOfColumnsNamesThemAllWithoutARule) {
  const TypedPage page({
      "                        Mujeres             ",
      "Zona              Muestra    Poblacion   Total",
      "Norte                  63          597     660",
      "Sur                   189        2.075   2.264",
      "Centro                 77          755     832",
  });
  EXPECT_EQ(page.tables(), Tables({"Zona|Mujeres|<|Total\n"
                                   "^|Muestra|Poblacion|^\n"
                                   "Norte|63|597|660\n"
                                   "Sur|189|2.075|2.264\n"
                                   "Centro|77|755|832\n"}));
}

TEST(Whitespace, HeadOfSeveralLinesIsOneRow) {
  const TypedPage page({
      "                 Presupuesto          Valor     Porcentaje",
      "Rubro             definitivo   comprometido      ejecutado",
      "2.1.1             25.353.306     23.819.561            94%",
      "2.1.2              7.988.975      7.119.033            89%",
      "2.2                   83.977         72.121            86%",
  });
  EXPECT_EQ(page.tables(), Tables({"Rubro|Presupuesto definitivo|Valor comprometido|Porcentaje ejecutado\n"
                                   "2.1.1|25.353.306|23.819.561|94%\n"
                                   "2.1.2|7.988.975|7.119.033|89%\n"
                                   "2.2|83.977|72.121|86%\n"}));
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

TEST(Whitespace, YearsNameColumnsAndAreNoRow) {
  const TypedPage page({
      "                2019      2020      2021",
      "Ingresos       1.200     1.350     1.410",
      "Gastos         1.100     1.420     1.390",
      "Saldo            100       -70        20",
  });
  EXPECT_EQ(page.tables(), Tables({"|2019|2020|2021\n"
                                   "Ingresos|1.200|1.350|1.410\n"
                                   "Gastos|1.100|1.420|1.390\n"
                                   "Saldo|100|-70|20\n"}));
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

TEST(Whitespace, ASignForMissingFiguresIsNoNameOfAColumn) {
  const TypedPage page({
      "Edad             Quejas    Total   Otros   Web",
      "De 5 a 9 anos        :         :      32     :",
      "De 10 a 14         113       112      12    33",
      "De 15 a 19         112        95      60    17",
  });
  EXPECT_EQ(page.tables(), Tables({"Edad|Quejas|Total|Otros|Web\nDe 5 a 9 anos|:|:|32|:\n"
                                   "De 10 a 14|113|112|12|33\nDe 15 a 19|112|95|60|17\n"}));
}

TEST(Whitespace, AChartAboveATableTakesItNotAway) {
  TypedPage page({
      "Comercio   23,1       Vivienda   35,2",
      "Agua        9,4       Regiones    7,3",
      "Caminos    12,0       Parques    12,9",
      "",
      "Concepto   Total      Inversion  Pagos",
      "Salud         12             38     31",
      "Turismo       19             40     11",
      "Vivienda      16             50     51",
      "Empleo        18             60     61",
  });
  page.page.shades.push_back({{130, 52, 136, 58}, 0x4060A0});  // the key of the chart
  page.page.shades.push_back({{210, 64, 216, 70}, 0xA06040});
  EXPECT_EQ(page.tables(), Tables({"Concepto|Total|Inversion|Pagos\nSalud|12|38|31\nTurismo|19|40|11\n"
                                   "Vivienda|16|50|51\nEmpleo|18|60|61\n"}));
}

TEST(Whitespace, CodesRightBeforeNamesAreAColumnWhereTheHeadNamesBoth) {
  const std::vector<std::string> rows = {
      "         1100 Efectivo              984    190", "           11 Caja                    4      3",
      "         1110 Depositos             980    187", "         1200 Inversiones            29     26",
      "         1202 Renta fija              0      0", "              Total activo         1013    216",
  };
  const auto under = [&](const std::string& head) {
    std::vector<std::string> lines = rows;
    lines.insert(lines.begin(), head);
    return TypedPage(lines).tables();
  };
  EXPECT_EQ(under("      Codigo      Activo             2021   2020"),
            Tables({"Codigo|Activo|2021|2020\n1100|Efectivo|984|190\n11|Caja|4|3\n1110|Depositos|980|187\n"
                    "1200|Inversiones|29|26\n1202|Renta fija|0|0\n|Total activo|1013|216\n"}));
  EXPECT_EQ(under("              Cuenta               2021   2020").at(0).substr(0, 16), "Cuenta|2021|2020");
}

TEST(Whitespace, ASourcePartsTheTablesAboveAndBelowIt) {
  const TypedPage page({
      "Tipo             Recibidas   Pendientes",
      "Peticiones              10            2",
      "Quejas                   8            0",
      "Reclamos             1.250           11",
      "Fuente: Secretaria General",
      "Canal                Total       Abierto",
      "Correo                  71            5",
      "Web                     38            9",
      "Telefono               250           31",
  });
  EXPECT_EQ(page.tables(), Tables({"Tipo|Recibidas|Pendientes\nPeticiones|10|2\nQuejas|8|0\nReclamos|1.250|11\n",
                                   "Canal|Total|Abierto\nCorreo|71|5\nWeb|38|9\nTelefono|250|31\n"}));
}

TEST(Whitespace, NamesThatComeAgainShareTheColumnsEvenly) {
  const TypedPage page({
      "Municipio    Vivienda rural            Saneamiento",
      "o distrito  2001              2002    2001    2002",
      "Mariquita            3        23,7     2,8      27",
      "Honda              103        31,3     0,8      60",
      "Espinal             45        84,0     0,8      37",
      "Melgar             118        42,2     6,4      25",
  });
  EXPECT_EQ(page.tables(), Tables({"Municipio o distrito|Vivienda rural|<|Saneamiento|<\n^|2001|2002|2001|2002\n"
                                   "Mariquita|3|23,7|2,8|27\nHonda|103|31,3|0,8|60\n"
                                   "Espinal|45|84,0|0,8|37\nMelgar|118|42,2|6,4|25\n"}));
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

TEST(Whitespace, HeadInTheMiddleAndFiguresAtTheRightAreOneColumn) {
  const TypedPage page({
      "-----------------------------------------------------------",
      "     Canal                 Cantidad            Porcentaje  ",
      "-----------------------------------------------------------",
      "Presencial                       569                  8,14%",
      "Correo electronico             1.881                 26,91%",
      "Pagina web                       677                  9,68%",
      "Total                          3.127                 44,73%",
      "-----------------------------------------------------------",
  });
  EXPECT_EQ(page.tables(), Tables({"Canal|Cantidad|Porcentaje\n"
                                   "Presencial|569|8,14%\n"
                                   "Correo electronico|1.881|26,91%\n"
                                   "Pagina web|677|9,68%\n"
                                   "Total|3.127|44,73%\n"}));
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

TEST(Whitespace, CaptionAndSourceStayOutside) {
  const TypedPage page({
      "Tabla 3. Solicitudes recibidas por tipo en la vigencia 2021",
      "Tipo             Recibidas   Pendientes",
      "Peticiones              10            2",
      "Quejas                   8            0",
      "Reclamos             1.250           11",
      "Fuente: Secretaria   General",
  });
  EXPECT_EQ(page.tables(), Tables({"Tipo|Recibidas|Pendientes\n"
                                   "Peticiones|10|2\n"
                                   "Quejas|8|0\n"
                                   "Reclamos|1.250|11\n"}));
}

TEST(Whitespace, CaptionPartsTwoTables) {
  const TypedPage page({
      "Tipo             Recibidas   Pendientes",
      "Peticiones              10            2",
      "Quejas                   8            0",
      "Tabla 2. Por canal",
      "Canal     Cantidad",
      "Web             10",
      "Correo           8",
      "Buzon            1",
  });
  EXPECT_EQ(page.tables(), Tables({"Tipo|Recibidas|Pendientes\n"
                                   "Peticiones|10|2\n"
                                   "Quejas|8|0\n",
                                   "Canal|Cantidad\n"
                                   "Web|10\n"
                                   "Correo|8\n"
                                   "Buzon|1\n"}));
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

TEST(Whitespace, ProseBesideATableIsNoPartOfIt) {
  const TypedPage page({
      "La administracion municipal de la",
      "vigencia presenta los resultados de         Especie      Parte",
      "su gestion en materia ambiental, en",
      "especial los que tocan a las aves          Aguila         34%",
      "del territorio, que son objeto de la",
      "politica de proteccion que adopto el       Garza          20%",
      "concejo municipal en el acuerdo que",
      "fijo las metas del cuatrienio y que        Nutria         38%",
      "se encuentran en proceso de revision",
      "por parte de la autoridad ambiental.",
  });
  EXPECT_EQ(page.tables(), Tables({"Especie|Parte\n"
                                   "Aguila|34%\n"
                                   "Garza|20%\n"
                                   "Nutria|38%\n"}));
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

TEST(Whitespace, CellsBetweenRulesAreNoProseHoweverTheyFlow) {
  const TypedPage page({
      "------------------------------------------------------------------",
      "No   Compromiso                       Responsable         Meta",
      "------------------------------------------------------------------",
      "1    Publicar el informe de gestion   Cultura                1",
      "     anual en el portal de todos",
      "------------------------------------------------------------------",
      "2    Realizar el seguimiento anual    Hacienda               3",
      "     al mapa de riesgos completo",
      "------------------------------------------------------------------",
      "3    Formular aquel plan de accion    Gobierno               1",
      "     institucional del municipio",
      "------------------------------------------------------------------",
      "4    Atender los requerimientos de    Salud                 18",
      "     entes de control y vigilancia",
      "------------------------------------------------------------------",
  });
  EXPECT_EQ(page.tables(), Tables({"No|Compromiso|Responsable|Meta\n"
                                   "1|Publicar el informe de gestion anual en el portal de todos|Cultura|1\n"
                                   "2|Realizar el seguimiento anual al mapa de riesgos completo|Hacienda|3\n"
                                   "3|Formular aquel plan de accion institucional del municipio|Gobierno|1\n"
                                   "4|Atender los requerimientos de entes de control y vigilancia|Salud|18\n"}));
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

TEST(Whitespace, AJustifiedListIsNoTableHoweverWideItsSpaces) {
  EXPECT_EQ(TypedPage({
                          "1. La     poblacion     con     ingreso",
                          "   por trabajo y crecimiento en capital",
                          "   de los servicios anuales.",
                          "2. El   trabajo   rural   de   capital",
                          "   y   vivienda   con   los   ahorros",
                          "   en la salud y en las importaciones.",
                          "3. Las     empresas     de     comercio",
                          "   de los hogares.",
                          "4. El    credito    fijo    de    salud",
                          "   y el agua de los sectores rurales.",
                      })
                .tables(),
            Tables{});
}

TEST(Whitespace, RunningTextIsNoTable) {
  const TypedPage page({
      "La administracion municipal presenta el informe de gestion de la",
      "vigencia, en el que se da cuenta de las 1.250 peticiones recibidas",
      "por los diferentes canales de atencion, de las cuales 10 quedaron",
      "pendientes de respuesta al cierre del 31 de diciembre de 2021 y se",
      "trasladaron a la vigencia siguiente.",
  });
  EXPECT_TRUE(page.tables().empty());
}

TEST(Whitespace, TextInTwoColumnsIsNoTable) {
  const TypedPage page({
      "La administracion municipal de la     En cuanto a los 1.250 procesos de",
      "vigencia 2021 presenta los logros     contratacion, la entidad dio paso",
      "de su gestion en materia de salud     a la plataforma transaccional del",
      "publica, que son objeto del plan      Estado, y con ello se ha logrado",
      "de desarrollo que adopto en 2020      una mayor transparencia, que los",
      "el concejo, y de los que da razon     ciudadanos han reconocido en las",
      "en las audiencias publicas que se     encuestas que se hacen cada ano en",
      "realizan en los corregimientos.       los barrios del municipio.",
  });
  EXPECT_TRUE(page.tables().empty());
}

TEST(Whitespace, ContentsAreNoTable) {
  const TypedPage page({
      "Presentacion .......................................   3",
      "Marco legal ........................................   5",
      "Ejecucion del presupuesto ..........................  12",
      "Atencion al ciudadano ..............................  20",
      "Conclusiones .......................................  31",
  });
  EXPECT_TRUE(page.tables().empty());
}

TEST(Whitespace, NumberedListIsNoTable) {
  const TypedPage page({
      "1.   Publicar el informe de gestion",
      "2.   Realizar 2 audiencias publicas",
      "3.   Capacitar a 350 servidores",
      "4.   Formular el plan",
  });
  EXPECT_TRUE(page.tables().empty());
}

TEST(Whitespace, SignaturesAreNoTable) {
  const TypedPage page({
      "ANA MARIA PEREZ           JUAN CARLOS RUIZ",
      "Alcaldesa Municipal       Secretario de Hacienda",
      "Elaboro: L. Gomez         Reviso: P. Diaz",
  });
  EXPECT_TRUE(page.tables().empty());
}

TEST(Whitespace, AxesOfAChartAreNoTable) {
  const TypedPage page({
      "100    88",
      "",
      "80           64",
      "",
      "60                   51",
      "",
      "40                         38",
      "",
      "20",
      "",
      "0",
      "       Enero  Febrero  Marzo  Abril",
  });
  EXPECT_TRUE(page.tables().empty());
}

TEST(Whitespace, NothingOnThePageGivesNothing) {
  EXPECT_TRUE(TypedPage({}).tables().empty());
  EXPECT_TRUE(TypedPage({"Uno"}).tables().empty());
}

TEST(Whitespace, NameOfTheRowsOverTheMiddleOfTheTableIsOneCell) {
  const TypedPage page({
      "-----------------------------------------",
      "Tipo              Recibidas    Pendientes",
      "-----------------------------------------",
      "               Zona urbana",
      "Peticiones               10             2",
      "Quejas                    8             0",
      "               Zona rural",
      "Peticiones                1             2",
      "Reclamos              1.250            11",
      "-----------------------------------------",
  });
  EXPECT_EQ(page.tables(), Tables({"Tipo|Recibidas|Pendientes\n"
                                   "Zona urbana|<|<\n"
                                   "Peticiones|10|2\n"
                                   "Quejas|8|0\n"
                                   "Zona rural|<|<\n"
                                   "Peticiones|1|2\n"
                                   "Reclamos|1.250|11\n"}));
}

TEST(Whitespace, RestOfAHeadInTheMiddleOfTheTableIsTheHeads) {
  const TypedPage page({
      "Tipo            Segundo          Pendientes",
      "              trimestre                    ",
      "Peticiones           10                   2",
      "Quejas                8                   0",
      "Reclamos          1.250                  11",
  });
  EXPECT_EQ(page.tables(), Tables({"Tipo|Segundo trimestre|Pendientes\n"
                                   "Peticiones|10|2\n"
                                   "Quejas|8|0\n"
                                   "Reclamos|1.250|11\n"}));
}

TEST(Whitespace, HeadsOverTheMiddlesOfGroupsNameTheirColumnsWithoutRules) {
  const TypedPage page({
      "                   Rural                    Urbana",
      "Zona         2019   2020   2021      2019   2020   2021",
      "Norte          63    597    660        12     17     29",
      "Sur           189    275    464         9     11     20",
      "Centro         77    755    832         1      3      4",
  });
  EXPECT_EQ(page.tables(), Tables({"Zona|Rural|<|<|Urbana|<|<\n"
                                   "^|2019|2020|2021|2019|2020|2021\n"
                                   "Norte|63|597|660|12|17|29\n"
                                   "Sur|189|275|464|9|11|20\n"
                                   "Centro|77|755|832|1|3|4\n"}));
}

TEST(Whitespace, RuleUnderSeveralHeadsDoesNotMakeThemOne) {
  const TypedPage page({
      "             Rural             Urbana",
      "          --------------------------------",
      "Zona       2019    2020      2019     2020",
      "Norte        63     597        12       17",
      "Sur         189     275         9       11",
      "Centro       77     755         1        3",
  });
  EXPECT_EQ(page.tables(), Tables({"Zona|Rural|<|Urbana|<\n"
                                   "^|2019|2020|2019|2020\n"
                                   "Norte|63|597|12|17\n"
                                   "Sur|189|275|9|11\n"
                                   "Centro|77|755|1|3\n"}));
}

TEST(Whitespace, HeadThatGoesOnWithASmallLetterNamesItsOwnColumn) {
  const TypedPage page({
      "            Recibidas",
      "Tipo       por correo    Web    Total",
      "Peticiones         10      2       12",
      "Quejas              8      0        8",
      "Reclamos           50     11       61",
  });
  EXPECT_EQ(page.tables(), Tables({"Tipo|Recibidas por correo|Web|Total\n"
                                   "Peticiones|10|2|12\n"
                                   "Quejas|8|0|8\n"
                                   "Reclamos|50|11|61\n"}));
}

TEST(Whitespace, BarsBesideTheirNamesAreAChart) {
  TypedPage page({
      "Presencial                          60,2%",
      "Correo                         45,6%",
      "Telefono              23,3%",
      "Web                      34,2%",
      "Buzon         5,6%",
  });
  ASSERT_EQ(page.tables().size(), 1U);
  // From the end of the names to just before each value.
  for (const model::Word& word : std::vector<model::Word>(page.page.words))
    if (word.text.back() == '%')
      page.page.shades.push_back({{110, word.box.y0, word.box.x0 - 3, word.box.y1}, 0x335577});
  EXPECT_TRUE(page.tables().empty());
}

TEST(Whitespace, ContentsRightAboveATableStayOutOfIt) {
  const TypedPage page({
      "Presentacion                             3",
      "Poblacion y territorio                   5",
      "Finanzas                                 9",
      "Ingresos                                 9",
      "Gastos                                  12",
      "Anexos                                  20",
      "",
      "Tipo            Recibidas     Pendientes",
      "Peticiones             10              2",
      "Quejas                  8              0",
      "Reclamos               50             11",
  });
  EXPECT_EQ(page.tables(), Tables({"Tipo|Recibidas|Pendientes\nPeticiones|10|2\nQuejas|8|0\nReclamos|50|11\n"}));
}

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

TEST(Whitespace, EquationsAreNoTable) {
  EXPECT_TRUE(TypedPage({
                            "         ingresos    =     tributarios + otros       1",
                            "           gastos    =     inversion + deuda         2",
                            "        resultado    \u2264     ingresos - gastos         3",
                        })
                  .tables()
                  .empty());
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

TEST(Whitespace, WordsOfAGroupsHeadStayTogetherOverItsColumns) {
  // The two words of the head begin where the columns below do.
  TypedPage page({
      "          Zona  Rural",
      "Tipo       2019  2020   Total     Meta",
      "Peticiones   10     2      12       10",
      "Quejas        8     0       8       10",
      "Reclamos     50    11      61       60",
  });
  for (model::Word& word : page.page.words)
    if (word.text == "Rural")
      word.box.x0 -= 3, word.box.x1 -= 3;  // a space of ordinary width
    else if (word.text == "Zona")
      word.box.x0 += 4, word.box.x1 += 4;
  EXPECT_EQ(page.tables(), Tables({"Tipo|Zona Rural|<|Total|Meta\n"
                                   "^|2019|2020|^|^\n"
                                   "Peticiones|10|2|12|10\n"
                                   "Quejas|8|0|8|10\n"
                                   "Reclamos|50|11|61|60\n"}));
}

TEST(Whitespace, RestOfACutRowUnderTheRepeatedHeadIsNoSecondHead) {
  const TypedPage page({
      "-------------------------------------------------------",
      "No.      Actividad              Meta        Responsable",
      "-------------------------------------------------------",
      "         publicas de rendicion",
      "-------------------------------------------------------",
      "13       Construir baterias       18          Hacienda",
      "-------------------------------------------------------",
      "14       Formular el plan          1          Gobierno",
      "-------------------------------------------------------",
      "15       Mantener las vias         4          Gobierno",
      "-------------------------------------------------------",
  });
  EXPECT_EQ(page.tables(), Tables({"No.|Actividad|Meta|Responsable\n"
                                   "|publicas de rendicion||\n"
                                   "13|Construir baterias|18|Hacienda\n"
                                   "14|Formular el plan|1|Gobierno\n"
                                   "15|Mantener las vias|4|Gobierno\n"}));
}

TEST(Whitespace, HeadBetweenUprightsIsNoGroupsHead) {
  const TypedPage page({
      "                Pagos       | Saldo |",
      "Rubro        2019    2020   | final |",
      "Personal       12      17         29",
      "Generales       9      11         20",
      "Inversion       1       3          4",
  });
  EXPECT_EQ(page.tables(), Tables({"Rubro|Pagos|<|Saldo final\n"
                                   "^|2019|2020|^\n"
                                   "Personal|12|17|29\n"
                                   "Generales|9|11|20\n"
                                   "Inversion|1|3|4\n"}));
}

TEST(Whitespace, UnitInBracketsUnderTheHeadsIsOverAllFigures) {
  const TypedPage page({
      "-----------------------------------------",
      "Tipo            2019      2020       2021",
      "                     (en miles)          ",
      "-----------------------------------------",
      "Peticiones        10         2         12",
      "Quejas             8         0          8",
      "Reclamos          50        11         61",
      "-----------------------------------------",
  });
  EXPECT_EQ(page.tables(), Tables({"Tipo|2019|2020|2021\n"
                                   "^|(en miles)|<|<\n"
                                   "Peticiones|10|2|12\n"
                                   "Quejas|8|0|8\n"
                                   "Reclamos|50|11|61\n"}));
}

TEST(Whitespace, ContentsWhoseTitlesWrapAreNoTable) {
  EXPECT_TRUE(TypedPage({
                            "1.1    Transporte   y   movilidad   de   la",
                            "poblacion ............................... 4",
                            "1.2    Agricultura ...................... 8",
                            "1.3    Educacion   y   cultura   de   los",
                            "municipios del departamento ............ 12",
                            "2.1    Salud ........................... 17",
                            "2.2    Agua potable .................... 22",
                        })
                  .tables()
                  .empty());
}

}  // namespace
}  // namespace cotejo::tables
