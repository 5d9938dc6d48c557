#include "extractors/ocr/rules/rule_ends.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include "extractors/ocr/rules/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::rule_ends;

// A picture of ink whose first way is along the rules that are followed.
class Way {
 public:
  Way(const Image& image, bool horizontal)
      : data_(pixGetData(image.get())), words_(pixGetWpl(image.get())), horizontal_(horizontal) {
    along_ = horizontal ? width(image) : height(image);
    across_ = horizontal ? height(image) : width(image);
  }
  [[nodiscard]] int along() const { return along_; }
  [[nodiscard]] bool at(int along, int across) const {
    if (along < 0 || across < 0 || along >= along_ || across >= across_) return false;
    const int x = horizontal_ ? along : across, y = horizontal_ ? across : along;
    return GET_DATA_BIT(data_ + static_cast<std::ptrdiff_t>(y) * words_, x) != 0;
  }
  void paint(int along, int across) {
    const int x = horizontal_ ? along : across, y = horizontal_ ? across : along;
    SET_DATA_BIT(data_ + static_cast<std::ptrdiff_t>(y) * words_, x);
  }

 private:
  l_uint32* data_;
  int words_;
  bool horizontal_;
  int along_ = 0, across_ = 0;
};

struct Run {
  int from = 0, to = 0;  // both included
};

// The ink around a place that has some, `most` pixels to each side at the farthest.
Run run_at(const Way& ink, int along, int across, int most) {
  Run run{across, across};
  while (across - run.from < most && ink.at(along, run.from - 1)) --run.from;
  while (run.to - across < most && ink.at(along, run.to + 1)) ++run.to;
  return run;
}

// Where the rule's last pixels lie across it, looked for around its middle.
std::optional<int> across_at_end(const Way& own, const PixelRule& rule, int end, double point) {
  const int middle = static_cast<int>(std::lround(rule.at - 0.5));
  const int reach = static_cast<int>(std::ceil(rule.thickness + point + kLean * (rule.to - rule.from)));
  for (int off = 0; off <= reach; ++off)
    for (const int across : {middle - off, middle + off})
      if (own.at(end, across)) return across;
  return std::nullopt;
}

std::optional<PixelRule> follow(const PixelRule& rule, int step, const Way& ink, Way& own, const Way& crossing,
                                double point) {
  const int thickest = std::max(2, static_cast<int>(std::lround(kThickest * point)));
  const int gap = std::max(1, static_cast<int>(std::lround(kGap * point)));
  const int end = static_cast<int>(step < 0 ? rule.from : rule.to - 1);
  const std::optional<int> start = across_at_end(own, rule, end, point);
  if (!start) return std::nullopt;
  std::vector<std::pair<int, Run>> passed;  // where ink was
  int across = *start, missing = 0, inked = 0, broad = 0, steps = 0;
  for (int along = end + step; along >= 0 && along < ink.along(); along += step) {
    const bool met =
        own.at(along, across) || own.at(along, across - 1) || own.at(along, across + 1) || crossing.at(along, across);
    if (met) {
      if (steps == 0 || inked < kInked * steps || broad > kBroad * steps) return std::nullopt;
      PixelRule piece{rule.horizontal, 0, 0, 0, 0};
      piece.from = std::min(end, along), piece.to = std::max(end, along) + 1;
      double thickness = 0, at = 0;
      for (const auto& [place, run] : passed) {
        for (int i = run.from; i <= run.to; ++i) own.paint(place, i);
        thickness += run.to - run.from + 1, at += (run.from + run.to + 1) / 2.0;
      }
      const auto count = static_cast<double>(passed.size());
      piece.thickness = passed.empty() ? rule.thickness : thickness / count;
      piece.at = passed.empty() ? rule.at : at / count;
      return piece;
    }
    ++steps;
    // The nearest ink: straight on, or a pixel aside.
    std::optional<int> next;
    for (const int aside : {0, -1, 1})
      if (!next && ink.at(along, across + aside)) next = across + aside;
    if (!next) {
      if (++missing > gap) return std::nullopt;
      continue;
    }
    missing = 0;
    ++inked;
    across = *next;
    if (std::abs(across - *start) > kLean * steps + 2) return std::nullopt;
    const Run run = run_at(ink, along, across, thickest);
    if (run.to - run.from >= thickest)
      ++broad;
    else
      passed.emplace_back(along, run);
  }
  return std::nullopt;
}

}  // namespace

std::vector<PixelRule> follow_ends(const std::vector<PixelRule>& rules, const Image& ink, const Image& own,
                                   const Image& crossing, double point) {
  std::vector<PixelRule> pieces;
  if (rules.empty()) return pieces;
  const bool horizontal = rules.front().horizontal;
  const Way inked(ink, horizontal), across(crossing, horizontal);
  Way found(own, horizontal);
  for (const PixelRule& rule : rules)
    for (const int step : {-1, 1})
      if (std::optional<PixelRule> piece = follow(rule, step, inked, found, across, point)) pieces.push_back(*piece);
  return pieces;
}

}  // namespace cotejo::ocr
