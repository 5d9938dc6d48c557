#include "extractors/ocr/pasted.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "base/median.h"
#include "extractors/ocr/clean/light.h"
#include "extractors/ocr/clean/soft_edges.h"
#include "extractors/ocr/engine/read_cells.h"
#include "extractors/ocr/layer/tolerances.h"
#include "extractors/ocr/picture/ink_levels.h"
#include "extractors/ocr/picture/page_image.h"
#include "extractors/ocr/read_picture.h"
#include "extractors/ocr/rules/pixel_cells.h"
#include "extractors/ocr/rules/pixel_rules.h"
#include "extractors/ocr/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::pasted;

PageImage copy_of(const PageImage& image) {
  return {Image(pixCopy(nullptr, image.gray.get())), image.dpi, {}, image.drawn};
}

// The page's images with their own pixels, or where these are not to be had, a drawing of the page.
PageImage images_of(pdf::Document& document, const model::Page& page) {
  PageImage whole;
  if (const std::optional<pdf::Raster> own = document.picture(page.number, true)) {
    whole.gray = to_image(*own);
    whole.dpi = own->dpi;
  } else if (const model::Result<pdf::Raster> drawn = document.render(page.number, drawing_dpi(page))) {
    whole.gray = to_image(drawn.value());
    whole.dpi = drawn.value().dpi;
  }
  return whole;
}

// What lies in a box of the page. It stands straight: a program put it there.
PageImage part_of(const PageImage& whole, const model::Page& page, const model::ImageBox& drawn,
                  const model::Rect& box) {
  const double across = width(whole.gray) / page.width, down = height(whole.gray) / page.height;
  const auto pixel = [](double at) { return static_cast<int>(std::lround(at)); };
  BOX* area =
      boxCreate(pixel(box.x0 * across), pixel(box.y0 * down), pixel(box.width() * across), pixel(box.height() * down));
  PageImage part{Image(pixClipRectangle(whole.gray.get(), area, nullptr)), whole.dpi, {}, true};
  boxDestroy(&area);
  // Beside a finer one its pixels were repeated.
  if (part.gray && box == drawn.box && width(part.gray) > kRepeated * drawn.pixel_width &&
      drawn.pixel_width * box.height() > kNotTurned * drawn.pixel_height * box.width()) {
    part.dpi *= static_cast<double>(drawn.pixel_width) / width(part.gray);
    part.gray.reset(pixScaleToSize(part.gray.get(), drawn.pixel_width, drawn.pixel_height));
  }
  return part;
}

// Height of its letters and figures, small and large, pixels; 0 where there are none.
int letter_height(const PageImage& image) {
  std::vector<int> heights;
  for (const PixelBox& piece :
       pieces_in(ink_of(image.gray, ink_level::letter), {0, 0, width(image.gray), height(image.gray)}))
    if (piece.height() >= kLeastLetter && piece.height() <= kMostLetter &&
        piece.width() <= kLongestWord * piece.height())
      heights.push_back(piece.height());
  return heights.empty() ? 0 : base::median(std::move(heights));
}

// A table that was shrunk to fit its page is read in the size that it was made in: what is dust or a rule is told by
// the size of its letters, and the engine needs pixels.
void enlarge(PageImage& image) {
  const int letter = letter_height(image);
  if (letter > 0 && letter < kSmallLetter * image.dpi / 72) {
    const double factor = std::clamp(kEnough / letter, 1.0, kMostEnlarged);
    const auto by = static_cast<l_float32>(factor);
    image.gray.reset(pixScaleGrayLI(image.gray.get(), by, by));
    image.dpi = letter * factor / kUsualLetter * 72;
  }
}

// Whether rules make cells with something in them, as those of a table and not of a chart.
bool shows_table(PageImage image, const PixelRules& rules) {
  const std::vector<PixelBox> cells = closed_cells(image, rules);
  if (cells.size() < kFewestCells) return false;
  take_out(image, rules);
  const Image ink = ink_of(image.gray, ink_level::letter);
  const auto filled = std::count_if(cells.begin(), cells.end(),
                                    [&](const PixelBox& cell) { return !lines_in(ink, cell, image.dpi).empty(); });
  return static_cast<std::size_t>(filled) >= kFewestCells;
}

// Rules are found in the picture as it was pasted, where they are thin and letters short beside them, and without the
// swollen edges of letters, which run together to lines.
PageImage for_rules(const PageImage& image) {
  PageImage lines = copy_of(image);
  if (!lines.gray) return lines;
  drop_edges(lines);
  fit_resolution(lines);
  if (lines.gray) static_cast<void>(even_light(lines));
  return lines;
}

// On another size of the picture.
Known scaled(Known known, const Image& from, const Image& to) {
  const double across = static_cast<double>(width(to)) / width(from);
  const double down = static_cast<double>(height(to)) / height(from);
  const auto at = [](int place, double by) { return static_cast<int>(std::lround(place * by)); };
  for (PixelRule& rule : known.rules.rules) {
    const double along = rule.horizontal ? across : down, aside = rule.horizontal ? down : across;
    rule = {rule.horizontal, rule.from * along, rule.to * along, rule.at * aside, rule.thickness * aside};
  }
  known.rules.mask.reset(pixScaleToSize(known.rules.mask.get(), width(to), height(to)));
  for (PixelShade& shade : known.shades)
    shade.box = {at(shade.box.x0, across), at(shade.box.y0, down), at(shade.box.x1, across), at(shade.box.y1, down)};
  return known;
}

model::Page read_part(TextEngine& engine, PageImage image, const Known& known, const model::Rect& box) {
  model::Page part;
  part.width = box.width();
  part.height = box.height();
  read_picture(engine, std::move(image), part, &known);
  return part;
}

void put_at(model::Page part, const model::Rect& box, model::Page& page) {
  const auto move = [&](model::Rect& r) { r = {r.x0 + box.x0, r.y0 + box.y0, r.x1 + box.x0, r.y1 + box.y0}; };
  for (model::Word& word : part.words) {
    move(word.box);
    page.words.push_back(std::move(word));
  }
  for (model::Rule& rule : part.rules) {
    rule.from = {rule.from.x + box.x0, rule.from.y + box.y0};
    rule.to = {rule.to.x + box.x0, rule.to.y + box.y0};
    page.rules.push_back(rule);
  }
  for (model::Shade& shade : part.shades) {
    move(shade.box);
    page.shades.push_back(shade);
  }
}

void add_note(model::Page& page, const std::string& note) {
  if (page.note.find(note) == std::string::npos) page.note += (page.note.empty() ? "" : "; ") + note;
}

constexpr const char* kUnreadable = "una imagen con una tabla no deja leer su texto";
constexpr const char* kNotOpened = "una imagen que puede ser una tabla no se pudo abrir";

}  // namespace

void add_pasted_tables(TextEngine& engine, pdf::Document& document, model::Page& page) {
  const model::Rect sheet{0, 0, page.width, page.height};
  const std::vector<model::ImageBox> images = page.images;
  PageImage whole;
  for (const model::ImageBox& drawn : images) {
    const model::Rect box = intersection(drawn.box, sheet);
    if (box.area() < tolerances::source::kPastedTable * sheet.area()) continue;
    // Text set over the image is the text layer's own.
    const auto over = [&](const model::Word& word) {
      return !word.hidden && box.contains({word.box.center_x(), word.box.center_y()});
    };
    if (std::any_of(page.words.begin(), page.words.end(), over)) continue;
    if (!whole.gray) whole = images_of(document, page);
    if (!whole.gray) return add_note(page, kNotOpened);
    PageImage image = part_of(whole, page, drawn, box);
    if (image.gray && std::min(width(image.gray), height(image.gray)) < kSmallest) continue;
    const PageImage lines = image.gray ? for_rules(image) : PageImage{};
    if (!lines.gray) {
      add_note(page, kNotOpened);
      continue;
    }
    Known known{find_rules(lines), {}};
    if (!shows_table(copy_of(lines), known.rules)) continue;
    soften_edges(image);
    fit_resolution(image);
    if (image.gray) known.shades = even_light(image);
    if (image.gray) enlarge(image);
    if (!image.gray) {
      add_note(page, kUnreadable);
      continue;
    }
    known = scaled(std::move(known), lines.gray, image.gray);
    model::Page part = read_part(engine, std::move(image), known, box);
    if (part.words.empty() || part.confidence < kHardly) {
      add_note(page, kUnreadable);
      continue;
    }
    if (!part.note.empty()) add_note(page, part.note);
    put_at(std::move(part), box, page);
  }
}

}  // namespace cotejo::ocr
