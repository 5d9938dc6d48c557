#include <gtest/gtest.h>

#include "extractors/tables/white/whitespace.h"
#include "tests/extractors/tables/typed_page.h"

namespace cotejo::tables {
namespace {

using Tables = std::vector<std::string>;

TEST(WhitespaceHeads, HeadOverSeveralColumnsIsAsWideAsTheRuleUnderIt) {
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

TEST(WhitespaceHeads, HeadOverTheMiddleOfColumnsNamesThemAllWithoutARule) {
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

TEST(WhitespaceHeads, AUnitOverTheHeadIsNoGroupOfIt) {
  const TypedPage page({
      "                            Cifras en miles de pesos",
      "Zona              Inicial    Poblacion         Total",
      "Norte                  63          597           660",
      "Sur                   189        2.075         2.264",
      "Centro                 77          755           832",
  });
  EXPECT_EQ(page.tables(), Tables({"Zona|Inicial|Poblacion|Total\n"
                                   "Norte|63|597|660\n"
                                   "Sur|189|2.075|2.264\n"
                                   "Centro|77|755|832\n"}));
}

TEST(WhitespaceHeads, TheFirstLineOfALabelIsNoHeadForStandingOverItsFigures) {
  TypedPage page({
      "CODIGO       DETALLE                    INICIAL    RECAUDO",
      "             Contribucion sobre",
      "~ 70711001                                4.501      4.672",
      "~            contratos de obra",
      "70711002     Industria                    3.151      2.239",
      "70711003     Predial                        491        417",
      "70711004     Estampilla                   2.407      1.341",
  });
  for (model::Word& word : page.page.words) word.bold = word.box.y0 < typed::kMargin + typed::kHigh - 2;
  const Tables tables = page.tables();
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_TRUE(tables[0].starts_with("CODIGO|DETALLE|INICIAL|RECAUDO\n")) << tables[0];
}

TEST(WhitespaceHeads, HeadOfSeveralLinesIsOneRow) {
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

TEST(WhitespaceHeads, YearsNameColumnsAndAreNoRow) {
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

TEST(WhitespaceHeads, ASignForMissingFiguresIsNoNameOfAColumn) {
  const TypedPage page({
      "Edad             Quejas    Total   Otros   Web",
      "De 5 a 9 anos        :         :      32     :",
      "De 10 a 14         113       112      12    33",
      "De 15 a 19         112        95      60    17",
  });
  EXPECT_EQ(page.tables(), Tables({"Edad|Quejas|Total|Otros|Web\nDe 5 a 9 anos|:|:|32|:\n"
                                   "De 10 a 14|113|112|12|33\nDe 15 a 19|112|95|60|17\n"}));
}

TEST(WhitespaceHeads, CodesRightBeforeNamesAreAColumnWhereTheHeadNamesBoth) {
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

TEST(WhitespaceHeads, NamesThatComeAgainShareTheColumnsEvenly) {
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

TEST(WhitespaceHeads, HeadInTheMiddleAndFiguresAtTheRightAreOneColumn) {
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

TEST(WhitespaceHeads, NameOfTheRowsOverTheMiddleOfTheTableIsOneCell) {
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

TEST(WhitespaceHeads, RestOfAHeadInTheMiddleOfTheTableIsTheHeads) {
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

TEST(WhitespaceHeads, HeadsOverTheMiddlesOfGroupsNameTheirColumnsWithoutRules) {
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

TEST(WhitespaceHeads, RuleUnderSeveralHeadsDoesNotMakeThemOne) {
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

TEST(WhitespaceHeads, HeadThatGoesOnWithASmallLetterNamesItsOwnColumn) {
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

TEST(WhitespaceHeads, WordsOfAGroupsHeadStayTogetherOverItsColumns) {
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

TEST(WhitespaceHeads, RestOfACutRowUnderTheRepeatedHeadIsNoSecondHead) {
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

TEST(WhitespaceHeads, HeadBetweenUprightsIsNoGroupsHead) {
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

TEST(WhitespaceHeads, UnitInBracketsUnderTheHeadsIsOverAllFigures) {
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

TEST(WhitespaceHeads, ATitleOverItsOwnRuleNamesAllColumns) {
  const TypedPage page({
      "---------------------------------------------------------",
      "             EJECUCION DE GASTOS VIGENCIA 2012",
      "---------------------------------------------------------",
      "CUENTA   DESCRIPCION      INICIAL     CREDITO     FINAL",
      "---------------------------------------------------------",
      "20121    Aportes           8.019       2.130     10.149",
      "---------------------------------------------------------",
      "20122    Prima               544          10        554",
      "---------------------------------------------------------",
      "20123    Sueldo            6.090          20      6.110",
      "---------------------------------------------------------",
  });
  EXPECT_EQ(page.tables(), std::vector<std::string>({"EJECUCION DE GASTOS VIGENCIA 2012|<|<|<|<\n"
                                                     "CUENTA|DESCRIPCION|INICIAL|CREDITO|FINAL\n"
                                                     "20121|Aportes|8.019|2.130|10.149\n"
                                                     "20122|Prima|544|10|554\n"
                                                     "20123|Sueldo|6.090|20|6.110\n"}));
}

TEST(WhitespaceHeads, AFilledHeadEndsWithItsFill) {
  TypedPage page({
      "Causa           Accion           Fecha           Avance",
      "~Debilidades en  Formular el",
      "~la planeacion   plan anual       19-07-2013         40%",
      "Falta de        Implementar",
      "~controles       el inventario    6-05-2013           0%",
      "Falta de        Revisar las",
      "~seguimiento     acciones         3-04-2013          65%",
  });
  const double top = typed::kMargin;
  page.page.shades.push_back({{45, top - 2, 340, top + typed::kNear - 0.2}, 0xA9D08E});
  EXPECT_EQ(page.tables(),
            std::vector<std::string>({"Causa|Accion|Fecha|Avance\n"
                                      "Debilidades en la planeacion|Formular el plan anual|19-07-2013|40%\n"
                                      "Falta de controles|Implementar el inventario|6-05-2013|0%\n"
                                      "Falta de seguimiento|Revisar las acciones|3-04-2013|65%\n"}));
}

TEST(Whitespace, ANameBetweenTwoColumnsIsOfTheNearerOne) {
  const TypedPage page({
      "                                        Pagos",
      "                             2013               2014",
      "Agropecuario                      4.455.000           1.076.000",
      "Salud                             6.341.000           9.531.000",
      "Ambiente                          9.117.000           2.942.000",
      "Vivienda                          8.199.000           2.582.000",
  });
  EXPECT_EQ(page.tables(), Tables({"|Pagos|<\n|2013|2014\nAgropecuario|4.455.000|1.076.000\n"
                                   "Salud|6.341.000|9.531.000\nAmbiente|9.117.000|2.942.000\n"
                                   "Vivienda|8.199.000|2.582.000\n"}));
}

}  // namespace
}  // namespace cotejo::tables
