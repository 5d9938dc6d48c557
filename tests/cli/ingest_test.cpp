#include <sys/resource.h>

#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/cli/program_fixture.h"

namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class IngestTest : public ProgramTest {};

TEST_F(IngestTest, ReadsAFolderOnceAndSaysSoTheSecondTime) {
  put("uno.pdf", test::make_pdf(3));
  put("sub/DOS.PDF", test::make_pdf(2, "otro"));
  put("sub/nota.txt", "no");
  const test::Ran first = ingest();
  EXPECT_EQ(first.status, 0) << first.out << first.err;
  EXPECT_THAT(first.out, HasSubstr("2 archivos: 2 leídos (5 páginas)"));
  EXPECT_THAT(first.out, HasSubstr("no se llama *.pdf: 1 archivo."));
  EXPECT_EQ(query("SELECT archivo || estado || paginas FROM documentos ORDER BY 1"),
            "DOS.PDFcompleto2\nuno.pdfcompleto3");
  const std::string before = digest(database());
  const test::Ran second = ingest({"--explain"});
  EXPECT_EQ(second.status, 0);
  EXPECT_THAT(second.out, HasSubstr("Nada que hacer"));
  EXPECT_THAT(second.out, HasSubstr("ni su contenido ni la forma de leer cambiaron"));
  EXPECT_EQ(digest(database()), before);
}

TEST_F(IngestTest, BadFilesAreNamedWithReasonAndRemedyAndTheRestGoesOn) {
  const std::string good = test::make_pdf(2);
  put("bueno.pdf", good);
  put("vacio.pdf", "");
  put("texto.pdf", "esto es un texto");
  put("cortado.pdf", good.substr(0, 120));
  put("sin-paginas.pdf", test::make_pdf(std::vector<std::string>{}));
  const test::Ran ran = ingest();
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.out, HasSubstr("leído     bueno.pdf"));
  for (const char* name : {"vacio", "texto", "cortado", "sin-paginas"}) {
    EXPECT_THAT(ran.out, HasSubstr(std::string("falló     ") + name + ".pdf"));
    EXPECT_EQ(query("SELECT estado FROM documentos WHERE archivo = '" + std::string(name) + ".pdf'"), "fallido");
  }
  EXPECT_THAT(ran.out, HasSubstr("el archivo está vacío"));
  EXPECT_THAT(ran.out, HasSubstr("no es un PDF"));
  EXPECT_THAT(ran.out, HasSubstr("Descárguelo de nuevo"));
  // The same again: nothing is tried twice, and the status still tells.
  const test::Ran again = ingest();
  EXPECT_EQ(again.status, 3);
  EXPECT_THAT(again.out, HasSubstr("5 omitidos"));
}

TEST_F(IngestTest, AFileThatCannotBeReadIsNotedAndReadWhenItCan) {
  fs::create_symlink("/no/such/file", fs::path(input()) / "roto.pdf");
  EXPECT_EQ(ingest().status, 3);
  EXPECT_EQ(query("SELECT estado FROM documentos"), "fallido");
  fs::remove(fs::path(input()) / "roto.pdf");
  put("roto.pdf", test::make_pdf(1));
  EXPECT_EQ(ingest().status, 0);
  EXPECT_EQ(query("SELECT estado FROM documentos"), "completo");
}

TEST_F(IngestTest, CopiesAreLinkedAndMovedFilesRecognised) {
  put("a.pdf", test::make_pdf(1));
  EXPECT_EQ(ingest().status, 0);
  put("b.pdf", test::make_pdf(1));
  const test::Ran copy = ingest();
  EXPECT_THAT(copy.out, HasSubstr("b.pdf: copia de"));
  EXPECT_EQ(query("SELECT count(*) FROM documentos"), "1");
  fs::remove(fs::path(input()) / "a.pdf");
  fs::remove(fs::path(input()) / "b.pdf");
  put("c.pdf", test::make_pdf(1));
  const test::Ran moved = ingest();
  EXPECT_THAT(moved.out, HasSubstr("c.pdf: antes estaba en"));
  EXPECT_EQ(query("SELECT archivo FROM documentos"), "c.pdf");
  EXPECT_THAT(run({"verify", "--db", database()}).out, HasSubstr("1 original igual, 0 cambiados, 0 que no están"));
}

TEST_F(IngestTest, ChangedContentIsReadAndTheOldKept) {
  put("a.pdf", test::make_pdf(1));
  EXPECT_EQ(ingest().status, 0);
  put("a.pdf", test::make_pdf(2));
  const test::Ran ran = ingest({"--explain"});
  EXPECT_THAT(ran.out, HasSubstr("lo leído antes se conserva"));
  EXPECT_EQ(query("SELECT count(*) FROM documentos"), "2");
}

TEST_F(IngestTest, ChangedSettingsTouchOnlyWhatTheyChange) {
  put("a.pdf", test::make_pdf(1));
  EXPECT_EQ(ingest({"--ocr", "never"}).status, 0);
  // The page has a text layer that serves: OCR would not look at it.
  const test::Ran ocr = ingest({"--ocr", "auto", "--explain"});
  EXPECT_THAT(ocr.out, HasSubstr("se usó el extracto guardado"));
  EXPECT_THAT(ingest({"--ocr", "auto"}).out, HasSubstr("Nada que hacer"));
  test::write_file(folder_ / "reglas.txt", "duplicado = no\n");
  EXPECT_THAT(ingest({"--ocr", "auto", "--rules", folder_ / "reglas.txt", "--explain"}).out,
              HasSubstr("cambió la forma de revisar"));
}

TEST_F(IngestTest, FaultyConfigurationIsNamedWithItsLine) {
  put("a.pdf", test::make_pdf(1));
  test::write_file(folder_ / "reglas.txt", "# bien\nno-existe = no\n");
  const test::Ran ran = ingest({"--rules", folder_ / "reglas.txt"});
  EXPECT_EQ(ran.status, 4);
  EXPECT_THAT(ran.err, HasSubstr("reglas.txt"));
  EXPECT_THAT(ran.err, HasSubstr("2"));
  EXPECT_EQ(ingest({"--vocabulary", folder_ / "no-hay.txt"}).status, 4);
}

TEST_F(IngestTest, AnyOrderAndAnyNumberOfWorkersGiveTheSameContent) {
  for (int i = 0; i < 12; ++i) {
    put(std::to_string(i) + ".pdf", test::make_pdf(1 + i, "Informe " + std::to_string(i)));
  }
  put("copia.pdf", test::make_pdf(1, "Informe 0"));
  put("malo.pdf", "x");
  (void)ingest({"-j1"});
  const std::string expected = digest(database());
  ASSERT_EQ(expected.size(), 65u);
  const auto other = [&](const std::string& name, std::vector<std::string> words) {
    words.insert(words.begin(), "ingest");
    words.insert(words.end(), {"--db", folder_ / name});
    (void)run(words);
    return digest(folder_ / name);
  };
  EXPECT_EQ(other("j4.db", {input(), "-j4"}), expected);
  EXPECT_EQ(other("in-process.db", {input(), "--in-process"}), expected);
  // Backwards, one run a file.
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(input())) files.push_back(entry.path());
  std::sort(files.rbegin(), files.rend());
  for (const std::string& file : files) (void)run({"ingest", file, "--db", folder_ / "back.db"});
  EXPECT_EQ(digest(folder_ / "back.db"), expected);
  // As bundles.
  EXPECT_EQ(run({"extract", input(), "-o", folder_ / "bundles"}).status, 3);
  EXPECT_EQ(run({"load", folder_ / "bundles", "--db", folder_ / "load.db"}).status, 3);
  const std::string views =
      "SELECT group_concat(archivo || pagina || texto) FROM (SELECT * FROM paginas ORDER BY 2, 3)";
  EXPECT_EQ(query(folder_ / "load.db", views), query(folder_ / "back.db", views));
}

TEST_F(IngestTest, CopiesReadAtOnceGiveOneBundleUnderTheFirstName) {
  for (const char* name : {"a.pdf", "b.pdf", "c.pdf"}) put(name, test::make_pdf(8, "Informe"));
  const test::Ran ran = run({"extract", input(), "-o", folder_ / "bundles", "-j3"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, testing::AllOf(HasSubstr("a.pdf"), HasSubstr("b.pdf"), HasSubstr("c.pdf")));
  EXPECT_EQ(ran.out.find("extraído"), ran.out.rfind("extraído"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_ / "bundles"), fs::directory_iterator()), 1);
  EXPECT_EQ(run({"load", folder_ / "bundles", "--db", database()}).status, 0);
  EXPECT_EQ(query("SELECT archivo FROM documentos"), "a.pdf");
}

TEST_F(IngestTest, AKilledRunLosesNothingThatWasWhole) {
  for (int i = 0; i < 30; ++i) put(std::to_string(i) + ".pdf", test::make_pdf(3, "Informe " + std::to_string(i)));
  (void)run({"ingest", input(), "--db", folder_ / "whole.db"});
  test::Running killed({"ingest", input(), "--db", database(), "-j2"}, folder_);
  // As soon as the first document is in, wherever the others are.
  for (int tries = 0; tries < 2000 && query("SELECT count(*) > 0 FROM documentos") != "1"; ++tries) usleep(2000);
  kill(killed.process(), SIGKILL);
  EXPECT_EQ(killed.wait().status, 128 + SIGKILL);
  const test::Ran rest = ingest();
  EXPECT_EQ(rest.status, 0) << rest.err;
  EXPECT_THAT(rest.out, Not(HasSubstr(" 0 omitidos")));
  EXPECT_EQ(digest(database()), digest(folder_ / "whole.db"));
}

TEST_F(IngestTest, AnInterruptedRunSaysHowToGoOn) {
  for (int i = 0; i < 60; ++i) put(std::to_string(i) + ".pdf", test::make_pdf(10, "Informe " + std::to_string(i)));
  test::Running running({"ingest", input(), "--db", database(), "-j1"}, folder_);
  for (int tries = 0; tries < 2000 && query("SELECT count(*) > 0 FROM documentos") != "1"; ++tries) usleep(2000);
  kill(running.process(), SIGINT);
  const test::Ran ran = running.wait();
  EXPECT_EQ(ran.status, 3) << ran.out << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("repita la misma orden"));
  EXPECT_EQ(ingest().status, 0);
  EXPECT_EQ(query("SELECT count(*) FROM documentos"), "60");
}

TEST_F(IngestTest, TwoRunsAtOnceWaitForEachOther) {
  for (int i = 0; i < 10; ++i) put(std::to_string(i) + ".pdf", test::make_pdf(2, "Informe " + std::to_string(i)));
  test::Running one({"ingest", input(), "--db", database(), "-j1"}, folder_);
  test::Running two({"ingest", input(), "--db", database(), "-j1"}, folder_);
  EXPECT_EQ(one.wait().status, 0);
  EXPECT_EQ(two.wait().status, 0);
  EXPECT_EQ(query("SELECT count(*) FROM documentos"), "10");
}

TEST_F(IngestTest, ADatabaseOfANewerVersionIsLeftAlone) {
  put("a.pdf", test::make_pdf(1));
  EXPECT_EQ(ingest().status, 0);
  (void)query("PRAGMA user_version = 999");
  const test::Ran ran = ingest();
  EXPECT_EQ(ran.status, 4);
  EXPECT_THAT(ran.err, HasSubstr("más nueva"));
  EXPECT_EQ(query("SELECT count(*) FROM documentos"), "1");
}

TEST_F(IngestTest, AFullDiskEndsTheRunAndKeepsWhatIsWhole) {
  put("a.pdf", test::make_pdf(1));
  EXPECT_EQ(ingest().status, 0);
  for (int i = 0; i < 40; ++i) put(std::to_string(i) + ".pdf", test::make_pdf(40, "Informe " + std::to_string(i)));
  // A limit on the size of files acts as a disk that is full, for the database as for its journal.
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  rlimit small{600 * 1024, before.rlim_max};
  std::signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &small);
  const test::Ran ran = ingest();
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, SIG_DFL);
  EXPECT_EQ(ran.status, 4) << ran.out << ran.err;
  EXPECT_FALSE(ran.err.empty());
  EXPECT_EQ(run({"verify", "--db", database()}).status, 0);
  EXPECT_EQ(ingest().status, 0);
  EXPECT_EQ(query("SELECT count(*) FROM documentos"), "41");
}

TEST_F(IngestTest, AFolderWithoutPermissionOrPlaceForTheDatabaseEndsWithFour) {
  put("a.pdf", test::make_pdf(1));
  const test::Ran ran = run({"ingest", input(), "--db", folder_ / "no/hay/a.db"});
  EXPECT_EQ(ran.status, 4);
  EXPECT_THAT(ran.err, HasSubstr("a.db"));
}

TEST_F(IngestTest, PathsThatDoNotExistAreToldAndTheOthersRead) {
  put("a.pdf", test::make_pdf(1));
  const test::Ran ran = run({"ingest", folder_ / "nada", input(), "--db", database()});
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.err, HasSubstr("nada"));
  EXPECT_THAT(ran.out, HasSubstr("leído     a.pdf"));
  EXPECT_EQ(run({"ingest", folder_ / "nada", "--db", folder_ / "b.db"}).status, 4);
}

TEST_F(IngestTest, TheLogHoldsOneObjectALine) {
  put("a.pdf", test::make_pdf(2));
  put("malo.pdf", "x");
  EXPECT_EQ(ingest({"--log", folder_ / "log"}).status, 3);
  std::ifstream log(folder_ / "log");
  std::vector<nlohmann::json> events;
  for (std::string line; std::getline(log, line);) events.push_back(nlohmann::json::parse(line));
  ASSERT_EQ(events.size(), 4u);
  EXPECT_EQ(events[0]["event"], "start");
  EXPECT_EQ(events[0]["files"], 2);
  EXPECT_EQ(events[3]["event"], "end");
  EXPECT_EQ(events[3]["failed"], 1);
  EXPECT_EQ(events[3]["reasons"]["not_a_pdf"], 1);
  for (const auto& event : {events[1], events[2]}) {
    if (event["state"] != "fallido") continue;
    EXPECT_EQ(event["errors"][0]["code"], "not_a_pdf");
  }
}

TEST_F(IngestTest, NamesThatAreNotUtf8AreRead) {
  put("a\xff\xfe.pdf", test::make_pdf(1));
  const test::Ran ran = ingest({"--log", folder_ / "log"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(run({"findings", "--db", database(), "--format", "json"}).status, 0);
}

}  // namespace
}  // namespace cotejo::cli
