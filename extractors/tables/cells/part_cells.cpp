#include "extractors/tables/cells/part_cells.h"

#include <algorithm>
#include <limits>

#include "extractors/tables/cells/cell_text.h"
#include "extractors/tables/cells/tolerances.h"

namespace cotejo::tables {

namespace {

bool is_shaded(const model::Page& page, const model::Rect& box) {
  const model::Point middle{box.center_x(), box.center_y()};
  return std::any_of(page.shades.begin(), page.shades.end(), [&](const model::Shade& shade) {
    return shade.box.contains(middle) && overlap_x(shade.box, box) > cells::under_cell.of(box.width()) &&
           overlap_y(shade.box, box) > cells::under_cell.of(box.height());
  });
}

// Readings of the whole cell: its one printed line with one of its words read another way.
std::vector<model::Reading> other_readings(const model::Page& page, const PageCell& from, const model::Cell& cell) {
  std::vector<model::Reading> readings;
  if (cell.origin != model::Origin::ocr || cell.lines.size() != 1 || from.words.size() > cells::few_words)
    return readings;
  for (const int index : from.words) {
    const model::Word& word = page.words[index];
    const std::size_t at = cell.text.find(word.text);
    if (word.alternatives.empty() || word.text.empty() || at == std::string::npos) continue;
    if (cell.text.find(word.text, at + 1) != std::string::npos) continue;  // which of the two cannot be told
    for (const model::Reading& other : word.alternatives) {
      std::string text = cell.text;
      text.replace(at, word.text.size(), other.text);
      if (text != cell.text) readings.push_back({std::move(text), other.confidence});
    }
  }
  std::stable_sort(readings.begin(), readings.end(),
                   [](const model::Reading& a, const model::Reading& b) { return a.confidence > b.confidence; });
  return readings;
}

}  // namespace

std::vector<PartCell> part_cells(const model::Page& page, const PageTable& table) {
  const Padding padding = padding_of(page, table);
  std::vector<PartCell> out;
  out.reserve(table.cells.size());
  for (const PageCell& from : table.cells) {
    PartCell part;
    CellText text = cell_text(page, from, padding);
    model::Cell& cell = part.cell;
    cell.row = from.row;
    cell.column = from.column;
    cell.row_span = from.row_span;
    cell.column_span = from.column_span;
    cell.page = page.number;
    cell.box = from.box;
    cell.text = std::move(text.text);
    cell.lines = std::move(text.lines);
    cell.shaded = is_shaded(page, from.box);
    cell.bold = !from.words.empty();
    cell.origin = from.words.empty() ? page.origin : page.words[from.words.front()].origin;
    double confidence = 0, weight = 0, left = std::numeric_limits<double>::max();
    for (const int index : from.words) {
      const model::Word& word = page.words[index];
      cell.bold = cell.bold && word.bold;
      if (word.origin != cell.origin) cell.origin = model::Origin::mixed;
      confidence += word.confidence * static_cast<double>(word.text.size());
      weight += static_cast<double>(word.text.size());
      left = std::min(left, word.box.x0);
      part.font_size = std::max(part.font_size, word.font_size);
    }
    cell.alternatives = other_readings(page, from, cell);
    if (weight > 0) {
      cell.confidence = confidence / weight;
      cell.indent = std::max(0.0, left - from.box.x0);
    }
    part.room = text.room;
    part.below = from.box.y1 - text.bottom;
    out.push_back(std::move(part));
  }
  return out;
}

}  // namespace cotejo::tables
