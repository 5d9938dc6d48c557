#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/cli/program_fixture.h"

namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

// An amount in words that is not the amount in figures beside it: a slip that any version of the rules flags.
const char* const kSlip =
    "INFORME DE GESTION VIGENCIA 2021\nAlcaldia Municipal de Prueba\n"
    "El contrato tuvo un valor de ciento catorce millones de pesos \\($115.000.000\\) durante la vigencia 2021.\n";

class CommandsTest : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    put("informe.pdf", test::make_pdf(std::vector<std::string>{kSlip, "Educacion y cultura en la region\n"}));
    ASSERT_EQ(ingest().status, 1);
    id_ = query("SELECT min(hallazgo_id) FROM hallazgos");
  }
  std::string id_;
};

TEST_F(CommandsTest, FindingsInEveryFormatAndFiltered) {
  const test::Ran table = run({"findings", "--db", database()});
  EXPECT_EQ(table.status, 1);
  EXPECT_THAT(table.out, HasSubstr("informe.pdf, página 1"));
  const test::Ran json = run({"findings", "--db", database(), "--format", "json"});
  const auto all = nlohmann::json::parse(json.out);
  ASSERT_GE(all.size(), 1u);
  EXPECT_EQ(all[0]["archivo"], "informe.pdf");
  EXPECT_EQ(all[0]["pagina"], 1);
  EXPECT_EQ(all[0]["regla"], "letras-y-cifras");
  const test::Ran csv = run({"findings", "--db", database(), "--format", "csv"});
  EXPECT_THAT(csv.out, testing::StartsWith("hallazgo_id,huella,archivo,pagina"));
  EXPECT_EQ(run({"findings", "--db", database(), "--rule", "duplicado"}).status, 0);
  EXPECT_EQ(run({"findings", "--db", database(), "--rule", "letras-y-cifras", "--document", "INFORME"}).status, 1);
  EXPECT_EQ(run({"findings", "--db", database(), "--document", "otro"}).status, 2);
}

TEST_F(CommandsTest, FindingsAgainstWhatAPersonMarked) {
  const std::string reported = query("SELECT valor_reportado FROM hallazgos WHERE hallazgo_id=" + id_);
  put("marcas.csv", "archivo,pagina,regla,valor_reportado\ninforme.pdf,1,letras-y-cifras,\"" + reported +
                        "\"\ninforme.pdf,2,total-no-cuadra,77\n");
  const test::Ran ran = run({"findings", "--db", database(), "--expected", input() + "/marcas.csv"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("sin hallar  informe.pdf, página 2: total-no-cuadra 77 (línea 3)"));
  EXPECT_THAT(ran.out, HasSubstr("Marcados: 2. Hallados: 1 (50 %)."));
  EXPECT_EQ(run({"findings", "--db", database(), "--expected", "no-hay.csv"}).status, 4);
}

TEST_F(CommandsTest, FindingsSayWhatCouldNotBeTested) {
  EXPECT_THAT(run({"findings", "--db", database()}).out, testing::Not(HasSubstr("--untested")));
  query("INSERT INTO untested SELECT id, 0, 'total-no-cuadra', 0, 'faltan datos' FROM document");
  query("INSERT INTO untested SELECT id, 1, 'total-no-cuadra', 0, 'faltan datos' FROM document");
  EXPECT_THAT(run({"findings", "--db", database()}).out, HasSubstr("2 relaciones sin comprobar"));
  const test::Ran ran = run({"findings", "--db", database(), "--untested"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, HasSubstr("informe.pdf · total-no-cuadra · sin datos: faltan datos (2)"));
  const auto rows = nlohmann::json::parse(run({"findings", "--db", database(), "--untested", "--format", "json"}).out);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0]["relaciones"], 2);
}

TEST_F(CommandsTest, ExplainTellsArithmeticAndPlace) {
  const test::Ran ran = run({"explain", id_, "--db", database()});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, HasSubstr("115000000"));
  EXPECT_THAT(ran.out, HasSubstr("página 1 ("));
  EXPECT_EQ(run({"explain", "999", "--db", database()}).status, 4);
}

TEST_F(CommandsTest, WordsThatAFigureWasHeldAgainstAreNotWhatItShouldBe) {
  EXPECT_THAT(run({"findings", "--db", database()}).out, HasSubstr("debería ser"));
  query("UPDATE finding SET reported = '40%', expected = 'Cumplido'");
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"findings"}, std::vector<std::string>{"explain", "1"}}) {
    std::vector<std::string> command = words;
    command.insert(command.end(), {"--db", database()});
    const std::string out = run(command).out;
    EXPECT_THAT(out, testing::AllOf(HasSubstr("junto a"), HasSubstr("Cumplido")));
    EXPECT_THAT(out, testing::Not(HasSubstr("debería ser")));
  }
}

TEST_F(CommandsTest, DecisionsSurviveANewIngestAndCheck) {
  EXPECT_EQ(run({"dismiss", id_, "--db", database(), "--note", "el contrato lo aclara", "--author", "Ana"}).status, 0);
  EXPECT_EQ(run({"dismiss", id_, "--db", database()}).status, 2);
  EXPECT_EQ(run({"accept", "999", "--db", database(), "--note", "x"}).status, 4);
  EXPECT_EQ(query("SELECT estado FROM hallazgos WHERE hallazgo_id = " + id_), "descartado");
  (void)run({"check", "--db", database()});
  (void)ingest({"--ocr", "always", "--in-process"});
  EXPECT_EQ(query("SELECT estado FROM hallazgos WHERE hallazgo_id = " + id_), "descartado");
  const test::Ran ran = run({"explain", id_, "--db", database()});
  EXPECT_THAT(ran.out, HasSubstr("Ana"));
  EXPECT_THAT(ran.out, HasSubstr("el contrato lo aclara"));
  EXPECT_EQ(run({"correct", id_, "--db", database(), "--value", "114000000", "--note", "según contrato"}).status, 0);
  EXPECT_EQ(query("SELECT estado FROM hallazgos WHERE hallazgo_id = " + id_), "corregido");
}

TEST_F(CommandsTest, CheckRunsRulesWithoutThePdf) {
  fs::remove_all(input());
  test::write_file(folder_ / "reglas.txt", "letras-y-cifras = no\n");
  (void)run({"check", "--db", database(), "--rules", folder_ / "reglas.txt"});
  EXPECT_EQ(query("SELECT count(*) FROM hallazgos WHERE regla = 'letras-y-cifras'"), "0");
  EXPECT_EQ(run({"check", "--db", database()}).status, 1);
  EXPECT_EQ(query("SELECT count(*) > 0 FROM hallazgos WHERE regla = 'letras-y-cifras'"), "1");
}

TEST_F(CommandsTest, SearchFoldsAccentsAndShowsPageAndSnippet) {
  const test::Ran ran = run({"search", "EDUCACIÓN", "--db", database()});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, HasSubstr("informe.pdf, página 2"));
  EXPECT_THAT(run({"search", "inexistente", "--db", database()}).out, HasSubstr("Ninguna página"));
  EXPECT_EQ(run({"search", "\"(", "--db", database()}).status, 0);
  EXPECT_EQ(nlohmann::json::parse(run({"search", "cultura", "--db", database(), "--format", "json"}).out).size(), 1u);
}

TEST_F(CommandsTest, InspectTellsHowADocumentWasUnderstood) {
  const test::Ran ran = run({"inspect", input() + "/informe.pdf"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("informe.pdf"));
  EXPECT_EQ(run({"inspect", folder_ / "no-hay.pdf"}).status, 4);
}

TEST_F(CommandsTest, ShowDrawsPagesAndFindings) {
  EXPECT_EQ(run({"show", input() + "/informe.pdf", "--page", "2", "-o", folder_ / "p.png"}).status, 0);
  EXPECT_EQ(run({"show", "--finding", id_, "--db", database(), "-o", folder_ / "f.png"}).status, 0);
  for (const char* name : {"p.png", "f.png"}) {
    std::ifstream picture(folder_ / name);
    std::string head(4, '\0');
    picture.read(head.data(), 4);
    EXPECT_EQ(head, "\x89PNG") << name;
  }
  EXPECT_EQ(run({"show", input() + "/informe.pdf", "--page", "9", "-o", folder_ / "q.png"}).status, 4);
  EXPECT_EQ(run({"show", input() + "/informe.pdf", "--page", "1", "-o", "/no/hay/q.png"}).status, 4);
  EXPECT_EQ(run({"show", input() + "/informe.pdf", "--page", "1", "--step", "nada", "-o", folder_ / "q.png"}).status,
            2);
}

TEST_F(CommandsTest, VerifyTellsChangedAndMissingSources) {
  EXPECT_EQ(run({"verify", "--db", database()}).status, 0);
  put("informe.pdf", test::make_pdf(1));
  const test::Ran changed = run({"verify", "--db", database()});
  EXPECT_EQ(changed.status, 3);
  EXPECT_THAT(changed.out, HasSubstr("cambió"));
  fs::remove(fs::path(input()) / "informe.pdf");
  EXPECT_THAT(run({"verify", "--db", database()}).out, HasSubstr("no está"));
}

TEST_F(CommandsTest, DamagedAndForeignBundlesAreRefusedWithTheirReason) {
  EXPECT_EQ(run({"extract", input(), "-o", folder_ / "b"}).status, 0);
  EXPECT_THAT(run({"extract", input(), "-o", folder_ / "b"}).out, HasSubstr("su extracto ya está"));
  const fs::path file = fs::directory_iterator(folder_ / "b")->path();
  EXPECT_THAT(file.filename().string(), HasSubstr(query("SELECT sha256 FROM documentos")));
  std::ifstream in(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  std::string flipped = bytes;
  flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
  test::write_file(folder_ / "flip.cotejo", flipped);
  test::write_file(folder_ / "cut.cotejo", bytes.substr(0, bytes.size() / 2));
  test::write_file(folder_ / "foreign.cotejo", "otra cosa");
  for (const char* name : {"flip", "cut", "foreign"}) {
    const test::Ran ran = run({"load", folder_ / (std::string(name) + ".cotejo"), "--db", folder_ / "l.db"});
    EXPECT_EQ(ran.status, 3) << name;
    EXPECT_THAT(ran.out, HasSubstr("dañados o son de otra versión")) << name;
  }
  EXPECT_EQ(query(folder_ / "l.db", "SELECT count(*) FROM documentos"), "0");
  EXPECT_EQ(run({"load", file, "--db", folder_ / "l.db"}).status, 1);
  EXPECT_EQ(digest(folder_ / "l.db"), digest(database()));
}

}  // namespace
}  // namespace cotejo::cli
