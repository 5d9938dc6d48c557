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

}  // namespace
}  // namespace cotejo::tables
