#include "extractors/ocr/read_picture.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <string>
#include <utility>

#include "extractors/layout/turned.h"
#include "extractors/ocr/again/capitals.h"
#include "extractors/ocr/again/crossed.h"
#include "extractors/ocr/again/crosses.h"
#include "extractors/ocr/again/dashes.h"
#include "extractors/ocr/again/doubtful.h"
#include "extractors/ocr/again/missed_digits.h"
#include "extractors/ocr/again/overlooked.h"
#include "extractors/ocr/again/strays.h"
#include "extractors/ocr/clean/bilevel.h"
#include "extractors/ocr/clean/dust.h"
#include "extractors/ocr/clean/leaders.h"
#include "extractors/ocr/clean/light.h"
#include "extractors/ocr/clean/pens.h"
#include "extractors/ocr/clean/perspective.h"
#include "extractors/ocr/clean/specks.h"
#include "extractors/ocr/clean/upright.h"
#include "extractors/ocr/engine/read_cells.h"
#include "extractors/ocr/engine/read_turned.h"
#include "extractors/ocr/engine/tolerances.h"
#include "extractors/ocr/figures/figures.h"
#include "extractors/ocr/figures/numerals.h"
#include "extractors/ocr/figures/separators.h"
#include "extractors/ocr/ink/check_digits.h"
#include "extractors/ocr/ink/minus_signs.h"
#include "extractors/ocr/ink/word_boxes.h"
#include "extractors/ocr/page_words.h"
#include "extractors/ocr/picture/ink_levels.h"
#include "extractors/ocr/rules/pixel_cells.h"
#include "extractors/ocr/rules/pixel_rules.h"
#include "extractors/ocr/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::read_picture;

// How well words were read, 0 to 1: the mean confidence of what looks like words, figures or not. Noise is short.
double well_read(const std::vector<PixelWord>& words) {
  double sum = 0, weight = 0;
  for (const PixelWord& word : words) {
    const double letters = static_cast<double>(word.symbols.size());
    if (letters >= kFewestLetters) sum += word.confidence * letters;
    weight += letters;
  }
  return weight > 0 ? sum / weight : 0;
}

Image part_of(const Image& gray, PixelBox box) {
  BOX* area = boxCreate(box.x0, box.y0, box.width(), box.height());
  Image part(pixClipRectangle(gray.get(), area, nullptr));
  boxDestroy(&area);
  return part;
}

// A strip with much ink, to try which way is up.
PageImage sample(const PageImage& page) {
  const Image ink = ink_of(page.gray, ink_level::uneven);
  const int high = std::max(1, height(page.gray) / 6);
  int best = 0;
  double most = -1;
  for (int y = height(page.gray) / 12; y + high <= height(page.gray); y += std::max(1, high / 2)) {
    // More ink than text has is a photograph.
    const double share = ink_share(ink, {0, y, width(page.gray), y + high});
    if (share > most && share < kMostText) most = share, best = y;
  }
  PageImage strip{part_of(page.gray, {0, best, width(page.gray), std::min(height(page.gray), best + high)}), page.dpi};
  return strip;
}

bool upside_down(TextEngine& engine, const PageImage& page) {
  PageImage strip = sample(page);
  if (!strip.gray) return false;
  even_light(strip);
  const PixelRules rules = find_rules(strip);
  take_out(strip, rules);
  const double up = well_read(engine.read(strip, Segmentation::block));
  if (up > kUpright) return false;
  turn(strip, 2);
  return well_read(engine.read(strip, Segmentation::block)) > up + kBetter;
}

// Turns the picture upright, and gives the page the shape that it has then.
void turn_page(PageImage& image, model::Page& page, int& turned, int quarters) {
  turn(image, quarters);
  if (quarters % 2 != 0) std::swap(page.width, page.height);
  turned = (turned + quarters) % 4;
}

struct Seen {
  std::vector<PixelWord> words;
  PixelRules rules;
  std::vector<PixelShade> shades;
  double unread = 0;  // of the letters that the picture shows
};

// Adds words whose lines come after those that are there.
void add(std::vector<PixelWord>& words, std::vector<PixelWord> more) {
  const int lines = words.empty() ? 0 : words.back().line + 1;
  for (PixelWord& word : more) {
    word.line += lines;
    words.push_back(std::move(word));
  }
}

// Reads what the passes dropped, line by line; what even then is no word is dirt.
void add_overlooked(TextEngine& engine, const PageImage& page, std::vector<PixelWord>& words) {
  const int usual = usual_height(words);
  if (usual == 0) return;
  for (const PixelBox& box : overlooked_lines(ink_of(page.gray, ink_level::letter), words, usual)) {
    const int pad = std::max(2, box.height() / 3);
    const PixelBox room{std::max(0, box.x0 - pad), std::max(0, box.y0 - pad), std::min(width(page.gray), box.x1 + pad),
                        std::min(height(page.gray), box.y1 + pad)};
    std::vector<PixelWord> read = read_line(engine, page, {box, room}, 0);
    const auto doubtful = [](const PixelWord& word) {
      const bool speaks = std::any_of(word.text.begin(), word.text.end(),
                                      [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; });
      return word.confidence < kSureLine || !speaks;
    };
    read.erase(std::remove_if(read.begin(), read.end(), doubtful), read.end());
    add(words, std::move(read));
  }
}

// Whether a sign stands in one line between two words that are near it.
bool stands_between(const PixelWord& left, const PixelWord& sign, const PixelWord& right, int usual) {
  const auto near = [&](int gap) { return gap >= 0 && gap < kNear * usual; };
  return left.line == sign.line && right.line == sign.line && near(sign.box.x0 - left.box.x1) &&
         near(right.box.x0 - sign.box.x1);
}

// Takes out words that are no text: pieces of a rule, dust that has no letter beside it. A stroke that stands like a
// letter after a word is the numeral I.
void drop_dirt(const PageImage& page, std::vector<PixelWord>& words) {
  const double dust = kDust * page.dpi / 72;
  const int usual = usual_height(words);
  // A sign or two of no confidence, lower than any letter: what is left of a stroke or a shade.
  const auto is_scrap = [&](const PixelWord& word) {
    return word.confidence < tolerances::confidence::kNone && word.symbols.size() <= kScrap &&
           word.box.height() < kLower.of(usual);
  };
  std::vector<PixelWord> kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    PixelWord& word = words[i];
    const bool dash =
        word.text == "-" && i > 0 && i + 1 < words.size() && stands_between(words[i - 1], word, words[i + 1], usual);
    if (is_scrap(word) && !dash) continue;
    if (word.text == "|" && !kept.empty() && kept.back().line == word.line) {
      const PixelBox &left = kept.back().box, &box = word.box;
      const int high = left.height(), gap = box.x0 - left.x1;
      if (gap > 0 && gap < high && box.height() * 4 > 3 * high / 2 && box.height() < kTallest * high &&
          std::abs(box.y1 - left.y1) < high / 3) {
        word.text = "I";
        kept.push_back(std::move(word));
        continue;
      }
    }
    if (word.text.find_first_not_of('|') == std::string::npos) continue;
    const bool tiny = word.box.width() <= dust && word.box.height() <= dust;
    if (tiny && !dash && word.text.find_first_not_of("|.,:;'\"*`~^_-") == std::string::npos) continue;
    kept.push_back(std::move(word));
  }
  words = std::move(kept);
}

// `sideways`: the picture was turned by a quarter. `known`: what need not be looked for.
Seen look(TextEngine& engine, PageImage& image, bool sideways, model::Page& page, const Known* known) {
  Seen seen;
  seen.shades = known != nullptr ? known->shades : even_light(image);
  page.skew = image.drawn ? 0 : straighten(image);
  turn(seen.shades, page.skew, image.gray);
  page.lean = image.drawn || sideways ? 0 : set_rules_upright(image);
  std::vector<PixelWord> leaders = take_out_leaders(image);
  seen.rules = known != nullptr ? PixelRules{known->rules.rules, Image(pixCopy(nullptr, known->rules.mask.get()))}
                                : find_rules(image);
  take_out(image, seen.rules);
  wipe_specks(image);  // a speck on a rule has nothing beside it once that is out
  std::vector<PixelWord> turned = read_turned(engine, image);
  // Reading the cells paints them white.
  const PageImage whole{Image(pixCopy(nullptr, image.gray.get())), image.dpi, std::move(image.coloured), image.drawn};
  seen.words = read_cells(engine, image, closed_cells(image, seen.rules));
  add(seen.words, engine.read(image, Segmentation::block));
  if (whole.gray) {
    fit_boxes(whole, seen.words);
    add_dashes(ink_of(whole.gray, ink_level::faint), seen.words);
    add_overlooked(engine, whole, seen.words);
    read_doubtful_words(engine, whole, seen.words);
    read_capitals(engine, whole, seen.words);
    read_missed_digits(engine, whole, seen.words);
    settle_crosses(ink_of(whole.gray, ink_level::letter), seen.words);
    const DigitCheck digits(whole, seen.words);
    read_doubtful_figures(engine, whole, digits, seen.words);
    digits.settle_signs(seen.words);
    settle_minus_signs(ink_of(whole.gray, ink_level::letter), seen.words);
    read_crossed(engine, whole, digits, usual_height(seen.words), seen.words);
    seen.unread = unread_share(ink_of(whole.gray, ink_level::letter), seen.words, usual_height(seen.words));
  }
  drop_rests_of_rules(seen.rules, image.dpi / 72, seen.words);
  drop_repeated(seen.words);
  drop_dirt(image, seen.words);
  drop_broken_rules(seen.rules, image.dpi / 72, usual_height(seen.words), seen.words);
  settle_row_numerals(seen.words);
  settle_figures(seen.words);
  mend_separators(seen.words);
  add(seen.words, std::move(leaders));
  add(seen.words, std::move(turned));
  return seen;
}

// What is to be said of a page that was read badly; empty of one that was read.
std::string note_on(const model::Page& page, double unread) {
  if (page.words.empty()) return "la imagen no deja leer texto";
  if (page.confidence < kHardly) return "la imagen apenas deja leer su texto";
  return unread > kMuch ? "de la imagen solo se leyó una parte" : "";
}

}  // namespace

void read_picture(TextEngine& engine, PageImage image, model::Page& page, const Known* known) {
  invert_negative(image);
  const double leaning = image.drawn ? 0 : flatten(image);
  wipe_pens(image);
  smooth_bilevel(image);
  despeckle(image);
  const bool has_ink =
      ink_share(ink_of(image.gray, ink_level::dark), {0, 0, width(image.gray), height(image.gray)}) > kHasInk;
  int turned = 0;  // quarters clockwise
  if (quarter_turns_to_level(image) != 0) {
    turn_page(image, page, turned, 1);
    if (upside_down(engine, image)) turn_page(image, page, turned, 2);
  }
  PageImage kept{Image(pixCopy(nullptr, image.gray.get())), image.dpi,
                 Image(image.coloured ? pixCopy(nullptr, image.coloured.get()) : nullptr), image.drawn};
  Seen seen = look(engine, image, turned % 2 != 0, page, turned == 0 ? known : nullptr);
  if (kept.gray && has_ink && well_read(seen.words) < kUpsideDown && upside_down(engine, kept)) {
    turn_page(kept, page, turned, 2);
    image = std::move(kept);
    seen = look(engine, image, turned % 2 != 0, page, nullptr);
  }
  page.skew += leaning;
  put_on_page(page, image, seen.words, seen.rules, seen.shades);
  if (turned != 0) {
    // The page lies as it is shown, and its words say which way they read. Its images were never moved.
    std::vector<model::ImageBox> images = std::move(page.images);
    page = layout::turned_upright(page, 90 * turned);
    page.images = std::move(images);
  }
  if (has_ink) page.note = note_on(page, seen.unread);
}

}  // namespace cotejo::ocr
