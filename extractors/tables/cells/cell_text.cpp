#include "extractors/tables/cells/cell_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/median.h"
#include "extractors/layout/join_text.h"
#include "extractors/layout/lines.h"
#include "extractors/tables/cells/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace cells;

using layout::Line;
using model::Rect;

double top_of(const Line& line) {
  switch (line.rotation) {
    case 90:
      return -line.box.x1;
    case 180:
      return -line.box.y1;
    case 270:
      return line.box.x0;
    default:
      return line.box.y0;
  }
}

double width_of(const Rect& box, int rotation) {
  return rotation % 180 == 0 ? box.width() : box.height();
}

double usual_pitch(const std::vector<Line>& lines) {
  std::vector<double> steps;
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (lines[i].rotation == lines[i - 1].rotation) steps.push_back(top_of(lines[i]) - top_of(lines[i - 1]));
  return steps.empty() ? 0 : base::median(std::move(steps));
}

}  // namespace

Padding padding_of(const model::Page& page, const PageTable& table) {
  constexpr double none = std::numeric_limits<double>::max();
  Padding padding{none, none};
  for (const PageCell& cell : table.cells)
    for (const int index : cell.words) {
      const model::Word& word = page.words[index];
      if (word.rotation != 0) continue;
      // Text that hangs over the rule says nothing about the padding.
      if (word.box.x0 >= cell.box.x0) padding.left = std::min(padding.left, word.box.x0 - cell.box.x0);
      if (word.box.x1 <= cell.box.x1) padding.right = std::min(padding.right, cell.box.x1 - word.box.x1);
    }
  if (padding.left == none) padding.left = 0;
  // Left-aligned text seldom touches the right side: the padding is the same on both sides as a rule.
  padding.right = padding.right == none ? padding.left : std::min(padding.right, padding.left);
  return padding;
}

std::string plain_text(const PageCell& cell, const model::Page& page) {
  std::string text;
  for (const int w : cell.words) {
    if (!text.empty()) text += ' ';
    text += page.words[static_cast<std::size_t>(w)].text;
  }
  return text;
}

CellText cell_text(const model::Page& page, const PageCell& cell, const Padding& padding) {
  CellText out;
  out.top = out.bottom = cell.box.y0;
  if (cell.words.empty()) return out;
  const std::vector<Line> lines = layout::lines_of(page, cell.words, std::numeric_limits<double>::max());
  const double pitch = usual_pitch(lines);
  out.top = lines.front().box.y0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    out.bottom = std::max(out.bottom, line.box.y1);
    std::string text = layout::line_text(page, line);
    if (i > 0) {
      const Line& last = lines[i - 1];
      layout::Break at;
      at.size = std::max(1.0, line.font_size);
      at.room = width_of(cell.box, last.rotation) - padding.left - padding.right - width_of(last.box, last.rotation);
      at.next_word = width_of(page.words[line.words.front()].box, line.rotation);
      at.last = i + 1 == lines.size();
      const double step = top_of(line) - top_of(last);
      const bool looser = pitch > 0 && step > extra_leading.of(pitch) && step > extra_leading.of(line.font_size);
      at.extra_gap = last.rotation != line.rotation || looser || step > blank_line.of(line.font_size);
      layout::append_text(out.text, text, layout::seam_between(out.lines.back(), text, at));
    } else {
      out.text = text;
    }
    out.room = width_of(cell.box, line.rotation) - padding.left - padding.right - width_of(line.box, line.rotation);
    out.lines.push_back(std::move(text));
  }
  return out;
}

}  // namespace cotejo::tables
