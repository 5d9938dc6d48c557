// Text that is not meant to be read, text that cannot be trusted, and marks that are no letters.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractors/pdf/document.h"
#include "extractors/pdf/fonts/glyph_shapes.h"
#include "extractors/pdf/painted/drawn_marks.h"
#include "extractors/pdf/word_builder.h"
#include "tests/extractors/pdf/make_pdf.h"

namespace cotejo::pdf {
namespace {

using test::PdfFile;
using test::PdfPage;
using test::TemporaryFile;
using testing::ElementsAre;
using testing::IsEmpty;

model::Page page_of(const PdfFile& made) {
  const TemporaryFile file(made.bytes());
  auto document = Document::open(file.path());
  EXPECT_TRUE(document.ok());
  return document.value().page(1).value();
}

std::vector<std::string> seen(const model::Page& page) {
  std::vector<std::string> out;
  for (const model::Word& word : page.words)
    if (!word.hidden) out.push_back(word.text);
  return out;
}

std::vector<std::string> seen(const PdfPage& page) {
  return seen(page_of(PdfFile().add(page)));
}

TEST(Seen, TextInTheColourOfItsGroundIsHidden) {
  PdfPage page;
  page.text(72, 100, "Total").raw("1 g\n").text(72, 130, "borrador").raw("0 g\n");
  page.box({60, 200, 300, 230}, 0.8).raw("0.8 g\n").text(72, 220, "oculto").raw("0 g\n");
  EXPECT_THAT(seen(page), ElementsAre("Total"));
}

TEST(Seen, WhiteTextOnADarkGroundIsRead) {
  PdfPage page;
  page.box({60, 80, 300, 110}, 0.2).raw("1 g\n").text(72, 100, "Apropiacion").raw("0 g\n");
  // A round box is dark somewhere, and who knows where.
  page.raw("0.2 g 60 600 m 60 650 300 650 300 600 c f 1 g\n").text(100, 180, "Compromisos").raw("0 g\n");
  EXPECT_THAT(seen(page), ElementsAre("Apropiacion", "Compromisos"));
}

TEST(Seen, AFrameAroundWhiteTextIsNoGroundForIt) {
  PdfPage page;
  page.frame({60, 80, 300, 110}).raw("1 g\n").text(72, 100, "oculto").raw("0 g\n");
  EXPECT_THAT(seen(page), IsEmpty());
}

TEST(Seen, TextSetAskewSaysSo) {
  const model::Page page = page_of(PdfFile().add(
      PdfPage().text(72, 100, "Total").raw("BT /F 40 Tf 0.8 0.6 -0.6 0.8 100 300 Tm (BORRADOR) Tj ET\n")));
  ASSERT_EQ(page.words.size(), 2U);
  EXPECT_EQ(page.words[0].rotation, 0);
  EXPECT_EQ(page.words[1].text, "BORRADOR");
  EXPECT_EQ(page.words[1].rotation, 323);
}

TEST(Seen, AFontWhoseMapContradictsItsGlyphsIsNotBelieved) {
  const std::string shifted = "<30> <0033> <31> <0034> <32> <0035> <33> <0036> <34> <0037>";
  const model::Page page = page_of(PdfFile().says(shifted).add(PdfPage().text(72, 100, "4012")));
  EXPECT_THAT(seen(page), ElementsAre("\uFFFD\uFFFD\uFFFD\uFFFD"));
  EXPECT_EQ(page.words[0].confidence, 0);
  EXPECT_LT(page.confidence, 0.1);
}

TEST(Seen, AMapThatAgreesWithItsGlyphsIsBelieved) {
  const std::string honest = "<30> <0030> <31> <0031> <32> <0032> <33> <0033> <34> <0034>";
  const model::Page page = page_of(PdfFile().says(honest).add(PdfPage().text(72, 100, "4012")));
  EXPECT_THAT(seen(page), ElementsAre("4012"));
  EXPECT_EQ(page.words[0].confidence, 1);
}

GlyphPicture glyph(const std::vector<std::string>& rows) {
  GlyphPicture picture{static_cast<int>(rows[0].size()), static_cast<int>(rows.size()), {}};
  for (const std::string& row : rows)
    for (const char c : row) picture.ink.push_back(c == '#' ? 1 : 0);
  return picture;
}

TEST(GlyphShapes, HolesAreCounted) {
  EXPECT_EQ(holes_in(glyph({"########", "##....##", "##....##", "##....##", "########", "##....##", "##....##",
                            "##....##", "########"})),
            2);
  EXPECT_EQ(holes_in(glyph({"########", "##....##", "##....##", "##....##", "##....##", "##....##", "########"})), 1);
  EXPECT_EQ(holes_in(glyph({"########", "##......", "##......", "########", "......##", "......##", "########"})), 0);
}

TEST(GlyphShapes, TwoDigitsThatCannotBeContradictAFont) {
  ShapeProof honest, lying;
  for (const auto& [digit, holes] : {std::pair{U'0', 1}, std::pair{U'4', 1}, std::pair{U'8', 2}, std::pair{U'6', 0}})
    honest.compare(digit, holes);
  for (const auto& [digit, holes] : {std::pair{U'8', 0}, std::pair{U'1', 2}, std::pair{U'0', 0}})
    lying.compare(digit, holes);
  EXPECT_FALSE(honest.contradicts());
  EXPECT_TRUE(lying.contradicts());
}

TEST(GlyphShapes, ManyThatAgreeConvince) {
  ShapeProof proof;
  for (const char32_t letter : std::u32string(U"cnmsuvzxkhiltyw")) proof.compare(letter, 0);
  EXPECT_FALSE(proof.convinces());
  proof.compare(U'o', 1);
  EXPECT_TRUE(proof.convinces());
  proof.compare(U'8', 0);
  EXPECT_FALSE(proof.convinces());
}

TEST(GlyphShapes, AnOddLetterIsNoContradiction) {
  ShapeProof proof;
  for (const char32_t letter : std::u32string(U"aeopqd")) proof.compare(letter, 1);
  for (const char32_t letter : std::u32string(U"cnmsuvz")) proof.compare(letter, 0);
  proof.compare(U'f', 1);
  EXPECT_FALSE(proof.contradicts());
}

TEST(WordBuilder, ACombiningMarkBelongsToTheLetterBefore) {
  WordBuilder words;
  Glyph glyph;
  glyph.font_size = 10;
  glyph.ascent = 9;
  double x = 0;
  for (const char32_t c : std::u32string(U"ri\u0301a")) {
    glyph.text = c;
    glyph.origin = {x, 100};
    glyph.advance = {c == 0x301 ? 0.0 : 5.0, 0};
    words.add(glyph);
    x += glyph.advance.x;
  }
  const std::vector<model::Word> made = words.take();
  ASSERT_EQ(made.size(), 1U);
  EXPECT_EQ(made[0].text, "ría");
}

TEST(WordBuilder, ASoftHyphenDividesWordsOnlyAtTheirEnd) {
  WordBuilder words;
  Glyph glyph;
  glyph.font_size = 10;
  glyph.ascent = 9;
  double x = 0;
  for (const char32_t c : std::u32string(U"co\u00AD 12\u00AD3 5\u00AD")) {
    glyph.text = c;
    glyph.origin = {x, 100};
    glyph.advance = {5, 0};
    if (c == U' ')
      words.end_word(true);
    else
      words.add(glyph);
    x += 5;
  }
  const std::vector<model::Word> made = words.take();
  ASSERT_EQ(made.size(), 3U);
  EXPECT_EQ(made[0].text, "co\u00AD");
  EXPECT_EQ(made[1].text, "12-3");
  EXPECT_EQ(made[2].text, "5-");
}

TEST(DrawnMarks, TicksAndCrossesInCellsAreRead) {
  PdfPage page;
  page.grid({60, 100, 140}, {60, 90, 120});
  page.line(76, 72, 84, 80).line(76, 80, 84, 72);      // a cross
  page.line(116, 75, 119, 80).line(119, 80, 126, 71);  // a tick
  page.line(76, 102, 84, 110);                         // a stroke
  page.line(300, 72, 308, 80).line(300, 80, 308, 72);  // a cross in no cell
  const model::Page read = page_of(PdfFile().add(page));
  EXPECT_THAT(seen(read), ElementsAre("X", "\u2713"));
  EXPECT_NEAR(read.words[0].box.center_x(), 80, 0.5);
}

}  // namespace
}  // namespace cotejo::pdf
