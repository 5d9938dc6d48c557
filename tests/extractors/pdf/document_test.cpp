#include "extractors/pdf/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractors/pdf/backend.h"
#include "tests/extractors/pdf/make_pdf.h"

namespace cotejo::pdf {
namespace {

using model::ErrorCode;
using test::PdfFile;
using test::PdfPage;
using test::TemporaryFile;
using testing::ElementsAre;

std::vector<std::string> texts(const model::Page& page) {
  std::vector<std::string> out;
  for (const model::Word& word : page.words) out.push_back(word.text);
  return out;
}

model::Page only_page(const PdfPage& content) {
  const TemporaryFile file(PdfFile().add(content).bytes());
  auto document = Document::open(file.path());
  EXPECT_TRUE(document.ok());
  auto page = document.value().page(1);
  EXPECT_TRUE(page.ok());
  return page.value();
}

ErrorCode code_of(const std::string& bytes) {
  const TemporaryFile file(bytes);
  const auto document = Document::open(file.path());
  EXPECT_FALSE(document.ok());
  return document.ok() ? ErrorCode::protocol : document.error().code;
}

TEST(Document, TellsWhyAFileDoesNotOpen) {
  EXPECT_EQ(Document::open("/no/such/file.pdf").error().code, ErrorCode::not_found);
  EXPECT_EQ(code_of(""), ErrorCode::empty_file);
  EXPECT_EQ(code_of("PK\003\004 a spreadsheet"), ErrorCode::not_a_pdf);
  EXPECT_EQ(code_of("%PDF-1.7\nthen nothing"), ErrorCode::damaged);
  EXPECT_EQ(code_of(PdfFile().bytes()), ErrorCode::no_pages);
}

TEST(Document, ReadsAFileThatLostItsFirstBytes) {
  std::string bytes = PdfFile().add(PdfPage().text(72, 100, "Total 12", 12)).bytes();
  ASSERT_EQ(bytes.compare(0, 5, "%PDF-"), 0);
  const TemporaryFile file(bytes.replace(0, 5, "\n\n\n\n\n"));
  auto document = Document::open(file.path());
  ASSERT_TRUE(document.ok());
  EXPECT_THAT(texts(document.value().page(1).value()), ElementsAre("Total", "12"));
}

TEST(Document, GivesFactsAndRefusesPagesThatAreNotThere) {
  const TemporaryFile file(PdfFile().add(PdfPage()).title("Informe de gesti\363n").bytes());
  auto document = Document::open(file.path());
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document.value().facts().pages, 1);
  EXPECT_EQ(document.value().facts().title, "Informe de gestión");
  EXPECT_EQ(document.value().facts().date, "2021-03-31T12:00:00");
  const auto page = document.value().page(2);
  ASSERT_FALSE(page.ok());
  EXPECT_EQ(page.error().code, ErrorCode::page_failed);
  EXPECT_EQ(page.error().page, 2);
}

TEST(Document, RefusesAPageLargerThanTheFormatAllows) {
  const TemporaryFile file(PdfFile().add(PdfPage(20000, 100)).bytes());
  auto document = Document::open(file.path());
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document.value().page(1).error().code, ErrorCode::too_large);
  const TemporaryFile usual(PdfFile().add(PdfPage()).bytes());
  auto small = Document::open(usual.path());
  EXPECT_EQ(small.value().render(1, 5000).error().code, ErrorCode::too_large);
}

TEST(Document, ReadsWordsWithPlaceSizeAndWeight) {
  const auto page = only_page(PdfPage().text(72, 100, "Total $ 1.234", 12).text(72, 130, "ejecuci\363n", 9, true));
  EXPECT_THAT(texts(page), ElementsAre("Total", "$", "1.234", "ejecución"));
  EXPECT_NEAR(page.words[0].box.x0, 72, 0.1);
  EXPECT_LT(page.words[0].box.y0, 92);
  EXPECT_GT(page.words[0].box.y1, 100);
  EXPECT_NEAR(page.words[0].font_size, 12, 0.01);
  EXPECT_FALSE(page.words[0].bold);
  EXPECT_TRUE(page.words[3].bold);
  EXPECT_TRUE(page.words[0].space_after);
  EXPECT_EQ(page.origin, model::Origin::text);
}

TEST(Document, KerningDoesNotSplitAWordAndAWideMoveDoes) {
  const auto page = only_page(PdfPage().raw("BT /F 10 Tf 72 700 Td [(V) 90 (alor) -2000 (5) -30 (00)] TJ ET\n"));
  EXPECT_THAT(texts(page), ElementsAre("Valor", "500"));
}

TEST(Document, LettersSpreadByTheFontSettingStayAWord) {
  const auto page = only_page(PdfPage().raw("BT /F 10 Tf 3 Tc 72 700 Td (TABLA 1) Tj ET\n"));
  EXPECT_THAT(texts(page), ElementsAre("TABLA", "1"));
}

TEST(Document, APieceInAnotherWeightIsNotPartedByASpace) {
  const auto page = only_page(PdfPage().raw("BT /F 10 Tf 72 700 Td (uno) Tj 6 Ts /F 6 Tf (2) Tj ET\n"));
  ASSERT_THAT(texts(page), ElementsAre("uno", "²"));
  EXPECT_FALSE(page.words[0].space_after);
}

TEST(Document, SmallDigitsAboveTheLineAreRaisedAndNoDigitsOfTheFigure) {
  const auto of = [](const std::string& mark) {
    return texts(only_page(PdfPage().raw("BT /F 10 Tf 72 700 Td (18,37) Tj " + mark + " ET\n")));
  };
  EXPECT_THAT(of("4 Ts /F 6 Tf (2) Tj"), ElementsAre("18,37", "²"));
  EXPECT_THAT(of("4 Ts /F 6 Tf (15) Tj"), ElementsAre("18,37", "¹⁵"));
  EXPECT_THAT(of("/F 6 Tf (2) Tj"), ElementsAre("18,37", "2"));  // small, but on the line
  EXPECT_THAT(of("4 Ts /F 6 Tf (abc) Tj"), ElementsAre("18,37", "abc"));
}

TEST(Document, TextPaintedTwiceToLookBoldComesOnce) {
  const auto page = only_page(PdfPage().text(72, 100, "Total general").text(72.3, 100, "Total general"));
  EXPECT_THAT(texts(page), ElementsAre("Total", "general"));
  EXPECT_TRUE(page.words[0].bold);
}

TEST(Document, EqualNeighboursAreNotCopies) {
  const auto page = only_page(PdfPage().text(72, 100, "11 ll 11").text(72, 112, "11 ll 11"));
  EXPECT_THAT(texts(page), ElementsAre("11", "ll", "11", "11", "ll", "11"));
}

TEST(Document, InvisibleTextIsMarked) {
  const auto page = only_page(PdfPage().text(72, 100, "capa", 10, false, 3).text(72, 130, "visible"));
  EXPECT_TRUE(page.words[0].hidden);
  EXPECT_FALSE(page.words[1].hidden);
}

TEST(Document, TextUnderABoxThatWasPaintedLaterIsHidden) {
  const auto under = [](const std::string& paint) {
    const auto page = only_page(PdfPage().text(72, 100, "debajo").raw(paint).text(72, 100, "encima"));
    EXPECT_EQ(texts(page).size(), 2U);
    EXPECT_FALSE(page.words.back().hidden);
    return page.words[0].hidden;
  };
  const std::string box = PdfPage().rectangle({60, 80, 200, 110}) + " ";
  EXPECT_TRUE(under("q 1 g " + box + "f Q\n"));
  EXPECT_TRUE(under("q " + box + "W* n 0.9 g " + box + "f* Q\n"));
  // Beside the text, before it, or only a frame around it.
  EXPECT_FALSE(under("q 1 g " + PdfPage().rectangle({60, 110, 200, 130}) + " f Q\n"));
  EXPECT_FALSE(under("q 1 g " + PdfPage().rectangle({120, 80, 200, 110}) + " f Q\n"));
  EXPECT_FALSE(under("q 1 g " + box + "S Q\n"));
  EXPECT_FALSE(under("q 1 g " + box + PdfPage().rectangle({62, 82, 198, 108}) + " f* Q\n"));
  // A slanted clip lets only a part of the box be painted; nobody knows which.
  EXPECT_FALSE(under("q 60 680 m 200 690 l 60 700 l h W n 1 g " + box + "f Q\n"));
  EXPECT_TRUE(under("q 60 680 m 200 690 l 60 700 l h W n Q q 1 g " + box + "f Q\n"));
  // A marker's colour: painted opaque within a group that is transparent as a whole.
  const TemporaryFile marked(PdfFile()
                                 .add(PdfPage().text(72, 100, "marcado").raw("q /Half gs /X Do Q\n"))
                                 .group("1 1 0 rg " + box + "f\n")
                                 .bytes());
  auto document = Document::open(marked.path());
  ASSERT_TRUE(document.ok());
  EXPECT_FALSE(document.value().page(1).value().words.at(0).hidden);
  // Shading behind a table's rows, painted before its text.
  const auto table = only_page(PdfPage().box({60, 80, 200, 110}, 0.8).text(72, 100, "Total"));
  EXPECT_FALSE(table.words[0].hidden);
}

TEST(Document, TurnedTextTellsItsDirection) {
  const auto page = only_page(PdfPage().text_up(100, 300, "Enero"));
  ASSERT_THAT(texts(page), ElementsAre("Enero"));
  EXPECT_EQ(page.words[0].rotation, 270);
  EXPECT_GT(page.words[0].box.height(), page.words[0].box.width());
  EXPECT_NEAR(page.words[0].box.y1, 300, 0.5);
}

TEST(Document, ATurnedPageIsReadAsItIsShown) {
  // Read upwards on a page that is shown turned by 90 degrees: upright for the reader.
  const auto page = only_page(PdfPage(612, 792, 90).text_up(100, 700, "Enero").line(50, 700, 50, 100));
  EXPECT_EQ(page.width, 792);
  EXPECT_EQ(page.height, 612);
  EXPECT_EQ(page.rotation, 90);
  ASSERT_EQ(page.words.size(), 1u);
  EXPECT_EQ(page.words[0].rotation, 0);
  EXPECT_NEAR(page.words[0].box.x0, 792 - 700, 0.5);
  ASSERT_EQ(page.rules.size(), 1u);
  EXPECT_TRUE(page.rules[0].horizontal());
  EXPECT_NEAR(page.rules[0].from.y, 50, 0.01);
}

TEST(Document, ALongLineThatLeansALittleIsARule) {
  const auto page = only_page(PdfPage().line(300, 100, 299.6, 200).line(100, 100, 103, 200));
  ASSERT_EQ(page.rules.size(), 1u);
  EXPECT_FALSE(page.rules[0].horizontal());
  EXPECT_NEAR(page.rules[0].from.x, 299.8, 0.01);
}

TEST(Document, StrokesThinBoxesAndFramesAreRules) {
  const auto page = only_page(PdfPage()
                                  .line(72, 100, 300, 100, 1)
                                  .box({72, 150, 300, 150.5}, 0)
                                  .box({72, 200, 300, 220}, 0.8)
                                  .frame({72, 300, 300, 400})
                                  .box({72, 500, 300, 520}, 1));
  ASSERT_EQ(page.rules.size(), 6u);
  EXPECT_EQ(page.rules[0].from, (model::Point{72, 100}));
  EXPECT_EQ(page.rules[0].to, (model::Point{300, 100}));
  EXPECT_NEAR(page.rules[1].from.y, 150.25, 0.01);
  EXPECT_NEAR(page.rules[1].thickness, 0.5, 0.01);
  ASSERT_EQ(page.shades.size(), 1u);  // the white one shows nothing
  EXPECT_NEAR(page.shades[0].box.y0, 200, 0.01);
  EXPECT_EQ(page.shades[0].color, 0xCCCCCCu);
  EXPECT_FALSE(page.has_curves);
}

TEST(Document, AWhiteRuleCountsOnlyWhereItPartsAShade) {
  const auto page =
      only_page(PdfPage().box({72, 100, 300, 200}, 0.5).line(72, 150, 300, 150, 1, 1).line(72, 500, 300, 500, 1, 1));
  ASSERT_EQ(page.rules.size(), 1u);
  EXPECT_NEAR(page.rules[0].from.y, 150, 0.01);
}

TEST(Document, ClippedPaintIsNotSeen) {
  const auto page = only_page(PdfPage()
                                  .raw("q 72 600 100 100 re W n 0.5 w 50 650 m 400 650 l S ")
                                  .text(80, 142, "dentro")
                                  .text(300, 142, "fuera")
                                  .raw("Q\n"));
  ASSERT_EQ(page.rules.size(), 1u);
  EXPECT_NEAR(page.rules[0].from.x, 72, 1);
  EXPECT_NEAR(page.rules[0].to.x, 172, 1);
  EXPECT_THAT(texts(page), ElementsAre("dentro"));
}

TEST(Document, CurvesAndImagesAreNoticed) {
  const auto page = only_page(PdfPage()
                                  .raw("100 100 m 150 200 200 200 250 100 c S\n")
                                  .raw("q 100 0 0 50 72 600 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q\n"));
  EXPECT_TRUE(page.has_curves);
  ASSERT_EQ(page.images.size(), 1u);
  EXPECT_NEAR(page.images[0].box.x0, 72, 0.01);
  EXPECT_NEAR(page.images[0].box.y0, 792 - 650, 0.01);
  EXPECT_EQ(page.images[0].pixel_width, 2);
}

TEST(Document, DrawsThePage) {
  const TemporaryFile file(PdfFile().add(PdfPage(100, 50).box({0, 0, 50, 50}, 0)).bytes());
  auto document = Document::open(file.path());
  const auto picture = document.value().render(1, 72);
  ASSERT_TRUE(picture.ok());
  EXPECT_EQ(picture.value().width, 100);
  EXPECT_EQ(picture.value().height, 50);
  EXPECT_EQ(picture.value().gray[25 * 100 + 10], 0);
  EXPECT_EQ(picture.value().gray[25 * 100 + 90], 255);
}

// Where Poppler's own headers are missing, words and pictures come through the stable interface.
TEST(WordBackend, ReadsTheSameWords) {
  const TemporaryFile file(PdfFile().add(PdfPage(612, 792, 90).text_up(100, 700, "Total 1.234")).bytes());
  auto backend = open_with_words(file.path(), "");
  ASSERT_TRUE(backend.ok());
  EXPECT_EQ(backend.value()->facts().pages, 1);
  EXPECT_EQ(backend.value()->facts().date, "2021-03-31T12:00:00");
  const auto page = backend.value()->page(1);
  ASSERT_TRUE(page.ok());
  EXPECT_THAT(texts(page.value()), ElementsAre("Total", "1.234"));
  EXPECT_EQ(page.value().width, 792);
  EXPECT_EQ(page.value().words[0].rotation, 0);
  EXPECT_NEAR(page.value().words[0].box.x0, 92, 1);
  const auto picture = backend.value()->render(1, 72);
  ASSERT_TRUE(picture.ok());
  EXPECT_EQ(picture.value().width, 792);
}

TEST(Document, ACellUnderTheEndOfTheLastOnesTextIsAWordOfItsOwn) {
  // Each cell is a text object; the first one's text runs a trifle over the beginning of the second.
  const model::Page page = only_page(PdfPage().text(50, 100, "09:53:51.013199", 10).text(123, 100, "Secretaria", 10));
  EXPECT_THAT(texts(page), ElementsAre("09:53:51.013199", "Secretaria"));
}

}  // namespace
}  // namespace cotejo::pdf
