#include "extractors/ocr/rules/interrupted.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/ocr/rules/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::interrupted;

bool stopped(const PixelRule& rule, double end, const std::vector<PixelRule>& level, double reach) {
  return std::any_of(level.begin(), level.end(), [&](const PixelRule& other) {
    return std::abs(other.at - end) <= reach && other.from - reach <= rule.at && rule.at <= other.to + reach;
  });
}

// Whether the line goes on in the gap: it shows between the lines of text, and none of them runs over it.
bool goes_on(const PixelRule& above, const PixelRule& below, const Image& ink, double point) {
  const double off = kBeside * point, at = (above.at + below.at) / 2;
  const auto rows = [&](double from, double to) {
    const PixelBox strip{std::max(0, static_cast<int>(from)), static_cast<int>(above.to),
                         static_cast<int>(std::ceil(to)), static_cast<int>(std::ceil(below.from))};
    return inked_rows(ink, strip);
  };
  const std::vector<bool> left = rows(at - 2 * off, at - off), line = rows(at - off, at + off),
                          right = rows(at + off, at + 2 * off);
  double crossed = 0, between = 0, shown = 0;
  for (std::size_t y = 0; y < line.size(); ++y) {
    if (left[y] && right[y]) ++crossed;
    if (left[y] || right[y]) continue;
    ++between;
    shown += line[y];
  }
  return crossed <= kCrossed * static_cast<double>(line.size()) && shown >= kShown * between;
}

// Puts what ink the line has in the gap into the mask.
void paint_rest(const PixelRule& above, const PixelRule& below, const Image& ink, double point, const Image& mask) {
  const auto half = static_cast<int>(std::ceil(kBeside * point));
  const auto x = static_cast<int>((above.at + below.at) / 2) - half, y = static_cast<int>(above.to);
  const int high = static_cast<int>(std::ceil(below.from)) - y;
  pixRasterop(mask.get(), x, y, 2 * half + 1, high, PIX_PAINT, ink.get(), x, y);
}

}  // namespace

std::vector<PixelRule> join_interrupted(std::vector<PixelRule> upright, const std::vector<PixelRule>& level,
                                        const Image& ink, double point, const Image& mask) {
  const double reach = kMeets * point, aside = kAside * point, widest = kWidest * point;
  std::sort(upright.begin(), upright.end(), [](const PixelRule& a, const PixelRule& b) { return a.from < b.from; });
  std::vector<PixelRule> whole;
  for (const PixelRule& piece : upright) {
    const auto above = std::find_if(whole.begin(), whole.end(), [&](const PixelRule& rule) {
      const double gap = piece.from - rule.to;
      return std::abs(rule.at - piece.at) <= aside && gap > 0 && gap <= widest &&
             gap <= piece.to - piece.from + rule.to - rule.from && !stopped(rule, rule.to, level, reach) &&
             !stopped(piece, piece.from, level, reach) && goes_on(rule, piece, ink, point);
    });
    if (above == whole.end()) {
      whole.push_back(piece);
      continue;
    }
    paint_rest(*above, piece, ink, point, mask);
    const double a = above->to - above->from, b = piece.to - piece.from;
    above->at = (above->at * a + piece.at * b) / (a + b);
    above->thickness = (above->thickness * a + piece.thickness * b) / (a + b);
    above->to = piece.to;
  }
  std::sort(whole.begin(), whole.end(),
            [](const PixelRule& a, const PixelRule& b) { return a.at != b.at ? a.at < b.at : a.from < b.from; });
  return whole;
}

}  // namespace cotejo::ocr
