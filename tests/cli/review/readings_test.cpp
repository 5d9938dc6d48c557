#include "model/codec/codec.h"
#include "model/store/archive/archive.h"
#include "model/store/store.h"
#include "pipeline/reading/analysis.h"
#include "tests/cli/review/review_fixture.h"

// The queue of doubtful readings: a person types the right one, and the finding that rested on it goes.
namespace cotejo::cli {
namespace {

// A scanned sheet of execution in which «2.200.000» was read as «2.260.000», so that its sums fail.
model::Bundle sheet() {
  const std::vector<std::vector<std::string>> rows{
      {"Código", "Descripción", "Apropiación inicial", "Adiciones", "Apropiación definitiva"},
      {"2.1.1", "Aseo", "5.100.000", "400.000", "5.500.000"},
      {"2.1.2", "Vías", "2.260.000", "300.000", "2.500.000"},
      {"2.1.3", "Agua", "3.300.000", "100.000", "3.400.000"},
      {"2.1.4", "Luz", "1.700.000", "600.000", "2.300.000"},
      {"", "TOTAL", "12.300.000", "1.400.000", "13.700.000"}};
  model::Bundle bundle;
  bundle.file_name = "escaneo.pdf";
  bundle.sha256 = std::string(64, 'a');
  bundle.settings = "v1";
  bundle.page_count = 1;
  model::Page page;
  page.number = 1;
  page.width = 600;
  page.height = 800;
  page.origin = model::Origin::ocr;
  bundle.pages.push_back(page);
  model::Table table;
  table.title = "Ejecución presupuestal de gastos, vigencia 2021";
  table.first_page = table.last_page = 1;
  table.rows = static_cast<int>(rows.size());
  table.columns = static_cast<int>(rows[0].size());
  table.header_rows = 1;
  table.page_boxes = {{50, 100, 500, 190}};
  for (int r = 0; r < table.rows; ++r) {
    for (int c = 0; c < table.columns; ++c) {
      model::Cell cell;
      cell.row = r;
      cell.column = c;
      cell.page = 1;
      cell.box = {50.0 + 90 * c, 100.0 + 15 * r, 140.0 + 90 * c, 115.0 + 15 * r};
      cell.text = rows[r][c];
      if (!cell.text.empty()) cell.lines = {cell.text};
      cell.origin = model::Origin::ocr;
      cell.confidence = cell.text == "2.260.000" ? 0.5 : 0.97;
      if (cell.confidence < 0.6) cell.alternatives = {{"2.250.000", 0.2}};
      table.cells.push_back(std::move(cell));
    }
  }
  bundle.tables.push_back(std::move(table));
  return bundle;
}

class ReviewReadingsTest : public ReviewTest {
 protected:
  void SetUp() override {
    ReviewTest::SetUp();
    const model::Bundle bundle = sheet();
    const auto analyser = reading::Analyser::make({}).value();
    const model::Analysis analysis = analyser.check(analyser.understand(bundle));
    ASSERT_FALSE(analysis.checks.findings.empty());
    auto store = store::Store::open(database(), store::Access::create);
    const std::string encoded = model::encode(bundle);
    ASSERT_TRUE(store.value().save({&bundle, "escaneo.cotejo", "", encoded, &analysis.records, &analysis.checks}).ok());
    const std::int64_t check = store::begin_archive_check(store.value()).value();
    ASSERT_TRUE(store::end_archive_check(store.value(), {}, check).ok());  // gives numbers
    before_ = query("SELECT count(*) FROM hallazgos");
  }
  std::string before_;
};

TEST_F(ReviewReadingsTest, TheRightReadingMakesItsFindingsVanish) {
  start();
  enter();
  const Json queue = get("readings").body;
  ASSERT_EQ(queue["total"], 1);
  const Json item = queue["items"][0];
  EXPECT_EQ(item["text"], "2.260.000");
  EXPECT_EQ(item["alternatives"], Json::array({"2.250.000"}));
  EXPECT_EQ(item["money"], 2260000.0);
  EXPECT_GT(item["findings"].get<int>(), 0);
  EXPECT_EQ(item["table"]["row_label"], "Vías");
  EXPECT_EQ(item["table"]["column_label"], "Apropiación inicial");
  const std::string path = "readings/" + item["id"].get<std::string>();

  EXPECT_EQ(post(path, {{"version", 0}}).status, 400);
  const Answer told = post(path, {{"text", "2.200.000"}, {"version", 0}});
  const Json done = job(told);
  EXPECT_EQ(done["state"], "done") << done;
  EXPECT_EQ(std::to_string(done["vanished_total"].get<int>()), before_);
  EXPECT_EQ(done["vanished"][0]["document"]["file"], "escaneo.cotejo");
  EXPECT_EQ(get("findings").body["total"], 0);
  EXPECT_EQ(query("SELECT valor FROM presupuesto WHERE codigo = '2.1.2' AND medida = 'apropiacion_inicial'"),
            "2200000");
  EXPECT_EQ(query("SELECT autor FROM correcciones WHERE campo = 'lectura'"), "Ana");
  EXPECT_EQ(get("readings").body["total"], 0);
  EXPECT_EQ(get("readings?state=revisada").body["items"][0]["value"], "2.200.000");

  const Answer late = post(path, {{"text", "2.290.000"}, {"version", 0}});
  EXPECT_EQ(late.status, 409);
  EXPECT_EQ(late.body["error"]["conflicts"][0]["value"], "2.200.000");

  const Json undone = job(post(path + "/undo", {{"version", told.body["reading"]["version"]}}));
  EXPECT_EQ(std::to_string(undone["appeared_total"].get<int>()), before_);
  EXPECT_EQ(get("readings").body["total"], 1);
}

TEST_F(ReviewReadingsTest, WhatWasReadRightIsConfirmed) {
  start();
  enter();
  const Json item = get("readings").body["items"][0];
  const Answer told = post("readings/" + item["id"].get<std::string>(), {{"text", "2.260.000"}, {"version", 0}});
  const Json done = job(told);
  EXPECT_EQ(done["state"], "done");
  EXPECT_EQ(get("readings").body["total"], 0);
  EXPECT_GT(get("findings").body["total"].get<int>(), 0);  // the report's own slip, then
  for (const char* path : {"readings/1-99", "readings/1", "readings/x-y", "readings/7-0"})
    EXPECT_EQ(post(path, {{"text", "1"}, {"version", 0}}).status, 404) << path;
}

TEST_F(ReviewReadingsTest, WithoutThePdfThereIsNoPictureButEverythingElse) {
  start();
  enter();
  EXPECT_EQ(get("documents/1/pages/1/picture").body["error"]["code"], "no_source");
  const Json layers = get("documents/1/pages/1/layers").body;
  EXPECT_EQ(layers["width"], 600.0);
  EXPECT_EQ(layers["cells"].size(), 30u);
}

}  // namespace
}  // namespace cotejo::cli
