#include "extractors/tables/logical/stitch.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "base/digits.h"
#include "base/letters.h"
#include "extractors/tables/cells/header_rows.h"
#include "extractors/tables/cells/part_cells.h"
#include "extractors/tables/lines/segments.h"
#include "extractors/tables/logical/cut_rows.h"
#include "extractors/tables/logical/repeated_heads.h"
#include "extractors/tables/logical/tolerances.h"

namespace cotejo::tables {

namespace {

using model::Cell;
using model::Rect;
using model::Table;

using namespace logical;

// A logical table while it grows.
struct Growing {
  Table table;
  std::vector<double> xs;          // columns' borders, as on its first page
  std::vector<PartCell> cells;     // by row, then column, rows of the logical table
  const PagePart* last = nullptr;  // where it stands now
  int repeated_head = 0;           // rows that were printed again on a later page
};

struct Fragment {
  const PagePart* part = nullptr;
  std::vector<PartCell> cells;
  int rows = 0;
  std::vector<double> xs;  // columns' borders
  [[nodiscard]] int columns() const { return static_cast<int>(xs.size()) - 1; }
};

Rows rows_of(const Growing& table) {
  return {table.cells, table.table.rows, table.table.columns, table.table.header_rows};
}

Rows rows_of(const Fragment& next) {
  return {next.cells, next.rows, next.columns(), next.part->table.header_rows};
}

// Where each of `from`'s borders lies among `to`'s; empty when one of them has no counterpart.
std::vector<int> places_among(const std::vector<double>& from, const std::vector<double>& to, double moves) {
  const double width = to.back() - to.front();
  const double slack = std::max(moves, border_stretches.of(width));
  // Margins of left and right pages differ: the first borders are laid on each other.
  const double shift = to.front() - from.front();
  std::vector<int> places;
  for (const double x : from) {
    const auto near = std::min_element(
        to.begin(), to.end(), [&](double a, double b) { return std::abs(a - x - shift) < std::abs(b - x - shift); });
    if (std::abs(*near - x - shift) > slack) return {};
    places.push_back(static_cast<int>(near - to.begin()));
  }
  for (std::size_t i = 1; i < places.size(); ++i)
    if (places[i] <= places[i - 1]) return {};
  return places;
}

void move_columns(std::vector<PartCell>& cells, const std::vector<int>& places) {
  for (PartCell& part : cells) {
    const int end = places[static_cast<std::size_t>(part.cell.column + part.cell.column_span)];
    part.cell.column = places[static_cast<std::size_t>(part.cell.column)];
    part.cell.column_span = end - part.cell.column;
  }
}

// The cell of the growing table that covers (its last row, column), or nullptr.
PartCell* last_cell(Growing& table, int column) {
  for (auto it = table.cells.rbegin(); it != table.cells.rend(); ++it) {
    const Cell& cell = it->cell;
    if (cell.column <= column && column < cell.column + cell.column_span &&
        cell.row + cell.row_span == table.table.rows)
      return &*it;
  }
  return nullptr;
}

// The cells of the table's last row beside those of the row below the break; empty when their columns differ.
std::vector<AcrossBreak> across_break(Growing& table, const std::vector<const PartCell*>& first) {
  std::vector<AcrossBreak> cells;
  for (const PartCell* next : first) {
    const PartCell* before = last_cell(table, next->cell.column);
    const bool same = before != nullptr && before->cell.column == next->cell.column &&
                      before->cell.column_span == next->cell.column_span;
    if (!same) return {};
    cells.push_back({before, next});
  }
  return cells;
}

// The label of the first column is merged over the break. Where labels begin with small letters its text says nothing.
bool label_goes_on(const Growing& table, const AcrossBreak& cell) {
  return cell.next->cell.column == 0 && goes_on_in_mid_sentence(cell) &&
         std::none_of(table.cells.begin(), table.cells.end(),
                      [](const PartCell& part) { return part.cell.column == 0 && base::starts_small(part.cell.text); });
}

Growing started(const Fragment& part) {
  Growing grown;
  grown.table.method = part.part->table.method;
  grown.table.first_page = grown.table.last_page = part.part->page->number;
  grown.table.rows = part.rows;
  grown.table.columns = part.columns();
  grown.table.header_rows = part.part->table.header_rows;
  grown.table.page_boxes = {part.part->table.box};
  grown.xs = part.xs;
  grown.cells = part.cells;
  grown.last = part.part;
  return grown;
}

void append(Growing& table, Fragment next, int dropped) {
  std::vector<PartCell> cells;
  for (PartCell& part : next.cells)
    if (part.cell.row >= dropped) {
      part.cell.row -= dropped;
      cells.push_back(std::move(part));
    }
  int base = table.table.rows;
  const std::vector<const PartCell*> first = row_of(cells, 0);
  const bool cut = dropped < next.rows && row_goes_on(across_break(table, first), table.last->room_below);
  std::vector<char> joined(cells.size(), 0);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const PartCell& part = cells[i];
    if (part.cell.row != 0) continue;
    PartCell* before = last_cell(table, part.cell.column);
    if (before == nullptr || before->cell.column != part.cell.column ||
        before->cell.column_span != part.cell.column_span)
      continue;
    // A merged cell that the page break cut: empty here, merged there or here.
    const bool merged =
        (!cut && label_goes_on(table, {before, &part})) ||
        (!cut && part.cell.text.empty() && !before->cell.text.empty() &&
         (part.cell.row_span > 1 || before->cell.row_span > 1) && part.cell.row_span < next.rows - dropped + 1);
    if (!cut && !merged) continue;
    go_on(*before, part);
    before->cell.row_span += part.cell.row_span - (cut ? 1 : 0);
    joined[i] = 1;
  }
  if (cut) --base;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (joined[i]) continue;
    cells[i].cell.row += base;
    table.cells.push_back(std::move(cells[i]));
  }
  table.table.rows = base + next.rows - dropped;
  table.table.last_page = next.part->page->number;
  table.table.page_boxes.push_back(next.part->table.box);
  table.repeated_head = std::max(table.repeated_head, dropped);
  table.last = next.part;
}

// Borders that white space gives lie where each page's own text leaves them; it is the columns that must meet.
bool same_columns(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) return false;
  const double shift = a.front() - b.front();
  for (std::size_t i = 0; i + 1 < a.size(); ++i) {
    const double overlap = std::min(a[i + 1], b[i + 1] + shift) - std::max(a[i], b[i] + shift);
    if (overlap < least_overlap.of(std::min(a[i + 1] - a[i], b[i + 1] - b[i]))) return false;
  }
  return true;
}

bool covers(const PartCell& part, int column) {
  return part.cell.column <= column && column < part.cell.column + part.cell.column_span;
}

void drop_column(Fragment& next, int column) {
  std::erase_if(next.cells, [&](const PartCell& part) { return covers(part, column) && part.cell.column_span == 1; });
  for (PartCell& part : next.cells) {
    if (covers(part, column)) --part.cell.column_span;
    if (part.cell.column > column) --part.cell.column;
  }
  next.xs.erase(column == 0 ? next.xs.begin() : next.xs.end() - 1);
}

// A rule of the page that is longer than the table and touches it makes columns at the sides that hold nothing: they go
// where the table before has fewer columns.
void drop_empty_sides(Fragment& next, int columns) {
  const auto empty = [&](int column) {
    return std::all_of(next.cells.begin(), next.cells.end(), [&](const PartCell& part) {
      return !covers(part, column) || part.cell.column_span > 1 || part.cell.text.empty();
    });
  };
  while (next.columns() > columns && empty(next.columns() - 1)) drop_column(next, next.columns() - 1);
  while (next.columns() > columns && empty(0)) drop_column(next, 0);
}

// Lays the fragment's columns on the table's; false when they do not agree.
bool align(Growing& table, Fragment& next) {
  drop_empty_sides(next, table.table.columns);
  const std::vector<double>& xs = next.xs;
  const bool drawn = shows_lattice(table.table.method) && shows_lattice(next.part->table.method);
  if (!drawn && same_columns(table.xs, xs)) return true;
  const double moves = drawn ? border_moves.value : white_moves.value;
  if (const auto places = places_among(xs, table.xs, moves); !places.empty()) {
    if (places.front() != 0 || places.back() != table.table.columns) return false;
    move_columns(next.cells, places);
    return true;
  }
  // White space stands elsewhere on every page; the head tells the columns.
  if (!drawn && static_cast<int>(xs.size()) == table.table.columns + 1 &&
      (repeated_rows(rows_of(table), rows_of(next)) > 0 || repeated_white_rows(rows_of(table), rows_of(next)) > 0))
    return true;
  // The first page may show fewer borders than the next: merged cells only.
  const auto places = places_among(table.xs, xs, moves);
  if (places.empty() || places.front() != 0 || places.back() != static_cast<int>(xs.size()) - 1) return false;
  move_columns(table.cells, places);
  table.xs = xs;
  table.table.columns = static_cast<int>(xs.size()) - 1;
  return true;
}

// A cell merged over a group of rows begins with the row, or ends with the table, and has text of its own.
bool starts_group(const Fragment& next, int row) {
  return std::any_of(next.cells.begin(), next.cells.end(), [&](const PartCell& part) {
    return part.cell.row == row && part.cell.column == 0 && part.cell.row_span >= group_rows && !part.cell.text.empty();
  });
}

bool ends_group(Growing& table) {
  const PartCell* cell = last_cell(table, 0);
  return cell != nullptr && cell->cell.row_span >= group_rows && !cell->cell.text.empty();
}

// The whole number that a text is, or -1.
int number_of(const std::string& text) {
  return text.size() <= longest_row_number && base::all_digits(text) ? std::stoi(text) : -1;
}

// Whether the rows are numbered, and the first one below the repeated head has the number after the last one's.
bool numbers_go_on(const Growing& table, const Fragment& next, int dropped) {
  const auto number_at = [](const std::vector<PartCell>& cells, int row) {
    for (const PartCell* part : row_of(cells, row))
      if (part->cell.column == 0) return number_of(part->cell.text);
    return -1;
  };
  // Rows without a number are lines of the one beside them.
  int last = -1, row = table.table.rows - 1;
  for (; row >= 0 && last < 0; --row) last = number_at(table.cells, row);
  int before = -1;
  for (; row >= 0 && before < 0; --row) before = number_at(table.cells, row);
  int first = -1;
  for (row = dropped; row < next.rows && first < 0; ++row) first = number_at(next.cells, row);
  return last > 1 && before == last - 1 && first == last + 1;
}

// Whether the first row below the repeated head brings the sums that the last one carries: "VAN", "VIENEN". The same
// figures in two columns at least, and no other ones.
bool carries_over(const Growing& table, const Fragment& next, int dropped) {
  if (dropped >= next.rows) return false;
  const auto figures = [](const std::vector<PartCell>& cells, int row) {
    std::map<int, std::string> found;  // by column
    for (const PartCell* part : row_of(cells, row))
      if (part->cell.text.size() > 1 && is_value(part->cell.text)) found[part->cell.column] = part->cell.text;
    return found;
  };
  const auto last = figures(table.cells, table.table.rows - 1);
  return static_cast<int>(last.size()) >= least_carried && last == figures(next.cells, dropped);
}

bool continues(Growing& table, Fragment& next, int& dropped) {
  dropped = 0;
  const PagePart &last = *table.last, &part = *next.part;
  if (part.page->number != last.page->number + 1 || !last.ends_body || !part.begins_body) return false;
  // Only a fragment with more columns changes the table before it is known to belong.
  std::optional<Growing> kept;
  if (part.table.columns() > table.table.columns) kept = table;
  if (!align(table, next)) return false;
  dropped = std::max(repeated_rows(rows_of(table), rows_of(next)), repeated_white_rows(rows_of(table), rows_of(next)));
  if (dropped > 0) {
    // A table that ended with room for its next row did not run over the page: the head begins another table.
    double first_row = 0;
    if (dropped < next.rows)
      first_row =
          part.table.ys[static_cast<std::size_t>(dropped) + 1] - part.table.ys[static_cast<std::size_t>(dropped)];
    const bool roomy = last.room_below > clearly_a_row.of(first_row) && last.room_below > first_row + surely_free;
    const bool group_ends =
        last.room_below > nearly_a_row.of(first_row) && starts_group(next, dropped) && ends_group(table);
    if (first_row <= 0 || (!roomy && !group_ends) || numbers_go_on(table, next, dropped) ||
        carries_over(table, next, dropped))
      return true;
  } else if (!has_own_head(rows_of(table), rows_of(next))) {
    return true;
  }
  if (kept) table = std::move(*kept);
  return false;
}

Table finished(Growing& grown) {
  Table table = std::move(grown.table);
  std::stable_sort(grown.cells.begin(), grown.cells.end(), [](const PartCell& a, const PartCell& b) {
    return a.cell.row != b.cell.row ? a.cell.row < b.cell.row : a.cell.column < b.cell.column;
  });
  for (PartCell& part : grown.cells) table.cells.push_back(std::move(part.cell));
  if (table.header_rows < 0) table.header_rows = grown.repeated_head > 0 ? grown.repeated_head : header_rows(table);
  return table;
}

}  // namespace

std::vector<Table> stitched(const std::vector<PagePart>& parts) {
  std::vector<Table> tables;
  std::vector<Growing> open;  // the tables in order; only one that ends its page can go on
  for (const PagePart& part : parts) {
    Fragment next{&part, part_cells(*part.page, part.table), part.table.rows(), part.table.xs};
    bool joined = false;
    for (auto table = open.rbegin(); table != open.rend() && !joined; ++table) {
      if (table->last->page->number + 1 < part.page->number) break;
      Fragment copy = next;
      int dropped = 0;
      if (continues(*table, copy, dropped)) {
        append(*table, std::move(copy), dropped);
        joined = true;
      }
    }
    if (!joined) open.push_back(started(next));
  }
  for (Growing& grown : open) tables.push_back(finished(grown));
  return tables;
}

}  // namespace cotejo::tables
