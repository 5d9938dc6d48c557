#include "pipeline/mapping/columns/head.h"

#include <algorithm>
#include <set>

#include "pipeline/mapping/columns/column_numbers.h"
#include "pipeline/mapping/columns/tolerances.h"
#include "pipeline/mapping/table/unit_note.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::head;

struct RowLook {
  int figures = 0;  // amounts, percentages, counts
  int years = 0;
  int texts = 0;
  int filled = 0;
  int widest = 0;           // columns of the widest filled cell
  bool past_first = false;  // something stands in another than the first column
};

RowLook look_of(const Sheet& sheet, int row) {
  RowLook look;
  for (int column = 0; column < sheet.columns; ++column) {
    const model::Cell* cell = sheet.cell(row, column);
    if (cell == nullptr || cell->column != column || cell->row != row) continue;
    const Shape shape = sheet.shape(row, column);
    if (shape == Shape::blank || shape == Shape::none) continue;
    ++look.filled;
    look.widest = std::max(look.widest, cell->column_span);
    look.past_first |= column > 0;
    if (shape == Shape::year) {
      ++look.years;
    } else if (is_figure(shape) || shape == Shape::code) {
      ++look.figures;
    } else if (shape == Shape::text || shape == Shape::date) {
      ++look.texts;
    }
  }
  return look;
}

bool same_row(const Sheet& sheet, int a, int b) {
  bool any = false;
  for (int column = 0; column < sheet.columns; ++column) {
    if (sheet.fold(a, column) != sheet.fold(b, column)) return false;
    any |= !sheet.fold(a, column).empty();
  }
  return any;
}

}  // namespace

int header_rows_of(const Sheet& sheet) {
  if (sheet.rows < 2) return 0;
  const int told = std::clamp(sheet.table->header_rows, 0, std::min(sheet.rows - 1, kMostHeaderRows));
  const int limit = std::min(sheet.rows - 1, kMostHeaderRows);
  // The first row with figures of its own ends the head, but for rows that number the columns (1, 2, 3 …).
  int first_figures = sheet.rows;
  for (int row = 0; row <= limit; ++row) {
    const RowLook look = look_of(sheet, row);
    if (look.figures > 0 && !(row > 0 && numbers_columns(sheet, row)) && look.figures * 2 >= look.filled - 1) {
      first_figures = row;
      break;
    }
  }
  int rows = told;
  if (first_figures < told) rows = first_figures;
  if (first_figures <= limit && first_figures > rows) {
    // Rows between what was told and the first figures: heads reach into other columns, section rows do not.
    int grown = rows;
    while (grown < first_figures) {
      const RowLook look = look_of(sheet, grown);
      const bool all_across = look.filled == 1 && look.widest >= sheet.columns;
      const bool heads = look.past_first && !all_across && (look.years > 0 || look.texts * 2 >= look.filled);
      const bool head = grown == 0 || heads || numbers_columns(sheet, grown);
      if (!head) break;
      ++grown;
    }
    // A title over the whole width comes before the head: it alone is not the head.
    rows = grown;
  }
  if (rows == 0 && first_figures > limit && told == 0) {
    // All text: a first row of short, different texts over longer ones is taken for the head.
    const RowLook look = look_of(sheet, 0);
    std::set<std::string> texts;
    std::size_t longest = 0;
    for (int column = 0; column < sheet.columns; ++column) {
      texts.insert(sheet.fold(0, column));
      longest = std::max(longest, sheet.fold(0, column).size());
    }
    if (look.filled >= 2 && look.filled == sheet.columns && static_cast<int>(texts.size()) == sheet.columns &&
        longest <= kLongHead) {
      rows = 1;
    }
  }
  // Cells merged down from the head into the next row belong to the head, unless figures stand beside them.
  while (rows > 0 && rows < limit && rows < first_figures) {
    bool hangs = false;
    for (int column = 0; column < sheet.columns; ++column) {
      const model::Cell* cell = sheet.cell(rows, column);
      hangs |= cell != nullptr && cell->row < rows && !sheet.fold(rows, column).empty();
    }
    if (!hangs) break;
    ++rows;
  }
  while (rows > 0 && rows < limit && same_row(sheet, rows, rows - 1)) ++rows;
  return rows;
}

std::vector<std::string> head_levels(const Sheet& sheet, int header_rows, int column,
                                     const std::function<bool(const model::Cell&)>& is_none) {
  std::vector<std::string> levels;
  int last = -1;
  for (int row = 0; row < header_rows; ++row) {
    const int index = sheet.at(row, column);
    if (index < 0 || index == last) continue;
    last = index;
    const model::Cell& cell = sheet.table->cells[static_cast<std::size_t>(index)];
    const bool title = cell.column_span >= sheet.columns && sheet.columns > 1;
    if (title || sheet.folded[static_cast<std::size_t>(index)].empty()) {
      // "%" folds to nothing and is a head all the same
      if (title || cell.text.find_first_not_of(" \n\t") == std::string::npos) continue;
    }
    const bool figure =
        is_figure(sheet.shapes[static_cast<std::size_t>(index)]) && cell.text.find('%') == std::string::npos;
    if (is_none(cell)) continue;
    if (is_unit_note(cell.text)) continue;  // of the whole table, wherever in its head it stands
    if (row > 0 && !levels.empty() && (figure || numbers_columns(sheet, row))) continue;
    std::string text;
    for (const char c : cell.text) text += c == '\n' ? ' ' : c;
    if (levels.empty() || levels.back() != text) levels.push_back(std::move(text));
  }
  return levels;
}

}  // namespace cotejo::mapping
