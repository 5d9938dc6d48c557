#include "extractors/ocr/rules/pixel_rules.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/ocr/picture/ink_levels.h"
#include "extractors/ocr/rules/interrupted.h"
#include "extractors/ocr/rules/rule_ends.h"
#include "extractors/ocr/rules/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::pixel_rules;

struct Finder {
  double point;  // pixels
  bool horizontal;
  Image mask;  // pixels of the rules found so far
  std::vector<PixelRule> rules;

  [[nodiscard]] int px(double points) const { return std::max(1, static_cast<int>(std::lround(points * point))); }
  [[nodiscard]] Image open(const Image& ink, int length) const {
    return Image(horizontal ? pixOpenBrick(nullptr, ink.get(), length, 1)
                            : pixOpenBrick(nullptr, ink.get(), 1, length));
  }
  [[nodiscard]] Image close(const Image& ink, int length) const {
    return Image(horizontal ? pixCloseSafeBrick(nullptr, ink.get(), length, 1)
                            : pixCloseSafeBrick(nullptr, ink.get(), 1, length));
  }

  // Whether there is white on both sides: a bridged line of text leaves thin strips too, with the letters beside them.
  [[nodiscard]] bool stands_alone(PixelBox box, PIX* piece, const Image& ink) const {
    const int off = px(kOff), side = px(kSide), frame = off + side;
    Image framed(pixAddBorder(piece, frame, 0));
    const auto widened = [&](int by) {
      return Image(horizontal ? pixDilateBrick(nullptr, framed.get(), 1, 2 * by + 1)
                              : pixDilateBrick(nullptr, framed.get(), 2 * by + 1, 1));
    };
    const Image near = widened(off);
    Image sides = widened(frame);
    pixSubtract(sides.get(), sides.get(), near.get());
    l_int32 room = 0, inked = 0;
    pixCountPixels(sides.get(), &room, nullptr);
    Image shown(pixCreate(box.width() + 2 * frame, box.height() + 2 * frame, 1));
    pixRasterop(shown.get(), 0, 0, width(shown), height(shown), PIX_SRC, ink.get(), box.x0 - frame, box.y0 - frame);
    pixAnd(shown.get(), shown.get(), sides.get());
    pixCountPixels(shown.get(), &inked, nullptr);
    return inked < kWhite.of(room);
  }

  // Whether the pieces stand where the lines of text beside them do, and nowhere else: the stems of letters that stand
  // one over the other, the ones of a column of codes. A broken line shows between the lines of text as well.
  [[nodiscard]] bool keeps_to_text(PixelBox box, const Image& ink) const {
    if (horizontal) return false;  // strokes over or under a line of text touch its letters
    const int reach = px(kLetters), off = px(kOff);
    const std::vector<bool> line = inked_rows(ink, box),
                            left = inked_rows(ink, {box.x0 - off - reach, box.y0, box.x0 - off, box.y1}),
                            right = inked_rows(ink, {box.x1 + off, box.y0, box.x1 + off + reach, box.y1});
    double text = 0, in_text = 0, between = 0, in_between = 0;
    for (std::size_t y = 0; y < line.size(); ++y) {
      if (left[y] || right[y])
        ++text, in_text += line[y];
      else
        ++between, in_between += line[y];
    }
    return text > 0 && between > kBetween.of(text) && in_between < kShownBetween.of(between) &&
           in_text > kShownInText.of(text);
  }

  // Takes over the components of `runs` that are as thin as a rule; `ink` says how much of each is really there.
  void gather(const Image& runs, const Image& ink, double thickest, double least_fill, bool alone) {
    PIXA* pieces = nullptr;
    BOXA* boxes = pixConnComp(runs.get(), &pieces, 8);
    const int count = pixaGetCount(pieces);
    for (int i = 0; i < count; ++i) {
      PIX* piece = pixaGetPix(pieces, i, L_CLONE);
      l_int32 x = 0, y = 0, w = 0, h = 0, pixels = 0, real = 0;
      boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
      pixCountPixels(piece, &pixels, nullptr);
      const double length = horizontal ? w : h, across = horizontal ? h : w;
      const double thickness = pixels / length;
      Image shown(pixCreate(w, h, 1));
      pixRasterop(shown.get(), 0, 0, w, h, PIX_SRC, ink.get(), x, y);
      pixAnd(shown.get(), shown.get(), piece);
      pixCountPixels(shown.get(), &real, nullptr);
      // A stroke may lean by a degree that straightening left, and no more.
      const bool thin = thickness <= thickest * point && across <= thickest * point + kLean.of(length) &&
                        length >= kSlender * thickness;
      if (thin && real >= least_fill * pixels &&
          (!alone || (stands_alone({x, y, x + w, y + h}, piece, ink) && !keeps_to_text({x, y, x + w, y + h}, ink)))) {
        rules.push_back({horizontal, static_cast<double>(horizontal ? x : y),
                         static_cast<double>(horizontal ? x + w : y + h), (horizontal ? y + h / 2.0 : x + w / 2.0),
                         thickness});
        pixRasterop(mask.get(), x, y, w, h, PIX_PAINT, piece, 0, 0);
      }
      pixDestroy(&piece);
    }
    boxaDestroy(&boxes);
    pixaDestroy(&pieces);
  }
};

// What is thick both ways (bars, stamps, pictures) hides no rule but would join the ones that touch it.
Image without_thick(const Image& ink, int thickest) {
  Image thick(pixOpenBrick(nullptr, ink.get(), thickest, thickest));
  Image thin(pixSubtract(nullptr, ink.get(), thick.get()));
  return thin;
}

// A short stroke counts only when it meets one that runs across: a letter's stem does not.
bool meets(const PixelRule& rule, const std::vector<PixelRule>& others, double reach) {
  return std::any_of(others.begin(), others.end(), [&](const PixelRule& other) {
    return other.from - reach <= rule.at && rule.at <= other.to + reach && rule.from - reach <= other.at &&
           other.at <= rule.to + reach;
  });
}

std::vector<PixelRule> joined(std::vector<PixelRule> rules, double gap, double aside) {
  std::sort(rules.begin(), rules.end(),
            [](const PixelRule& a, const PixelRule& b) { return a.from != b.from ? a.from < b.from : a.at < b.at; });
  std::vector<PixelRule> whole;
  for (const PixelRule& piece : rules) {
    auto before = std::find_if(whole.begin(), whole.end(), [&](const PixelRule& rule) {
      // One after the other, however the line leans; side by side only when they are the two edges of one stroke.
      const bool beside = piece.from < rule.to - gap;
      return std::abs(rule.at - piece.at) <= (beside ? aside / 3 : aside) && piece.from <= rule.to + gap;
    });
    if (before == whole.end()) {
      whole.push_back(piece);
      continue;
    }
    const double a = before->to - before->from, b = piece.to - piece.from;
    before->at = (before->at * a + piece.at * b) / (a + b);
    before->thickness = (before->thickness * a + piece.thickness * b) / (a + b);
    before->to = std::max(before->to, piece.to);
  }
  std::sort(whole.begin(), whole.end(),
            [](const PixelRule& a, const PixelRule& b) { return a.at != b.at ? a.at < b.at : a.from < b.from; });
  return whole;
}

}  // namespace

PixelRules find_rules(const PageImage& page) {
  const double point = page.dpi / 72;
  const Image ink = ink_of(page.gray, ink_level::mark);
  Finder level{point, true, Image(pixCreateTemplate(ink.get())), {}};
  Finder upright{point, false, Image(pixCreateTemplate(ink.get())), {}};
  const Image thin = without_thick(ink, level.px(kThickest) + 1);
  for (Finder* finder : {&level, &upright}) {
    // Noise leaves holes of a pixel in a pale hairline. A level one has white over and under it, and is found as a
    // broken one; an upright one has figures at both sides.
    const Image whole = finder->horizontal ? Image(pixCopy(nullptr, thin.get())) : finder->close(thin, 2);
    finder->gather(finder->open(whole, finder->px(kShortest)), thin, kThickest, kFill, false);
    // Broken lines: bridge the gaps of what is left, and take the long runs that are still thin. A line of text,
    // bridged the same way, is as thick as its letters are high.
    Image rest(pixSubtract(nullptr, thin.get(), finder->mask.get()));
    Image bridged = finder->close(rest, finder->px(kGap));
    finder->gather(finder->open(bridged, finder->px(kBrokenShortest)), rest, kBrokenThickest, kBrokenFill, true);
  }
  for (const auto& [finder, other] : {std::pair{&level, &upright}, std::pair{&upright, &level}}) {
    const std::vector<PixelRule> more = follow_ends(finder->rules, thin, finder->mask, other->mask, point);
    finder->rules.insert(finder->rules.end(), more.begin(), more.end());
    finder->rules = joined(std::move(finder->rules), finder->px(kGap), kAside * point);
  }
  upright.rules = join_interrupted(std::move(upright.rules), level.rules, ink, point, upright.mask);
  // At a corner an end covers the rule it meets: it is drawn to that one's middle.
  for (Finder* finder : {&level, &upright}) {
    for (PixelRule& rule : finder->rules) {
      rule.from += rule.thickness / 2;
      rule.to -= rule.thickness / 2;
    }
  }
  PixelRules found;
  const double reach = kMeets * point;
  for (const PixelRule& rule : level.rules) {
    if (rule.to - rule.from >= kBrokenShortest * point || meets(rule, upright.rules, reach))
      found.rules.push_back(rule);
  }
  std::vector<PixelRule> stems;
  for (const PixelRule& rule : upright.rules) {
    if (rule.to - rule.from >= kBrokenShortest * point || meets(rule, found.rules, reach))
      found.rules.push_back(rule);
    else
      stems.push_back(rule);
  }
  found.mask.reset(pixOr(nullptr, level.mask.get(), upright.mask.get()));
  // Stems of letters stay on the page.
  for (const PixelRule& stem : stems) {
    const int half = static_cast<int>(std::ceil(stem.thickness)) + 1;
    pixRasterop(found.mask.get(), static_cast<int>(stem.at) - half, static_cast<int>(stem.from), 2 * half + 1,
                static_cast<int>(stem.to - stem.from), PIX_CLR, nullptr, 0, 0);
  }
  return found;
}

void take_out(const PageImage& page, const PixelRules& rules) {
  if (rules.rules.empty()) return;
  const double point = page.dpi / 72;
  Image ink = ink_of(page.gray, ink_level::mark);
  Image wipe(pixDilateBrick(nullptr, rules.mask.get(), 3, 3));
  // Strokes of letters that cross a rule show on both sides of it: bridge them over it, and keep what the bridge
  // covers.
  Image rest(pixSubtract(nullptr, ink.get(), wipe.get()));
  const int bridge = std::max(kLeastBridge, static_cast<int>(std::lround(kBridge * point)) | 1);
  Image over(pixCloseSafeBrick(nullptr, rest.get(), 1, bridge));
  Image beside(pixCloseSafeBrick(nullptr, rest.get(), bridge, 1));
  pixOr(over.get(), over.get(), beside.get());
  pixSubtract(wipe.get(), wipe.get(), over.get());
  pixSetMasked(page.gray.get(), wipe.get(), 255);
}

}  // namespace cotejo::ocr
