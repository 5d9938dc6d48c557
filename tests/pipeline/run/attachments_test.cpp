#include "pipeline/run/attachments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "model/codec/codec.h"
#include "model/store/store.h"
#include "pipeline/run/extract.h"
#include "pipeline/run/ingest.h"
#include "pipeline/run/load.h"
#include "tests/support/make_pdf.h"
#include "tests/support/make_portfolio.h"

namespace cotejo::run {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

std::string report_of(const std::string& words) {
  return test::make_pdf({words});
}

class AttachmentsTest : public testing::Test {
 protected:
  AttachmentsTest() { settings_.extract.ocr = reading::OcrMode::never; }
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::unique_ptr<reading::Readers> readers() const {
    return reading::local_readers(settings_.extract, reading::Analyser::make(settings_.analysis).value());
  }
  store::Store open(const std::string& name) const {
    return store::Store::open(folder_ / name, store::Access::create).value();
  }
  std::string put(const std::string& name, const std::string& bytes) const {
    test::write_file(folder_ / name, bytes);
    return folder_ / name;
  }
  // The places of all documents, from the folder on.
  [[nodiscard]] std::vector<std::string> places(store::Store& store) const {
    std::vector<std::string> all;
    const auto paths = store.paths();
    for (const store::PathRow& row : paths.value()) all.push_back(row.path.substr(folder_.string().size() + 1));
    return all;
  }
  Summary ingest_one(store::Store& store, const std::string& path) {
    reports_.clear();
    Observer observer;
    observer.file = [this](const FileReport& report) { reports_.push_back(report); };
    return ingest({path}, store, *readers(), settings_, observer).value();
  }

  fs::path folder_ = fs::temp_directory_path() / ("cotejo-attachments-test-" + std::to_string(getpid()));
  Settings settings_;
  std::vector<FileReport> reports_;
};

TEST_F(AttachmentsTest, AreReadAsDocumentsOfTheirOwnWithWhereTheyCameFrom) {
  const std::string inner = test::make_portfolio({{"hondo.pdf", report_of("Hondo")}});
  const std::string path = put(
      "p.pdf", test::make_portfolio(
                   {{"a.pdf", report_of("Uno")}, {"sub/a.pdf", report_of("Dos")}, {"b.xlsx", "PK"}, {"c.pdf", inner}}));
  store::Store store = open("a.db");
  const Summary summary = ingest_one(store, path);
  EXPECT_THAT(places(store), UnorderedElementsAre("p.pdf", "p.pdf!/a.pdf", "p.pdf!/2-a.pdf", "p.pdf!/c.pdf",
                                                  "p.pdf!/c.pdf!/hondo.pdf"));
  EXPECT_EQ(summary.files, 5);
  EXPECT_EQ(summary.read, 5);
  EXPECT_EQ(summary.partial, 1);  // the sheet was not read
  EXPECT_EQ(summary.not_reached, 0);

  const Summary again = ingest_one(store, path);
  EXPECT_EQ(again.read, 0);
  EXPECT_EQ(again.skipped, again.files);
  EXPECT_EQ(again.not_reached, 0);
}

TEST_F(AttachmentsTest, ThoseThatACutRunLeftOutAreReadByTheNext) {
  const std::string path =
      put("p.pdf", test::make_portfolio({{"a.pdf", report_of("Uno")}, {"b.pdf", report_of("Dos")}}));
  store::Store store = open("a.db");
  Observer cut;
  int files = 0;
  cut.file = [&](const FileReport&) { ++files; };
  cut.interrupted = [&] { return files >= 1; };
  (void)ingest({path}, store, *readers(), settings_, cut);
  EXPECT_THAT(places(store), ElementsAre("p.pdf"));
  ingest_one(store, path);
  EXPECT_THAT(places(store), UnorderedElementsAre("p.pdf", "p.pdf!/a.pdf", "p.pdf!/b.pdf"));
}

TEST_F(AttachmentsTest, AreAnalysedAgainFromWhatIsStored) {
  const std::string path = put("p.pdf", test::make_portfolio({{"a.pdf", report_of("Uno")}}));
  store::Store store = open("a.db");
  ingest_one(store, path);
  settings_.analysis.vocabulary_text = "[columnas]\ntotal = zarandaja\n";
  ingest_one(store, path);
  ASSERT_EQ(reports_.size(), 2u);
  EXPECT_EQ(reports_[0].decision, Decision::analysis_changed);
  EXPECT_EQ(reports_[1].decision, Decision::analysis_changed);
}

TEST_F(AttachmentsTest, ExtractMakesABundleOfEach) {
  const std::string path =
      put("p.pdf", test::make_portfolio({{"a.pdf", report_of("Uno")}, {"b.pdf", report_of("Dos")}}));
  fs::create_directories(folder_ / "x");
  const ExtractPlan plan{folder_ / "x", folder_, {}, {}};
  EXPECT_EQ(extract({path}, plan, *readers(), settings_, Observer{}).value().read, 3);
  EXPECT_EQ(extract({path}, plan, *readers(), settings_, Observer{}).value().read, 0);
  std::vector<std::string> bundles;
  for (const auto& entry : fs::directory_iterator(folder_ / "x")) bundles.push_back(entry.path());
  EXPECT_EQ(bundles.size(), 3u);
  store::Store loaded = open("l.db"), read = open("a.db");
  ASSERT_TRUE(load(bundles, loaded, *readers(), settings_, Observer{}));
  ingest_one(read, path);
  EXPECT_EQ(loaded.digest().value(), read.digest().value());
}

TEST(Attachments, APlaceInsideAFileStandsForTheFile) {
  EXPECT_EQ(file_of("/a/p.pdf!/b.pdf!/c.pdf"), "/a/p.pdf");
  EXPECT_EQ(file_of("/a/p.pdf"), "/a/p.pdf");
}

}  // namespace
}  // namespace cotejo::run
