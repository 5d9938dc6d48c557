#include <gtest/gtest.h>

#include "tests/extractors/tables/typed_page.h"

// Layouts of statistical reports, each with the grid that a reader sees in it.

namespace cotejo::tables {
namespace {

using Tables = std::vector<std::string>;

TEST(Layouts, LabelHangsUnderItsFirstLine) {
  const TypedPage page({
      "Pais                          2010      2011",
      "Austria                        100        98",
      "Emiratos Arabes Unidos del",
      "  Golfo Persico                 93        94",
      "Finlandia                       96        95",
      "Trinidad y Tobago, Islas de",
      "  Barlovento                    57        83",
      "Suecia                          99        92",
  });
  EXPECT_EQ(page.tables(), Tables({"Pais|2010|2011\n"
                                   "Austria|100|98\n"
                                   "Emiratos Arabes Unidos del Golfo Persico|93|94\n"
                                   "Finlandia|96|95\n"
                                   "Trinidad y Tobago, Islas de Barlovento|57|83\n"
                                   "Suecia|99|92\n"}));
}

TEST(Layouts, FiguresSetCloseAreColumnsOfTheirOwn) {
  TypedPage page({
      "Ano       Total   Norte    Sur",
      "1996     51.544  37.481 14.062",
      "1997     52.071  37.797 14.275",
      "1998     52.526  38.091 14.435",
      "1999    152.875 138.251 14.625",
  });
  EXPECT_EQ(page.tables(), Tables({"Ano|Total|Norte|Sur\n"
                                   "1996|51.544|37.481|14.062\n"
                                   "1997|52.071|37.797|14.275\n"
                                   "1998|52.526|38.091|14.435\n"
                                   "1999|152.875|138.251|14.625\n"}));
}

TEST(Layouts, TitleOverTheMiddleOfTheTableIsNoHead) {
  const TypedPage page({
      "        Poblacion por zona y sexo        ",
      "Zona           Hombres   Mujeres    Total",
      "Norte               63       597      660",
      "Sur                189     2.075    2.264",
      "Centro              77       755      832",
  });
  EXPECT_EQ(page.tables(), Tables({"Zona|Hombres|Mujeres|Total\n"
                                   "Norte|63|597|660\n"
                                   "Sur|189|2.075|2.264\n"
                                   "Centro|77|755|832\n"}));
}

TEST(Layouts, UnitInBracketsOverTheTableIsNoHead) {
  const TypedPage page({
      "                        (millones de pesos)",
      "Zona           Inicial   Definitivo   Pagos",
      "Norte               63          597     660",
      "Sur                189        2.075   2.264",
      "Centro              77          755     832",
  });
  EXPECT_EQ(page.tables(), Tables({"Zona|Inicial|Definitivo|Pagos\n"
                                   "Norte|63|597|660\n"
                                   "Sur|189|2.075|2.264\n"
                                   "Centro|77|755|832\n"}));
}

TEST(Layouts, TableInOneOfTwoColumnsOfText) {
  const TypedPage page({
      "La administracion municipal de la     En cuanto a los 1.250 procesos de",
      "vigencia 2021 presenta los logros     contratacion, la entidad dio paso",
      "de su gestion en materia de salud     a la plataforma transaccional del",
      "publica, que son objeto del plan      Estado, y con ello se ha logrado",
      "de desarrollo que adopto en 2020      una mayor transparencia, que los",
      "el concejo, y de los que da razon     ciudadanos han reconocido en las",
      "en las audiencias que se hacen.       encuestas que se hacen cada ano en",
      "                                      los barrios del municipio, con el",
      "Zona         2020    2021             apoyo de las juntas de accion de",
      "Norte          63     597             cada comuna y de los corregidores.",
      "Sur           189   2.075",
      "Centro         77     755             3.2 Resultados",
      "Rural          12      90",
      "                                      Los resultados de la vigencia son",
      "En los corregimientos, en cambio,     los que se presentan a renglon que",
      "no se ha logrado todavia que los      sigue, conforme a lo que manda la",
      "servicios lleguen a toda la gente     ley y con el detalle que exige el",
      "que los necesita en las veredas.      organo de control del departamento.",
  });
  EXPECT_EQ(page.tables(), Tables({"Zona|2020|2021\n"
                                   "Norte|63|597\n"
                                   "Sur|189|2.075\n"
                                   "Centro|77|755\n"
                                   "Rural|12|90\n"}));
}

TEST(Layouts, TextRowsParted) {
  const TypedPage page({
      "-----------------------------------------------------",
      "Fuente            Definicion             Ejemplos",
      "-----------------------------------------------------",
      "Mayor             Emisiones de 10        Refinerias y",
      "                  toneladas o mas        acerias",
      "",
      "Menor             Emisiones de menos     Lavanderias,",
      "                  de 10 toneladas al     talleres",
      "                  ano",
      "",
      "Movil             Vehiculos de motor     Carros",
      "-----------------------------------------------------",
  });
  EXPECT_EQ(page.tables(), Tables({"Fuente|Definicion|Ejemplos\n"
                                   "Mayor|Emisiones de 10 toneladas o mas|Refinerias y acerias\n"
                                   "Menor|Emisiones de menos de 10 toneladas al ano|Lavanderias, talleres\n"
                                   "Movil|Vehiculos de motor|Carros\n"}));
}

TEST(Layouts, BlankLinesBetweenSectionsDoNotPartTheTable) {
  const TypedPage page({
      "Nivel                    Total    Publico",
      "",
      "Total                     44,8       33,2",
      "",
      "Tipo de institucion",
      "  Publica                 44,4       31,2",
      "  Privada                 45,9       36,6",
      "",
      "Area de estudio",
      "  Negocios                34,3       28,7",
      "  Educacion               34,3       23,0",
  });
  EXPECT_EQ(page.tables(), Tables({"Nivel|Total|Publico\n"
                                   "Total|44,8|33,2\n"
                                   "Tipo de institucion||\n"
                                   "Publica|44,4|31,2\n"
                                   "Privada|45,9|36,6\n"
                                   "Area de estudio||\n"
                                   "Negocios|34,3|28,7\n"
                                   "Educacion|34,3|23,0\n"}));
}

TEST(Layouts, SnakingTableKeepsItsColumnsSideBySide) {
  const TypedPage page({
      "Edad        Poblacion      Edad        Poblacion",
      "1             353.692      40            468.083",
      "2             326.557      41            375.849",
      "3             322.816      42            325.572",
      "4             317.441      43            237.108",
  });
  EXPECT_EQ(page.tables(), Tables({"Edad|Poblacion|Edad|Poblacion\n"
                                   "1|353.692|40|468.083\n"
                                   "2|326.557|41|375.849\n"
                                   "3|322.816|42|325.572\n"
                                   "4|317.441|43|237.108\n"}));
}

TEST(Layouts, MarksForMissingFiguresAreValues) {
  const TypedPage page({
      "Pais          2009    2010",
      "Argentina        —       —",
      "Australia   50.000  50.000",
      "Austria         ..      ..",
      "Brasil      50.000     n/a",
      "Canada           †       ‡",
  });
  EXPECT_EQ(page.tables(), Tables({"Pais|2009|2010\n"
                                   "Argentina|—|—\n"
                                   "Australia|50.000|50.000\n"
                                   "Austria|..|..\n"
                                   "Brasil|50.000|n/a\n"
                                   "Canada|†|‡\n"}));
}

TEST(Layouts, HeadsSetCloseAreNotOneHeadOverThem) {
  const TypedPage page({
      "                                   Monto prestado",
      "              ----------------------------------------------",
      "Titulo        Menos de 10 10 a 14,9 15 a 29,9   30 o mas",
      "Total                23,2      10,3      27,0       20,1",
      "Publica              25,5      10,2      26,9       19,3",
      "Privada              20,3      10,3      25,7       21,8",
  });
  EXPECT_EQ(page.tables(), Tables({"Titulo|Monto prestado|<|<|<\n"
                                   "^|Menos de 10|10 a 14,9|15 a 29,9|30 o mas\n"
                                   "Total|23,2|10,3|27,0|20,1\n"
                                   "Publica|25,5|10,2|26,9|19,3\n"
                                   "Privada|20,3|10,3|25,7|21,8\n"}));
}

TEST(Layouts, TotalUnderARuleBelongsToTheTable) {
  const TypedPage page({
      "------------------------------------",
      "Tipo            Recibidas      Parte",
      "------------------------------------",
      "Peticiones             10      52,6%",
      "Quejas                  8      42,1%",
      "Reclamos                1       5,3%",
      "------------------------------------",
      "Total                  19     100,0%",
      "------------------------------------",
      "Fuente: sistema de     gestion",
  });
  EXPECT_EQ(page.tables(), Tables({"Tipo|Recibidas|Parte\n"
                                   "Peticiones|10|52,6%\n"
                                   "Quejas|8|42,1%\n"
                                   "Reclamos|1|5,3%\n"
                                   "Total|19|100,0%\n"}));
}

TEST(Layouts, ListOfHeadsAndDatesInALetterIsNoTable) {
  const TypedPage page({
      "Ibague, 12 de mayo de 2021          Radicado: 2021-001250",
      "",
      "Doctora",
      "ANA MARIA PEREZ",
      "Alcaldesa Municipal",
      "",
      "Asunto: informe de gestion",
  });
  EXPECT_TRUE(page.tables().empty());
}

// Fills the head, on the first line, between these columns of the typewriter.
void fill_head(TypedPage& typed, const std::vector<int>& columns) {
  for (std::size_t c = 0; c + 1 < columns.size(); ++c)
    typed.page.shades.push_back({{typed::kMargin + typed::kWide * columns[c], typed::kMargin - 1,
                                  typed::kMargin + typed::kWide * columns[c + 1], typed::kMargin + typed::kHigh - 1},
                                 0xE0E0E0});
}

TEST(Layouts, FiguresAtTheFootOfTheirRowsAndATotalWithoutALabel) {
  TypedPage page({
      "Contrato   Objeto                  Contratista           Valor",
      "           Prestar los servicios   Hernan Dario",
      "~CO-001    De apoyo a la red       Mosquera      8.492.000.000",
      "           Contratar el censo      Jorge Ivan    4.206.700.00",
      "~CO-002    De vendedores           Soto                     0",
      "           Suministro para las     Maria Elvira",
      "~          Jornadas en la zona     Pabon",
      "~CO-003    Rural                   Rueda           268.300.000",
      "           Contratar el plan       Luz Dary",
      "~CO-004    De archivos             Quintero        170.000.500",
      "Total                                           12.967.000.000",
  });
  fill_head(page, {-1, 10, 34, 48, 63});
  EXPECT_EQ(page.read(),
            Tables({"Contrato|Objeto|Contratista|Valor\n"
                    "CO-001|Prestar los servicios\nDe apoyo a la red|Hernan Dario Mosquera|8.492.000.000\n"
                    "CO-002|Contratar el censo\nDe vendedores|Jorge Ivan Soto|4.206.700.000\n"
                    "CO-003|Suministro para las Jornadas en la zona Rural|Maria Elvira Pabon\nRueda|268.300.000\n"
                    "CO-004|Contratar el plan\nDe archivos|Luz Dary Quintero|170.000.500\n"
                    "Total|||12.967.000.000\n"}));
}

TEST(Layouts, ANameThatEndsBesideTheFiguresBeginsItsRow) {
  TypedPage page({
      "Contrato   Objeto                  Contratista           Valor",
      "           Prestar los servicios   Hernan Dario",
      "CO-001     de apoyo a la red       Mosquera      8.492.000.000",
      "           Contratar el censo      Jorge Ivan",
      "CO-002     de vendedores           Soto          4.206.700.000",
      "           Suministro para las     Maria Elvira",
      "           jornadas en la zona     Pabon",
      "CO-003     rural                   Rueda           268.300.000",
      "           Contratar el plan de    Luz Dary",
      "CO-004     archivos                Quintero        170.000.500",
  });
  fill_head(page, {-1, 10, 34, 48, 63});
  EXPECT_EQ(page.read(),
            Tables({"Contrato|Objeto|Contratista|Valor\n"
                    "CO-001|Prestar los servicios de apoyo a la red|Hernan Dario Mosquera|8.492.000.000\n"
                    "CO-002|Contratar el censo de vendedores|Jorge Ivan Soto|4.206.700.000\n"
                    "CO-003|Suministro para las jornadas en la zona rural|Maria Elvira Pabon\nRueda|268.300.000\n"
                    "CO-004|Contratar el plan de archivos|Luz Dary Quintero|170.000.500\n"}));
}

// Moves what stands in these columns of the typewriter half a line down.
void centre(TypedPage& typed, int line, int from, int to) {
  const double y = typed::kMargin + typed::kHigh * line;
  for (model::Word& word : typed.page.words)
    if (word.box.y0 == y && word.box.x0 >= typed::kMargin + typed::kWide * from &&
        word.box.x0 < typed::kMargin + typed::kWide * to)
      word.box.y0 += typed::kHigh / 2, word.box.y1 += typed::kHigh / 2;
}

TEST(Layouts, FiguresCentredOnALabelOfTwoLinesAreItsRow) {
  TypedPage page({
      "Codigo  Concepto             Inicial   Pagos",
      "2.1.01  Sueldos              1.250     900",
      "2.1.02  Servicios prestados  3.100     870",
      "        A las empresas",
      "2.1.03  Viaticos de los      2.040     700",
      "        Funcionarios",
      "2.1.04  Primas               4.300     666",
      "2.1.05  Aportes a la         1.990     512",
      "        Seguridad social",
  });
  for (const int line : {2, 4, 7}) centre(page, line, 0, 7), centre(page, line, 25, 60);
  EXPECT_EQ(page.tables(), Tables({"Codigo|Concepto|Inicial|Pagos\n"
                                   "2.1.01|Sueldos|1.250|900\n"
                                   "2.1.02|Servicios prestados A las empresas|3.100|870\n"
                                   "2.1.03|Viaticos de los Funcionarios|2.040|700\n"
                                   "2.1.04|Primas|4.300|666\n"
                                   "2.1.05|Aportes a la Seguridad social|1.990|512\n"}));
}

TEST(Layouts, TheFirstLineOfALabelOnTheMiddleOfTheTableIsNoTitleOfASection) {
  TypedPage page({
      "Codigo          Concepto              Inicial  Pagos",
      "",
      "2.1.01          Sueldos                 1.250    900",
      "",
      "2.1.02          Servicios y apoyos      3.100    870",
      "                Profesionales",
      "",
      "2.1.03          Viaticos y de viaje     2.040    700",
      "                Y transporte",
      "",
      "2.1.04          Primas                  4.300    666",
  });
  for (const int line : {4, 7}) centre(page, line, 0, 15), centre(page, line, 37, 70);
  EXPECT_EQ(page.tables(), Tables({"Codigo|Concepto|Inicial|Pagos\n"
                                   "2.1.01|Sueldos|1.250|900\n"
                                   "2.1.02|Servicios y apoyos Profesionales|3.100|870\n"
                                   "2.1.03|Viaticos y de viaje Y transporte|2.040|700\n"
                                   "2.1.04|Primas|4.300|666\n"}));
}

TEST(Layouts, LongLabelsWithFiguresCentredOnThemAreNoRunningText) {
  TypedPage page({
      "Concepto                                      Inicial   Pagos",
      "Servicios prestados a las empresas y a otras  1.250     900",
      "entidades del orden nacional y territorial",
      "Aportes generales al sistema de seguridad en  3.100     870",
      "riesgos laborales de los servidores publicos",
      "Mantenimiento y reparacion de edificaciones,  2.040     700",
      "maquinaria y equipos de la administracion del",
      "Viaticos de los funcionarios que se trasladan 4.300     666",
      "con ocasion de las comisiones ordenadas por",
  });
  for (const int line : {1, 3, 5, 7}) centre(page, line, 46, 70);
  const Tables found = page.tables();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(std::count(found[0].begin(), found[0].end(), '\n'), 5) << found[0];
}

TEST(Layouts, ALabelCentredOnFiguresOfTwoLinesIsTheirRow) {
  TypedPage page({
      "Cuenta         Inicial         Pagos",
      "Ingresos       1.245.913.722.  899.500.000,",
      "               000,00          00",
      "Tributarios    1.109.786.159.  151.500.000,",
      "               000,00          00",
      "Estampilla     1.302.737.000.  301.070.660,",
      "               000,00          11",
  });
  for (const int line : {1, 3, 5}) centre(page, line, 0, 14);
  EXPECT_EQ(page.tables(), Tables({"Cuenta|Inicial|Pagos\n"
                                   "Ingresos|1.245.913.722. 000,00|899.500.000, 00\n"
                                   "Tributarios|1.109.786.159. 000,00|151.500.000, 00\n"
                                   "Estampilla|1.302.737.000. 000,00|301.070.660, 11\n"}));
}

TEST(Layouts, CodesCentredOnTheirLabelsAreAColumnUnderOneHead) {
  TypedPage page({
      "Rubro                        Inicial   Pagos",
      "2.1.01  Sueldos              1.250     900",
      "2.1.02  Servicios prestados  3.100     870",
      "        A las empresas",
      "2.1.03  Viaticos de los      2.040     700",
      "        Funcionarios",
      "2.1.04  Primas               4.300     666",
      "2.1.05  Aportes a la         1.990     512",
      "        Seguridad social",
  });
  for (const int line : {2, 4, 7}) centre(page, line, 0, 7), centre(page, line, 25, 60);
  fill_head(page, {-1, 28, 38, 45});
  EXPECT_EQ(page.read(), Tables({"Rubro|<|Inicial|Pagos\n"
                                 "2.1.01|Sueldos|1.250|900\n"
                                 "2.1.02|Servicios prestados A las empresas|3.100|870\n"
                                 "2.1.03|Viaticos de los Funcionarios|2.040|700\n"
                                 "2.1.04|Primas|4.300|666\n"
                                 "2.1.05|Aportes a la Seguridad social|1.990|512\n"}));
}

}  // namespace
}  // namespace cotejo::tables
