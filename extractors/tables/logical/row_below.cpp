#include "extractors/tables/logical/row_below.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "base/letters.h"
#include "base/median.h"
#include "extractors/tables/areas/stacks.h"
#include "extractors/tables/lines/segments.h"
#include "extractors/tables/logical/known_columns.h"
#include "extractors/tables/logical/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace logical;
using model::Rect;

// The nearest line under the table, when no other follows it as the lines of a table do.
const TextLine* line_below(const std::vector<TextLine>& lines, const PageTable& table) {
  const auto first = std::find_if(lines.begin(), lines.end(), [&](const TextLine& line) {
    return line.middle > table.box.y1 && overlap_x(line.box, table.box) > 0;
  });
  if (first == lines.end() || first->box.y0 - table.box.y1 > row_below_reach.of(first->em)) return nullptr;
  const auto next = first + 1;
  const bool alone =
      next == lines.end() || next->segments.size() < 2 || next->box.y0 - first->box.y1 > row_below_reach.of(first->em);
  return alone && first->segments.size() >= 2 ? &*first : nullptr;
}

// A label, and a figure in most of the columns of figures.
bool is_row_of(const std::vector<Slot>& slots, const KnownColumns& known, double em) {
  const auto columns = std::count(known.values.begin() + 1, known.values.end(), true);
  std::ptrdiff_t figures = 0, labels = 0, astray = 0;
  for (const Slot& slot : slots) {
    if (!is_value(slot.segment.text())) {
      ++labels;
      continue;
    }
    if (slot.first != slot.last || !known.values[static_cast<std::size_t>(slot.first)]) return false;
    if (!known.aligned(slot.first, slot.segment.box, em)) ++astray;
    ++figures;
  }
  if (labels > 1 || figures < 2) return false;
  // Bigger print is set off otherwise; a figure for every one of several columns speaks for itself.
  if (astray > 0) return figures == columns && columns >= columns_for_themselves;
  return static_cast<double>(figures) >= most_columns.of(static_cast<double>(columns));
}

// Whether the row is that of the total, with a figure in every column of figures.
bool is_full_total(const std::vector<Slot>& slots, const KnownColumns& known) {
  return slots.front().first == 0 && names_total(slots.front().segment.text()) &&
         std::ssize(slots) - 1 == std::count(known.values.begin() + 1, known.values.end(), true);
}

bool ruled_between(const model::Page& page, const PageTable& table, double above, double below) {
  const std::vector<double> rules = wide_rules(page.rules, table.xs.front(), table.xs.back(), table.xs[1]);
  return std::any_of(rules.begin(), rules.end(), [&](double y) { return y > above && y < below; });
}

// Rules part the rows.
bool has_ruled_rows(const model::Page& page, const PageTable& table) {
  const std::vector<double> rules = wide_rules(page.rules, table.xs.front(), table.xs.back(), table.xs[1]);
  const auto inside =
      std::count_if(rules.begin(), rules.end(), [&](double y) { return y > table.box.y0 && y < table.box.y1; });
  return 2 * inside >= table.rows();
}

double usual_pitch(const PageTable& table) {
  std::vector<double> heights;
  for (std::size_t r = 1; r < table.ys.size(); ++r) heights.push_back(table.ys[r] - table.ys[r - 1]);
  return base::median(std::move(heights));
}

void stretch_last_row(PageTable& table, double bottom) {
  const double old = table.ys.back();
  table.ys.back() = table.box.y1 = bottom;
  for (PageCell& cell : table.cells)
    if (cell.box.y1 == old) cell.box.y1 = bottom;
}

void add_to_last_label(PageTable& table, const TextLine& line) {
  stretch_last_row(table, line.box.y1);
  for (PageCell& cell : table.cells)
    if (cell.column == 0 && cell.row + cell.row_span == table.rows())
      for (const Piece& piece : line.segments.front().pieces) cell.words.push_back(piece.word);
}

PageTable with_row(PageTable table, const std::vector<Slot>& slots, const Rect& line) {
  const int row = table.rows(), columns = table.columns();
  table.ys.push_back(line.y1);
  table.box.y1 = line.y1;
  std::vector<PageCell> cells(static_cast<std::size_t>(columns));
  for (int c = 0; c < columns; ++c) {
    PageCell& cell = cells[static_cast<std::size_t>(c)];
    cell.row = row;
    cell.column = c;
    cell.box = {table.xs[static_cast<std::size_t>(c)], table.ys[static_cast<std::size_t>(row)],
                table.xs[static_cast<std::size_t>(c) + 1], line.y1};
  }
  for (const Slot& slot : slots)
    for (const Piece& piece : slot.segment.pieces)
      cells[static_cast<std::size_t>(slot.first)].words.push_back(piece.word);
  table.cells.insert(table.cells.end(), cells.begin(), cells.end());
  return table;
}

}  // namespace

std::optional<PageTable> with_row_below(const model::Page& page, const PageTable& table, const std::vector<int>& free) {
  const int head = std::max(table.header_rows, 1);
  if (table.columns() < 3 || table.rows() <= head) return std::nullopt;
  std::vector<Rect> leaders;
  const std::vector<TextLine> lines = lines_of(pieces_of(page, free, leaders), leaders, {}, kColumnGap);
  const TextLine* line = line_below(lines, table);
  if (line == nullptr) return std::nullopt;
  const KnownColumns known = known_columns(table, head, page);
  if (line->box.x0 < table.xs.front() || line->box.x1 > table.xs.back() + off_column.of(line->em)) return std::nullopt;
  const std::vector<Slot> slots = place(*line, known.columns);
  if (!is_row_of(slots, known, line->em)) return std::nullopt;
  if (table.rows() - head < least_rows_above && !is_full_total(slots, known)) return std::nullopt;
  return with_row(table, slots, line->box);
}

std::optional<PageTable> with_label_below(const model::Page& page, const PageTable& table,
                                          const std::vector<int>& free) {
  std::vector<int> below;
  for (const int word : free)
    if (page.words[static_cast<std::size_t>(word)].box.center_y() > table.box.y1) below.push_back(word);
  std::vector<Rect> leaders;
  const std::vector<TextLine> lines = lines_of(pieces_of(page, below, leaders), leaders, {}, kColumnGap);
  if (lines.empty() || lines.size() > most_label_lines || table.columns() < 2) return std::nullopt;
  PageTable whole = table;
  const double pitch = usual_pitch(table);
  for (const TextLine& line : lines) {
    const std::string text = line.segments.front().text();
    const bool in_first = line.box.x0 >= table.xs[0] - off_column.of(line.em) && line.box.x0 < table.xs[1];
    if (line.segments.size() > 1 || !in_first || is_note(text) || is_caption(text) || is_value(text))
      return std::nullopt;
    if (text.back() == '.' || line.box.y1 - whole.box.y1 > next_row.of(pitch)) return std::nullopt;
    const bool first = &line == &lines.front();
    const bool ruled = ruled_between(page, table, whole.box.y1 - line.em, line.middle);
    const bool own_row = first && (ruled || (!has_ruled_rows(page, table) && !base::starts_small(text)));
    if (own_row)
      whole = with_row(std::move(whole), {Slot{0, 0, line.segments.front(), false}}, line.box);
    else
      add_to_last_label(whole, line);
  }
  return whole;
}

}  // namespace cotejo::tables
