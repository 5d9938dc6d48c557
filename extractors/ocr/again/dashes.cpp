#include "extractors/ocr/again/dashes.h"

#include <algorithm>
#include <optional>

#include "base/digits.h"
#include "extractors/ocr/again/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::dashes;

// The ink between two words; none where there is none, or where it is in several pieces.
std::optional<PixelBox> only_mark(const Image& ink, PixelBox gap) {
  const std::vector<PixelBox> pieces = pieces_in(ink, gap);
  return pieces.size() == 1 ? std::optional(pieces.front()) : std::nullopt;
}

std::optional<PixelBox> dash_between(const Image& ink, const PixelWord& left, const PixelWord& right) {
  const double high = std::max(left.box.height(), right.box.height());
  const PixelBox gap{left.box.x1 + 1, std::min(left.box.y0, right.box.y0), right.box.x0 - 1,
                     std::max(left.box.y1, right.box.y1)};
  if (gap.width() < kLeastGap * high || gap.width() > kMostGap * high) return std::nullopt;
  const std::optional<PixelBox> mark = only_mark(ink, gap);
  if (!mark) return std::nullopt;
  const double wide = mark->width(), thick = mark->height(), middle = (mark->y0 + mark->y1) / 2.0 - gap.y0;
  const bool bar =
      wide >= kLeastWide * high && wide <= kMostWide * high && thick <= kThickest * high && wide >= kSlender * thick;
  const bool apart = mark->x0 > gap.x0 && mark->x1 < gap.x1;
  const bool half_way = middle > kHighest * gap.height() && middle < kLowest * gap.height();
  return bar && apart && half_way ? mark : std::nullopt;
}

// The low line that ties two parts of a code: under the foot of its digits, as long as the space between them nearly.
std::optional<PixelBox> low_line_between(const Image& ink, const PixelWord& left, const PixelWord& right) {
  const auto digit = [](char c) { return base::is_digit(c); };
  if (left.text.empty() || right.text.empty() || !digit(left.text.back()) || !digit(right.text.front()))
    return std::nullopt;
  const double high = std::min(left.box.height(), right.box.height());
  // One of the boxes may hold the line.
  const int foot = std::min(left.box.y1, right.box.y1);
  if (right.box.x0 - left.box.x1 > kMostGap * high) return std::nullopt;
  // The engine's boxes are off by a letter here: the line may stand under either end.
  const PixelBox under{left.box.x1 - static_cast<int>(kOff * high), foot + 1,
                       right.box.x0 + static_cast<int>(kOff * high),
                       std::min(height(ink), foot + static_cast<int>(kUnder * high))};
  const std::optional<PixelBox> mark = only_mark(ink, under);
  if (!mark) return std::nullopt;
  const bool line = mark->width() >= kLeastLow * high && mark->width() <= kMostWide * high &&
                    mark->height() <= kThickest * high && mark->width() >= 2 * mark->height();
  return line ? mark : std::nullopt;
}

// Puts what stands after it to a word, with a sign between.
void tie(PixelWord& word, const PixelSymbol& sign, PixelWord next) {
  std::vector<model::Reading> other;
  for (const model::Reading& left : word.alternatives)
    other.push_back({left.text + sign.text + next.text, left.confidence});
  for (const model::Reading& right : next.alternatives)
    other.push_back({word.text + sign.text + right.text, right.confidence});
  word.text += sign.text + next.text;
  word.symbols.push_back(sign);
  word.symbols.insert(word.symbols.end(), next.symbols.begin(), next.symbols.end());
  word.box = {std::min(word.box.x0, next.box.x0), std::min(word.box.y0, next.box.y0),
              std::max(word.box.x1, next.box.x1), std::max(word.box.y1, next.box.y1)};
  word.confidence = std::min({word.confidence, next.confidence, kConfidence});
  word.alternatives = std::move(other);
}

}  // namespace

void add_dashes(const Image& ink, std::vector<PixelWord>& words) {
  std::vector<PixelWord> whole;
  for (PixelWord& word : words) {
    if (!whole.empty() && whole.back().line == word.line)
      if (const std::optional<PixelBox> mark = dash_between(ink, whole.back(), word)) {
        PixelWord dash;
        dash.text = "-";
        dash.confidence = kConfidence;
        dash.box = *mark;
        dash.line = word.line;
        dash.symbols = {{"-", *mark}};
        whole.push_back(std::move(dash));
      }
    if (!whole.empty() && whole.back().line == word.line)
      if (const std::optional<PixelBox> mark = low_line_between(ink, whole.back(), word)) {
        tie(whole.back(), {"_", *mark}, std::move(word));
        continue;
      }
    whole.push_back(std::move(word));
  }
  words = std::move(whole);
}

}  // namespace cotejo::ocr
