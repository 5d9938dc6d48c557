#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "tests/cli/program_fixture.h"
#include "tests/support/places.h"

// The workbook with the pictures of the evidence beside it, as the built program makes them.
namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// Links from sheet Hallazgos to files: «hallazgo_id address», a line each.
constexpr const char* kLinks = R"py(
import re, sys, urllib.parse, xml.etree.ElementTree as xml, zipfile
book = zipfile.ZipFile(sys.argv[1])
targets = {it.get("Id"): it.get("Target") for it in xml.fromstring(book.read("xl/worksheets/_rels/sheet2.xml.rels"))}
sheet = xml.fromstring(book.read("xl/worksheets/sheet2.xml"))
main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
related = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
cells = {cell.get("r"): "".join(cell.itertext()) for cell in sheet.iter(main + "c")}
for link in sheet.iter(main + "hyperlink"):
    column, row = re.fullmatch("([A-Z]+)([0-9]+)", link.get("ref")).groups()
    assert cells[column + "1"] == "evidencia" and cells[link.get("ref")] == "imagen"
    print(cells["A" + row], urllib.parse.unquote(targets[link.get(related + "id")]))
)py";

class EvidenceTest : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    for (const char* name : {"informe-gestion-2020-2023.pdf", "ejecucion-gastos-2020.pdf"})
      fs::copy(fs::path(test::samples()) / name, fs::path(input()) / name);
    ingest({"--ocr", "never"});
  }
  test::Ran hand_over(const std::string& to, std::vector<std::string> more = {}) {
    std::vector<std::string> words{"export",     "--db", database(),   "--as",   "xlsx",
                                   "--evidence", "--to", folder_ / to, "--date", "2026-01-31"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
  std::string bytes(const fs::path& path) const {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
  }
  std::map<std::string, fs::path> links(const std::string& workbook) const {
    test::write_file(folder_ / "links.py", kLinks);
    const std::string command =
        "python3 '" + (folder_ / "links.py").string() + "' '" + (folder_ / workbook).string() + "'";
    std::string text;
    FILE* pipe = popen(command.c_str(), "r");
    for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) text += static_cast<char>(c);
    pclose(pipe);
    std::map<std::string, fs::path> found;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
      found[line.substr(0, line.find(' '))] = folder_ / line.substr(line.find(' ') + 1);
    return found;
  }
  std::string placed(const std::string& where) {
    return query(
        "SELECT count(DISTINCT h.hallazgo_id) FROM hallazgos h JOIN evidencias e USING (hallazgo_id, "
        "documento_id, pagina) WHERE " +
        where);
  }
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_))
      if (entry.path().filename().string().starts_with("libro")) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }
};

TEST_F(EvidenceTest, EveryFindingLeadsToItsPicture) {
  const test::Ran ran = hand_over("libro #1, año 100%.xlsx");
  EXPECT_EQ(ran.status, 0) << ran.err;
  const auto leads = links("libro #1, año 100%.xlsx");
  EXPECT_EQ(std::to_string(leads.size()), placed("1"));
  EXPECT_GT(leads.size(), 5U);
  for (const auto& [finding, path] : leads) {
    EXPECT_EQ(path.filename(), "hallazgo-" + finding + ".png");
    const std::string png = bytes(path);
    ASSERT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1a\n") << path;
    const auto size = [&](std::size_t at) {
      return static_cast<unsigned char>(png[at + 2]) * 256 + static_cast<unsigned char>(png[at + 3]);
    };
    EXPECT_TRUE(size(16) >= 100 && size(16) <= 2000) << path << size(16);
    EXPECT_TRUE(size(20) >= 50 && size(20) <= 2000) << path << size(20);
  }
  const fs::path folder = folder_ / "libro #1, año 100%-evidencias";
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), static_cast<std::ptrdiff_t>(leads.size()) + 1);
  EXPECT_EQ(hand_over("libro 2.xlsx").status, 0);
  for (const auto& [finding, path] : links("libro 2.xlsx")) EXPECT_EQ(bytes(path), bytes(leads.at(finding))) << path;
  EXPECT_EQ(hand_over("de-nuevo/libro 2.xlsx").status, 4) << "there is no such folder";
  fs::create_directories(folder_ / "de-nuevo");
  EXPECT_EQ(hand_over("de-nuevo/libro 2.xlsx").status, 0);
  EXPECT_EQ(bytes(folder_ / "de-nuevo/libro 2.xlsx"), bytes(folder_ / "libro 2.xlsx"));
}

TEST_F(EvidenceTest, WhichOriginalIsLostIsToldAndTheOthersAreDrawn) {
  fs::remove(fs::path(input()) / "ejecucion-gastos-2020.pdf");
  const test::Ran ran = hand_over("libro.xlsx");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("ejecucion-gastos-2020.pdf: sin imagen de la evidencia, hallazgos " +
                                 placed("h.archivo = 'ejecucion-gastos-2020.pdf'") + ": "));
  EXPECT_EQ(std::to_string(links("libro.xlsx").size()), placed("h.archivo <> 'ejecucion-gastos-2020.pdf'"));
}

TEST_F(EvidenceTest, NothingThatIsThereIsWrittenOver) {
  fs::create_directories(folder_ / "libro-evidencias");
  test::write_file(folder_ / "libro-evidencias/mía.png", "lo mío");
  for (const std::vector<std::string>& more : {std::vector<std::string>{}, {"--force"}}) {
    const test::Ran refused = hand_over("libro.xlsx", more);
    EXPECT_EQ(refused.status, 4);
    EXPECT_THAT(refused.err, HasSubstr("libro-evidencias"));
    EXPECT_THAT(names(), testing::ElementsAre("libro-evidencias"));
    EXPECT_EQ(bytes(folder_ / "libro-evidencias/mía.png"), "lo mío");
  }
  fs::remove_all(folder_ / "libro-evidencias");
  EXPECT_EQ(hand_over("libro.xlsx").status, 0);
  EXPECT_EQ(hand_over("libro.xlsx").status, 4);
  EXPECT_EQ(hand_over("libro.xlsx", {"--force", "--severity", "error"}).status, 0);
  EXPECT_THAT(names(), testing::ElementsAre("libro-evidencias", "libro.xlsx"));
  EXPECT_EQ(std::to_string(links("libro.xlsx").size()), placed("h.gravedad = 'error'"));
}

}  // namespace
}  // namespace cotejo::cli
