#include "pipeline/exports/exports.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "pipeline/exports/output/catalogue.h"
#include "pipeline/exports/output/staging.h"
#include "pipeline/exports/pages/documents.h"
#include "pipeline/exports/tables/csv.h"

namespace cotejo::exports {
namespace {

namespace fs = std::filesystem;
using store::Value;

class ExportsTest : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_ / "base"); }
  void TearDown() override { fs::remove_all(folder_); }

  // A base with one document that could not be read: every view is there, most are empty.
  store::Store base() {
    model::Result<store::Store> store = store::Store::open(folder_ / "base/a.db", store::Access::create);
    EXPECT_TRUE(store.ok());
    model::Bundle bundle;
    bundle.file_name = "informe; \"2021\".pdf";
    bundle.sha256 = std::string(64, 'a');
    bundle.settings = "ninguno";
    bundle.errors.push_back({model::ErrorCode::encrypted, model::Stage::open, bundle.file_name, 0, ""});
    store::DocumentResult result;
    result.bundle = &bundle;
    result.path = folder_ / bundle.file_name;
    EXPECT_TRUE(store.value().save(result).ok());
    return std::move(store).value();
  }

  Request request(const std::string& name) const {
    Request request;
    request.destination = folder_ / name;
    request.date = "2026-01-31";
    return request;
  }

  std::string read(const std::string& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
  }

  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }

  fs::path folder_ = fs::temp_directory_path() / ("cotejo-exports-test-" + std::to_string(getpid()));
};

TEST(CsvField, WritesWhatASpreadsheetTakesAsItIs) {
  struct Case {
    Value value;
    std::string people, standard;
  };
  const std::vector<Case> cases{
      {std::monostate{}, "", ""},
      {std::int64_t{8540672656}, "8540672656", "8540672656"},
      {0.95, "0,95", "0.95"},
      {98765432109.12, "98765432109,12", "98765432109.12"},
      {-1250.5, "-1250,5", "-1250.5"},
      {3000000000000.0, "3000000000000", "3000000000000"},
      {std::string("Secretaría; Hacienda"), "\"Secretaría; Hacienda\"", "Secretaría; Hacienda"},
      {std::string("a, b"), "a, b", "\"a, b\""},
      {std::string("dijo \"sí\""), "\"dijo \"\"sí\"\"\"", "\"dijo \"\"sí\"\"\""},
      {std::string("dos\nrenglones"), "\"dos\nrenglones\"", "\"dos\nrenglones\""},
      // What a document says must not become a formula.
      {std::string("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"", "\"=HYPERLINK(\"\"x\"\")\""},
      {std::string("@cmd"), "'@cmd", "@cmd"},
      {std::string("-1.250"), "-1.250", "-1.250"},
      {std::string("+57 310"), "+57 310", "+57 310"},
      {std::string("-"), "'-", "-"},
  };
  for (const Case& it : cases) {
    EXPECT_EQ(csv_field(it.value, CsvDialect::people), it.people);
    EXPECT_EQ(csv_field(it.value, CsvDialect::standard), it.standard);
  }
}

TEST_F(ExportsTest, EveryViewAndColumnOfTheBaseIsExplained) {
  store::Store store = base();
  const auto views = catalogue(store);
  ASSERT_TRUE(views.ok());
  ASSERT_FALSE(views.value().empty());
  for (const ViewInfo& view : views.value()) {
    EXPECT_NE(view.title, "") << view.name;
    EXPECT_LE(view.title.size(), 27U) << view.name << ": a sheet's name holds 31, and its part";
    EXPECT_NE(view.description, "") << view.name;
    if (!view.key.empty()) {
      EXPECT_GE(view.at(view.key), 0) << view.name;
    }
    for (const ColumnInfo& column : view.columns) EXPECT_NE(column.description, "") << view.name << '.' << column.name;
  }
}

TEST_F(ExportsTest, WritesAFileAViewForPeople) {
  store::Store store = base();
  const auto summary = export_base(store, *find_kind("csv"), request("salida"));
  ASSERT_TRUE(summary.ok()) << model::describe(summary.error(), model::Language::spanish);
  const std::string documents = read("salida/documentos.csv");
  EXPECT_EQ(documents.substr(0, 3), "\xEF\xBB\xBF");
  EXPECT_THAT(documents, testing::HasSubstr("\"informe; \"\"2021\"\".pdf\";"));
  EXPECT_THAT(documents, testing::HasSubstr("fallido"));
  EXPECT_TRUE(fs::exists(folder_ / "salida/hallazgos.csv"));
  EXPECT_FALSE(fs::exists(folder_ / "salida/celdas.csv"));
  EXPECT_EQ(summary.value().rows, 1);
}

TEST_F(ExportsTest, TheSameBaseAndDateGiveTheSameBytes) {
  store::Store store = base();
  for (const Kind& kind : kinds()) {
    ASSERT_TRUE(export_base(store, kind, request("uno")).ok()) << kind.name;
    ASSERT_TRUE(export_base(store, kind, request("dos")).ok()) << kind.name;
    if (fs::is_directory(folder_ / "uno")) {
      for (const auto& entry : fs::recursive_directory_iterator(folder_ / "uno")) {
        // LibreOffice writes the moment into what it makes.
        if (entry.is_directory() || entry.path().extension() == ".docx") continue;
        const std::string name = fs::relative(entry.path(), folder_ / "uno");
        EXPECT_EQ(read("uno/" + name), read("dos/" + name)) << kind.name;
      }
    } else {
      EXPECT_EQ(read("uno"), read("dos")) << kind.name;
    }
    fs::remove_all(folder_ / "uno");
    fs::remove_all(folder_ / "dos");
  }
}

TEST_F(ExportsTest, ANameOfAnotherSystemBecomesOneOfEverySystem) {
  const std::string hash = std::string(64, 'a');
  const std::vector<std::pair<std::string, std::string>> cases{
      {"2020/informe.pdf", "2020_informe-aaaaaaaa"},
      {"portafolio.pdf!/informe.pdf", "portafolio.pdf!_informe-aaaaaaaa"},
      {"../..", "_-aaaaaaaa"},
      {"...", "documento-aaaaaaaa"},
      {"a\nb: \"c\"?.PDF", "a_b_ _c__-aaaaaaaa"},
      {"Gestión nº 3 .pdf", "Gestión nº 3-aaaaaaaa"},
      {std::string(119, 'x') + "ñ.pdf", std::string(119, 'x') + "-aaaaaaaa"},
  };
  for (const auto& [route, name] : cases) {
    DocumentCard card;
    card.route = route;
    card.sha256 = hash;
    EXPECT_EQ(card.file_name(), name);
  }
}

TEST_F(ExportsTest, WhatIsThereIsNotOverwritten) {
  store::Store store = base();
  for (const Kind& kind : kinds()) {
    std::ofstream(folder_ / "mio") << "lo mío";
    const auto summary = export_base(store, kind, request("mio"));
    ASSERT_FALSE(summary.ok());
    EXPECT_EQ(summary.error().code, model::ErrorCode::output);
    EXPECT_EQ(read("mio"), "lo mío");
    EXPECT_THAT(names(), testing::ElementsAre("base", "mio")) << kind.name;
    fs::remove_all(folder_ / "mio");
  }
}

TEST_F(ExportsTest, ReplacesOnRequestAndOnlyWhenWhole) {
  store::Store store = base();
  fs::create_directories(folder_ / "salida");
  std::ofstream(folder_ / "salida/viejo.txt") << "viejo";
  Request replacing = request("salida");
  replacing.replace = true;
  ASSERT_TRUE(export_base(store, *find_kind("csv"), replacing).ok());
  EXPECT_FALSE(fs::exists(folder_ / "salida/viejo.txt"));
  EXPECT_THAT(names(), testing::ElementsAre("base", "salida"));
}

TEST_F(ExportsTest, WhatAKilledExportLeftGoesWithTheNextOne) {
  const fs::path dead = folder_ / "base.csv.parcial-999999999", living = folder_ / "base.csv.parcial-1",
                 other = folder_ / "base.csv.parcial-999999999-anterior";
  for (const fs::path& one : {dead, living, other}) fs::create_directories(one / "tablas");
  {
    const auto staging = Staging::folder(folder_ / "base.csv", false);
    ASSERT_TRUE(staging);
  }
  EXPECT_FALSE(fs::exists(dead));
  EXPECT_TRUE(fs::exists(living)) << "its process lives";
  EXPECT_TRUE(fs::exists(other)) << "what stood there before is the user's";
}

TEST_F(ExportsTest, AFailureLeavesNothing) {
  store::Store store = base();
  for (const Kind& kind : kinds()) {
    const auto summary = export_base(store, kind, request("no-existe/salida"));
    ASSERT_FALSE(summary.ok()) << kind.name;
    EXPECT_THAT(names(), testing::ElementsAre("base")) << kind.name;
  }
  {
    const auto staging = Staging::folder(folder_ / "a medias", false);
    ASSERT_TRUE(staging.ok());
    std::ofstream(staging.value().path() + "/x") << "x";
  }
  EXPECT_THAT(names(), testing::ElementsAre("base"));
}

// What a workbook's cells hold: those of texts between the tags of texts, those of numbers not.
std::string texts_of(const fs::path& workbook) {
  const std::string command =
      "python3 -c \"import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); "
      "print(z.read('xl/sharedStrings.xml').decode() if 'xl/sharedStrings.xml' in z.namelist() "
      "else ''.join(z.read(n).decode() for n in z.namelist() if 'sheet' in n))\" '" +
      workbook.string() + "'";
  std::string text;
  FILE* pipe = popen(command.c_str(), "r");
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) text += static_cast<char>(c);
  pclose(pipe);
  return text;
}

TEST_F(ExportsTest, CodesAreTextInTheWorkbook) {
  store::Store store = base();
  model::Bundle bundle;
  bundle.file_name = "codigos.pdf";
  bundle.sha256 = std::string(64, 'b');
  model::Page page;
  page.number = 1;
  bundle.pages.push_back(page);
  model::Records records;
  model::BudgetEntry entry;
  entry.code = "0201010";
  entry.bpin = "00201900";
  entry.measure = model::Measure::pagos;
  entry.amount = {{5, 0}, model::Unit::cop};
  records.budget.push_back(entry);
  model::CheckResult checks;
  model::Finding finding;
  finding.rule = "codigo-no-coincide";
  finding.reported = "0201011";
  finding.expected = "0201010";
  finding.fingerprint = "f";
  checks.findings.push_back(finding);
  ASSERT_TRUE(store.save({&bundle, folder_ / "codigos.pdf", "", "x", &records, &checks}).ok());
  ASSERT_TRUE(export_base(store, *find_kind("xlsx"), request("a.xlsx")).ok());
  const std::string texts = texts_of(folder_ / "a.xlsx");
  for (const char* code : {">0201010<", ">00201900<", ">0201011<"})
    EXPECT_NE(texts.find(code), std::string::npos) << code;
}

TEST_F(ExportsTest, APartOfTheBaseIsThatPart) {
  store::Store store = base();
  Request none = request("nada");
  none.scope.documents.emplace();
  const auto summary = export_base(store, *find_kind("csv"), none);
  ASSERT_TRUE(summary.ok());
  EXPECT_EQ(summary.value().rows, 0);
}

}  // namespace
}  // namespace cotejo::exports
