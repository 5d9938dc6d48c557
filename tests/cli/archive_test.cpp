// The built program on an archive: one folder a year, the same file name in each.
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/cli/program_fixture.h"
#include "tests/support/places.h"

namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

class ArchiveTest : public ProgramTest {
 protected:
  // The same report under another content: a comment behind its end.
  void put_year(int year) {
    static const std::string report = bytes_of(fs::path(test::samples()) / "seguimiento-plan-anticorrupcion-2021.pdf");
    put(std::to_string(year) + "/informe.pdf", report + "% " + std::to_string(year) + "\n");
  }
  std::string count(const std::string& sql) { return query("SELECT count(*) FROM (" + sql + ")"); }
  std::string of_one(const std::string& view) {
    return query("SELECT count(*) FROM " + view + " WHERE documento_id = (SELECT min(documento_id) FROM documentos)");
  }
};

TEST_F(ArchiveTest, FortyFoldersOfEqualNamesStayApartInEveryViewAndQueryOfTheReadme) {
  constexpr int kYears = 40;
  for (int year = 0; year < kYears; ++year) put_year(1980 + year);
  EXPECT_EQ(ingest({"-j2"}).status, 1);
  EXPECT_EQ(query("SELECT count(DISTINCT ruta) FROM documentos"), "40");
  EXPECT_EQ(query("SELECT min(ruta) FROM documentos"), "1980/informe.pdf");
  for (const char* view :
       {"paginas", "tablas", "celdas", "compromisos", "hallazgos", "evidencias", "dependencias", "entidades"}) {
    EXPECT_EQ(query("SELECT count(DISTINCT documento_id || ruta) FROM " + std::string(view)), "40") << view;
    EXPECT_NE(of_one(view), "0") << view;
  }
  const int commitments = std::stoi(query("SELECT count(*) FROM compromisos"));
  EXPECT_EQ(std::to_string(commitments), std::to_string(kYears * std::stoi(of_one("compromisos"))));
  // README's own queries: each runs, and the join counts every commitment once.
  const std::string readme = bytes_of(fs::path(test::samples()) / ".." / "README.md");
  int queries = 0;
  std::istringstream lines(readme);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("sqlite3 archivo.db \"")) continue;
    const std::string sql = line.substr(20, line.rfind('"') - 20);
    EXPECT_THAT(query(sql), Not(HasSubstr("no such"))) << sql;
    if (sql.find("JOIN dependencias") != std::string::npos) {
      const int of_first = std::stoi(query(
          "SELECT count(*) FROM compromisos c JOIN dependencias n ON n.nombre = c.responsable WHERE c.documento_id = 1 "
          "AND n.documento_id = 1"));
      EXPECT_EQ(std::stoi(query("SELECT sum(cuantos) FROM (" + sql + ")")), kYears * of_first);
      EXPECT_GT(of_first, 0);
    }
    ++queries;
  }
  EXPECT_GE(queries, 4);
  // No two lines that a person reads are the same.
  const test::Ran ran = run({"findings", "--db", database()});
  std::istringstream shown(ran.out);
  std::multiset<std::string> heads;
  for (std::string line; std::getline(shown, line);)
    if (line.starts_with("#")) heads.insert(line);
  EXPECT_EQ(heads.size(), std::set<std::string>(heads.begin(), heads.end()).size());
  EXPECT_THAT(ran.out, HasSubstr("1999/informe.pdf"));
}

TEST_F(ArchiveTest, RoutesAreToldFromTheFolderThatHoldsAllThatWasNamed) {
  put_year(2020);
  put_year(2021);
  const fs::path in = input();
  EXPECT_EQ(run({"ingest", in / "2020", in / "2021", "--db", database()}).status, 1);
  EXPECT_EQ(query("SELECT ruta FROM documentos ORDER BY 1"), "2020/informe.pdf\n2021/informe.pdf");
  // One run a folder: the names alone would be the same.
  const std::string other = folder_ / "b.db";
  EXPECT_EQ(run({"ingest", in / "2020", "--db", other}).status, 1);
  EXPECT_EQ(query(other, "SELECT ruta FROM documentos"), "informe.pdf");
  EXPECT_EQ(run({"ingest", in / "2021", "--db", other}).status, 1);
  EXPECT_EQ(query(other, "SELECT ruta FROM documentos ORDER BY 1"), "2020/informe.pdf\n2021/informe.pdf");
}

TEST_F(ArchiveTest, ARenamedReportIsCalledByItsNewNameEverywhere) {
  put_year(2020);
  EXPECT_EQ(ingest().status, 1);
  fs::rename(fs::path(input()) / "2020/informe.pdf", fs::path(input()) / "2020/seguimiento.pdf");
  EXPECT_EQ(ingest().status, 1);
  EXPECT_EQ(query("SELECT DISTINCT ruta FROM evidencias"), "2020/seguimiento.pdf");
  EXPECT_THAT(run({"explain", "1", "--db", database()}).out,
              AllOf(HasSubstr("seguimiento.pdf"), Not(HasSubstr("informe.pdf"))));
}

TEST_F(ArchiveTest, FindingNumbersDoNotDependOnWhoReads) {
  for (int year = 2001; year < 2009; ++year) put_year(year);
  EXPECT_EQ(ingest({"-j1"}).status, 1);
  const std::string sql =
      "SELECT hallazgo_id || ' ' || marca || ' ' || ruta || ' ' || mensaje FROM hallazgos ORDER BY 1";
  const std::string other = folder_ / "b.db";
  EXPECT_EQ(run({"ingest", input(), "--db", other, "-j4"}).status, 1);
  EXPECT_EQ(query(other, sql), query(sql));
  EXPECT_EQ(query("SELECT min(hallazgo_id) || ' ' || (max(hallazgo_id) - count(*)) FROM hallazgos"), "1 0");
}

TEST_F(ArchiveTest, FiltersFoldAccentsAndThoseThatMeanNothingSayWhatThereIs) {
  put_year(2020);
  put_year(2021);
  EXPECT_EQ(ingest().status, 1);
  (void)query("UPDATE document SET entity = 'Alcaldía de Ibagué', vigencia_from = 2020, vigencia_to = 2020");
  const auto findings = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"findings", "--db", database()});
    return run(words);
  };
  EXPECT_EQ(findings({"--entity", "ibague"}).status, 1);
  EXPECT_EQ(findings({"--entity", "IBAGUÉ", "--vigencia", "2020", "--document", "2021/INFORME"}).status, 1);
  const auto wrong = [&](std::vector<std::string> words, const std::string& near, const std::string& there) {
    const test::Ran ran = findings(std::move(words));
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, AllOf(HasSubstr(near), HasSubstr(there)));
  };
  wrong({"--entity", "ibage"}, "¿Quiso decir «Alcaldía de Ibagué»?", "Hay: Alcaldía de Ibagué");
  wrong({"--rule", "dato-faltant"}, "¿Quiso decir «dato-faltante»?", "total-no-cuadra");
  wrong({"--document", "2022"}, "2022", "2021/informe.pdf");
  wrong({"--vigencia", "1999"}, "1999", "2020");
  EXPECT_EQ(findings({"--rule", "Dato faltante"}).status, findings({"--rule", "dato-faltante"}).status);
}

TEST_F(ArchiveTest, EveryReadingCommandSaysHowMuchOfTheArchiveItSpeaksFor) {
  put_year(2020);
  put("roto.pdf", "esto es un texto");
  EXPECT_EQ(ingest().status, 3);
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"findings"}, {"documents"}, {"explain", "1"}, {"search", "plan"}, {"decisions"}}) {
    std::vector<std::string> command = words;
    command.insert(command.end(), {"--db", database()});
    EXPECT_THAT(run(command).out, HasSubstr("La base tiene 2 documentos; 1 no se pudo leer")) << words[0];
  }
  const test::Ran json = run({"findings", "--db", database(), "--format", "json"});
  EXPECT_THAT(json.err, HasSubstr("1 no se pudo leer"));
  EXPECT_FALSE(nlohmann::json::parse(json.out).empty());
  // An empty base says so, and not that all is well.
  fs::remove_all(input());
  fs::create_directories(input());
  put("roto.pdf", "esto es un texto");
  const std::string empty = folder_ / "e.db";
  EXPECT_EQ(run({"ingest", input(), "--db", empty}).status, 3);
  EXPECT_THAT(run({"findings", "--db", empty}).out, HasSubstr("La base tiene 1 documento; 1 no se pudo leer"));
}

TEST_F(ArchiveTest, DocumentsAreListedWithWhatTheyLack) {
  put_year(2020);
  put("roto.pdf", "esto es un texto");
  EXPECT_EQ(ingest().status, 3);
  const test::Ran list = run({"documents", "--db", database()});
  EXPECT_EQ(list.status, 0);
  EXPECT_THAT(list.out, AllOf(HasSubstr("completo  2020/informe.pdf · 2 páginas"), HasSubstr("fallido   roto.pdf"),
                              HasSubstr("no es un PDF")));
  const test::Ran failed = run({"documents", "--db", database(), "--state", "fallido", "--format", "json"});
  const auto rows = nlohmann::json::parse(failed.out);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0]["ruta"], "roto.pdf");
  EXPECT_THAT(run({"documents", "--db", database(), "--format", "table"}).out, HasSubstr("documento_id  ruta"));
  EXPECT_THAT(run({"documents", "--db", database(), "--format", "csv"}).out, testing::StartsWith("documento_id,ruta,"));
}

TEST_F(ArchiveTest, DecisionsOfManyFindingsAreKeptShownAndTakenBack) {
  put_year(2020);
  put_year(2021);
  EXPECT_EQ(ingest().status, 1);
  const std::string rule = query("SELECT regla FROM hallazgos WHERE hallazgo_id = 1");
  const std::string of_rule =
      query("SELECT count(*) FROM hallazgos WHERE ruta LIKE '2020%' AND regla = '" + rule + "'");
  EXPECT_EQ(run({"dismiss", "--rule", rule, "--document", "2020/", "--note", "así se pactó", "--author", "Ana", "--db",
                 database()})
                .status,
            0);
  EXPECT_EQ(query("SELECT count(*) FROM hallazgos WHERE estado = 'descartado'"), of_rule);
  const std::string mark = query("SELECT marca FROM hallazgos WHERE ruta LIKE '2021%' LIMIT 1");
  EXPECT_EQ(run({"accept", mark, "1", "--note", "visto", "--db", database()}).status, 0);
  EXPECT_EQ(query("SELECT estado FROM hallazgos WHERE marca = '" + mark + "'"), "aceptado");
  EXPECT_EQ(run({"reopen", "1", "--note", "falta mirar el contrato", "--db", database()}).status, 0);
  EXPECT_EQ(query("SELECT estado FROM hallazgos WHERE hallazgo_id = 1"), "abierto");
  EXPECT_EQ(query("SELECT group_concat(estado, ' ') FROM decisiones WHERE hallazgo_id = 1"),
            "descartado aceptado abierto");
  EXPECT_EQ(query("SELECT nota || autor || valor IS NULL FROM decisiones WHERE hallazgo_id = 1 LIMIT 1"),
            query("SELECT 'así se pactóAna' || NULL IS NULL"));
  const auto lines = nlohmann::json::parse(run({"decisions", "--db", database(), "--format", "json"}).out);
  EXPECT_EQ(std::to_string(lines.size()), query("SELECT count(*) FROM decisiones"));
  EXPECT_EQ(lines[0]["autor"], "Ana");
  const test::Ran none = run({"accept", "9999", "--note", "x", "--db", database()});
  EXPECT_EQ(none.status, 4);
  EXPECT_THAT(none.err, AllOf(HasSubstr("no hay un hallazgo «9999»"), Not(HasSubstr("base de datos no se puede"))));
  EXPECT_EQ(run({"accept", "--note", "x", "--db", database()}).status, 2);
}

TEST_F(ArchiveTest, AValueIsOfTheKindOfItsFinding) {
  put("a.pdf", test::make_pdf(std::vector<std::string>{
                   "INFORME DE GESTION VIGENCIA 2021\nAlcaldia Municipal de Prueba\n"
                   "El contrato tuvo un valor de ciento catorce millones de pesos \\($115.000.000\\) en 2021.\n"}));
  EXPECT_EQ(ingest().status, 1);
  const test::Ran refused = run({"correct", "1", "--value", "hola", "--note", "x", "--db", database()});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("«hola» no es una cifra"));
  EXPECT_EQ(run({"correct", "1", "--value", "$ 114.000.000", "--note", "x", "--db", database()}).status, 0);
  EXPECT_EQ(query("SELECT valor FROM decisiones"), "114000000");
  EXPECT_THAT(run({"findings", "--db", database(), "--format", "json"}).out,
              HasSubstr("\"valor_corregido\": \"114000000\""));
}

TEST_F(ArchiveTest, OneValueForFindingsOfTwoKindsIsKeptInTheFormOfEach) {
  put("a.pdf", test::make_pdf(std::vector<std::string>{
                   "INFORME DE GESTION VIGENCIA 2021\nAlcaldia Municipal de Prueba\n"
                   "El contrato tuvo un valor de ciento catorce millones de pesos \\($115.000.000\\) en 2021.\n"
                   "El responsable es XXXXXXX y el informe lo firma la oficina.\n"}));
  EXPECT_EQ(ingest().status, 1);
  ASSERT_EQ(query("SELECT group_concat(valor_esperado IS NULL) FROM hallazgos"), "0,1");
  EXPECT_EQ(run({"correct", "1", "2", "--value", "$ 114.000.000", "--note", "x", "--db", database()}).status, 0);
  EXPECT_EQ(query("SELECT group_concat(valor, '|') FROM (SELECT valor FROM decisiones ORDER BY hallazgo_id)"),
            "114000000|$ 114.000.000");
}

TEST_F(ArchiveTest, WhatADocumentIsCanBeCorrectedAndHoldsEverywhere) {
  put_year(2020);
  put_year(2021);
  EXPECT_EQ(ingest().status, 1);
  const std::string read = query("SELECT entidad FROM documentos WHERE ruta LIKE '2020%'");
  const test::Ran ran =
      run({"correct", "--document", "2020/", "--entity", "Alcaldía Municipal de Honda", "--vigencia", "2019-2020",
           "--title", "Seguimiento", "--dependency", "Control Interno", "--note", "la portada", "--db", database()});
  EXPECT_NE(ran.status, 2) << ran.err;
  EXPECT_NE(ran.status, 4) << ran.err;
  const std::string is =
      "SELECT entidad || '|' || vigencia_desde || '|' || vigencia_hasta || '|' || titulo || '|' || dependencia FROM "
      "documentos WHERE ruta LIKE '2020%'";
  const std::string told = "Alcaldía Municipal de Honda|2019|2020|Seguimiento|Control Interno";
  EXPECT_EQ(query(is), told);
  EXPECT_EQ(query("SELECT leido FROM correcciones WHERE campo = 'entidad'"), read);
  EXPECT_EQ(query("SELECT canonico FROM entidades WHERE ruta LIKE '2020%'"), "Alcaldía Municipal de Honda");
  (void)run({"check", "--db", database()});
  EXPECT_EQ(query(is), told);
  (void)ingest({"--ocr", "always", "--in-process"});
  EXPECT_EQ(query(is), told);
  EXPECT_EQ(query("SELECT count(*) FROM documentos WHERE titulo = 'Seguimiento'"), "1");
  EXPECT_EQ(run({"correct", "--document", "2020/", "--vigencia", "20", "--note", "x", "--db", database()}).status, 2);
  const test::Ran both = run({"correct", "--document", "informe", "--title", "x", "--note", "x", "--db", database()});
  EXPECT_EQ(both.status, 2);
  EXPECT_THAT(both.err, HasSubstr("2 documentos"));
}

TEST_F(ArchiveTest, FindingsAreSummedUpSortedAndShownAsATable) {
  put_year(2020);
  EXPECT_EQ(ingest().status, 1);
  const auto json = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"findings", "--db", database(), "--format", "json"});
    return nlohmann::json::parse(run(words).out);
  };
  std::map<std::string, int> order{{"error", 0}, {"advertencia", 1}, {"info", 2}};
  int last = 0;
  for (const auto& row : json({"--sort", "severity"})) {
    EXPECT_GE(order.at(row["gravedad"]), last);
    last = order.at(row["gravedad"]);
  }
  int all = 0;
  for (const auto& row : json({"--summary"})) all += row["hallazgos"].get<int>();
  EXPECT_EQ(std::to_string(all), query("SELECT count(*) FROM hallazgos"));
  const test::Ran table = run({"findings", "--db", database(), "--format", "table"});
  EXPECT_THAT(table.out, AllOf(HasSubstr("gravedad"), HasSubstr("2020/informe.pdf"), HasSubstr("──")));
  EXPECT_THAT(table.out, Not(HasSubstr("\033")));
}

TEST_F(ArchiveTest, TheBaseCanBeNamedOnceForAllCommands) {
  put_year(2020);
  setenv("COTEJO_DB", database().c_str(), 1);
  EXPECT_EQ(run({"ingest", input()}).status, 1);
  EXPECT_EQ(run({"findings"}).status, 1);
  unsetenv("COTEJO_DB");
  EXPECT_EQ(run({"findings"}).status, 2);
}

}  // namespace
}  // namespace cotejo::cli
