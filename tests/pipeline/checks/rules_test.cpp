#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>

#include "pipeline/checks/rule.h"
#include "tests/pipeline/checks/grid.h"
#include "tests/support/places.h"

namespace cotejo::checks {
namespace {

using mapping::ColumnRole;
using testing::Document;

Document budget(const std::string& total, const std::string& line = "300.200") {
  Document document;
  document
      .table("Tabla 1. Ejecución de gastos 2021", 1,
             {{"Código", "Concepto", "Inicial", "Adiciones", "Reducciones", "Definitiva", "Compromisos", "Pagos"},
              {"2.1", "FUNCIONAMIENTO", "1.000.300", "200.000", "100.000", "1.100.300", "900.150", "800.120"},
              {"2.1.1", "Personal", "600.100", "200.000", "0", "800.100", "700.100", "600.070"},
              {"2.1.2", "Materiales", "400.200", "0", "100.000", line, "200.050", "200.050"},
              {"2.2", "DEUDA", "500.000", "0", "0", "500.000", "400.000", "400.000"},
              {"", "TOTAL", "1.500.300", "200.000", "100.000", total, "1.300.150", "1.200.120"}})
      .measure(2, "apropiacion_inicial")
      .measure(3, "adiciones")
      .measure(4, "reducciones")
      .measure(5, "apropiacion_definitiva")
      .measure(6, "compromisos")
      .measure(7, "pagos");
  return document;
}

Document shares(const std::string& percent) {
  Document document;
  document.table("PQRS por tipo", 1,
                 {{"Tipo", "Cantidad", "%"},
                  {"Peticiones", "1.200", percent},
                  {"Quejas", "600", "30,00%"},
                  {"Reclamos", "200", "10,00%"},
                  {"TOTAL", "2.000", "100,00%"}});
  return document;
}

Document chain(const std::string& obligations) {
  Document document;
  document
      .table("Ejecución", 1,
             {{"Concepto", "Definitiva", "Compromisos", "Obligaciones"},
              {"Vías", "$ 9.500.000", "$ 8.250.000", obligations},
              {"Aseo", "$ 4.100.000", "$ 3.900.000", "$ 3.700.000"},
              {"Agua", "$ 6.200.000", "$ 6.100.000", "$ 5.000.000"}})
      .measure(1, "apropiacion_definitiva")
      .measure(2, "compromisos")
      .measure(3, "obligaciones");
  return document;
}

Document prose(const std::string& text) {
  Document document;
  document.paragraph(text);
  return document;
}

Document two_tables(const std::string& web, const std::string& total) {
  Document document;
  document.table("PQRS por tipo", 1,
                 {{"Tipo", "Cantidad"}, {"Peticiones", "700"}, {"Quejas", "287"}, {"TOTAL", "987"}});
  document.count(model::Dimension::kind, "", 3, 1, true);
  document.table("PQRS por canal", 1, {{"Canal", "Cantidad"}, {"Web", web}, {"Buzón", "387"}, {"TOTAL", total}});
  document.count(model::Dimension::channel, "", 3, 1, true);
  return document;
}

Document code(const std::string& printed) {
  Document document;
  document.paragraph("Se ejecutó del rubro " + printed + " - Remuneración de servicios técnicos la suma prevista.");
  document.table("Ejecución", 1,
                 {{"Rubro", "Valor"},
                  {"206101601027 REMUNERACION DE SERVICIOS TECNICOS", "5.000.000"},
                  {"206101501025 GASTOS DE FISCALIZACION", "4.000.000"}});
  return document;
}

Document plan(const std::string& responsible, const std::string& date, int progress) {
  Document document;
  document
      .table("Plan de acción", 1,
             {{"No.", "Actividad", "Responsable", "Fecha", "Avance", "Estado"},
              {"1", "Publicar el informe", "Planeación", "10/02/2021", "100%", "Cumplido"},
              {"2", "Capacitar servidores", responsible, date, std::to_string(progress) + "%", "Cumplido"},
              {"3", "Hacer seguimiento", "Gobierno", "30/11/2021", "50%", "En ejecución"}})
      .measure(2, "responsable", ColumnRole::text)
      .measure(3, "fecha", ColumnRole::date)
      .measure(4, "porcentaje", ColumnRole::percent)
      .measure(5, "estado", ColumnRole::text)
      .kind("compromisos")
      .vigencia(2021, "2021-12-31");
  const auto add = [&](int row, const char* text, const std::string& who, const std::string& due, int percent,
                       const char* status) {
    model::Commitment commitment;
    commitment.number = std::to_string(row);
    commitment.text = text;
    commitment.responsible = who;
    commitment.due_text = due;
    const std::string iso = due.substr(6) + "-" + due.substr(3, 2) + "-" + due.substr(0, 2);
    commitment.due = {iso, iso};
    commitment.progress_percent = model::Decimal{percent, 0};
    commitment.status = status;
    document.commitment(std::move(commitment), row);
  };
  add(1, "Publicar el informe", "Planeación", "10/02/2021", 100, "Cumplido");
  add(2, "Capacitar servidores", responsible, date, progress, "Cumplido");
  add(3, "Hacer seguimiento", "Gobierno", "30/11/2021", 50, "En ejecución");
  return document;
}

Document goals(const std::string& done) {
  Document document;
  document.table("Metas", 1,
                 {{"Meta producto", "Meta Cuatrienio", "Ejecutado"},
                  {"Dotar oficinas de atención", "4", done},
                  {"Hacer ferias", "2", "2"}});
  return document;
}

Document radicados(const std::string& second) {
  Document document;
  document.table("Radicados", 1,
                 {{"Radicado", "Nombre"},
                  {"2022-071800 del 10/10/2022", "Miguel Antonio Díaz"},
                  {second + " del 10/10/2022", "Stvan Jamil Suárez"},
                  {"2022-090136 del 21/12/2022", "María García"}});
  return document;
}

Document caption(const std::string& year) {
  Document document;
  document.table("Tabla 3. Nacionalizaciones " + year, 1,
                 {{"Radicado", "Nombre"},
                  {"2023-070582 del 05/09/2023", "Alexis José López"},
                  {"2023-070590 del 06/09/2023", "Rosa Elena Díaz"}});
  return document;
}

// One document that a rule must flag, with what it must say, and one that it must leave alone.
// A table over two sheets, the second of which brings this forward.
Document sheets(const std::string& brought) {
  Document document;
  document.table("Gastos", 1,
                 {{"Concepto", "Pagos"}, {"Nómina", "402.300.000"}, {"Primas", "274.050.000"}, {"VAN", "676.350.000"}});
  document.last().rows[3].role = mapping::RowRole::carried;
  document.table("", 1, {{"Concepto", "Pagos"}, {"VIENEN", brought}, {"Obras", "22.800.000"}});
  document.last().rows[1].role = mapping::RowRole::carried;
  return document;
}

Document doubtful(const std::string& doubt) {
  Document document;
  document.table("Gastos", 1, {{"Concepto", "Pagos"}, {"Nómina", "75.830"}, {"Primas", "1.275.830"}});
  model::BudgetEntry entry;
  entry.measure = model::Measure::pagos;
  entry.amount = {{75830, 0}, model::Unit::cop};
  entry.doubt = doubt;
  entry.source.text = "75.830";
  document.budget(entry, 1, 1);
  return document;
}

// A page printed from a spreadsheet.
Document spreadsheet(const std::string& payments) {
  Document document;
  document.table("Tabla 6. Pagos", 1,
                 {{"Concepto", "Pagos"}, {"Servicios", "1.845.300"}, {"Obras", payments}, {"Estudios", "96.000"}});
  return document;
}

struct Fixture {
  std::function<Document()> failing;
  std::string reported;
  std::string expected;
  std::string diagnosis;
  std::function<Document()> clean;
};

// A budget, and beside it figures of a table that was not read on each of the pages.
Document outside(int first_page, int last_page) {
  Document document = budget("1.600.300");
  for (int page = first_page; page > 0 && page <= last_page; ++page)
    for (int row = 0; row < 4; ++row)
      document.bundle().outside.push_back({page, {300, 100.0 + 12 * row, 340, 110.0 + 12 * row}, "1.000"});
  return document;
}

const std::map<std::string, Fixture>& fixtures() {
  static const std::map<std::string, Fixture> table{
      {"total-no-cuadra",
       {[] { return budget("1.600.030"); }, "1600030", "1600300", "digitos-transpuestos",
        [] { return budget("1.600.300"); }}},
      {"fila-no-cuadra",
       {[] { return budget("1.600.300", "302.200"); }, "302200", "300200", "digito-errado",
        [] { return budget("1.600.300"); }}},
      {"porcentaje-no-cuadra",
       {[] { return shares("66,00%"); }, "66", "60", "digito-errado", [] { return shares("60,00%"); }}},
      {"sobre-ejecucion",
       {[] { return chain("$ 8.312.500"); }, "8312500", "8250000", "", [] { return chain("$ 8.250.000"); }}},
      {"letras-y-cifras",
       {[] { return prose("Por valor de ciento veintiséis millones de pesos ($162.000.000) en el año."); }, "162000000",
        "126000000", "digitos-transpuestos",
        [] { return prose("Por valor de ciento veintiséis millones de pesos ($126.000.000) en el año."); }}},
      {"texto-no-cuadra",
       {[] {
          return prose("Se atendieron 873 solicitudes, de las cuales 404 fueron quejas, 281 reclamos y 182 otras.");
        },
        "873", "867", "",
        [] {
          return prose("Se atendieron 867 solicitudes, de las cuales 404 fueron quejas, 281 reclamos y 182 otras.");
        }}},
      {"entre-tablas",
       {[] { return two_tables("610", "997"); }, "997", "987", "digito-errado",
        [] { return two_tables("600", "987"); }}},
      {"codigo-no-coincide",
       {[] { return code("206101501027"); }, "206101501027", "206101601027", "digito-errado",
        [] { return code("206101601027"); }}},
      {"dato-faltante",
       {[] { return plan("", "12/04/2021", 100); }, "", "", "", [] { return plan("Salud", "12/04/2021", 100); }}},
      {"fecha-fuera-de-periodo",
       {[] { return plan("Salud", "12/04/2023", 100); }, "2023-04-12", "2021", "",
        [] { return plan("Salud", "12/04/2021", 100); }}},
      {"estado-y-avance",
       {[] { return plan("Salud", "12/04/2021", 40); }, "40%", "Cumplido", "",
        [] { return plan("Salud", "12/04/2021", 100); }}},
      {"meta-no-cumplida", {[] { return goals("3"); }, "3", "4", "", [] { return goals("4"); }}},
      {"rotulo-no-coincide", {[] { return caption("2022"); }, "2022", "2023", "", [] { return caption("2023"); }}},
      {"marcador-sin-llenar",
       {[] { return prose("La sesión se llevó a cabo el día XX del XX de 2020, según el acta."); }, "XX del XX de 2020",
        "", "", [] { return prose("Durante el siglo XX y el XX Encuentro se llevó a cabo la sesión."); }}},
      {"arrastre-no-cuadra",
       {[] { return sheets("685.350.000"); }, "685350000", "676350000", "", [] { return sheets("676.350.000"); }}},
      {"cifra-dudosa",
       {[] { return doubtful("no es seguro si el signo separa miles o decimales"); }, "75.830", "", "",
        [] { return doubtful(""); }}},
      {"cifra-ilegible",
       {[] { return spreadsheet("########"); }, "########", "", "", [] { return spreadsheet("2.400.000"); }}},
      {"duplicado",
       {[] { return radicados("2022-071800"); }, "2022-071800", "", "", [] { return radicados("2022-071801"); }}},
      {"tabla-no-leida", {[] { return outside(2, 3); }, "", "", "", [] { return outside(0, 0); }}},
  };
  return table;
}

TEST(TablaNoLeida, ARunOfPagesIsOneFindingWithAPlaceOnEach) {
  Document document = outside(2, 3);
  document.bundle().outside.push_back({7, {300, 100, 340, 110}, "52"});
  const auto found = testing::of_rule(document.check(), "tabla-no-leida");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].severity, model::Severity::warning);
  EXPECT_EQ(found[0].page, 2);
  EXPECT_TRUE(found[0].message.starts_with("En las páginas 2 a 3 hay 8 cifras alineadas como")) << found[0].message;
  ASSERT_EQ(found[0].evidence.size(), 2U);
  EXPECT_EQ(found[0].evidence[1].source.page, 3);
  EXPECT_EQ(found[0].evidence[1].source.box, (model::Rect{300, 100, 340, 146}));
  EXPECT_TRUE(found[1].message.starts_with("En la página 7 hay 1 cifra alineada como")) << found[1].message;
  EXPECT_NE(found[0].fingerprint, found[1].fingerprint);
}

TEST(Rules, EachFlagsItsFailingFixtureOnceAndSaysWhy) {
  for (const auto& [rule, fixture] : fixtures()) {
    const auto found = testing::of_rule(fixture.failing().check(), rule);
    ASSERT_EQ(found.size(), 1U) << rule;
    EXPECT_EQ(found[0].reported, fixture.reported) << rule;
    EXPECT_EQ(found[0].expected, fixture.expected) << rule;
    if (!fixture.diagnosis.empty()) {
      EXPECT_EQ(model::name_of(found[0].diagnosis), fixture.diagnosis) << rule;
    }
    EXPECT_FALSE(found[0].message.empty()) << rule;
    EXPECT_FALSE(found[0].steps.empty()) << rule;
    EXPECT_GT(found[0].page, 0) << rule;
    ASSERT_FALSE(found[0].evidence.empty()) << rule;
    EXPECT_EQ(found[0].evidence[0].role, model::Role::reported) << rule;
  }
}

TEST(Rules, NoRuleSpeaksOnACleanFixture) {
  for (const auto& [rule, fixture] : fixtures()) {
    for (const model::Finding& finding : fixture.clean().check().findings)
      ADD_FAILURE() << rule << ": " << finding.message;
  }
}

TEST(Rules, EachTestsWhatItLeavesAlone) {
  for (const auto& [rule, fixture] : fixtures()) {
    EXPECT_GT(fixture.clean().check().relations_tested, 0) << rule;
  }
}

TEST(EstadoYAvance, NothingIsDoneByLessThanNone) {
  const auto negative = plan("Salud", "12/04/2021", -100).check();
  EXPECT_TRUE(testing::of_rule(negative, "estado-y-avance").empty());
  EXPECT_TRUE(std::any_of(negative.untested.begin(), negative.untested.end(),
                          [](const auto& it) { return it.reason.find("negativo") != std::string::npos; }));
  EXPECT_EQ(testing::of_rule(plan("Salud", "12/04/2021", 99).check(), "estado-y-avance").size(), 1u);
}

TEST(Rules, OneSlipIsOneFinding) {
  for (const auto& [rule, fixture] : fixtures()) {
    const model::CheckResult result = fixture.failing().check();
    EXPECT_EQ(result.findings.size(), 1U)
        << rule << ": " << (result.findings.empty() ? "" : result.findings.back().message);
  }
}

// Every source that defines a rule is declared, and every declared rule has its file and its fixtures.
TEST(Rules, AreAllDeclared) {
  const std::filesystem::path folder =
      std::filesystem::path(test::test_data()).parent_path().parent_path() / "pipeline/checks/rules";
  std::map<std::string, bool> defined;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string stem = entry.path().stem().string();
    std::stringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    const std::string source = text.str();
    const bool is_rule =
        source.find("\nvoid " + stem + "(const Context& context, Report& report) {") != std::string::npos ||
        source.find("\nvoid " + stem + "(const std::vector<const ArchiveDocument*>& documents") != std::string::npos;
    if (!is_rule) continue;
    std::string name = stem;
    std::replace(name.begin(), name.end(), '_', '-');
    defined[name] = true;
  }
  std::map<std::string, bool> declared;
  for (const Rule& rule : rules()) {
    declared[std::string(rule.name)] = true;
    EXPECT_TRUE(rule.document != nullptr || rule.archive != nullptr) << rule.name;
    if (rule.document != nullptr) {
      EXPECT_TRUE(fixtures().contains(std::string(rule.name))) << rule.name;
    }
  }
  EXPECT_EQ(declared, defined);
  EXPECT_EQ(declared.size(), 20U);
}

TEST(Rules, CanBeSwitchedOffAndTheirSeveritySet) {
  Settings settings;
  settings["total-no-cuadra"].enabled = false;
  EXPECT_TRUE(testing::of_rule(budget("1.600.030").check(settings), "total-no-cuadra").empty());
  settings["total-no-cuadra"] = {true, static_cast<int>(model::Severity::info), 0};
  const auto found = testing::of_rule(budget("1.600.030").check(settings), "total-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].severity, model::Severity::info);
}

TEST(Rules, TheToleranceOfARuleWidensItsTest) {
  Settings settings;
  settings["total-no-cuadra"].tolerance = 300;
  EXPECT_TRUE(testing::of_rule(budget("1.600.030").check(settings), "total-no-cuadra").empty());
}

TEST(Fingerprint, StaysWhenTheTableStandsElsewhere) {
  Document moved;
  moved.table("Otra", 1, {{"a", "b"}, {"c", "d"}});
  const model::Finding before = budget("1.600.030").check().findings.at(0);
  Document document = budget("1.600.030");
  Document after;
  after.table("Otra", 1, {{"a", "b"}, {"c", "d"}});
  after.table("Tabla 1. Ejecución de gastos 2021", 1,
              {{"Código", "Concepto", "Inicial", "Adiciones", "Reducciones", "Definitiva", "Compromisos", "Pagos"},
               {"2.1", "FUNCIONAMIENTO", "1.000.300", "200.000", "100.000", "1.100.300", "900.150", "800.120"},
               {"2.1.1", "Personal", "600.100", "200.000", "0", "800.100", "700.100", "600.070"},
               {"2.1.2", "Materiales", "400.200", "0", "100.000", "300.200", "200.050", "200.050"},
               {"2.2", "DEUDA", "500.000", "0", "0", "500.000", "400.000", "400.000"},
               {"", "TOTAL", "1.500.300", "200.000", "100.000", "1.600.030", "1.300.150", "1.200.120"}},
              7);
  const auto found = testing::of_rule(after.check(), "total-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].fingerprint, before.fingerprint);
  EXPECT_NE(found[0].page, before.page);
  EXPECT_EQ(before.fingerprint.size(), 16U);
}

}  // namespace
}  // namespace cotejo::checks
