#include <algorithm>

#include "extractors/ocr/page_ocr.h"

namespace cotejo::ocr {

Source source_of(const model::Page& text_layer, Mode mode) {
  if (mode == Mode::never) return Source::text;
  if (mode == Mode::always) return Source::pixels;
  const model::Rect sheet{0, 0, text_layer.width, text_layer.height};
  const double area = std::max(1.0, sheet.area());
  double covered = 0;
  for (const model::ImageBox& image : text_layer.images)
    covered = std::max(covered, intersection(image.box, sheet).area() / area);
  const bool is_picture = covered > 0.6;
  const bool hidden =
      std::any_of(text_layer.words.begin(), text_layer.words.end(), [](const model::Word& w) { return w.hidden; });
  if (is_picture && (text_layer.words.empty() || hidden)) return Source::pixels;
  return Source::text;
}

}  // namespace cotejo::ocr
