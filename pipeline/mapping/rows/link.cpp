#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/digits.h"
#include "pipeline/mapping/rows/rows.h"
#include "pipeline/mapping/rows/tolerances.h"
#include "pipeline/mapping/table/code_tree.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::link;

bool is_entry(const RowReading& row) {
  return row.role == RowRole::line || row.role == RowRole::subtotal || row.role == RowRole::section;
}

// Parents by the dotted prefixes of the codes; rows may stand in any order.
bool link_by_code(std::vector<RowReading>& rows) {
  std::map<std::string, int, std::less<>> row_of;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::string code = rows[i].code;
    while (!code.empty() && code.back() == '.') code.pop_back();
    if (!code.empty() && is_entry(rows[i])) row_of.try_emplace(code, static_cast<int>(i));
  }
  bool any = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::string_view code = rows[i].code;
    while (!code.empty() && code.back() == '.') code.remove_suffix(1);
    if (code.empty() || !is_entry(rows[i])) continue;
    for (std::size_t cut = code.find_last_of(".-"); cut != std::string_view::npos && cut > 0;
         cut = code.find_last_of(".-", cut - 1)) {
      const auto parent = row_of.find(code.substr(0, cut));
      if (parent == row_of.end() || parent->second == static_cast<int>(i)) continue;
      rows[i].parent = parent->second;
      any = true;
      break;
    }
  }
  return any;
}

// What of the codes tells them apart: an entity's own number may begin them all ("998029499_51").
std::vector<std::string> own_parts(const std::vector<RowReading>& rows) {
  std::string shared;
  bool same = true;
  for (const RowReading& row : rows) {
    const std::size_t sign = row.code.rfind('_');
    if (row.code.empty()) continue;
    const std::string begin = sign == std::string::npos ? std::string() : row.code.substr(0, sign + 1);
    if (shared.empty()) shared = begin;
    same = same && !begin.empty() && begin == shared;
  }
  std::vector<std::string> parts;
  for (const RowReading& row : rows)
    parts.push_back(same && !row.code.empty() ? row.code.substr(shared.size()) : row.code);
  return parts;
}

// Parents by the beginnings of codes without dots ("11" over "1105"); whether they are meant, the figures must show.
bool link_by_undotted_code(std::vector<RowReading>& rows) {
  std::vector<std::string> codes = own_parts(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!base::all_digits(codes[i]) || !is_entry(rows[i])) codes[i].clear();
  }
  const std::vector<int> parents = parents_by_code(std::move(codes));
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].parent = parents[i];
  return std::any_of(parents.begin(), parents.end(), [](int parent) { return parent >= 0; });
}

// Depth over the parents; a chain cannot be longer than the rows are many.
void set_levels(std::vector<RowReading>& rows) {
  for (RowReading& row : rows) {
    int level = 0;
    for (int up = row.parent; up >= 0 && level < static_cast<int>(rows.size());
         up = rows[static_cast<std::size_t>(up)].parent)
      ++level;
    row.level = level;
  }
}

// Distances from the column's edge, put into steps. Centred labels give nearly as many steps as rows and are no levels.

bool link_by_indent(const Sheet& sheet, int label_column, std::vector<RowReading>& rows) {
  if (label_column < 0) return false;
  std::vector<double> steps;
  int lines = 0;
  for (int row = 0; row < sheet.rows; ++row) {
    const RowReading& reading = rows[static_cast<std::size_t>(row)];
    if (!is_entry(reading) || !sheet.origin(row, label_column) || sheet.fold(row, label_column).empty()) continue;
    ++lines;
    steps.push_back(sheet.cell(row, label_column)->indent);
  }
  std::sort(steps.begin(), steps.end());
  std::vector<double> levels;
  for (const double step : steps) {
    if (levels.empty() || step - levels.back() > kIndentStep) levels.push_back(step);
  }
  if (levels.size() < 2 || levels.size() > kMostLevels || static_cast<int>(levels.size()) * 2 > lines) return false;
  std::vector<int> open;  // the latest row of each level that is still open
  bool any = false;
  for (int row = 0; row < sheet.rows; ++row) {
    RowReading& reading = rows[static_cast<std::size_t>(row)];
    if (!is_entry(reading) || !sheet.origin(row, label_column) || sheet.fold(row, label_column).empty()) continue;
    const double indent = sheet.cell(row, label_column)->indent;
    const auto above = std::upper_bound(levels.begin(), levels.end(), indent + 1e-6);
    const auto level = static_cast<std::size_t>(above - levels.begin()) - 1;
    if (open.size() > level) open.resize(level);
    while (open.size() < level) open.push_back(-1);
    for (auto up = open.rbegin(); up != open.rend(); ++up) {
      if (*up < 0) continue;
      reading.parent = *up;
      any = true;
      break;
    }
    open.push_back(row);
  }
  return any;
}

void link_by_section(std::vector<RowReading>& rows) {
  int section = -1;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].role == RowRole::section) {
      section = static_cast<int>(i);
    } else if (rows[i].parent < 0 && rows[i].role == RowRole::line) {
      rows[i].parent = section;
    } else if (rows[i].role == RowRole::total) {
      section = -1;
    }
  }
}

// Of the parents' figures, most are the sums of their parts' where the tree is one of sums; `least` of them at least.
bool figures_bear_out(const TableReading& reading, int least) {
  int holds = 0;
  int fails = 0;
  for (std::size_t c = 0; c < reading.columns.size(); ++c) {
    if (reading.columns[c].role != ColumnRole::amount && reading.columns[c].role != ColumnRole::count) continue;
    std::map<int, model::Interval> sums;  // rounded figures stand for all that they may be
    const auto value = [&](std::size_t row) -> const normalise::NumberReading* {
      const CellReading& place = reading.at(static_cast<int>(row), static_cast<int>(c));
      return place.number.kind == normalise::NumberKind::number ? &place.number : nullptr;
    };
    for (std::size_t r = 0; r < reading.rows.size(); ++r) {
      const auto* number = value(r);
      if (reading.rows[r].parent >= 0 && number != nullptr)
        sums[reading.rows[r].parent] = sums[reading.rows[r].parent] + number->amount.rounded();
    }
    for (const auto& [parent, sum] : sums) {
      const auto* number = value(static_cast<std::size_t>(parent));
      if (number == nullptr) continue;
      (number->amount.rounded().meets(sum) ? holds : fails) += 1;
    }
  }
  return holds >= fails && holds >= least;
}

void unlink(std::vector<RowReading>& rows) {
  for (RowReading& row : rows) row.parent = -1;
}

}  // namespace

void link_rows(const Sheet& sheet, TableReading& reading) {
  std::vector<RowReading>& rows = reading.rows;
  if (!link_by_code(rows)) {
    const bool by_beginnings = link_by_undotted_code(rows) && figures_bear_out(reading, 1);
    if (!by_beginnings) {
      unlink(rows);
      const int label_column = label_column_of(sheet, reading.header_rows, reading.columns);
      if (link_by_indent(sheet, label_column, rows) && !figures_bear_out(reading, 0)) unlink(rows);
    }
    link_by_sums(reading);
  }
  // Where there are no figures, as among the actions of a plan, nothing is summed.
  const bool sums = std::any_of(reading.columns.begin(), reading.columns.end(), holds_figures);
  for (const RowReading& row : rows) {
    if (row.parent < 0) continue;
    RowReading& parent = rows[static_cast<std::size_t>(row.parent)];
    if (sums && parent.role == RowRole::line) parent.role = RowRole::subtotal;
  }
  link_by_section(rows);
  set_levels(rows);
}

}  // namespace cotejo::mapping
