#include "extractors/tables/white/verdict.h"

#include <array>

namespace cotejo::tables {
namespace {

// So much of the places of a grid that rules close hold something, and of one that none close.
constexpr int percent_filled_closed = 25, percent_filled_open = 40;
// A schedule has so many rows.
constexpr int rows_of_schedule = 5;
// So many words fill a cell on the average where rules close the grid, and where none do.
constexpr int words_a_cell_closed = 14, words_a_cell_open = 5;

// Rows of a label each and a mark here and there under columns that all have their names: months, as of a plan.
bool is_schedule(const Candidate& c) {
  return c.header_rows > 0 && c.cells.head_cells >= c.cells.columns && c.cells.rows >= rows_of_schedule &&
         c.cells.rows_with_label == c.cells.rows && c.cells.rows_of_several == c.rows;
}

struct Line {
  std::string_view name;
  bool (*holds)(const Candidate&);
};

// What refuses any grid.
constexpr std::array<Line, 8> refusals{{
    {"too small",
     [](const Candidate& c) {
       return c.cells.columns < 2 || c.cells.rows < 1 || c.rows < 2 || c.cells.rows_of_several < 2;
     }},
    {"equations", [](const Candidate& c) { return c.cells.relations > 0; }},
    {"bars of a chart", [](const Candidate& c) { return c.on_bars; }},
    {"a list", [](const Candidate& c) { return c.cells.columns == 2 && c.cells.item_marks * 2 > c.cells.rows; }},
    {"contents",
     [](const Candidate& c) {
       return c.cells.columns <= 3 && c.cells.page_numbers && c.cells.rows >= 3 && (c.led || c.header_rows == 0);
     }},
    {"most rows of one cell", [](const Candidate& c) { return c.cells.rows_of_several * 5 < c.rows * 2; }},
    {"mostly empty",
     [](const Candidate& c) {
       return c.cells.cells * 100 < c.cells.rows * c.cells.columns *
                                        (c.closed || is_schedule(c) ? percent_filled_closed : percent_filled_open);
     }},
    {"a drawing", [](const Candidate& c) { return c.drawn; }},
}};

bool named(const Candidate& c) {
  return c.cells.head_cells * 2 >= c.cells.columns || c.cells.rows_with_label * 2 >= c.cells.rows;
}

Verdict of_figures(const Candidate& c) {
  const Evidence& e = c.cells;
  if (!named(c)) return {false, "figures that nothing names"};
  if (e.rows_of_values * 2 < e.rows_of_several - c.header_rows) return {false, "few rows of figures"};
  if (c.closed) return {e.values >= 2, "figures between rules"};
  return {e.rows_of_values >= 2 && (e.rows_of_several >= 3 || e.columns >= 3), "rows of figures"};
}

Verdict of_text(const Candidate& c) {
  const Evidence& e = c.cells;
  if (c.closed) return {e.rows_of_several >= 3 && e.words <= e.cells * words_a_cell_closed, "text between rules"};
  if (e.rows_broken_off >= 2 && e.rows_broken_off * 2 >= e.rows_of_several) return {false, "running text"};
  return {e.columns >= 3 && e.rows_of_several >= 4 && e.words <= e.cells * words_a_cell_open, "rows of short text"};
}

}  // namespace

Verdict verdict(const Candidate& candidate) {
  for (const Line& line : refusals)
    if (line.holds(candidate)) return {false, line.name};
  return candidate.cells.value_columns > 0 ? of_figures(candidate) : of_text(candidate);
}

}  // namespace cotejo::tables
