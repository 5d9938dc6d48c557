#include "extractors/ocr/layer/mend_garbled.h"

#include <algorithm>
#include <string>

#include "base/digits.h"
#include "extractors/ocr/layer/garbled.h"
#include "extractors/ocr/layer/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::mend_garbled;

// A sign alone that has no meaning is a bullet in most files; among many words of the kind it is a figure of one digit.
bool lone_sign(const std::string& text) {
  return text == "\uFFFD";
}
bool one_digit(const std::string& text) {
  return text.size() == 1 && base::is_digit(text[0]);
}

}  // namespace

int mend_garbled(model::Page& text_layer, const model::Page& from_pixels) {
  int mended = 0;
  for (model::Word& word : text_layer.words) {
    if (word.hidden || !(garbled(word.text) || lone_sign(word.text))) continue;
    const model::Word* found = nullptr;
    int candidates = 0;
    for (const model::Word& read : from_pixels.words) {
      const double smaller = std::min(word.box.area(), read.box.area());
      if (smaller <= 0 || intersection(word.box, read.box).area() < kOver.of(smaller)) continue;
      ++candidates;
      found = &read;
    }
    // One word over the whole of it: half a word would lose letters.
    if (candidates != 1 || found->confidence < kSure || found->box.width() < kWhole.of(word.box.width()) ||
        garbled(found->text) || (lone_sign(word.text) && !one_digit(found->text)))
      continue;
    word.alternatives.insert(word.alternatives.begin(), {word.text, 0});
    word.text = found->text;
    word.origin = model::Origin::ocr;
    word.confidence = found->confidence;
    ++mended;
  }
  return mended;
}

bool printed_in_picture(const std::vector<double>& ink_under) {
  const auto inked = std::count_if(ink_under.begin(), ink_under.end(),
                                   [](double share) { return share > kLeastInk && share < kMostInk; });
  return !ink_under.empty() && static_cast<double>(inked) > kMostWords.of(static_cast<double>(ink_under.size()));
}

}  // namespace cotejo::ocr
