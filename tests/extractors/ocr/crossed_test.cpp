// Stamps and signatures over print: what they cross is read without them, or marked doubtful.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "extractors/ocr/clean/pens.h"
#include "extractors/ocr/clean/strokes.h"
#include "extractors/ocr/page_ocr.h"
#include "extractors/ocr/picture/page_image.h"
#include "tests/extractors/pdf/make_scan.h"

namespace cotejo::ocr {
namespace {

using test::PdfPage;
using test::scanned;
using test::TemporaryFile;

constexpr int kRows = 16;
constexpr double kDoubtful = 0.8;
constexpr std::array kBlue{40, 60, 170}, kRed{200, 30, 40};

// Two columns of figures, all different, that add up to nothing.
std::string figure(int column, int row) {
  const unsigned value = 104729U * static_cast<unsigned>(7 * row + 3 * column + 11);
  const auto part = [&](unsigned from, const char* form) {
    char text[8];
    std::snprintf(text, sizeof text, form, from);
    return std::string(text);
  };
  return part(value % 900 + 100, "%u") + "." + part(value / 7 % 1000, "%03u") + "." + part(value / 13 % 1000, "%03u") +
         "," + part(value / 17 % 100, "%02u");
}

PdfPage columns() {
  PdfPage page(330, 300);
  page.text(40, 24, "Concepto", 9, true).text(150, 24, "Apropiaci\363n", 9, true).text(250, 24, "Compromisos", 9, true);
  for (int row = 0; row < kRows; ++row) {
    page.text(40, 42 + 15 * row, "Gastos de inversi\363n", 9);
    for (int column = 0; column < 2; ++column) page.text(150 + 100 * column, 42 + 15 * row, figure(column, row), 9);
  }
  return page;
}

// A pen's strokes over figures of rows 2 to 5 and row 10.
PdfPage strokes() {
  PdfPage page(330, 300);
  return page.line(150, 140, 205, 55, 1).line(285, 132, 300, 62, 1.2).line(150, 201, 230, 180, 1);
}

// Two rings and words that a stamp leaves over the figures of the second column.
PdfPage stamp() {
  PdfPage page(330, 300);
  for (const double r : {34.0, 30.0}) {
    const std::string x = PdfPage::number(285 - r), X = PdfPage::number(285 + r), y = PdfPage::number(160 - r),
                      Y = PdfPage::number(160 + r), k = PdfPage::number(160 + 0.55 * r),
                      K = PdfPage::number(160 - 0.55 * r), c = PdfPage::number(285 - 0.55 * r),
                      C = PdfPage::number(285 + 0.55 * r);
    page.raw("1 w " + x + " 160 m " + x + " " + k + " " + c + " " + Y + " 285 " + Y + " c " + C + " " + Y + " " + X +
             " " + k + " " + X + " 160 c " + X + " " + K + " " + C + " " + y + " 285 " + y + " c " + c + " " + y + " " +
             x + " " + K + " " + x + " 160 c S\n");
  }
  return page.text(258, 139, "RECIBIDO", 11, true).text(262, 155, "TESORER\315A", 9, true);
}

pdf::Raster both(const pdf::Raster& a, const pdf::Raster& b) {
  pdf::Raster out = a;
  for (std::size_t i = 0; i < out.gray.size(); ++i) out.gray[i] = std::min(a.gray[i], b.gray[i]);
  return out;
}

model::Page read(const std::string& bytes) {
  static model::Result<Reader> reader = Reader::create();
  const TemporaryFile file(bytes);
  auto document = pdf::Document::open(file.path());
  auto page = reader.value().read(document.value(), document.value().page(1).value(), Mode::automatic);
  EXPECT_TRUE(page.ok());
  return page.ok() ? page.value() : model::Page{};
}

// What was made of the figures: how many are right, and which are wrong without being doubtful.
struct Outcome {
  int right = 0;
  std::vector<std::string> wrong;
};
Outcome outcome(const model::Page& page) {
  Outcome seen;
  for (int row = 0; row < kRows; ++row)
    for (int column = 0; column < 2; ++column) {
      const double x = 150 + 100 * column, y = 42 + 15 * row - 3;
      for (const model::Word& word : page.words) {
        if (word.text.size() < 2 || std::abs(word.box.center_y() - y) > 6 || word.box.x1 < x || word.box.x0 > x + 60)
          continue;
        if (word.text == figure(column, row))
          ++seen.right;
        else if (word.confidence >= kDoubtful)
          seen.wrong.push_back(figure(column, row) + " as " + word.text);
      }
    }
  return seen;
}

class Strokes : public testing::TestWithParam<test::Face> {};
class Crossed : public testing::TestWithParam<test::Face> {};
class Coloured : public testing::TestWithParam<test::Face> {};
INSTANTIATE_TEST_SUITE_P(Faces, Strokes, testing::Values(test::Face::nimbus, test::Face::liberation));
INSTANTIATE_TEST_SUITE_P(Faces, Crossed, testing::Values(test::Face::nimbus, test::Face::liberation));
INSTANTIATE_TEST_SUITE_P(Faces, Coloured, testing::Values(test::Face::nimbus, test::Face::liberation));

TEST_P(Strokes, GoAndLeaveTheLettersTheyCross) {
  const pdf::Raster print = scanned(columns(), 200, GetParam()), pen = scanned(strokes(), 200, GetParam());
  const Image crossed = to_image(both(print, pen)), plain = to_image(print);
  const Image clean = without_strokes(crossed, 18);
  ASSERT_TRUE(clean);
  const auto off = [&](const Image& image) {
    Image difference(pixAbsDifference(image.get(), plain.get()));
    return ink_share(ink_of(Image(pixInvert(nullptr, difference.get())), 128), {0, 0, width(plain), height(plain)});
  };
  EXPECT_LT(off(clean), off(crossed) / 3);
}

TEST_P(Strokes, AreNotSeenInPrint) {
  EXPECT_FALSE(without_strokes(to_image(scanned(columns(), 200, GetParam())), 18));
  EXPECT_FALSE(
      without_strokes(to_image(scanned(PdfPage(200, 60).text(10, 40, "AVW 1/4 \\ %", 8), 200, GetParam())), 17));
}

TEST_P(Crossed, FiguresUnderABluePenAreRead) {
  const Outcome seen = outcome(
      read(test::colour_scan_pdf(scanned(columns(), 200, GetParam()), scanned(strokes(), 200, GetParam()), kBlue)));
  EXPECT_GE(seen.right, 2 * kRows - 1);
  EXPECT_THAT(seen.wrong, testing::IsEmpty());
}

TEST_P(Crossed, FiguresUnderAStampAreRead) {
  const Outcome seen = outcome(
      read(test::colour_scan_pdf(scanned(columns(), 200, GetParam()), scanned(stamp(), 200, GetParam()), kRed)));
  EXPECT_GE(seen.right, 2 * kRows - 3);
  EXPECT_THAT(seen.wrong, testing::IsEmpty());
}

TEST_P(Crossed, FiguresUnderABlackPenAreReadOrDoubtful) {
  const Outcome seen =
      outcome(read(test::scan_pdf(both(scanned(columns(), 200, GetParam()), scanned(strokes(), 200, GetParam())))));
  EXPECT_GE(seen.right, 2 * kRows - 4);
  EXPECT_THAT(seen.wrong, testing::IsEmpty());
}

TEST_P(Crossed, ColouredPrintIsReadAsPrint) {
  PdfPage red(330, 300), black(330, 300);
  for (int row = 0; row < kRows; ++row)
    for (int column = 0; column < 2; ++column)
      (row % 3 == 0 ? red : black).text(150 + 100 * column, 42 + 15 * row, figure(column, row), 9);
  const model::Page page =
      read(test::colour_scan_pdf(scanned(black, 200, GetParam()), scanned(red, 200, GetParam()), kRed));
  const Outcome seen = outcome(page);
  EXPECT_EQ(seen.right, 2 * kRows);
  EXPECT_THAT(seen.wrong, testing::IsEmpty());
  for (const model::Word& word : page.words) EXPECT_GE(word.confidence, kDoubtful) << word.text;
}

TEST_P(Coloured, StrokesGoFromThePageAndPrintStays) {
  const auto wiped = [&](const PdfPage& coloured) {
    const TemporaryFile file(
        test::colour_scan_pdf(scanned(columns(), 200, GetParam()), scanned(coloured, 200, GetParam()), kBlue));
    auto document = pdf::Document::open(file.path());
    PageImage image = page_image(document.value(), document.value().page(1).value()).value();
    Image before(pixCopy(nullptr, image.gray.get()));
    wipe_pens(image);
    const auto share = [&](const Image& gray) {
      return ink_share(ink_of(gray, 180), {0, 0, width(gray), height(gray)});
    };
    return 1 - share(image.gray) / share(before);
  };
  EXPECT_GT(wiped(stamp()), 0.05);
  // A heading, a frame with a rule, a filled head.
  EXPECT_EQ(wiped(PdfPage(330, 300).text(20, 290, "Secretar\355a de Hacienda, informe", 14, true)), 0);
  EXPECT_EQ(wiped(PdfPage(330, 300).grid({20, 145, 245, 320}, {30, 150, 288})), 0);
  EXPECT_EQ(wiped(PdfPage(330, 300).box({10, 8, 140, 30}, 0)), 0);
}

TEST_P(Coloured, InkIsToldFromPrintAndPaper) {
  const pdf::Raster print = scanned(columns(), 200, GetParam()), pen = scanned(strokes(), 200, GetParam());
  const TemporaryFile file(test::colour_scan_pdf(print, pen, kBlue));
  auto document = pdf::Document::open(file.path());
  const model::Result<PageImage> image = page_image(document.value(), document.value().page(1).value());
  ASSERT_TRUE(image.ok());
  ASSERT_TRUE(image.value().coloured);
  const double s = image.value().dpi / 72;
  const auto share = [&](double x0, double y0, double x1, double y1) {
    return ink_share(image.value().coloured, {static_cast<int>(x0 * s), static_cast<int>(y0 * s),
                                              static_cast<int>(x1 * s), static_cast<int>(y1 * s)});
  };
  EXPECT_GT(share(150, 55, 205, 140), 0.005);
  EXPECT_EQ(share(30, 10, 145, 290), 0);
  const TemporaryFile gray(test::colour_scan_pdf(print, pen, {40, 42, 45}));
  auto other = pdf::Document::open(gray.path());
  EXPECT_FALSE(page_image(other.value(), other.value().page(1).value()).value().coloured);
}

}  // namespace
}  // namespace cotejo::ocr
