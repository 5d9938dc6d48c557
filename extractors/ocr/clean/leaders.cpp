#include "extractors/ocr/clean/leaders.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "base/median.h"
#include "extractors/ocr/clean/tolerances.h"
#include "extractors/ocr/picture/ink_levels.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::leaders;

struct Run {
  std::vector<PixelBox> dots;
  [[nodiscard]] PixelBox box() const {
    PixelBox all = dots.front();
    for (const PixelBox& d : dots)
      all = {std::min(all.x0, d.x0), std::min(all.y0, d.y0), std::max(all.x1, d.x1), std::max(all.y1, d.y1)};
    return all;
  }
};

// The dots of an upright dotted rule are no text.
bool has_letters(const Image& ink, PixelBox box, double dot) {
  const std::vector<PixelBox> pieces = pieces_in(ink, box);
  return std::any_of(pieces.begin(), pieces.end(), [&](const PixelBox& piece) { return piece.height() > dot; });
}

}  // namespace

std::vector<PixelWord> take_out_leaders(PageImage& page) {
  std::vector<PixelWord> words;
  const double point = page.dpi / 72;
  const Image ink = ink_of(page.gray, ink_level::letter);
  std::vector<PixelBox> dots;
  BOXA* boxes = pixConnCompBB(ink.get(), 8);
  const int count = boxaGetCount(boxes);
  for (int i = 0; i < count; ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    if (std::max(w, h) <= kDot * point && std::max(w, h) <= kRound * std::min(w, h))
      dots.push_back({x, y, x + w, y + h});
  }
  boxaDestroy(&boxes);
  // Speckle has dots everywhere: what is a row is decided dot by dot, from the left, against the open rows' last dots.
  std::sort(dots.begin(), dots.end(),
            [](const PixelBox& a, const PixelBox& b) { return a.x0 != b.x0 ? a.x0 < b.x0 : a.y0 < b.y0; });
  std::vector<Run> open, runs;
  const double aside = kAside * point;
  for (const PixelBox& dot : dots) {
    const auto closed = [&](const Run& run) { return dot.x0 - run.dots.back().x1 > kStep * point; };
    for (Run& run : open)
      if (closed(run) && run.dots.size() >= kFewest) runs.push_back(run);
    open.erase(std::remove_if(open.begin(), open.end(), closed), open.end());
    Run* found = nullptr;
    for (Run& run : open)
      if (std::abs(run.dots.back().y1 - dot.y1) <= aside && run.dots.back().x1 <= dot.x0) found = &run;
    if (found != nullptr)
      found->dots.push_back(dot);
    else
      open.push_back({{dot}});
  }
  for (Run& run : open)
    if (run.dots.size() >= kFewest) runs.push_back(run);
  for (const Run& run : runs) {
    const PixelBox box = run.box();
    // Steady steps, as a machine sets them.
    std::vector<int> steps;
    for (std::size_t i = 1; i < run.dots.size(); ++i) steps.push_back(run.dots[i].x0 - run.dots[i - 1].x0);
    const int usual = base::median(steps);
    const auto steady = std::count_if(steps.begin(), steps.end(), [&](int step) {
      return std::abs(step - usual) <= std::max(kOff, kUneven.of(usual));
    });
    if (static_cast<double>(steady) < kSteady.of(static_cast<double>(steps.size()))) continue;
    // Text at its left, on its line.
    const PixelBox before{box.x0 - static_cast<int>(kBefore * point), box.y1 - static_cast<int>(kLetters * point),
                          box.x0, box.y1};
    if (ink_share(ink, before) < kText || !has_letters(ink, before, kDot * point)) continue;
    PixelWord word;
    word.text = std::string(run.dots.size(), '.');
    word.confidence = 1;
    word.box = box;
    word.symbols = {{word.text, box}};
    words.push_back(std::move(word));
    BOX* area = boxCreate(box.x0 - 1, box.y0 - 1, box.width() + 2, box.height() + 2);
    pixSetInRectArbitrary(page.gray.get(), area, 255);
    boxDestroy(&area);
  }
  return words;
}

}  // namespace cotejo::ocr
