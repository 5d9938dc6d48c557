#include "pipeline/mapping/pqrs/pqrs.h"

#include <gtest/gtest.h>

#include "tests/pipeline/mapping/grid_fixture.h"
#include "tests/pipeline/mapping/pqrs_lines.h"

namespace cotejo::mapping {
namespace {

using fixture::Document;
using fixture::Grid;
using fixture::table_of;

TEST(PqrsTable, TypesDownAndQuartersAcross) {
  const auto records = of({{"Tipo de solicitud", "Trimestre I", "Trimestre II", "Total"},
                           {"Peticiones", "1.406", "10", "1.416"},
                           {"Quejas", "5", "6", "11"},
                           {"Reclamos", "1", "-", "1"},
                           {"TOTAL", "1.412", "16", "1.428"}},
                          1, "Tabla 1. PQRS recibidas por tipo, vigencia 2021");
  EXPECT_EQ(lines(records.pqrs),
            (std::vector<std::string>{"tipo|Peticiones|Trimestre I|recibidas|1406",
                                      "tipo|Peticiones|Trimestre II|recibidas|10",
                                      "tipo|Peticiones|2021|recibidas|1416", "tipo|Quejas|Trimestre I|recibidas|5",
                                      "tipo|Quejas|Trimestre II|recibidas|6", "tipo|Quejas|2021|recibidas|11",
                                      "tipo|Reclamos|Trimestre I|recibidas|1", "tipo|Reclamos|Trimestre II|recibidas|0",
                                      "tipo|Reclamos|2021|recibidas|1", "tipo|TOTAL|Trimestre I|recibidas|1412 T",
                                      "tipo|TOTAL|Trimestre II|recibidas|16 T", "tipo|TOTAL|2021|recibidas|1428 T"}));
  EXPECT_EQ(records.table_kinds, std::vector{model::TableKind::petitions});
}

TEST(PqrsTable, MonthsDownAndTypesAcross) {
  const auto records = of({{"Mes", "Peticiones", "Quejas", "Reclamos", "Total"},
                           {"Enero", "12", "3", "1", "16"},
                           {"Febrero", "14", "2", "0", "16"},
                           {"Total", "26", "5", "1", "32"}},
                          1, "PQRSD por mes 2021");
  EXPECT_TRUE(has(records, "tipo|Peticiones|Enero|recibidas|12"));
  EXPECT_TRUE(has(records, "tipo|Quejas|Febrero|recibidas|2"));
  EXPECT_TRUE(has(records, "tipo|Quejas|2021|recibidas|5"));
  EXPECT_TRUE(has(records, "tipo|Total|Enero|recibidas|16 T"));
  EXPECT_EQ(records.pqrs.size(), 12U);
}

TEST(PqrsTable, DependenciesAndStatesOfAnswer) {
  const auto records = of({{"Dependencia", "Recibidas", "Respondidas en término", "Respondidas fuera de término",
                            "Pendientes", "Trasladadas"},
                           {"Secretaría General", "852", "734", "81", "37", "0"},
                           {"Comisaría de Familia", "10", "8", "1", "1", "0"},
                           {"TOTAL", "862", "742", "82", "38", "0"}},
                          1, "Oportunidad de respuesta por dependencia");
  EXPECT_TRUE(has(records, "dependencia|Secretaría General|2021|recibidas|852"));
  EXPECT_TRUE(has(records, "dependencia|Secretaría General|2021|en_termino|734"));
  EXPECT_TRUE(has(records, "dependencia|Comisaría de Familia|2021|fuera_de_termino|1"));
  EXPECT_TRUE(has(records, "dependencia|Comisaría de Familia|2021|pendientes|1"));
  EXPECT_TRUE(has(records, "dependencia|Comisaría de Familia|2021|trasladadas|0"));
  EXPECT_TRUE(has(records, "dependencia|TOTAL|2021|recibidas|862 T"));
}

TEST(PqrsTable, AHeadThatANarrowColumnBreaksIsTheSame) {
  const auto records = of({{"Canal", "Cantida d"}, {"Presencial", "61"}, {"Correo electrónico", "242"}}, 1,
                          "PQRS por canal de atención");
  EXPECT_EQ(lines(records.pqrs), (std::vector<std::string>{"canal|Presencial|2021|recibidas|61",
                                                           "canal|Correo electrónico|2021|recibidas|242"}));
}

TEST(PqrsTable, PercentagesAreNoCounts) {
  const auto records = of({{"Canal", "Cantidad", "Porcentaje"},
                           {"Presencial", "61", "20%"},
                           {"Correo electrónico", "242", "78,9%"},
                           {"Ventanilla única", "4", "1,1%"},
                           {"TOTAL", "307", "100%"}},
                          1, "PQRS por canal de atención");
  EXPECT_EQ(
      lines(records.pqrs),
      (std::vector<std::string>{"canal|Presencial|2021|recibidas|61", "canal|Correo electrónico|2021|recibidas|242",
                                "canal|Ventanilla única|2021|recibidas|4", "canal|TOTAL|2021|recibidas|307 T"}));
}

TEST(PqrsTable, YearsDown) {
  const auto records = of({{"AÑO", "PQR"}, {"2020", "154"}, {"2021", "103"}}, 1, "Tabla 09. Consolidado PQR", {},
                          "Informe de gestión 2020 - 2021");
  EXPECT_EQ(lines(records.pqrs),
            (std::vector<std::string>{"total|PQR|2020|recibidas|154", "total|PQR|2021|recibidas|103"}));
  EXPECT_EQ(records.pqrs[0].vigencia, 2020);
}

TEST(PqrsTable, PeriodsAsGroupHeadsOverCounts) {
  const auto records = of({{"PQRS III TRIMESTRE", "", "", "PQRS II TRIMESTRE", ""},
                           {"", "Cantidad", "%", "Cantidad", "%"},
                           {"Peticiones", "2", "7%", "1", "3%"},
                           {"Quejas", "21", "70%", "28", "76%"},
                           {"TOTAL COM", "23", "77%", "29", "79%"}},
                          2, "", {{0, 0, 1, 3}, {0, 3, 1, 2}}, "Informe de PQRS vigencia 2022");
  EXPECT_EQ(lines(records.pqrs),
            (std::vector<std::string>{
                "tipo|Peticiones|III TRIMESTRE|recibidas|2", "tipo|Peticiones|II TRIMESTRE|recibidas|1",
                "tipo|Quejas|III TRIMESTRE|recibidas|21", "tipo|Quejas|II TRIMESTRE|recibidas|28",
                "tipo|TOTAL COM|III TRIMESTRE|recibidas|23 T", "tipo|TOTAL COM|II TRIMESTRE|recibidas|29 T"}));
}

TEST(PqrsTable, PeriodOfTheTitleRowAndAreaHead) {
  const auto records = of({{"III TRIMESTRE 2022", "", ""},
                           {"POR AREAS", "", ""},
                           {"Administrativa", "8", "27%"},
                           {"asistenciales", "19", "63%"},
                           {"TOTAL", "27", "100%"}},
                          2, "", {{0, 0, 1, 3}, {1, 0, 1, 3}}, "Informe de PQRS vigencia 2022");
  EXPECT_EQ(lines(records.pqrs), (std::vector<std::string>{"dependencia|Administrativa|III TRIMESTRE|recibidas|8",
                                                           "dependencia|asistenciales|III TRIMESTRE|recibidas|19",
                                                           "dependencia|TOTAL|III TRIMESTRE|recibidas|27 T"}));
}

TEST(PqrsTable, CrossedThingsGiveTheirMargins) {
  const auto records = of({{"AREA", "P", "Q", "R", "total", "Rta oport", "sin resp"},
                           {"Consulta", "", "11", "", "11", "10", "1"},
                           {"Enfermería", "1", "", "", "1", "1", ""},
                           {"total", "1", "11", "0", "12", "11", "1"}},
                          1, "Oportunidad de respuesta por áreas");
  EXPECT_TRUE(has(records, "dependencia|Consulta|2021|recibidas|11"));
  EXPECT_TRUE(has(records, "dependencia|Consulta|2021|en_termino|10"));
  EXPECT_TRUE(has(records, "dependencia|total|2021|recibidas|12 T"));
  EXPECT_TRUE(has(records, "tipo|Quejas|2021|recibidas|11"));
  EXPECT_TRUE(has(records, "tipo|Reclamos|2021|recibidas|0"));
}

TEST(PqrsTable, CrossedThingsWithoutMarginsKeepBothNames) {
  const auto records = of({{"Dependencia", "Peticiones", "Quejas", "Reclamos"},
                           {"Secretaría de Salud", "4", "3", "2"},
                           {"Secretaría de Hacienda", "1", "0", "7"}},
                          1, "PQRS por dependencia y tipo");
  const auto both = crosses(records);
  EXPECT_EQ(both.size(), 6U);
  EXPECT_EQ(both.at(1), "dependencia|Secretaría de Salud × tipo|Quejas|recibidas|3");
  EXPECT_EQ(records.pqrs.size(), 6U);
}

TEST(PqrsTable, StatesDown) {
  const auto records = of({{"Estado", "Cantidad", "%"},
                           {"Respuesta oportuna", "23", "62%"},
                           {"Respuesta No oportuna", "9", "24%"},
                           {"Sin respuesta", "5", "14%"}},
                          1, "Oportunidad de respuesta II trimestre");
  EXPECT_EQ(lines(records.pqrs), (std::vector<std::string>{"total|PQRS|II trimestre|en_termino|23",
                                                           "total|PQRS|II trimestre|fuera_de_termino|9",
                                                           "total|PQRS|II trimestre|pendientes|5"}));
}

TEST(PqrsTable, OtherCountsStayOut) {
  EXPECT_TRUE(of({{"EPS", "Abril", "Mayo", "TOTAL"}, {"Coosalud", "6", "10", "16"}, {"Savia Salud", "1", "0", "1"}}, 1,
                 "Remisiones ambulatorias")
                  .pqrs.empty());
  EXPECT_TRUE(
      of({{"Respuesta", "Cantidad"}, {"Sí", "20"}, {"No", "7"}}, 1, "Encuesta de satisfacción de PQRS").pqrs.empty());
  EXPECT_TRUE(of({{"Concepto", "Valor"}, {"Quejas", "$ 20"}, {"Reclamos", "$ 7"}}, 1, "Costo de PQRS").pqrs.empty());
  EXPECT_TRUE(of({{"Dependencia", "Contratistas"}, {"Secretaría General", "20"}, {"Secretaría de Salud", "7"}}, 1,
                 "Planta de personal", {}, "Informe de gestión 2021")
                  .pqrs.empty());
}

TEST(PqrsTable, HeadsCutByNarrowColumns) {
  const auto records =
      of({{"AREA", "total", "Respuest a oportuna", "Rpta No oportun a", "en tramit e", "sin respuest a"},
          {"Consulta", "9", "4", "3", "1", "1"},
          {"Urgencias", "2", "1", "", "", "1"}},
         1, "PQRS por áreas");
  EXPECT_TRUE(has(records, "dependencia|Consulta|2021|en_termino|4"));
  EXPECT_TRUE(has(records, "dependencia|Consulta|2021|fuera_de_termino|3"));
  EXPECT_TRUE(has(records, "dependencia|Urgencias|2021|pendientes|1"));
  EXPECT_EQ(records.pqrs.size(), 8U);
}

TEST(PqrsTable, MonthsCutByNarrowColumns) {
  const auto records =
      of({{"Tipo", "Agosto", "Septiembr e", "Total"}, {"Peticiones", "12", "3", "15"}, {"Quejas", "14", "2", "16"}}, 1,
         "PQRSD 2021");
  EXPECT_TRUE(has(records, "tipo|Peticiones|Septiembr e|recibidas|3"));
  EXPECT_TRUE(has(records, "tipo|Quejas|2021|recibidas|16"));
}

TEST(PqrsTable, AHeadThatCountsPetitionsNamesNoType) {
  const auto records = of({{"Modalidad", "No. de peticiones", "%"},
                           {"Peticiones", "1.535", "71%"},
                           {"Quejas", "606", "29%"},
                           {"Total general", "2.141", "100%"}},
                          1, "PQRS por modalidad");
  EXPECT_TRUE(has(records, "tipo|Peticiones|2021|recibidas|1535"));
  EXPECT_TRUE(has(records, "tipo|Total general|2021|recibidas|2141 T"));
  const auto several = of({{"Mes", "No. de peticiones", "No. de quejas"}, {"Enero", "7", "2"}, {"Febrero", "9", "1"}},
                          1, "PQRS por mes");
  EXPECT_TRUE(has(several, "tipo|No. de peticiones|Enero|recibidas|7") ||
              has(several, "tipo|Peticiones|Enero|recibidas|7"));
}

TEST(PqrsTable, LabelsPrintedOnceForTwoTables) {
  model::Table left =
      table_of({{"III TRIMESTRE", "", ""}, {"", "Cantidad", "%"}, {"Peticiones", "2", "9%"}, {"Quejas", "21", "91%"}},
               2, "", {{0, 0, 1, 3}});
  model::Table right =
      table_of({{"II TRIMESTRE", ""}, {"Cantidad", "%"}, {"1", "3%"}, {"28", "97%"}}, 2, "", {{0, 0, 1, 2}});
  left.page_boxes[0].x1 = 200;
  right.page_boxes[0].x0 = 250;
  for (model::Cell& cell : right.cells) {
    cell.box.x0 += 200;
    cell.box.x1 += 200;
  }
  Document document;
  document.heading("Informe de PQRS vigencia 2022");
  document.add(left).add(right);
  const auto records = document.read().records;
  EXPECT_TRUE(has(records, "tipo|Quejas|III TRIMESTRE|recibidas|21"));
  EXPECT_TRUE(has(records, "tipo|Peticiones|II TRIMESTRE|recibidas|1"));
  EXPECT_TRUE(has(records, "tipo|Quejas|II TRIMESTRE|recibidas|28"));
}

TEST(PqrsTable, ACaptionOfTwoTablesIsSharedOutByPlace) {
  Document document;
  document.heading("Informe de PQRS vigencia 2022");
  document.paragraph("Oportunidad de respuesta II trimestre          Oportunidad de respuesta I trimestre");
  model::Table table = table_of({{"Respuesta oportuna", "71"}, {"Respuesta no oportuna", "5"}, {"Sin respuesta", "1"}},
                                0, "Oportunidad de respuesta II trimestre Oportunidad de respuesta I trimestre");
  const model::Rect caption = document.bundle.blocks.back().box;
  table.page_boxes[0] = {caption.center_x() + 10, caption.y1 + 2, caption.x1 + 10, caption.y1 + 40};
  document.add(table);
  EXPECT_TRUE(has(document.read().records, "total|PQRS|I trimestre|en_termino|71"));
}

TEST(PqrsTable, AnswersOfSurveysAndListsOfReasonsStayOut) {
  EXPECT_TRUE(of({{"Pregunta", "Respuesta", "Total"},
                  {"¿La atención fue buena?", "Si", "16"},
                  {"", "No", "3"},
                  {"", "N/A", "0"}},
                 1, "SERVICIO DE ALIMENTACION")
                  .pqrs.empty());
  EXPECT_TRUE(of({{"MOTIVO COMUNICACIÓN", "TOTAL"},
                  {"Felicitaciones por su buen servicio", "3"},
                  {"Quejas del servicio", "2"},
                  {"Difícil acceso a citas", "2"}},
                 1, "AREA ADMINISTRATIVA")
                  .pqrs.empty());
}

TEST(PqrsTable, SubjectsAmongTypesAreTypes) {
  const auto records = of({{"Clase de petición", "1er trimestre", "2do trimestre", "Total año"},
                           {"Derechos de petición", "10", "20", "30"},
                           {"Quejas y reclamos", "1", "1", "2"},
                           {"Tutelas", "-", "1", "1"},
                           {"Total", "11", "22", "33"}},
                          1, "Comportamiento por clase");
  EXPECT_TRUE(has(records, "tipo|Derechos de petición|1er trimestre|recibidas|10"));
  EXPECT_TRUE(has(records, "tipo|Quejas y reclamos|2021|recibidas|2"));
  EXPECT_EQ(records.pqrs.size(), 12U);
}

TEST(PqrsTable, OneCountARow) {
  const auto periods = of(
      {{"Trimestre", "Tipo", "Cantidad"}, {"I", "Peticiones", "10"}, {"I", "Quejas", "4"}, {"II", "Peticiones", "5"}},
      1, "PQRSD");
  EXPECT_EQ(lines(periods.pqrs),
            (std::vector<std::string>{"tipo|Peticiones|Trimestre I|recibidas|10", "tipo|Quejas|Trimestre I|recibidas|4",
                                      "tipo|Peticiones|Trimestre II|recibidas|5"}));
  const auto things =
      of({{"Dependencia", "Tipo", "Cantidad"}, {"Secretaría de Salud", "Peticiones", "10"}, {"", "Quejas", "4"}}, 1,
         "PQRSD", {{1, 0, 2, 1}});
  EXPECT_EQ(crosses(things), (std::vector<std::string>{"dependencia|Secretaría de Salud × tipo|Peticiones|recibidas|10",
                                                       "dependencia|Secretaría de Salud × tipo|Quejas|recibidas|4"}));
}

TEST(PqrsTable, MeasuresUnderYearsAndUnderGroups) {
  const auto years = of({{"Tipo", "2020", "", "2021", ""},
                         {"", "Recibidas", "Respondidas", "Recibidas", "Respondidas"},
                         {"Peticiones", "10", "9", "11", "10"},
                         {"Quejas", "3", "3", "4", "4"}},
                        2, "PQRSD por tipo", {{0, 0, 2, 1}, {0, 1, 1, 2}, {0, 3, 1, 2}});
  EXPECT_TRUE(has(years, "tipo|Peticiones|2020|respondidas|9"));
  EXPECT_TRUE(has(years, "tipo|Quejas|2021|recibidas|4"));
  const auto groups = of({{"Área", "Total", "Estado", "", ""},
                          {"", "", "Atendidas", "En trámite", "Vencidas"},
                          {"Hacienda", "10", "8", "1", "1"},
                          {"Planeación", "20", "18", "2", "0"}},
                         2, "Estado de las PQRSD", {{0, 0, 2, 1}, {0, 1, 2, 1}, {0, 2, 1, 3}});
  EXPECT_TRUE(has(groups, "dependencia|Hacienda|2021|recibidas|10"));
  EXPECT_TRUE(has(groups, "dependencia|Planeación|2021|pendientes|2"));
  EXPECT_TRUE(has(groups, "dependencia|Hacienda|2021|vencidas|1"));
}

TEST(PqrsTable, UnknownColumnsAreTold) {
  Document document;
  document.heading("Informe de PQRS vigencia 2021");
  document.add(
      table_of({{"Tipo", "Cantidad", "Zeta"}, {"Peticiones", "4", "9"}, {"Quejas", "3", "8"}, {"Reclamos", "3", "8"}},
               1, "PQRS por tipo"));
  const auto reading = document.read();
  EXPECT_EQ(reading.records.pqrs.size(), 3U);
  const auto& told = reading.tables[0].left_out;
  EXPECT_TRUE(std::any_of(told.begin(), told.end(),
                          [](const std::string& line) { return line.find("Zeta") != std::string::npos; }));
}

}  // namespace
}  // namespace cotejo::mapping
