// Kinds of tables of petitions that reports print: what each must give, and what must not be made of it.
#include <gtest/gtest.h>

#include "tests/pipeline/mapping/grid_fixture.h"

namespace cotejo::mapping {
namespace {

using fixture::Document;
using fixture::Grid;
using fixture::table_of;

DocumentReading read(const Grid& grid, int header_rows, const std::string& title = {}) {
  static std::vector<std::unique_ptr<Document>> kept;  // a reading points at its document
  kept.push_back(std::make_unique<Document>());
  kept.back()->heading("Informe de PQRS vigencia 2021");
  kept.back()->add(table_of(grid, header_rows, title));
  return kept.back()->read();
}

// "dimension|label[ × dimension|label]|period|measure|count", " T" for totals, "(key)" behind a label that has one.
std::vector<std::string> lines(const DocumentReading& reading) {
  std::vector<std::string> out;
  for (const model::PqrsCount& it : reading.records.pqrs) {
    std::string line = std::string(model::name_of(it.dimension)) + "|" + it.label;
    if (!it.key.empty()) line += "(" + it.key + ")";
    if (it.second_dimension != model::Dimension::none)
      line += " × " + std::string(model::name_of(it.second_dimension)) + "|" + it.second_label;
    out.push_back(line + "|" + it.period + "|" + std::string(model::name_of(it.measure)) + "|" +
                  std::to_string(it.count) + (it.total ? " T" : ""));
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(PqrsKinds, StatesAreMeasuresAndNotPetitionsReceived) {
  EXPECT_EQ(
      lines(read({{"ESTADO", "CANTIDAD"}, {"Abiertas", "12"}, {"Cerradas", "40"}, {"Total", "52"}}, 1,
                 "Estado de las PQRS")),
      (Lines{"total|PQRS|2021|pendientes|12", "total|PQRS|2021|respondidas|40", "total|PQRS|2021|recibidas|52 T"}));
  const DocumentReading unknown = read({{"Estado de la solicitud", "No."},
                                        {"Respondida", "12"},
                                        {"En estudio", "40"},
                                        {"Con prórroga", "3"},
                                        {"Total", "55"}},
                                       1, "PQRSD por estado");
  EXPECT_EQ(lines(unknown), (Lines{"total|PQRSD|2021|respondidas|12", "total|PQRSD|2021|pendientes|40",
                                   "total|PQRSD|2021|recibidas|55 T"}));
  ASSERT_FALSE(unknown.tables[0].left_out.empty());
  EXPECT_NE(unknown.tables[0].left_out.front().find("Con prórroga"), std::string::npos);
  EXPECT_EQ(lines(read(
                {{"Tipo", "Abierto", "Cerrado", "Total"}, {"Petición", "2", "10", "12"}, {"Queja", "1", "5", "6"}}, 1)),
            (Lines{"tipo|Petición(Peticiones)|2021|pendientes|2", "tipo|Petición(Peticiones)|2021|respondidas|10",
                   "tipo|Petición(Peticiones)|2021|recibidas|12", "tipo|Queja(Quejas)|2021|pendientes|1",
                   "tipo|Queja(Quejas)|2021|respondidas|5", "tipo|Queja(Quejas)|2021|recibidas|6"}));
}

TEST(PqrsKinds, PeriodsAreWrittenInOneWay) {
  const DocumentReading reading =
      read({{"Tipo", "Ene-Mar", "II TRIM.", "Segundo semestre", "Octubre", "Enero a septiembre"},
            {"Peticiones", "1", "2", "3", "4", "5"},
            {"Quejas", "1", "2", "3", "4", "5"}},
           1, "PQRS 2021");
  Lines periods, printed;
  for (std::size_t i = 0; i < 5; ++i) {
    periods.push_back(reading.records.pqrs.at(i).period);
    printed.push_back(reading.records.pqrs.at(i).period_text);
  }
  EXPECT_EQ(periods, (Lines{"2021-T1", "2021-T2", "2021-S2", "2021-10", "2021-01/2021-09"}));
  EXPECT_EQ(printed, (Lines{"Ene-Mar", "II TRIM", "Segundo semestre", "Octubre", "Enero a septiembre"}));
}

TEST(PqrsKinds, CrossesAreCountsOfTwoThings) {
  EXPECT_EQ(lines(read({{"Dependencia", "Petición", "Queja", "Total"},
                        {"Secretaría de Salud", "10", "2", "12"},
                        {"Total", "10", "2", "12"}},
                       1, "PQRSD por dependencia")),
            (Lines{"dependencia|Secretaría de Salud × tipo|Petición|2021|recibidas|10",
                   "dependencia|Secretaría de Salud × tipo|Queja|2021|recibidas|2",
                   "dependencia|Secretaría de Salud|2021|recibidas|12", "tipo|Petición(Peticiones)|2021|recibidas|10",
                   "tipo|Queja(Quejas)|2021|recibidas|2", "dependencia|Total|2021|recibidas|12 T"}));
}

TEST(PqrsKinds, InsurersReasonsAndSubjectsStandApart) {
  EXPECT_EQ(
      lines(read({{"EPS", "Enero", "Febrero", "Total"}, {"Nueva EPS", "10", "4", "14"}, {"Total", "10", "4", "14"}}, 1,
                 "PQRS por EPS")),
      (Lines{"eps|Nueva EPS|2021-01|recibidas|10", "eps|Nueva EPS|2021-02|recibidas|4",
             "eps|Nueva EPS|2021|recibidas|14", "eps|Total|2021-01|recibidas|10 T", "eps|Total|2021-02|recibidas|4 T",
             "eps|Total|2021|recibidas|14 T"}));
  EXPECT_EQ(
      lines(read({{"Motivo", "Cantidad"}, {"Demora en la atención", "10"}, {"Total", "10"}}, 1, "Motivos de las PQRS")),
      (Lines{"motivo|Demora en la atención|2021|recibidas|10", "motivo|Total|2021|recibidas|10 T"}));
  EXPECT_EQ(lines(read({{"Tema", "Recibidas", "Respondidas"}, {"Impuesto predial", "40", "39"}}, 1, "PQRS por tema")),
            (Lines{"asunto|Impuesto predial|2021|recibidas|40", "asunto|Impuesto predial|2021|respondidas|39"}));
}

TEST(PqrsKinds, InsurersReasonsAndSubjectsOfOtherThingsAreNone) {
  EXPECT_TRUE(lines(read({{"EPS", "Cantidad", "Finalizado", "En trámite"}, {"Nueva EPS", "7", "6", "1"}}, 1,
                         "En este trimestre se realizaron 7 remisiones descritas así:"))
                  .empty());
  EXPECT_TRUE(lines(read({{"Motivo", "Cantidad"}, {"Traslado de municipio", "10"}, {"Otro", "4"}}, 1,
                         "Motivos de retiro de los afiliados"))
                  .empty());
}

TEST(PqrsKinds, RowsThatNothingExplainsAreNotTheirColumnsCounts) {
  const DocumentReading reading = read({{"Institución", "Peticiones", "Quejas", "Reclamos"},
                                        {"Gimnasio Moderno", "10", "2", "1"},
                                        {"Liceo del Norte", "8", "0", "1"},
                                        {"Total", "18", "2", "2"}},
                                       1, "PQRS");
  EXPECT_EQ(lines(reading),
            (Lines{"tipo|Peticiones(Peticiones)|2021|recibidas|18", "tipo|Quejas(Quejas)|2021|recibidas|2",
                   "tipo|Reclamos(Reclamos)|2021|recibidas|2"}));
  EXPECT_EQ(reading.tables[0].left_out.size(), 2U);
}

TEST(PqrsKinds, HeadsOverOneRowOfFigures) {
  EXPECT_EQ(
      lines(read({{"Peticiones", "Quejas", "Reclamos", "Sugerencias"}, {"120", "30", "10", "2"}}, 1,
                 "PQRS recibidas en el primer semestre")),
      (Lines{"tipo|Peticiones(Peticiones)|2021-S1|recibidas|120", "tipo|Quejas(Quejas)|2021-S1|recibidas|30",
             "tipo|Reclamos(Reclamos)|2021-S1|recibidas|10", "tipo|Sugerencias(Sugerencias)|2021-S1|recibidas|2"}));
}

TEST(PqrsKinds, ACaptionOfOneTypeCountsThatTypeAlone) {
  EXPECT_EQ(lines(read({{"Dependencia", "Recibidas", "Respondidas"}, {"Secretaría de Salud", "12", "10"}}, 1,
                       "Tabla 4. Quejas por dependencia")),
            (Lines{"dependencia|Secretaría de Salud × tipo|Quejas|2021|recibidas|12",
                   "dependencia|Secretaría de Salud × tipo|Quejas|2021|respondidas|10"}));
  EXPECT_EQ(lines(read({{"Mes", "Recibidas", "Trasladadas"}, {"Enero", "12", "1"}, {"Febrero", "9", "0"}}, 1,
                       "Solicitudes de acceso a la información pública")),
            (Lines{"tipo|Solicitudes de información(Solicitudes de información)|2021-01|recibidas|12",
                   "tipo|Solicitudes de información(Solicitudes de información)|2021-01|trasladadas|1",
                   "tipo|Solicitudes de información(Solicitudes de información)|2021-02|recibidas|9",
                   "tipo|Solicitudes de información(Solicitudes de información)|2021-02|trasladadas|0"}));
}

TEST(PqrsKinds, AbbreviatedAnswers) {
  EXPECT_EQ(
      lines(read({{"DEPENDENCIA", "No. PQRS", "RESP. A TIEMPO", "RESP. EXTEMP.", "SIN RESP."},
                  {"SEC. GOBIERNO", "12", "10", "1", "1"}},
                 1)),
      (Lines{"dependencia|SEC. GOBIERNO|2021|recibidas|12", "dependencia|SEC. GOBIERNO|2021|en_termino|10",
             "dependencia|SEC. GOBIERNO|2021|fuera_de_termino|1", "dependencia|SEC. GOBIERNO|2021|pendientes|1"}));
}

TEST(PqrsKinds, TheTextAboveIsNotOfThePeriodItComparesWith) {
  Document document;
  document.heading("Informe de PQRS vigencia 2021");
  document.paragraph("Las solicitudes disminuyeron frente al I trimestre de 2021.");
  document.add(table_of({{"Tipo", "Cantidad"}, {"Peticiones", "12"}, {"Quejas", "4"}, {"Reclamos", "4"}}, 1));
  const DocumentReading reading = document.read();
  ASSERT_EQ(reading.records.pqrs.size(), 3U);
  EXPECT_EQ(reading.records.pqrs[0].period, "2021");
}

TEST(PqrsKinds, AHeadOverTheWholeTableNamesItsLabels) {
  Document document;  // says nothing of petitions itself
  document.heading("Informe de auditoría vigencia 2013");
  document.add(table_of({{"Estado del trámite al final del periodo", ""},
                         {"Con archivo por respuesta definitiva y de fondo al peticionario", "245"},
                         {"Con primera comunicación para ampliar el plazo", "53"},
                         {"Con archivo por traslado por competencia", "5"},
                         {"TOTAL", "303"}},
                        1, "Estado de los requerimientos ciudadanos", {{0, 0, 1, 2}}));
  document.add(table_of({{"TIPO DE REQUERIMIENTO", ""},
                         {"Denuncia", "204"},
                         {"Derechos de petición de información", "99"},
                         {"TOTAL", "303"}},
                        1, "Tipos de requerimientos de la vigencia", {{0, 0, 1, 2}}));
  const DocumentReading reading = document.read();
  EXPECT_EQ(lines(reading),
            (Lines{"total|PQRS|2013|respondidas|245", "total|PQRS|2013|trasladadas|5",
                   "total|PQRS|2013|recibidas|303 T", "tipo|Denuncia(Denuncias)|2013|recibidas|204",
                   "tipo|Derechos de petición de información(Solicitudes de información)|2013|recibidas|99",
                   "tipo|TOTAL|2013|recibidas|303 T"}));
}

TEST(PqrsKinds, ACaptionOfWhatWasAttendedToDoesNotCountAnswers) {
  const Grid grid = {
      {"TIPO DE REQUERIMIENTO", ""}, {"Denuncia", "204"}, {"Derecho de petición", "69"}, {"TOTAL", "273"}};
  EXPECT_EQ(lines(read(grid, 1, "Tipos de requerimientos atendidos en la vigencia")),
            (Lines{"tipo|Denuncia(Denuncias)|2021|recibidas|204",
                   "tipo|Derecho de petición(Peticiones)|2021|recibidas|69", "tipo|TOTAL|2021|recibidas|273 T"}));
  EXPECT_EQ(lines(read(grid, 1, "Requerimientos respondidos por tipo")).front(),
            "tipo|Denuncia(Denuncias)|2021|respondidas|204");
}

TEST(PqrsKinds, TypesAcrossArePetitionsWhateverTheRowsAre) {
  const DocumentReading reading = read({{"EPS", "Petición", "Queja", "Reclamo", "Total"},
                                        {"Nueva EPS", "4", "12", "9", "25"},
                                        {"Coosalud", "1", "6", "5", "12"},
                                        {"Total", "5", "18", "14", "37"}},
                                       1, "Manifestaciones por aseguradora");
  EXPECT_EQ(reading.records.pqrs.size(), 12U);
  EXPECT_EQ(lines(reading).front(), "eps|Nueva EPS × tipo|Petición|2021|recibidas|4");
}

TEST(PqrsKinds, RightsOfPetitionAmongTypesAreOneOfThem) {
  const DocumentReading reading = read({{"MES", "DERECHOS DE PETICIÓN", "TUTELAS", "QUEJAS", "TOTAL MES"},
                                        {"Enero", "12", "8", "2", "22"},
                                        {"Febrero", "15", "6", "1", "22"}},
                                       1, "Peticiones por mes");
  EXPECT_EQ(lines(reading)[0], "tipo|DERECHOS DE PETICIÓN(Peticiones)|2021-01|recibidas|12");
  EXPECT_EQ(lines(reading)[3], "tipo|TOTAL MES|2021-01|recibidas|22 T");
}

TEST(PqrsKinds, AnswersInTimeAreToldFromAnswers) {
  const DocumentReading reading = read({{"Dependencia", "Recibidas", "Contestadas a tiempo",
                                         "Contestadas fuera de tiempo", "Sin contestar", "En términos"},
                                        {"Secretaría de Planeación", "320", "260", "30", "10", "20"}},
                                       1, "Oportunidad de la respuesta");
  EXPECT_EQ(lines(reading), (Lines{"dependencia|Secretaría de Planeación|2021|recibidas|320",
                                   "dependencia|Secretaría de Planeación|2021|en_termino|260",
                                   "dependencia|Secretaría de Planeación|2021|fuera_de_termino|30",
                                   "dependencia|Secretaría de Planeación|2021|pendientes|10",
                                   "dependencia|Secretaría de Planeación|2021|pendientes|20"}));
}

TEST(PqrsKinds, TheDegreeSignCountsAsAnAbbreviatedNumber) {
  EXPECT_EQ(
      lines(read({{"Estado", "N° de peticiones"}, {"Tramitadas", "30"}, {"En trámite", "6"}, {"Total", "36"}}, 1)),
      (Lines{"total|PQRS|2021|respondidas|30", "total|PQRS|2021|pendientes|6", "total|PQRS|2021|recibidas|36 T"}));
}

TEST(PqrsKinds, ReasonsOfComplaintsAreCountsOfPetitionsInAReportOnThem) {
  EXPECT_EQ(lines(read({{"MOTIVO", "CANTIDAD"}, {"Demora en la atención", "7"}, {"Trato", "4"}, {"TOTAL", "11"}}, 1,
                       "Motivos de las quejas"))
                .size(),
            3U);
}

TEST(PqrsKinds, AnAverageAmongCountsIsNoLineThatAddsToThem) {
  const DocumentReading reading = read({{"Total PQRS recibidas", "345"},
                                        {"PQRS respondidas en términos", "320"},
                                        {"PQRS respondidas fuera de términos", "18"},
                                        {"PQRS en trámite", "7"},
                                        {"Tiempo promedio de respuesta (días)", "9"}},
                                       0);
  EXPECT_EQ(lines(reading), (Lines{"total|PQRS|2021|recibidas|345 T", "total|PQRS|2021|en_termino|320",
                                   "total|PQRS|2021|fuera_de_termino|18", "total|PQRS|2021|pendientes|7"}));
  EXPECT_EQ(reading.tables[0].rows[4].role, RowRole::note);
}

TEST(PqrsKinds, ALabelOverTwoColumnsIsReadOnce) {
  Document document;
  document.heading("Informe de PQRS vigencia 2021");
  document.add(table_of({{"DEPENDENCIA", "", "RECIBIDAS"},
                         {"Secretaría de Salud", "", "12"},
                         {"Secretaría de Hacienda", "", "40"},
                         {"Total", "", "52"}},
                        1, "PQRS por dependencia", {{0, 0, 1, 2}, {1, 0, 1, 2}, {2, 0, 1, 2}, {3, 0, 1, 2}}));
  EXPECT_EQ(lines(document.read()),
            (Lines{"dependencia|Secretaría de Salud|2021|recibidas|12",
                   "dependencia|Secretaría de Hacienda|2021|recibidas|40", "dependencia|Total|2021|recibidas|52 T"}));
}

}  // namespace
}  // namespace cotejo::mapping
