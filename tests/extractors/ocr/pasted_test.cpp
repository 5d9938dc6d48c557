// Tables pasted as pictures into digital pages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "extractors/ocr/clean/soft_edges.h"
#include "extractors/ocr/page_ocr.h"
#include "extractors/tables/read_content.h"
#include "tests/extractors/ocr/pixel_fixtures.h"

namespace cotejo::ocr {
namespace {

using test::TemporaryFile;
using testing::Contains;
using testing::ElementsAre;

// What an office program makes of a range of cells: ink wherever a glyph's edge lies at all, in levels just over black.
pdf::Raster hardened(pdf::Raster raster) {
  for (std::uint8_t& level : raster.gray) level = level < 245 ? static_cast<std::uint8_t>(level * 13 / 245) : 255;
  return raster;
}

double difference(const pdf::Raster& of, const PageImage& image) {
  const Image given = to_image(of);
  double sum = 0;
  for (int y = 0; y < of.height; ++y)
    for (int x = 0; x < of.width; ++x) {
      unsigned a = 0, b = 0;
      pixGetPixel(given.get(), x, y, &a);
      pixGetPixel(image.gray.get(), x, y, &b);
      sum += std::abs(static_cast<int>(a) - static_cast<int>(b));
    }
  return sum / (of.width * of.height);
}

TEST(SoftEdges, ComeBackFromTheLevelsNextToBlack) {
  const pdf::Raster soft = scanned(prose()), hard = hardened(soft);
  PageImage image = image_of(hard);
  const double before = difference(soft, image);
  EXPECT_TRUE(soften_edges(image));
  EXPECT_LT(difference(soft, image), before / 5);
}

TEST(SoftEdges, OtherPicturesStayAsTheyAre) {
  const pdf::Raster soft = scanned(prose());
  pdf::Raster black = soft, dark = soft;
  for (std::uint8_t& level : black.gray) level = level < 128 ? 0 : 255;  // a fax
  for (std::uint8_t& level : dark.gray) level = level < 128 ? 9 : 255;   // ink of one level, not quite black
  for (const pdf::Raster& raster : {soft, black, dark}) {
    PageImage image = image_of(raster);
    EXPECT_FALSE(soften_edges(image));
    EXPECT_EQ(difference(raster, image), 0);
  }
}

// The upper half of a table: its head and two rows, 330 by 60 points.
PdfPage upper_half() {
  return PdfPage(330, 60)
      .grid({0.5, 130, 220, 329.5}, {0.5, 20, 40, 59.5})
      .text(10, 14, "Concepto", 9, true)
      .text(140, 14, "Apropiaci\363n", 9, true)
      .text(230, 14, "Pagos", 9, true)
      .text(10, 34, "Funcionamiento", 9)
      .text(140, 34, "16.938.042", 9)
      .text(230, 34, "12.400.310", 9)
      .text(10, 54, "Inversi\363n", 9)
      .text(140, 54, "24.745.990", 9)
      .text(230, 54, "20.118.777", 9);
}

// A page of 420 by 520 points with that picture, and the rest of the table as text right below it.
std::string half_picture(const pdf::Raster& picture) {
  std::string rest = "0.5 w 0 G ";
  for (const int y : {360, 340, 320}) rest += "40 " + std::to_string(y) + " m 370 " + std::to_string(y) + " l S ";
  for (const int x : {40, 170, 260, 370}) rest += std::to_string(x) + " 360 m " + std::to_string(x) + " 320 l S ";
  const auto text = [&](int x, int y, const std::string& words) {
    rest += "BT /F 9 Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" + words + ") Tj ET ";
  };
  text(40, 500, "Informe de la vigencia");
  text(50, 346, "Deuda");
  text(180, 346, "3.000.000");
  text(270, 346, "2.900.000");
  text(50, 326, "TOTAL");
  text(180, 326, "44.684.032");
  text(270, 326, "35.419.087");
  return test::scan_pdf(picture, 420, 520, "330 0 0 60 40 360", rest);
}

model::Page read_automatically(const std::string& bytes) {
  static model::Result<Reader> reader = Reader::create();
  const TemporaryFile file(bytes);
  auto document = pdf::Document::open(file.path());
  auto layer = document.value().page(1);
  auto page = reader.value().read(document.value(), layer.value(), Mode::automatic);
  EXPECT_TRUE(page.ok());
  return page.ok() ? page.value() : model::Page{};
}

std::vector<std::string> column(const model::Table& table, int column) {
  std::vector<std::string> texts;
  for (const model::Cell& cell : table.cells)
    if (cell.column == column) texts.push_back(cell.text);
  return texts;
}

TEST(Pasted, APictureOfHalfATableGoesOnAsText) {
  for (const bool hard : {false, true}) {
    const pdf::Raster picture = scanned(upper_half());
    const model::Page page = read_automatically(half_picture(hard ? hardened(picture) : picture));
    EXPECT_EQ(page.origin, model::Origin::mixed);
    const tables::Content content = tables::read_content({page});
    ASSERT_EQ(content.tables.size(), 1U) << hard;
    EXPECT_THAT(column(content.tables[0], 0), ElementsAre("Concepto", "Funcionamiento", "Inversión", "Deuda", "TOTAL"));
    EXPECT_THAT(column(content.tables[0], 1),
                ElementsAre("Apropiación", "16.938.042", "24.745.990", "3.000.000", "44.684.032"));
    const auto read = std::find_if(content.tables[0].cells.begin(), content.tables[0].cells.end(),
                                   [](const model::Cell& cell) { return cell.text == "24.745.990"; });
    ASSERT_NE(read, content.tables[0].cells.end());
    EXPECT_EQ(read->origin, model::Origin::ocr);
    EXPECT_LT(read->confidence, 1);
    EXPECT_EQ(content.tables[0].header_rows, 1);
  }
}

TEST(Pasted, ATableThatCannotBeReadIsTold) {
  pdf::Raster picture = scanned(upper_half());
  // Letters blotted out to bars of their height.
  for (int y = 0; y < picture.height; ++y) {
    const double at = y * 72 / picture.dpi;
    if (std::fmod(at, 20) < 8 || std::fmod(at, 20) > 15) continue;
    for (int x = 0; x < picture.width; ++x) {
      const double across = x * 72 / picture.dpi;
      for (const double left : {10.0, 140.0, 230.0})
        if (across > left && across < left + 60 && std::fmod(across, 7) < 5.5)
          picture.gray[static_cast<std::size_t>(y * picture.width + x)] = 30;
    }
  }
  const model::Page page = read_automatically(half_picture(picture));
  EXPECT_FALSE(page.note.empty());
}

}  // namespace
}  // namespace cotejo::ocr
