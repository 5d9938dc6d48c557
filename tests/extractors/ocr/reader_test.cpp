#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "extractors/layout/skew.h"
#include "extractors/ocr/page_ocr.h"
#include "extractors/tables/read_content.h"
#include "tests/extractors/pdf/make_scan.h"

namespace cotejo::ocr {
namespace {

using test::PdfFile;
using test::PdfPage;
using test::scan_pdf;
using test::scanned;
using test::TemporaryFile;
using testing::IsSupersetOf;

PdfPage budget() {
  PdfPage page(330, 170);
  page.text(60, 24, "Tabla 1. Ejecuci\363n presupuestal de gastos", 9, true);
  page.grid({20, 150, 240, 310}, {34, 54, 74, 94, 114});
  page.text(30, 48, "Concepto", 9, true).text(160, 48, "Apropiaci\363n", 9, true).text(250, 48, "Pagos", 9, true);
  page.text(30, 68, "Funcionamiento", 9).text(160, 68, "$ 16.938.042", 9).text(300, 68, "0", 9);
  page.text(30, 88, "Inversi\363n", 9).text(160, 88, "$ 24.745.990", 9).text(300, 88, "7", 9);
  page.text(30, 108, "TOTAL", 9, true).text(160, 108, "$ 41.684.032", 9).text(300, 108, "7", 9);
  page.text(20, 140, "Las cifras de la tabla se expresan en pesos colombianos.", 9);
  return page;
}

// One engine for all: to load the model takes longer than to read a page.
Reader& reader() {
  static model::Result<Reader> shared = Reader::create();
  return shared.value();
}

model::Page read(const std::string& bytes, Mode mode = Mode::automatic) {
  const TemporaryFile file(bytes);
  auto document = pdf::Document::open(file.path());
  auto layer = document.value().page(1);
  auto page = reader().read(document.value(), layer.value(), mode);
  EXPECT_TRUE(page.ok());
  return page.ok() ? page.value() : model::Page{};
}

std::vector<std::string> texts(const model::Page& page) {
  std::vector<std::string> out;
  for (const model::Word& word : page.words) out.push_back(word.text);
  return out;
}

const std::vector<std::string> figures{"16.938.042", "24.745.990", "41.684.032",     "0",
                                       "7",          "TOTAL",      "Funcionamiento", "Apropiación"};

TEST(Reader, ReadsARuledTableOfAScan) {
  const model::Page page = read(scan_pdf(scanned(budget())));
  std::vector<std::string> words = texts(page);
  for (std::string& word : words)
    word.erase(0, word.find_first_not_of('$') == std::string::npos ? 0 : word.find_first_not_of('$'));
  EXPECT_THAT(words, IsSupersetOf(figures));
  EXPECT_EQ(page.origin, model::Origin::ocr);
  EXPECT_GT(page.confidence, 0.85);
  EXPECT_EQ(page.rules.size(), 9U);
  for (const model::Word& word : page.words) {
    EXPECT_EQ(word.origin, model::Origin::ocr);
    EXPECT_NEAR(word.font_size, 9, 2) << word.text;
    if (word.text == "Funcionamiento") {
      EXPECT_NEAR(word.box.x0, 30, 1.5);
      EXPECT_NEAR(word.box.center_y(), 65, 2);
    }
  }
}

// Where the ink of a scan is, under a box of its page: the share of dark pixels.
double ink_under(const pdf::Raster& raster, const model::Rect& box) {
  const double scale = raster.dpi / 72;
  int dark = 0, all = 0;
  for (int y = std::max(0, static_cast<int>(box.y0 * scale)); y < std::min<double>(raster.height, box.y1 * scale); ++y)
    for (int x = std::max(0, static_cast<int>(box.x0 * scale)); x < std::min<double>(raster.width, box.x1 * scale);
         ++x, ++all)
      dark += raster.gray[static_cast<std::size_t>(y * raster.width + x)] < 128;
  return all > 0 ? static_cast<double>(dark) / all : 0;
}

// In tables without air letters reach nearer to a rule than a point, and were cut off: a seven became a stroke.
TEST(Reader, ReadsLettersThatNearlyTouchTheirRules) {
  PdfPage page(330, 120);
  page.grid({20, 150, 240, 310}, {20, 27.5, 35, 42.5, 50});
  const std::vector<std::string> printed{"827 930", "607 175", "740 077", "970 727"};
  for (int i = 0; i < 4; ++i) {
    const double y = 26.2 + 7.5 * i;
    page.text(24, y, "Mesadas", 7.5).text(170, y, printed[i], 7.5).text(260, y, printed[3 - i], 7.5);
  }
  std::string all;
  for (const std::string& word : texts(read(scan_pdf(scanned(page))))) all += word + " ";
  for (const std::string& figure : printed) {
    const std::size_t first = all.find(figure);
    EXPECT_NE(first, std::string::npos) << figure << " in " << all;
    EXPECT_NE(all.find(figure, first + 1), std::string::npos) << figure << " in " << all;
  }
}

// In a frame without inner rules a cell of two lines stands beside one of a single line, between the two.
TEST(Reader, ReadsCellsOfOneLineBesideOnesOfTwo) {
  PdfPage page(330, 260);
  page.frame({15, 10, 315, 110});
  for (int i = 0; i < 3; ++i) {
    const double y = 24 + 30 * i;
    page.text(22, y + 5, "CO-00" + std::to_string(i + 1) + "-2012", 9);
    page.text(100, y, "Prestar los servicios", 9).text(100, y + 10.5, "de apoyo", 9);
    page.text(230, y + 5, "9.58" + std::to_string(i) + ".600.000", 9);
  }
  EXPECT_THAT(texts(read(scan_pdf(scanned(page)))),
              IsSupersetOf({"CO-001-2012", "CO-002-2012", "CO-003-2012", "9.580.600.000", "9.581.600.000",
                            "9.582.600.000", "apoyo", "Prestar"}));
}

// Heads of narrow columns run up, here in two lines whose tail and accent touch, with a short word at the end.
TEST(Reader, ReadsHeadsThatRunUp) {
  PdfPage page(330, 170);
  page.grid({20, 150, 240, 310}, {14, 94, 114, 134});
  page.text(30, 88, "Concepto", 9).text_up(198, 90, "Porcentaje de", 9).text_up(208, 90, "ejecuci\363n", 9);
  page.text_up(272, 90, "Pagos", 9);
  page.text(30, 108, "Funcionamiento", 9).text(160, 108, "16.938.042", 9).text(250, 108, "24.745.990", 9);
  page.text(30, 128, "Inversi\363n", 9).text(160, 128, "24.745.990", 9).text(250, 128, "16.938.042", 9);
  const model::Page read_page = read(scan_pdf(scanned(page)));
  std::vector<std::string> up;
  for (const model::Word& word : read_page.words)
    if (word.rotation == 270) {
      up.push_back(word.text);
      EXPECT_NEAR(word.font_size, 9, 2) << word.text;
      EXPECT_GT(word.box.height(), word.text.size() * 3.0) << word.text;
      EXPECT_NEAR(word.box.center_x(), word.text == "Pagos" ? 269 : word.text == "ejecución" ? 205 : 195, 2.5);
    }
  EXPECT_THAT(up, testing::UnorderedElementsAre("Porcentaje", "de", "ejecución", "Pagos"));
  EXPECT_EQ(texts(read_page).size(), 11U);
}

TEST(Reader, ReadsATurnedScanAndLeavesItsBoxesWhereTheyAreShown) {
  pdf::Raster raster = scanned(budget());
  for (int quarters = 1; quarters < 4; ++quarters) {
    raster = test::turned_clockwise(raster);
    const model::Page page = read(scan_pdf(raster));
    EXPECT_THAT(texts(page), testing::Contains("Funcionamiento")) << quarters;
    EXPECT_EQ(page.width > page.height, quarters == 2);
    EXPECT_EQ(page.rotation, 0);
    for (const model::Word& word : page.words) {
      EXPECT_EQ(word.rotation, 90 * quarters) << word.text;
      EXPECT_GT(ink_under(raster, word.box), 0.05) << word.text;
    }
  }
}

TEST(Reader, WhatASkewedScanHoldsIsShownWhereItIs) {
  for (const double degrees : {2.0, -2.0}) {
    const pdf::Raster raster = test::skewed(scanned(budget()), degrees);
    std::vector<model::Page> pages{read(scan_pdf(raster))};
    EXPECT_NEAR(pages[0].skew, -degrees, 0.15);
    tables::Content content = tables::read_content(pages);
    layout::show_skewed(pages, content.tables, content.blocks, content.outside);
    ASSERT_EQ(content.tables.size(), 1U);
    for (const model::Word& word : pages[0].words) EXPECT_GT(ink_under(raster, word.box), 0.05) << word.text;
    for (const model::Cell& cell : content.tables[0].cells) {
      if (cell.text != "$ 41.684.032") continue;
      // Under the figure's own box and not under the one that it would have on the straight page.
      EXPECT_GT(
          ink_under(raster, {cell.box.x0 + 8, cell.box.center_y() - 3, cell.box.x0 + 60, cell.box.center_y() + 3}),
          0.15);
    }
  }
}

TEST(Reader, WhatALeaningScanHoldsIsShownWhereItIs) {
  for (const double degrees : {1.5, -1.5}) {
    const pdf::Raster raster = test::skewed(test::leaning(scanned(budget()), degrees), 1);
    std::vector<model::Page> pages{read(scan_pdf(raster))};
    EXPECT_NEAR(pages[0].skew, -1, 0.15);
    EXPECT_NEAR(pages[0].lean, degrees, 0.2);
    tables::Content content = tables::read_content(pages);
    layout::show_skewed(pages, content.tables, content.blocks, content.outside);
    ASSERT_EQ(content.tables.size(), 1U);
    EXPECT_EQ(content.tables[0].columns, 3);
    for (const model::Word& word : pages[0].words) EXPECT_GT(ink_under(raster, word.box), 0.05) << word.text;
  }
}

TEST(Reader, ReadsASkewedFax) {
  pdf::Raster raster = test::skewed(scanned(budget()), 1.5);
  for (auto& level : raster.gray) level = level < 150 ? 0 : 255;
  const model::Page page = read(scan_pdf(raster));
  EXPECT_NEAR(page.skew, -1.5, 0.15);
  EXPECT_THAT(texts(page), IsSupersetOf({"Funcionamiento", "TOTAL", "Pagos"}));
  EXPECT_EQ(page.rules.size(), 9U);
}

TEST(Reader, PutsAnOldTextLayerAside) {
  const model::Page page =
      read(scan_pdf(scanned(budget()), "BT 3 Tr /F 9 Tf 30 100 Td (Funcionarniento l6.93B.O42) Tj ET"));
  EXPECT_THAT(texts(page), testing::Contains("Funcionamiento"));
  EXPECT_THAT(texts(page), testing::Not(testing::Contains("Funcionarniento")));
}

TEST(Reader, LeavesADigitalPageAsItIs) {
  const TemporaryFile file(PdfFile().add(budget()).bytes());
  auto document = pdf::Document::open(file.path());
  const model::Page layer = document.value().page(1).value();
  const auto page = reader().read(document.value(), layer, Mode::automatic);
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(texts(page.value()), texts(layer));
  EXPECT_EQ(page.value().origin, model::Origin::text);
  EXPECT_THAT(texts(reader().read(document.value(), layer, Mode::always).value()), testing::Contains("Funcionamiento"));
}

TEST(Reader, AddsATablePastedAsAnImage) {
  const std::string matrix = "330 0 0 170 40 300", text = "BT /F 10 Tf 40 500 Td (Anexo del informe) Tj ET";
  const model::Page page = read(scan_pdf(scanned(budget()), 420, 520, matrix, text));
  EXPECT_EQ(page.origin, model::Origin::mixed);
  EXPECT_THAT(texts(page), IsSupersetOf({"Anexo", "informe", "Funcionamiento", "TOTAL"}));
  EXPECT_EQ(page.words.front().origin, model::Origin::text);
  EXPECT_EQ(page.words.back().origin, model::Origin::ocr);
}

TEST(Reader, NamesThePackageOfAMissingOrBrokenModel) {
  const auto missing = Reader::create({"xyz", ""});
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().code, model::ErrorCode::ocr_unavailable);
  EXPECT_THAT(missing.error().detail, testing::HasSubstr("tesseract-ocr-xyz"));
  EXPECT_EQ(model_available({"xyz", ""}).error().code, model::ErrorCode::ocr_unavailable);
  EXPECT_TRUE(model_available().ok());

  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "cotejo-broken-model";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "spa.traineddata") << "no model at all";
  const auto broken = Reader::create({"spa", folder.string()});
  ASSERT_FALSE(broken.ok());
  EXPECT_EQ(broken.error().code, model::ErrorCode::ocr_unavailable);
  EXPECT_THAT(broken.error().detail, testing::HasSubstr("tesseract-ocr-spa"));
  std::filesystem::remove_all(folder);
}

TEST(Reader, VersionNamesEngineAndModel) {
  EXPECT_THAT(version(), testing::MatchesRegex("tesseract [0-9.]+.*, leptonica-[0-9.]+, spa [0-9]+"));
}

}  // namespace
}  // namespace cotejo::ocr
