// Digits compared with the shapes that the page's own digits have.
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>

#include "extractors/ocr/again/doubtful.h"
#include "extractors/ocr/ink/check_digits.h"
#include "extractors/ocr/ink/digit_marks.h"
#include "extractors/ocr/ink/digit_shapes.h"
#include "tests/extractors/pdf/make_scan.h"

namespace cotejo::ocr {
namespace {

using test::PdfPage;
using test::scanned;

const char* const kFigures[] = {"1.012.932.283,35", "230.212.490,93", "208.626.646,86", "596.318.343,67",
                                "740.892.578,81",   "569.923.185,67", "847.147.637,58", "402.467.102,07",
                                "165.144.398,87",   "288.565.186,07", "349.318.504,30", "9.361.449,48"};

// A column of figures and its words as they are read: all right but for what a test changes.
struct Column {
  PageImage image;
  std::vector<PixelWord> words;
};

Column column(test::Face face, double dpi = 200) {
  PdfPage page(200, 240);
  for (int i = 0; i < 12; ++i) page.text(40, 20 + 16 * i, kFigures[i], 8);
  const pdf::Raster raster = scanned(page, dpi, face);
  Column made{{to_image(raster), raster.dpi}, {}};
  const double s = dpi / 72;
  for (int i = 0; i < 12; ++i) {
    PixelWord word;
    word.text = kFigures[i];
    word.confidence = 0.8;
    word.line = i;
    const double y = 20 + 16 * i;
    word.box = {static_cast<int>(39 * s), static_cast<int>((y - 7) * s), static_cast<int>(120 * s),
                static_cast<int>((y + 2) * s)};
    made.words.push_back(word);
  }
  return made;
}

class DigitMarks : public testing::TestWithParam<test::Face> {};
class CheckDigits : public testing::TestWithParam<test::Face> {};
INSTANTIATE_TEST_SUITE_P(Faces, DigitMarks, testing::Values(test::Face::nimbus, test::Face::liberation));
INSTANTIATE_TEST_SUITE_P(Faces, CheckDigits, testing::Values(test::Face::nimbus, test::Face::liberation));

TEST_P(DigitMarks, AreTheDigitsAndTheSignsBetweenThem) {
  const Column made = column(GetParam());
  const FigureMarks marks = Marks(made.image.gray).of(made.words[0]);
  EXPECT_EQ(marks.digits.size(), 12U);
  ASSERT_EQ(marks.signs.size(), 4U);
  EXPECT_EQ(marks.signs[0].digits_before, 1U);
  EXPECT_EQ(marks.signs[3].digits_before, 10U);
  EXPECT_NEAR((marks.bottom - marks.top) * 72 / made.image.dpi, 8 * 0.72, 0.6);
}

TEST_P(DigitMarks, LeaveTallSignsAside) {
  PdfPage page(200, 40);
  page.text(20, 20, "$1.234 56,78% (90)", 8);
  const pdf::Raster raster = scanned(page, 200, GetParam());
  const PageImage image{to_image(raster), raster.dpi};
  const Marks marks(image.gray);
  const double s = raster.dpi / 72;
  const auto digits = [&](const char* text, double x0, double x1) {
    PixelWord word;
    word.text = text;
    word.box = {static_cast<int>(x0 * s), static_cast<int>(11 * s), static_cast<int>(x1 * s), static_cast<int>(24 * s)};
    return marks.of(word).digits.size();
  };
  EXPECT_EQ(digits("$1.234", 19, 45), 4U);
  EXPECT_EQ(digits("56,78%", 45.5, 73), 4U);
  EXPECT_EQ(digits("(90)", 74, 95), 2U);
  EXPECT_EQ(digits("(90)", 79, 95), 0U);  // the bracket is out of the box: the 9 must not be taken for it
}

TEST_P(DigitMarks, ArePartedWhereTheyTouchBetweenBrackets) {
  PdfPage page(200, 40);
  page.raw("-0.65 Tc\n").text(20, 20, "(90)", 8).text(60, 20, "$1.234", 8);
  const pdf::Raster raster = scanned(page, 200, GetParam());
  const PageImage image{to_image(raster), raster.dpi};
  const Marks marks(image.gray);
  const double s = raster.dpi / 72;
  const auto digits = [&](const char* text, double x0, double x1) {
    PixelWord word;
    word.text = text;
    word.box = {static_cast<int>(x0 * s), static_cast<int>(11 * s), static_cast<int>(x1 * s), static_cast<int>(24 * s)};
    return marks.of(word).digits.size();
  };
  EXPECT_EQ(digits("(90)", 19, 40), 2U);
  EXPECT_EQ(digits("$1.234", 59, 90), 4U);
}

// A ring with a waist; an 8 has ink at the right of its upper half, where a 6 has a gap. `fat` is how much heavier all
// of its strokes are printed, `seed` the noise.
Patch ring(bool eight, double fat, unsigned seed) {
  Patch patch{};
  for (int y = 0; y < kPatchHeight; ++y)
    for (int x = 0; x < kPatchWidth; ++x) {
      seed = seed * 1664525U + 1013904223U;
      const bool stroke = (y < 2 || y >= 14 || y == 7 || y == 8 || x == 3 || x == 10) && x >= 3 && x <= 10;
      const bool beside =
          (x == 2 || x == 4 || x == 9 || x == 11 || y == 2 || y == 6 || y == 9 || y == 13) && x > 1 && x < 12;
      const bool gap = !eight && x >= 9 && y >= 3 && y <= 5;
      double ink = (stroke ? 170 : beside ? 110 : 20) - (gap && (stroke || beside) ? 60 : 0);
      ink += (stroke || beside ? fat : 0) + static_cast<double>(seed >> 28) - 8;
      patch[static_cast<std::size_t>(y * kPatchWidth + x)] = static_cast<std::uint8_t>(std::clamp(ink, 0.0, 255.0));
    }
  return patch;
}

TEST(DigitShapes, KnowWhatDiffersOnlyBecauseADigitIsPrintedFatter) {
  std::vector<ReadDigit> read;
  for (unsigned i = 0; i < 1200; ++i) {
    const bool eight = i % 2 == 0;
    read.push_back({eight ? '8' : '6', ring(eight, static_cast<double>(i * 37 % 81) - 40, i * 977 + 1)});
  }
  const DigitShapes shapes(read);
  // The gap is filled as much as a fat 6's neighbouring strokes are: not a thin 8.
  for (const double fat : {-40.0, 0.0, 40.0}) {
    const auto six = shapes.like(ring(false, fat, 5)), eight = shapes.like(ring(true, fat, 7));
    ASSERT_TRUE(six && eight);
    EXPECT_EQ(six->digit, '6');
    EXPECT_EQ(eight->digit, '8');
    EXPECT_GT(six->lead, 0.6) << fat;
    EXPECT_GT(eight->lead, 0.6) << fat;
  }
}

TEST_P(CheckDigits, ComparesAFigureThatIsReadAnew) {
  Column made = column(GetParam());
  PixelWord anew = made.words[3];
  made.words[3].text = "5963183343,67";  // not as many digits as marks: not compared
  const DigitCheck digits(made.image, made.words);
  EXPECT_FALSE(made.words[3].compared);
  anew.text = "598.318.343,87";
  digits.compare(anew);
  EXPECT_TRUE(anew.compared);
  EXPECT_EQ(anew.text, kFigures[3]);
}

TEST_P(CheckDigits, KnowsALoneDigitWithDustAroundIt) {
  PdfPage page(200, 260);
  for (int i = 0; i < 12; ++i) page.text(40, 20 + 16 * i, kFigures[i], 8);
  page.text(40, 212, "0", 8).text(40, 228, "y", 8);
  page.box({43, 214, 44, 215}, 0).box({40, 204, 41, 205}, 0);
  const pdf::Raster raster = scanned(page, 200, GetParam());
  const PageImage image{to_image(raster), raster.dpi};
  std::vector<PixelWord> words = column(GetParam()).words;
  const double s = raster.dpi / 72;
  for (int i = 0; i < 2; ++i) {
    PixelWord sign;
    sign.text = "y";
    sign.confidence = 0.4;
    sign.line = 12 + i;
    sign.box = {static_cast<int>(39.5 * s), static_cast<int>((204 + 16 * i) * s), static_cast<int>(45 * s),
                static_cast<int>((215 + 16 * i) * s)};
    sign.symbols = {{"y", sign.box}};
    words.push_back(sign);
  }
  DigitCheck(image, words).settle_signs(words);
  EXPECT_EQ(words[12].text, "0");
  EXPECT_EQ(words[12].alternatives.front().text, "y");
  EXPECT_LE(words[12].confidence, 0.7);
  EXPECT_EQ(words[13].text, "y") << "no digit looks so";
}

TEST_P(CheckDigits, TakesWhatTheInkIsAndKeepsTheFirstReading) {
  Column made = column(GetParam());
  made.words[3].text = "598.318.343,87";
  made.words[9].text = "288.585.186,07";
  DigitCheck(made.image, made.words);
  for (int i = 0; i < 12; ++i) EXPECT_EQ(made.words[i].text, kFigures[i]);
  ASSERT_FALSE(made.words[3].alternatives.empty());
  EXPECT_EQ(made.words[3].alternatives.front(), (model::Reading{"598.318.343,87", 0.8}));
  // Reading and shapes agree.
  EXPECT_GT(std::count_if(made.words.begin(), made.words.end(),
                          [](const PixelWord& word) { return word.confidence >= 0.9 && word.alternatives.empty(); }),
            3);
}

TEST_P(CheckDigits, PutsBackAPointThatWasOverlooked) {
  Column made = column(GetParam());
  made.words[5].text = "569.923185,67";
  made.words[11].text = "9361.449,48";
  DigitCheck(made.image, made.words);
  EXPECT_EQ(made.words[5].text, kFigures[5]);
  EXPECT_EQ(made.words[5].alternatives.front().text, "569.923185,67");
  EXPECT_EQ(made.words[11].text, kFigures[11]);
}

TEST_P(CheckDigits, LeavesAFigureWhosePointsStandBesideTheirMarks) {
  Column made = column(GetParam());
  made.words[9].text = "2.885.651.860,7";  // its marks cannot be told apart by it: a digit was cut wrongly
  const std::string read = made.words[9].text;
  DigitCheck(made.image, made.words);
  EXPECT_FALSE(made.words[9].compared);
  EXPECT_EQ(made.words[9].text, read);
}

TEST_P(CheckDigits, PutsNoPointOfDustIntoAFigureOfGroups) {
  Column made = column(GetParam());
  // White, and a speck on the line, between the first two digits of "288.565".
  const FigureMarks marks = Marks(made.image.gray).of(made.words[9]);
  const PixelBox &left = marks.digits[0].box, &right = marks.digits[1].box;
  const auto fill = [&](int x, int y, int w, int h, l_uint32 level) {
    BOX* area = boxCreate(x, y, w, h);
    pixSetInRectArbitrary(made.image.gray.get(), area, level);
    boxDestroy(&area);
  };
  fill(left.x1 - 2, left.y0, right.x0 - left.x1 + 5, left.height(), 255);
  fill((left.x1 + right.x0) / 2, left.y1 - 3, 2, 2, 0);
  DigitCheck(made.image, made.words);
  EXPECT_EQ(made.words[9].text, kFigures[9]);
}

TEST_P(CheckDigits, TellsTheRoomOfASignThatLeftNoInk) {
  Column made = column(GetParam());
  PdfPage page(200, 40);
  page.text(40, 20, "1 220 111 57", 8);
  const pdf::Raster raster = scanned(page, 200, GetParam());
  PixelWord word;
  word.text = "122011157";
  const double s = raster.dpi / 72;
  word.box = {static_cast<int>(39 * s), static_cast<int>(13 * s), static_cast<int>(90 * s), static_cast<int>(22 * s)};
  std::vector<PixelWord> words{word};
  DigitCheck(PageImage{to_image(raster), raster.dpi}, words);
  EXPECT_EQ(words[0].gaps, (std::vector<std::size_t>{1, 4, 7}));
  DigitCheck(made.image, made.words);
  for (const PixelWord& one : made.words) EXPECT_TRUE(one.gaps.empty()) << one.text;
}

TEST_P(CheckDigits, SeesAMinusInWhatWasReadAsAnotherSign) {
  PdfPage page(200, 60);
  page.text(40, 20, "-222.900.000", 8).text(40, 40, "-333.100.000", 8);
  const pdf::Raster raster = scanned(page, 200, GetParam());
  const double s = raster.dpi / 72;
  std::vector<PixelWord> words(2);
  words[0].text = ":222.900.000";
  words[1].text = "-333.100.000";
  for (int i = 0; i < 2; ++i)
    words[i].box = {static_cast<int>(39.5 * s), static_cast<int>((12 + 20 * i) * s), static_cast<int>(91 * s),
                    static_cast<int>((22 + 20 * i) * s)};
  std::vector<PixelWord> alone{words[0]};
  const PageImage image{to_image(raster), raster.dpi};
  DigitCheck(image, words);
  EXPECT_EQ(words[0].text, "-222.900.000");
  EXPECT_EQ(words[0].alternatives.front().text, "222.900.000");
  DigitCheck(image, alone);  // no figure of the page has one
  EXPECT_EQ(alone[0].text, "222.900.000");
}

TEST_P(CheckDigits, ProposesWhatABlotMayHaveBeen) {
  Column made = column(GetParam());
  const FigureMarks marks = Marks(made.image.gray).of(made.words[9]);
  const PixelBox& five = marks.digits[4].box;  // 288.565: its lower half becomes a blot
  BOX* area = boxCreate(five.x0, (five.y0 + five.y1) / 2, five.width(), five.height() / 2);
  pixSetInRectArbitrary(made.image.gray.get(), area, 0);
  boxDestroy(&area);
  made.words[9].text = "288.585.186,07";
  made.words[9].confidence = 0.4;
  DigitCheck(made.image, made.words);
  EXPECT_LE(made.words[9].confidence, 0.7);
  EXPECT_FALSE(made.words[9].alternatives.empty());
}

TEST_P(CheckDigits, VouchesForNoDigitThatIsUnlikeItsKind) {
  Column made = column(GetParam());
  const FigureMarks marks = Marks(made.image.gray).of(made.words[9]);
  const PixelBox& five = marks.digits[4].box;  // 288.565: its lower half becomes a blot
  BOX* area = boxCreate(five.x0, (five.y0 + five.y1) / 2, five.width(), five.height() / 2);
  pixSetInRectArbitrary(made.image.gray.get(), area, 0);
  boxDestroy(&area);
  made.words[8].confidence = made.words[9].confidence = 0.96;
  DigitCheck(made.image, made.words);
  EXPECT_LT(made.words[9].confidence, 0.9);
  EXPECT_EQ(made.words[8].confidence, 0.96);
}

TEST_P(CheckDigits, LeavesAPageOfFewFiguresAlone) {
  Column made = column(GetParam());
  made.words.resize(4);
  made.words[3].text = "598.318.343,67";
  DigitCheck(made.image, made.words);
  EXPECT_EQ(made.words[3].text, "598.318.343,67");
}

TEST_P(CheckDigits, TakesDustOffTheEndsAndLeavesSigns) {
  PdfPage page(200, 60);
  page.text(40, 20, "-222.900.000:", 8).text(40, 40, "222.900.000", 8);
  pdf::Raster raster = scanned(page, 200, GetParam());
  const double s = raster.dpi / 72;
  // Dust at the height of a dash, a point from the last digit.
  const int x = static_cast<int>(88 * s), y = static_cast<int>(37 * s);
  raster.gray[static_cast<std::size_t>(y * raster.width + x)] = 0;
  raster.gray[static_cast<std::size_t>(y * raster.width + x + 1)] = 0;
  const PageImage image{to_image(raster), raster.dpi};
  std::vector<PixelWord> words(2);
  words[0].text = "-222.900.000:";
  words[1].text = "222.900.000-";
  for (int i = 0; i < 2; ++i)
    words[i].box = {static_cast<int>(39 * s), static_cast<int>((13 + 20 * i) * s), static_cast<int>(92 * s),
                    static_cast<int>((22 + 20 * i) * s)};
  DigitCheck(image, words);
  EXPECT_EQ(words[0].text, "-222.900.000:");
  EXPECT_EQ(words[1].text, "222.900.000");
}

}  // namespace
}  // namespace cotejo::ocr
