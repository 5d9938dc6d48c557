#include "pipeline/reading/read.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "tests/support/make_pdf.h"
#include "tests/support/make_portfolio.h"

namespace cotejo::reading {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

class ReadTest : public testing::Test {
 protected:
  void TearDown() override { fs::remove(path_); }

  Read read_bytes(const std::string& bytes, const Steps& steps) {
    test::write_file(path_, bytes);
    ExtractSettings settings;
    settings.ocr = OcrMode::never;
    OcrDesk desk(settings);
    const Analyser analyser = Analyser::make({}).value();
    stages_.clear();
    return read({path_, "a.pdf", std::string(64, 'a'), 1}, settings, desk, analyser, steps,
                [this](const Activity& activity) { stages_.emplace_back(model::name(activity.stage)); });
  }

  fs::path path_ = fs::temp_directory_path() / ("cotejo-read-test-" + std::to_string(getpid()) + ".pdf");
  std::vector<std::string> stages_;
};

TEST_F(ReadTest, GoesFromBytesToChecksAndTellsEveryStepBeforeItIsBegun) {
  const Read whole = read_bytes(test::make_pdf(2), {});
  EXPECT_EQ(whole.bundle.pages.size(), 2u);
  EXPECT_TRUE(whole.analysis.has_value());
  EXPECT_EQ(whole.inspection, "");
  EXPECT_THAT(stages_, ElementsAre("open", "page", "page", "tables", "map"));
}

TEST_F(ReadTest, GoesNoFurtherThanItIsAskedTo) {
  const Read extracted = read_bytes(test::make_pdf(1), {true, false, false});
  EXPECT_FALSE(extracted.bundle.blocks.empty());
  EXPECT_FALSE(extracted.analysis.has_value());
  EXPECT_THAT(stages_, ElementsAre("open", "page", "tables"));
  const Read inspected = read_bytes(test::make_pdf(1), {true, true, true});
  EXPECT_NE(inspected.inspection, "");
}

TEST_F(ReadTest, WhatCannotBeOpenedLeavesItsReasonAndNothingElse) {
  const Read failed = read_bytes("nada", {});
  EXPECT_TRUE(failed.bundle.pages.empty());
  ASSERT_EQ(failed.bundle.errors.size(), 1u);
  EXPECT_EQ(failed.bundle.errors[0].code, model::ErrorCode::not_a_pdf);
  EXPECT_EQ(failed.bundle.errors[0].file, "a.pdf");
  EXPECT_FALSE(failed.analysis.has_value());
}

std::vector<model::ErrorCode> codes(const Read& read) {
  std::vector<model::ErrorCode> all;
  for (const model::Error& error : read.bundle.errors) all.push_back(error.code);
  return all;
}

TEST_F(ReadTest, WhatIsAttachedIsADocumentOfItsOwnOrTold) {
  const Read read = read_bytes(
      test::make_portfolio({{"a.pdf", test::make_pdf(1)}, {"b.xlsx", "PK hoja"}, {"c.pdf", test::make_pdf(2)}}), {});
  EXPECT_THAT(read.bundle.attachments, ElementsAre("a.pdf", "b.xlsx", "c.pdf"));
  EXPECT_THAT(codes(read), ElementsAre(model::ErrorCode::not_a_pdf));
  EXPECT_EQ(read.bundle.errors[0].detail, "adjunto b.xlsx");
  EXPECT_THAT(attached_documents(read.bundle), ElementsAre(0u, 2u));
}

TEST_F(ReadTest, APageThatShowsSomethingAndGivesNoTextIsTold) {
  const std::string drawing = "72 72 m 200 500 300 100 400 600 c S\n";
  const std::string line = "72 700 m 540 700 l S\n";
  const Read read = read_bytes(test::make_pdf_of_streams({drawing, line, "BT /F 12 Tf 72 720 Td (Hola) Tj ET\n"}), {});
  EXPECT_THAT(codes(read), ElementsAre(model::ErrorCode::no_text));
  EXPECT_EQ(read.bundle.errors[0].page, 1);
}

}  // namespace
}  // namespace cotejo::reading
