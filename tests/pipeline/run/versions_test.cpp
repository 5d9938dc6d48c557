#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "model/store/store.h"
#include "pipeline/run/ingest.h"
#include "tests/support/make_pdf.h"
#include "tests/support/places.h"

// What is stored is mapped and checked again by itself when vocabulary or rules have changed, and the PDF is not read.
namespace cotejo::run {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// A ruled table under a head that only a new word knows.
std::string sheet() {
  const std::vector<std::vector<std::string>> rows{{"Rubro", "Descripcion", "Zarandaja"},
                                                   {"2.1.1", "Aseo", "5.100.000"},
                                                   {"2.1.2", "Vias", "2.200.000"},
                                                   {"2.1.3", "Agua", "3.300.000"}};
  std::string stream = "0.8 w\n";
  for (int x = 0; x <= 3; ++x)
    stream += std::to_string(72 + 130 * x) + " 600 m " + std::to_string(72 + 130 * x) + " 680 l S\n";
  for (int y = 0; y <= 4; ++y)
    stream += "72 " + std::to_string(600 + 20 * y) + " m 462 " + std::to_string(600 + 20 * y) + " l S\n";
  const auto write = [&](double x, double y, const std::string& text) {
    stream += "BT /F 10 Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" + text + ") Tj ET\n";
  };
  write(72, 720, "ALCALDIA MUNICIPAL DE HONDA");
  write(72, 700, "Ejecucion presupuestal de gastos vigencia 2021");
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) write(76.0 + 130.0 * c, 666.0 - 20.0 * r, rows[r][c]);
  }
  return test::make_pdf_of_streams({stream});
}

class VersionsTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_ / "in");
    test::write_file(folder_ / "in/a.pdf", sheet());
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string database() const { return folder_ / "a.db"; }

  // Budget entries of a measure.
  [[nodiscard]] std::size_t entries(model::Measure measure) const {
    store::Store store = store::Store::open(database(), store::Access::read).value();
    std::size_t count = 0;
    const auto documents = store.documents();
    for (const std::string& sha256 : documents.value()) {
      const auto stored = store.records_of_content(sha256).value();
      for (const model::BudgetEntry& entry : stored->records.budget) count += entry.measure == measure ? 1 : 0;
    }
    return count;
  }

  // What `program ingest` wrote into its log.
  std::string ingest(const std::string& program) const {
    const std::string log = folder_ / "log";
    fs::remove(log);
    const std::string line = program + " ingest " + (folder_ / "in").string() + " --db " + database() + " --log " +
                             log + " > /dev/null 2>&1";
    (void)!std::system(line.c_str());
    std::ifstream file(log);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }

  fs::path folder_ = fs::temp_directory_path() / ("cotejo-versions-test-" + std::to_string(getpid()));
};

TEST_F(VersionsTest, AWordAddedToTheBuiltInVocabularyIsAppliedByTheNextIngest) {
  EXPECT_THAT(ingest(test::program()), HasSubstr("\"decision\":\"new_content\""));
  EXPECT_EQ(entries(model::Measure::apropiacion_definitiva), 0u);
  EXPECT_THAT(ingest(test::program()), HasSubstr("\"decision\":\"unchanged\""));
  EXPECT_THAT(ingest(COTEJO_WITH_A_WORD), HasSubstr("\"decision\":\"analysis_changed\""));
  EXPECT_EQ(entries(model::Measure::apropiacion_definitiva), 3u);
  EXPECT_THAT(ingest(COTEJO_WITH_A_WORD), HasSubstr("\"decision\":\"unchanged\""));
}

// Reads as the readers inside do, and counts the tasks for which a PDF is opened.
class CountingReaders : public reading::Readers {
 public:
  explicit CountingReaders(const Settings& settings)
      : readers_(reading::local_readers(settings.extract, reading::Analyser::make(settings.analysis).value())) {}
  [[nodiscard]] std::size_t capacity() const override { return readers_->capacity(); }
  [[nodiscard]] std::size_t under_way() const override { return readers_->under_way(); }
  void begin(reading::Task task) override {
    opened += task.bundle.empty() ? 1 : 0;
    again += task.bundle.empty() ? 0 : 1;
    readers_->begin(std::move(task));
  }
  [[nodiscard]] std::optional<reading::Outcome> next(const std::function<bool(long)>& tick) override {
    return readers_->next(tick);
  }
  [[nodiscard]] reading::PagesRead pages_read() const override { return readers_->pages_read(); }
  int opened = 0;
  int again = 0;

 private:
  std::unique_ptr<reading::Readers> readers_;
};

TEST_F(VersionsTest, ThePdfIsNotOpenedAgainForWordsAndRules) {
  store::Store store = store::Store::open(database(), store::Access::create).value();
  Settings settings;
  settings.extract.ocr = reading::OcrMode::never;
  CountingReaders first(settings);
  ASSERT_TRUE(run::ingest({folder_ / "in/a.pdf"}, store, first, settings, Observer{}));
  EXPECT_EQ(first.opened, 1);
  settings.analysis.vocabulary_text = "[columnas.presupuesto]\napropiacion_definitiva = zarandaja\n";
  CountingReaders second(settings);
  ASSERT_TRUE(run::ingest({folder_ / "in/a.pdf"}, store, second, settings, Observer{}));
  EXPECT_EQ(second.opened, 0);
  EXPECT_EQ(second.again, 1);
}

}  // namespace
}  // namespace cotejo::run
