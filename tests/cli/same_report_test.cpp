// The built program on reports that are there more than once: a scan beside its digital original, and files that came
// to hold another version.
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "extractors/pdf/document.h"
#include "tests/cli/program_fixture.h"
#include "tests/support/make_picture_pdf.h"
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

// The report as a printer and a scanner give it back: a picture a page.
std::string printed(const fs::path& report) {
  constexpr double kDpi = 200;
  auto document = pdf::Document::open(report.string(), "");
  std::vector<test::Picture> pages;
  for (int page = 1; page <= document.value().facts().pages; ++page) {
    const pdf::Raster picture = document.value().render(page, kDpi).value();
    pages.push_back({picture.width, picture.height, {picture.gray.begin(), picture.gray.end()}});
  }
  return test::make_picture_pdf(pages, kDpi);
}

// README's sum over all documents, of one measure.
constexpr const char* kSum =
    "SELECT sum(valor) FROM presupuesto JOIN documentos d USING (documento_id) WHERE medida = 'apropiacion_definitiva' "
    "AND d.gemelo_de IS NULL AND d.reemplazado_por IS NULL";

class SameReportTest : public ProgramTest {
 protected:
  const fs::path report_ = fs::path(test::samples()) / "ejecucion-presupuestal-2021.pdf";
};

TEST_F(SameReportTest, AScanIsKnownForItsDigitalOriginalAndCountsOnce) {
  put("ejecucion.pdf", bytes_of(report_));
  EXPECT_NE(ingest().status, 4);
  const std::string sum = query(kSum);
  ASSERT_NE(sum, "");
  put("escaneado/ejecucion.pdf", printed(report_));
  EXPECT_NE(ingest().status, 4);
  ASSERT_EQ(query("SELECT min(origen) FROM paginas WHERE ruta LIKE 'escaneado%'"), "ocr");
  EXPECT_EQ(query("SELECT d.ruta FROM documentos s JOIN documentos d ON d.documento_id = s.gemelo_de "
                  "WHERE s.ruta LIKE 'escaneado%'"),
            "ejecucion.pdf");
  EXPECT_EQ(query(kSum), sum);
  EXPECT_THAT(run({"documents", "--db", database()}).out, HasSubstr("es el mismo informe que el documento 1"));
  // Whatever the scan's body was read as, and in whatever order they come.
  (void)run({"correct", "--document", "escaneado", "--entity", "", "--note", "ilegible", "--db", database()});
  EXPECT_EQ(query("SELECT entidad IS NULL AND gemelo_de = 1 FROM documentos WHERE ruta LIKE 'escaneado%'"), "1");
  const std::string other = folder_ / "b.db";
  EXPECT_NE(run({"ingest", fs::path(input()) / "escaneado", "--db", other}).status, 4);
  EXPECT_EQ(query(other, "SELECT count(gemelo_de) FROM documentos"), "0");
  EXPECT_NE(run({"ingest", input(), "--db", other}).status, 4);
  EXPECT_EQ(query(other, "SELECT count(gemelo_de) FROM documentos"), "1");
  EXPECT_EQ(query(other, kSum), sum);
  // Without its original it counts again.
  put("ejecucion.pdf", test::make_pdf(std::vector<std::string>{"Otro documento"}));
  EXPECT_NE(ingest().status, 4);
  EXPECT_EQ(query("SELECT count(gemelo_de) FROM documentos"), "0");
}

TEST_F(SameReportTest, OfAFileThatChangedOnlyWhatItHoldsNowCounts) {
  const std::string before = bytes_of(fs::path(test::samples()) / "ejecucion-gastos-2020.pdf");
  put("informe.pdf", before);
  EXPECT_EQ(ingest().status, 1);
  const std::string sum = query(kSum);
  const std::string findings = run({"findings", "--db", database(), "--format", "csv"}).out;
  put("informe.pdf", before + "% corregido\n");
  EXPECT_EQ(ingest().status, 1);
  EXPECT_EQ(query("SELECT count(*) FROM documentos"), "2");
  EXPECT_EQ(query("SELECT count(DISTINCT ruta) FROM documentos"), "1");
  EXPECT_EQ(query("SELECT reemplazado_por FROM documentos WHERE documento_id = 1"), "2");
  EXPECT_EQ(query(kSum), sum);
  const test::Ran documents = run({"documents", "--db", database()});
  EXPECT_THAT(documents.out,
              AllOf(HasSubstr("versión anterior: su archivo tiene ahora el documento 2"),
                    HasSubstr("La base tiene 1 documento"),
                    HasSubstr("Además guarda 1 versión anterior de un archivo que cambió, que no cuenta.")));
  // Findings are those of the version that counts, unless the older one is named by its number.
  const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
  EXPECT_EQ(lines(run({"findings", "--db", database(), "--format", "csv"}).out), lines(findings));
  EXPECT_EQ(run({"findings", "--db", database(), "--document", "1", "--format", "csv"}).out.size() > 200, true);
  const auto rows = nlohmann::json::parse(run({"findings", "--db", database(), "--format", "json"}).out);
  for (const auto& row : rows) EXPECT_EQ(row["documento_id"], 2);
  EXPECT_THAT(run({"search", "ejecucion", "--db", database(), "--format", "csv"}).out, HasSubstr("informe.pdf"));
  const test::Ran verified = run({"verify", "--db", database()});
  EXPECT_EQ(verified.status, 3);
  EXPECT_THAT(verified.out, AllOf(HasSubstr("su archivo tiene ahora otra versión"),
                                  HasSubstr("1 original igual, 0 cambiados, 1 que no está, 0 daños en la base")));
  // The file is put back as it was.
  put("informe.pdf", before);
  const test::Ran again = ingest();
  EXPECT_THAT(again.out, Not(HasSubstr("antes estaba en \n")));
  EXPECT_EQ(query("SELECT group_concat(coalesce(reemplazado_por, 0)) FROM documentos"), "0,1");
}

TEST_F(SameReportTest, AFindingThatAChangedFileStillHasKeepsWhatWasDecided) {
  const std::string before = bytes_of(fs::path(test::samples()) / "ejecucion-gastos-2020.pdf");
  put("informe.pdf", before);
  EXPECT_EQ(ingest().status, 1);
  const auto decide = [&](const char* how, const char* finding, const char* note) {
    EXPECT_EQ(run({how, finding, "--note", note, "--author", "Ana", "--db", database()}).status, 0);
  };
  decide("accept", "1", "Primera lectura.");
  decide("dismiss", "1", "Lo explica el acta.");
  decide("accept", "2", "Es así.");
  decide("reopen", "2", "Falta el soporte.");
  put("informe.pdf", before + "% corregido\n");
  EXPECT_EQ(ingest().status, 1);
  EXPECT_EQ(query("SELECT count(*) FROM hallazgos WHERE documento_id = 2 AND estado <> 'abierto'"), "1");
  EXPECT_EQ(query("SELECT estado || '|' || nota || '|' || autor FROM decisiones WHERE documento_id = 2"),
            "descartado|De la versión anterior (documento 1): Lo explica el acta.|Ana");
  // What is decided anew stands over it, and a further version takes the newest, told once where it comes from.
  const std::string mark = query("SELECT marca FROM hallazgos WHERE documento_id = 2 AND estado = 'descartado'");
  decide("accept", mark.c_str(), "Con el acta no basta.");
  put("informe.pdf", before + "% corregido otra vez\n");
  EXPECT_EQ(ingest().status, 1);
  EXPECT_EQ(query("SELECT estado || '|' || nota FROM decisiones WHERE documento_id = 3"),
            "aceptado|De la versión anterior (documento 2): Con el acta no basta.");
  EXPECT_EQ(ingest().status, 1);
  EXPECT_EQ(query("SELECT count(*) FROM decisiones WHERE documento_id = 3"), "1");
}

}  // namespace
}  // namespace cotejo::cli
