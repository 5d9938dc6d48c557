#include <gtest/gtest.h>

#include "extractors/tables/white/whitespace.h"
#include "tests/extractors/tables/typed_page.h"

namespace cotejo::tables {
namespace {

using Tables = std::vector<std::string>;

TEST(WhitespaceBounds, FiguresThatRiseByChanceAreNoPageNumbers) {
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

TEST(WhitespaceBounds, OneJustifiedLineThatThePageBreakLeavesUnderATableIsNoRow) {
  const TypedPage page({
      "Tipo                      Recibidas     Pendientes       Parte",
      "Peticiones                       10              2        12 %",
      "Quejas                            8              0         8 %",
      "Reclamos                         80             11        80 %",
      "",
      "Atencion al ciudadano",
      "La  entidad  adelanto  durante  la  vigencia  las  acciones  previstas  en",
  });
  EXPECT_EQ(page.tables(), Tables({"Tipo|Recibidas|Pendientes|Parte\n"
                                   "Peticiones|10|2|12 %\n"
                                   "Quejas|8|0|8 %\n"
                                   "Reclamos|80|11|80 %\n"}));
}

TEST(WhitespaceBounds, ProseAroundTheTableStaysOutside) {
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

TEST(WhitespaceBounds, AChartAboveATableTakesItNotAway) {
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

TEST(WhitespaceBounds, ASourcePartsTheTablesAboveAndBelowIt) {
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

TEST(WhitespaceBounds, CaptionAndSourceStayOutside) {
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

TEST(WhitespaceBounds, CaptionPartsTwoTables) {
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

TEST(WhitespaceBounds, ProseBesideATableIsNoPartOfIt) {
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

TEST(WhitespaceBounds, CellsBetweenRulesAreNoProseHoweverTheyFlow) {
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

TEST(WhitespaceBounds, AJustifiedListIsNoTableHoweverWideItsSpaces) {
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

TEST(WhitespaceBounds, RunningTextIsNoTable) {
  const TypedPage page({
      "La administracion municipal presenta el informe de gestion de la",
      "vigencia, en el que se da cuenta de las 1.250 peticiones recibidas",
      "por los diferentes canales de atencion, de las cuales 10 quedaron",
      "pendientes de respuesta al cierre del 31 de diciembre de 2021 y se",
      "trasladaron a la vigencia siguiente.",
  });
  EXPECT_TRUE(page.tables().empty());
}

TEST(WhitespaceBounds, TextInTwoColumnsIsNoTable) {
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

TEST(WhitespaceBounds, ContentsAreNoTable) {
  const TypedPage page({
      "Presentacion .......................................   3",
      "Marco legal ........................................   5",
      "Ejecucion del presupuesto ..........................  12",
      "Atencion al ciudadano ..............................  20",
      "Conclusiones .......................................  31",
  });
  EXPECT_TRUE(page.tables().empty());
}

TEST(WhitespaceBounds, NumberedListIsNoTable) {
  const TypedPage page({
      "1.   Publicar el informe de gestion",
      "2.   Realizar 2 audiencias publicas",
      "3.   Capacitar a 350 servidores",
      "4.   Formular el plan",
  });
  EXPECT_TRUE(page.tables().empty());
}

TEST(WhitespaceBounds, SignaturesAreNoTable) {
  const TypedPage page({
      "ANA MARIA PEREZ           JUAN CARLOS RUIZ",
      "Alcaldesa Municipal       Secretario de Hacienda",
      "Elaboro: L. Gomez         Reviso: P. Diaz",
  });
  EXPECT_TRUE(page.tables().empty());
}

TEST(WhitespaceBounds, AxesOfAChartAreNoTable) {
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

TEST(WhitespaceBounds, NothingOnThePageGivesNothing) {
  EXPECT_TRUE(TypedPage({}).tables().empty());
  EXPECT_TRUE(TypedPage({"Uno"}).tables().empty());
}

TEST(WhitespaceBounds, BarsBesideTheirNamesAreAChart) {
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

TEST(WhitespaceBounds, ContentsRightAboveATableStayOutOfIt) {
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

TEST(WhitespaceBounds, EquationsAreNoTable) {
  EXPECT_TRUE(TypedPage({
                            "         ingresos    =     tributarios + otros       1",
                            "           gastos    =     inversion + deuda         2",
                            "        resultado    \u2264     ingresos - gastos         3",
                        })
                  .tables()
                  .empty());
}

TEST(WhitespaceBounds, ContentsWhoseTitlesWrapAreNoTable) {
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

TEST(WhitespaceBounds, ASentenceBetweenTwoTablesBelongsToNeither) {
  const TypedPage page({
      "Tipo             Recibidas   Pendientes",
      "Peticiones              10            2",
      "Quejas                   8            0",
      "Reclamos             1.250           11",
      "A continuacion se presenta el detalle correspondiente:",
      "Canal            Recibidas   Pendientes",
      "Correo                 200            2",
      "Buzon                    8            0",
      "Web                  1.060           11",
  });
  EXPECT_EQ(page.tables(), Tables({"Tipo|Recibidas|Pendientes\n"
                                   "Peticiones|10|2\n"
                                   "Quejas|8|0\n"
                                   "Reclamos|1.250|11\n",
                                   "Canal|Recibidas|Pendientes\n"
                                   "Correo|200|2\n"
                                   "Buzon|8|0\n"
                                   "Web|1.060|11\n"}));
}

TEST(WhitespaceBounds, ASentenceAboveATableEndsWhatStandsOverIt) {
  const TypedPage page({
      "Personeria de Pijao              Ejecucion 2015",
      "        EJECUCION DEL PRESUPUESTO DE 2015",
      "El detalle de la ejecucion se presenta en la tabla.",
      "Denominacion     Inicial     Pagos     Saldo",
      "Sueldos            1.000       900       100",
      "Primas             2.000       800     1.200",
      "Viaticos           3.000       700     2.300",
  });
  EXPECT_EQ(page.tables(), Tables({"Denominacion|Inicial|Pagos|Saldo\n"
                                   "Sueldos|1.000|900|100\n"
                                   "Primas|2.000|800|1.200\n"
                                   "Viaticos|3.000|700|2.300\n"}));
}

TEST(WhitespaceBounds, TheSameHeadAgainBeginsAnotherTable) {
  const TypedPage page({
      "Codigo       Nombre          Inicial    Pagado",
      "2.3.01       Biblioteca        4.298     4.100",
      "2.3.02       Cultura           6.820     6.100",
      "2.3.03       Deporte           5.166     4.900",
      "TOTAL                         16.284    15.100",
      "Codigo       Nombre          Inicial    Pagado",
      "2.2.01       Intereses         4.351     4.300",
      "2.2.02       Comisiones        3.409     3.100",
      "TOTAL                          7.760     7.400",
  });
  EXPECT_EQ(page.tables(), Tables({"Codigo|Nombre|Inicial|Pagado\n"
                                   "2.3.01|Biblioteca|4.298|4.100\n"
                                   "2.3.02|Cultura|6.820|6.100\n"
                                   "2.3.03|Deporte|5.166|4.900\n"
                                   "TOTAL||16.284|15.100\n",
                                   "Codigo|Nombre|Inicial|Pagado\n"
                                   "2.2.01|Intereses|4.351|4.300\n"
                                   "2.2.02|Comisiones|3.409|3.100\n"
                                   "TOTAL||7.760|7.400\n"}));
}

}  // namespace
}  // namespace cotejo::tables
