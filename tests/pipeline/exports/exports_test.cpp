#include "pipeline/exports/exports.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "pipeline/exports/output/catalogue.h"
#include "pipeline/exports/output/staging.h"
#include "pipeline/exports/pages/documents.h"

namespace cotejo::exports {
namespace {

namespace fs = std::filesystem;

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
        if (entry.is_directory()) continue;
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
  ASSERT_TRUE(export_base(store, *find_kind("csv"), request("salida")).ok());
  std::ofstream(folder_ / "salida/viejo.txt") << "viejo";
  Request replacing = request("salida");
  replacing.replace = true;
  ASSERT_TRUE(export_base(store, *find_kind("csv"), replacing).ok());
  EXPECT_FALSE(fs::exists(folder_ / "salida/viejo.txt"));
  EXPECT_THAT(names(), testing::ElementsAre("base", "salida"));
}

TEST_F(ExportsTest, AFolderThatIsNoSuchExportIsNeverReplaced) {
  store::Store store = base();
  fs::create_directories(folder_ / "mio");
  std::ofstream(folder_ / "mio/carta.txt") << "lo mío";
  ASSERT_TRUE(export_base(store, *find_kind("csv"), request("tablas")).ok());
  const std::vector<std::string> there = names();
  for (const Kind& kind : kinds()) {
    for (const char* name : {"mio", "tablas"}) {
      if (kind.name == "csv" && std::string(name) == "tablas") continue;
      Request replacing = request(name);
      replacing.replace = true;
      const auto summary = export_base(store, kind, replacing);
      ASSERT_FALSE(summary.ok()) << kind.name;
      EXPECT_EQ(summary.error().code, model::ErrorCode::output);
      EXPECT_EQ(read("mio/carta.txt"), "lo mío");
      EXPECT_TRUE(fs::exists(folder_ / "tablas/documentos.csv"));
      EXPECT_EQ(names(), there) << kind.name;
    }
  }
  fs::create_directories(folder_ / "vacia");
  Request empty = request("vacia");
  empty.replace = true;
  EXPECT_TRUE(export_base(store, *find_kind("csv"), empty).ok());
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

TEST_F(ExportsTest, TheWorkbookLeadsToPagesEvidenceAndTables) {
  store::Store store = base();
  model::Bundle bundle;
  bundle.file_name = "año 1.pdf";
  bundle.sha256 = std::string(64, 'b');
  model::Page page;
  page.number = 1;
  bundle.pages.push_back(page);
  model::Table table;
  table.first_page = table.last_page = 1;
  table.rows = 2;
  table.columns = 2;
  table.header_rows = 1;
  table.page_boxes = {{0, 0, 9, 9}};
  const std::vector<std::string> texts{"Código", "Valor", "2.1.1", "1.234.567"};
  for (int i = 0; i < 4; ++i) {
    model::Cell cell;
    cell.row = i / 2;
    cell.column = i % 2;
    cell.page = 1;
    cell.text = texts[i];
    table.cells.push_back(cell);
  }
  bundle.tables.push_back(table);
  model::CheckResult checks;
  model::Finding finding;
  finding.rule = "total-no-cuadra";
  finding.fingerprint = "f";
  finding.page = 1;
  finding.table = 0;
  model::Evidence evidence;
  evidence.source.page = 1;
  finding.evidence = {evidence};
  checks.findings.push_back(finding);
  const model::Records records;
  ASSERT_TRUE(store.save({&bundle, folder_ / "2020/año 1.pdf", "2020/año 1.pdf", "x", &records, &checks}).ok());
  Request whole = request("a.xlsx");
  whole.table_sheets = true;
  ASSERT_TRUE(export_base(store, *find_kind("xlsx"), whole).ok());
  const std::string cells = texts_of(folder_ / "a.xlsx");
  using testing::HasSubstr;
  // One cell says where the PDFs lie; the formulas name what lies below it.
  EXPECT_THAT(cells, HasSubstr(">file://" + folder_.string() + "/<"));
  EXPECT_THAT(cells, HasSubstr("HYPERLINK(Resumen!$B$3&amp;\"2020/a%C3%B1o%201.pdf#page=1\",\"página 1\")"));
  EXPECT_THAT(cells, HasSubstr("HYPERLINK(\"#'Evidencias'!A2\",\"ver\")"));
  EXPECT_THAT(cells, HasSubstr("HYPERLINK(\"#'Tabla 1'!A1\",\"Tabla 1\")"));
  EXPECT_THAT(cells, HasSubstr("<v>1234567</v>"));
  EXPECT_THAT(cells, HasSubstr(">2.1.1<"));
}

TEST_F(ExportsTest, APartOfTheBaseIsThatPart) {
  store::Store store = base();
  Request none = request("nada");
  none.scope.documents.emplace();
  const auto summary = export_base(store, *find_kind("csv"), none);
  ASSERT_TRUE(summary.ok());
  EXPECT_EQ(summary.value().rows, 0);
}

// A part refers to nothing that it does not hold; what a finding points at goes with it, wherever it stands.
TEST_F(ExportsTest, APartRefersToNothingThatIsLeftOut) {
  store::Store store = base();
  model::Bundle bundle;
  bundle.file_name = "otro.pdf";
  bundle.sha256 = std::string(64, 'b');
  model::Page page;
  page.number = 1;
  bundle.pages.push_back(page);
  model::CheckResult checks;
  model::Finding finding;
  finding.rule = "entre-documentos";
  finding.fingerprint = "f";
  model::Evidence here, there;
  here.role = model::Role::reported;
  here.source.page = there.source.page = 1;
  here.source.text = "10";
  there.source.text = "20";
  there.document = std::string(64, 'a');
  finding.evidence = {here, there};
  checks.findings.push_back(finding);
  const model::Records records;
  ASSERT_TRUE(store.save({&bundle, folder_ / "otro.pdf", "", "x", &records, &checks}).ok());
  {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open((folder_ / "base/a.db").c_str(), &db), SQLITE_OK);
    sqlite3_exec(db, "UPDATE document SET twin_of = 1, replaced_by = 1 WHERE id = 2", nullptr, nullptr, nullptr);
    sqlite3_close(db);
  }
  Request part = request("parte");
  part.scope.documents = std::vector<std::int64_t>{2};
  ASSERT_TRUE(export_base(store, *find_kind("csv"), part).ok());
  ASSERT_TRUE(export_base(store, *find_kind("csv"), request("todo")).ok());
  const auto field = [&](const std::string& folder, const std::string& view, const std::string& column) {
    std::istringstream lines(read(folder + "/" + view + ".csv"));
    std::string head, line, value;
    std::getline(lines, head);
    std::vector<std::string> values;
    const auto at = std::count(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(head.find(column)), ';');
    while (std::getline(lines, line)) {
      if (line.ends_with('\r')) line.pop_back();
      std::istringstream fields(line);
      for (std::ptrdiff_t i = 0; i <= at; ++i) std::getline(fields, value, ';');
      values.push_back(value);
    }
    return values;
  };
  using testing::ElementsAre;
  EXPECT_THAT(field("todo", "documentos", "gemelo_de"), testing::Contains("1"));
  EXPECT_THAT(field("parte", "documentos", "gemelo_de"), ElementsAre(""));
  EXPECT_THAT(field("parte", "documentos", "reemplazado_por"), ElementsAre(""));
  EXPECT_THAT(field("parte", "documentos", "documento_id"), ElementsAre("2"));
  EXPECT_THAT(field("parte", "evidencias", "documento_id"), testing::UnorderedElementsAre("2", ""));
  // Its other end is in the part of the other document, but not its finding.
  Request other = request("otra");
  other.scope.documents = std::vector<std::int64_t>{1};
  ASSERT_TRUE(export_base(store, *find_kind("csv"), other).ok());
  EXPECT_TRUE(field("otra", "evidencias", "documento_id").empty());
}

}  // namespace
}  // namespace cotejo::exports
