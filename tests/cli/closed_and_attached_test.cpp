// The built program on PDFs that ask for a password, and on those that hold others.
#include <cstdlib>

#include "tests/cli/program_fixture.h"
#include "tests/support/make_portfolio.h"

namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

const char* const kSlip =
    "INFORME DE GESTION VIGENCIA 2021\nAlcaldia Municipal de Prueba\n"
    "El contrato tuvo un valor de ciento catorce millones de pesos \\($115.000.000\\) durante la vigencia 2021.\n";

std::string report() {
  return test::make_pdf(std::vector<std::string>{kSlip});
}

class ClosedTest : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    const fs::path open = folder_ / "open.pdf";
    test::write_file(open, report());
    const std::string command =
        "qpdf --encrypt abrete-7391 dueno 256 -- '" + open.string() + "' '" + closed().string() + "' 2> /dev/null";
    if (std::system(command.c_str()) != 0) GTEST_SKIP() << "no qpdf";
  }
  fs::path closed() const { return fs::path(input()) / "cerrado.pdf"; }
  std::string keys(const std::string& line) {
    test::write_file(folder_ / "claves", line + "\n");
    return folder_ / "claves";
  }
  std::string state() { return query("SELECT estado FROM documentos"); }
};

TEST_F(ClosedTest, OpensWithItsPasswordByNameOrContentAndKeepsItNowhere) {
  EXPECT_EQ(ingest().status, 3);
  EXPECT_EQ(state(), "fallido");
  const std::string sha256 = query("SELECT sha256 FROM documentos");
  const test::Ran wrong = ingest({"--password-file", keys("cerrado.pdf\totra")});
  EXPECT_EQ(wrong.status, 3);
  EXPECT_EQ(state(), "fallido");
  EXPECT_EQ(ingest({"--password-file", keys("otro.pdf\tabrete-7391")}).status, 3);
  EXPECT_EQ(ingest({"--password-file", keys("cerrado.pdf\tabrete-7391")}).status, 1);
  EXPECT_EQ(state(), "completo");
  EXPECT_EQ(query("SELECT sha256 FROM documentos"), sha256);
  // By content, in a base of its own.
  const std::string other = folder_ / "b.db";
  const std::string by_content = keys(sha256 + "\tabrete-7391");
  EXPECT_EQ(run({"ingest", input(), "--db", other, "--password-file", by_content}).status, 1);
  EXPECT_EQ(digest(other), digest(database()));
  for (const std::string& base : {database(), other}) {
    std::ifstream file(base, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    EXPECT_THAT(bytes, Not(HasSubstr("abrete-7391")));
  }
  // What draws and inspects pages takes it, too.
  EXPECT_EQ(run({"inspect", closed()}).status, 4);
  EXPECT_EQ(run({"inspect", closed(), "--password-file", by_content}).status, 0);
  EXPECT_EQ(run({"show", closed(), "--page", "1", "-o", folder_ / "p.png", "--password-file", by_content}).status, 0);
  EXPECT_EQ(
      run({"show", "--finding", "1", "--db", other, "-o", folder_ / "f.png", "--password-file", by_content}).status, 0);
}

class AttachedTest : public ProgramTest {};

TEST_F(AttachedTest, AFindingOfAnAttachmentIsExplainedAndDrawnAndItsPagesAreShown) {
  put("anexos.pdf", test::make_portfolio({{"sobre.pdf", test::make_portfolio({{"informe.pdf", report()}})}}));
  EXPECT_EQ(ingest().status, 1);
  const std::string inner = "anexos.pdf!/sobre.pdf!/informe.pdf";
  EXPECT_EQ(query("SELECT ruta FROM hallazgos"), inner);
  EXPECT_THAT(run({"explain", "1", "--db", database()}).out, HasSubstr(inner));
  const test::Ran drawn = run({"show", "--finding", "1", "--db", database(), "-o", folder_ / "f.png"});
  EXPECT_EQ(drawn.status, 0) << drawn.err;
  EXPECT_TRUE(fs::exists(folder_ / "f.png"));
  const std::string place = input() + "/" + inner;
  const test::Ran page = run({"show", place, "--page", "1", "-o", folder_ / "p.png"});
  EXPECT_EQ(page.status, 0) << page.err;
  const test::Ran inspected = run({"inspect", place});
  EXPECT_EQ(inspected.status, 0) << inspected.err;
  EXPECT_THAT(inspected.out, HasSubstr("Alcaldia Municipal de Prueba"));
  EXPECT_EQ(run({"inspect", place, "--in-process"}).out, inspected.out);
  const test::Ran none = run({"inspect", input() + "/anexos.pdf!/otro.pdf"});
  EXPECT_EQ(none.status, 4);
  EXPECT_THAT(none.err, HasSubstr("anexos.pdf!/otro.pdf"));
}

}  // namespace
}  // namespace cotejo::cli
