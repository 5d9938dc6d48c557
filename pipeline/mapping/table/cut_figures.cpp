#include "pipeline/mapping/table/cut_figures.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/digits.h"
#include "base/grouped_figure.h"
#include "pipeline/mapping/table/tolerances.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::cut_figures;

using normalise::NumberKind;

// The digits and separators of a cell that holds a figure alone; nothing where it holds anything else.
std::string figure_alone(std::string_view text) {
  std::string figure;
  for (const char c : text) {
    if (base::is_digit(c) || c == '.' || c == ',') {
      figure += c;
    } else if (c != '$' && c != ' ' && c != '-' && c != '(' && c != ')') {
      return {};
    }
  }
  return figure;
}

bool whole_figure(std::string_view figure, std::size_t least) {
  return base::is_grouped(figure, ".,", least, 1);
}

// "1.508.609.0", "16.600.", "1.508.609,0": it breaks off inside a group, or behind one decimal of two.
bool breaks_off(std::string_view figure) {
  const std::size_t last = figure.find_last_of(".,");
  if (last == std::string_view::npos || last == 0) return false;
  const std::size_t behind = figure.size() - last - 1;
  if (behind == 0) return true;
  const auto same = std::count(figure.begin(), figure.end(), figure[last]);
  return (behind < base::kGroup && same >= 2) || (behind == 1 && figure.find_first_of(".,") < last);
}

bool has_label(const TableReading& reading, const model::Table& table, int row) {
  for (int c = 0; c < static_cast<int>(reading.columns.size()); ++c) {
    const CellReading& cell = reading.at(row, c);
    if (!cell.origin || cell.cell < 0 || cell.number.kind != NumberKind::text) continue;
    const std::string& text = table.cells[static_cast<std::size_t>(cell.cell)].text;
    if (figure_alone(text).empty() && !text.empty()) return true;
  }
  return false;
}

// Places, row and column, that hold a figure's beginning or its end.
std::vector<std::pair<int, int>> pieces(const model::Table& table, const TableReading& reading) {
  std::map<std::pair<int, int>, std::vector<int>> columns_of;  // by the rows of the two pieces
  const int rows = static_cast<int>(reading.rows.size());
  const auto figure_at = [&](int row, int column) -> std::string {
    const CellReading& cell = reading.at(row, column);
    if (!cell.origin || cell.cell < 0) return {};
    return figure_alone(table.cells[static_cast<std::size_t>(cell.cell)].text);
  };
  for (int c = 0; c < static_cast<int>(reading.columns.size()); ++c) {
    for (int r = reading.header_rows; r < rows; ++r) {
      const std::string figure = figure_at(r, c);
      if (!breaks_off(figure)) continue;
      for (int below = r + 1; below < rows && below <= r + kRowsBelow; ++below) {
        const std::string piece = figure_at(below, c);
        if (piece.empty()) continue;
        if (piece.size() <= kMostPiece && base::is_digit(piece.front()) && whole_figure(figure + piece, 2))
          columns_of[{r, below}].push_back(c);
        break;
      }
    }
  }
  std::map<int, int> cuts;  // of each column
  for (const auto& [cut, columns] : columns_of)
    for (const int c : columns) ++cuts[c];
  std::vector<std::pair<int, int>> places;
  for (const auto& [cut, columns] : columns_of) {
    const auto [above, below] = cut;
    const bool often = cuts[columns.front()] >= kCutOften;
    if (columns.size() < 2 && !often && has_label(reading, table, above) && has_label(reading, table, below)) continue;
    for (const int c : columns) {
      places.emplace_back(above, c);
      places.emplace_back(below, c);
    }
  }
  return places;
}

// "9.262.000.00" among figures such as "5.490.000.000,00": the sign before what looks like decimals parts groups there,
// so that the end of a group and the decimals behind it are lost.
std::vector<std::pair<int, int>> without_end(const model::Table& table, const TableReading& reading) {
  std::vector<std::pair<int, int>> places;
  for (int c = 0; c < static_cast<int>(reading.columns.size()); ++c) {
    int others = 0;
    std::vector<std::pair<int, int>> odd;
    for (int r = reading.header_rows; r < static_cast<int>(reading.rows.size()); ++r) {
      const CellReading& cell = reading.at(r, c);
      if (!cell.origin || cell.cell < 0) continue;
      const std::string figure = figure_alone(table.cells[static_cast<std::size_t>(cell.cell)].text);
      const std::size_t last = figure.find_last_of(".,");
      if (last == std::string::npos || last + 3 != figure.size()) continue;  // two digits behind it
      const bool alone = figure.find_first_of(".,") == last;
      const bool same = !alone && figure.find(figure[last]) < last;
      if (same && breaks_off(figure)) odd.emplace_back(r, c);
      others += !alone && !same;
    }
    if (!odd.empty() && others > 2 * static_cast<int>(odd.size())) places.insert(places.end(), odd.begin(), odd.end());
  }
  return places;
}

}  // namespace

void forget_cut_figures(const model::Table& table, TableReading& reading) {
  std::vector<std::size_t> cut;
  const auto forget = [&](const std::vector<std::pair<int, int>>& places) {
    for (const auto& [row, column] : places)
      cut.push_back(static_cast<std::size_t>(row) * reading.columns.size() + static_cast<std::size_t>(column));
  };
  forget(pieces(table, reading));
  forget(without_end(table, reading));
  for (std::size_t i = 0; i < reading.grid.size(); ++i) {
    const CellReading& cell = reading.grid[i];
    if (cell.number.kind != NumberKind::number || cell.number.rest.empty() || cell.cell < 0) continue;
    const std::string figure = figure_alone(table.cells[static_cast<std::size_t>(cell.cell)].text);
    const std::string rest = figure_alone(cell.number.rest);
    // Over two lines of its cell a figure may break off anywhere.
    const bool lines = table.cells[static_cast<std::size_t>(cell.cell)].text.find('\n') != std::string::npos;
    const std::string_view first =
        std::string_view(figure).substr(0, figure.size() - std::min(figure.size(), rest.size()));
    if (base::is_digit(cell.number.rest.front()) && (lines || breaks_off(first)) && whole_figure(figure, 1))
      cut.push_back(i);
  }
  if (cut.empty()) return;
  for (const std::size_t i : cut) {
    reading.grid[i].number = {};
    reading.grid[i].number.kind = NumberKind::text;
  }
  reading.left_out.push_back(std::to_string(cut.size()) + (cut.size() == 1 ? " celda tiene" : " celdas tienen") +
                             " un pedazo de una cifra, que la lectura partió en dos");
}

}  // namespace cotejo::mapping
