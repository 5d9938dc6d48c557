#include <gtest/gtest.h>

#include "extractors/ocr/layer/garbled.h"
#include "extractors/ocr/layer/mend_garbled.h"
#include "extractors/ocr/page_ocr.h"

namespace cotejo::ocr {
namespace {

model::Page page_of(std::initializer_list<const char*> words, bool hidden = false) {
  model::Page page;
  page.number = 1;
  page.width = 600;
  page.height = 800;
  double x = 50;
  for (const char* text : words) {
    model::Word word;
    word.text = text;
    word.box = {x, 100, x + 40, 110};
    word.hidden = hidden;
    x += 45;
    page.words.push_back(word);
  }
  return page;
}

model::Page with_image(model::Page page, model::Rect box) {
  page.images.push_back({box, 1000, 1000});
  return page;
}

TEST(Source, IsTheTextLayerOfADigitalPage) {
  const model::Page page = page_of({"Presupuesto", "de", "gastos", "1.234"});
  EXPECT_EQ(source_of(page, Mode::automatic), Source::text);
  EXPECT_EQ(source_of(with_image(page, {20, 20, 120, 60}), Mode::automatic), Source::text);  // a logo
  EXPECT_EQ(source_of(page, Mode::always), Source::pixels);
  EXPECT_EQ(source_of(page_of({}), Mode::always), Source::text);  // nothing to see
}

TEST(Source, IsThePixelsWhereNoVisibleTextIs) {
  const model::Rect whole{0, 0, 600, 800};
  EXPECT_EQ(source_of(with_image(page_of({}), whole), Mode::automatic), Source::pixels);
  EXPECT_EQ(source_of(with_image(page_of({"viejo", "reconocimiento"}, true), whole), Mode::automatic), Source::pixels);
  EXPECT_EQ(source_of(with_image(page_of({}), whole), Mode::never), Source::text);
  model::Page outlines = page_of({});
  outlines.has_curves = true;
  EXPECT_EQ(source_of(outlines, Mode::automatic), Source::pixels);
}

TEST(Source, AddsUpTheStripsOfAScan) {
  model::Page page = page_of({});
  for (int i = 0; i < 8; ++i) page.images.push_back({{0, i * 100.0, 600, i * 100.0 + 100}, 2500, 417});
  EXPECT_EQ(source_of(page, Mode::automatic), Source::pixels);
}

TEST(Source, IsBothWhereImagesMayHoldTextOrWordsAreGarbled) {
  EXPECT_EQ(source_of(with_image(page_of({"Tabla", "1"}), {50, 200, 550, 500}), Mode::automatic), Source::both);
  EXPECT_EQ(source_of(with_image(page_of({"Tabla", "1"}), {50, 200, 550, 270}), Mode::automatic), Source::both);
  EXPECT_EQ(source_of(page_of({"gasto", "p\u015bblico", "de", "la", "entidad"}), Mode::automatic), Source::both);
  EXPECT_EQ(source_of(page_of({"\uE001\uE002\uE003", "\uE004\uE005", "\uFFFD\uFFFD\uFFFD"}), Mode::automatic),
            Source::pixels);
}

TEST(Garbled, TellsWhatNoTextInSpanishHas) {
  EXPECT_TRUE(garbled("p\u015bblico"));
  EXPECT_TRUE(garbled("gesti\uFFFDn"));
  EXPECT_FALSE(garbled("gestión"));
  EXPECT_FALSE(garbled("\uF0B7"));  // a bullet
  EXPECT_FALSE(garbled("Ω"));
  EXPECT_FALSE(garbled("16.938.042.000"));
}

TEST(Garbled, SeesAFontWhoseLettersAreShuffled) {
  model::Page page = page_of({});
  for (int i = 0; i < 30; ++i) page.words.push_back(page_of({"bcdfg"}).words[0]);
  EXPECT_EQ(garbled_share(page), 1);
  for (int i = 0; i < 400; ++i) page.words.push_back(page_of({"gastos"}).words[0]);
  EXPECT_EQ(garbled_share(page), 0);
}

TEST(Mixed, MendsAGarbledWordFromTheOneReadingAtItsPlace) {
  model::Page layer = page_of({"gasto", "p\u015bblico", "1.234"}), seen = page_of({"gasto", "público", "1.284"});
  for (model::Word& word : seen.words) word.confidence = 0.95;
  EXPECT_EQ(mend_garbled(layer, seen), 1);
  EXPECT_EQ(layer.words[1].text, "público");
  EXPECT_EQ(layer.words[1].origin, model::Origin::ocr);
  EXPECT_EQ(layer.words[1].alternatives.front().text, "p\u015bblico");
  EXPECT_EQ(layer.words[2].text, "1.234");  // sound text of a layer is never touched
  EXPECT_EQ(layer.words[2].origin, model::Origin::text);
}

TEST(Mixed, ALoneSignIsMendedWhereADigitIsSeen) {
  model::Page layer = page_of({"\uFFFD", "\uFFFD"}), seen = page_of({"4", "e"});
  for (model::Word& word : seen.words) word.confidence = 0.95;
  EXPECT_EQ(mend_garbled(layer, seen), 1);
  EXPECT_EQ(layer.words[0].text, "4");
  EXPECT_EQ(layer.words[1].text, "\uFFFD");  // a bullet
}

TEST(Mixed, LeavesAGarbledWordWhereThePixelsAreUnsure) {
  model::Page layer = page_of({"p\u015bblico"}), seen = page_of({"púb1ico"});
  seen.words[0].confidence = 0.3;
  EXPECT_EQ(mend_garbled(layer, seen), 0);
  EXPECT_EQ(layer.words[0].text, "p\u015bblico");
}

TEST(Mixed, TellsAnOldReadingFromTextOverAPicture) {
  EXPECT_TRUE(printed_in_picture({0.2, 0.15, 0.3, 0.25}));
  EXPECT_FALSE(printed_in_picture({0, 0, 0.01, 0.2}));  // a letterhead behind text
  EXPECT_FALSE(printed_in_picture({0.9, 0.95, 1, 0.9}));
  EXPECT_FALSE(printed_in_picture({}));
}

}  // namespace
}  // namespace cotejo::ocr
