#include "extractors/ocr/layer/source.h"

#include <algorithm>

#include "extractors/ocr/layer/garbled.h"
#include "extractors/ocr/layer/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::source;

}  // namespace

Source source_of(const model::Page& text_layer, Mode mode) {
  if (mode == Mode::never) return Source::text;
  const model::Rect sheet{0, 0, text_layer.width, text_layer.height};
  const double area = std::max(1.0, sheet.area());
  double covered = 0, largest = 0;  // a scanner may cut a page into strips: they add up
  model::Rect before;
  for (const model::ImageBox& image : text_layer.images) {
    const double share = intersection(image.box, sheet).area() / area;
    // One over the other (a scan's paper and its letters) count once.
    if (intersection(image.box, before).area() < kSamePlace.of(image.box.area())) covered += share;
    before = image.box;
    largest = std::max(largest, share);
  }
  std::size_t visible = 0;
  for (const model::Word& word : text_layer.words) visible += !word.hidden;
  const bool shows = visible > 0 || covered > kShows || text_layer.has_curves || !text_layer.rules.empty() ||
                     !text_layer.shades.empty();
  if (!shows && text_layer.words.empty()) return Source::text;
  if (mode == Mode::always) return Source::pixels;

  // Nothing but invisible words is the text layer of a scan: an old OCR, to be done again. Nothing at all, though the
  // page shows something: a scan, or letters drawn as outlines.
  if (visible == 0) return covered > kShows || text_layer.has_curves ? Source::pixels : Source::text;
  const double bad = garbled_share(text_layer);
  if (bad >= kGarbled) return Source::pixels;
  if (covered > kPicture || largest > kPastedTable) return Source::both;
  return bad >= kSomeGarbled ? Source::both : Source::text;
}

}  // namespace cotejo::ocr
