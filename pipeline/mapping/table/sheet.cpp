#include "pipeline/mapping/table/sheet.h"

#include <algorithm>
#include <string_view>

#include "base/digits.h"
#include "base/grouped_figure.h"
#include "pipeline/mapping/table/budget_code.h"
#include "pipeline/mapping/table/tolerances.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/dates/dates.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::sheet;

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80; });
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::string without_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_space(c)) out += c;
  }
  return out;
}

// A code of digits, capitals and separators alone, in a cell that its column may have cut.
bool is_code(std::string_view text) {
  if (text.size() > kLongestFigure * 2) return false;
  const bool possible = std::all_of(text.begin(), text.end(), [](char c) {
    return base::is_digit(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_' || c == '/' || is_space(c);
  });
  return possible && is_certain_code(without_spaces(text));
}

// Digits alone, too many for a figure without separators: a project's number, an undotted code.
bool is_long_code(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    if (is_space(c)) continue;
    if (!base::is_digit(c)) return false;
    ++digits;
  }
  return digits >= kFewestDigits;
}

// The whole text is one date: what find_dates leaves around it holds no letter and no digit.
bool is_date(std::string_view text) {
  if (text.size() > kLongestDate || !base::has_digit(text)) return false;
  if (text.find_first_of("/-") == std::string_view::npos && !has_letter(text)) return false;
  const auto dates = normalise::find_dates(text);
  if (dates.size() != 1 || dates.front().periodic) return false;
  const std::string around =
      std::string(text.substr(0, dates.front().begin)) + std::string(text.substr(dates.front().end));
  return !base::has_digit(around) && !has_letter(around);
}

Shape shape_of(std::string_view text, std::string_view folded, const normalise::NumberReading& number) {
  using normalise::NumberKind;
  if (text.find_first_not_of(" \n\t\r") == std::string_view::npos) return Shape::blank;
  if (is_code(text)) return Shape::code;
  if (text.size() <= kLongestFigure && normalise::is_spreadsheet_error(text)) return Shape::dash;  // unknown
  if (folded.size() == 4 && only_year(folded) != 0) return Shape::year;
  switch (number.kind) {
    case NumberKind::blank:
      return Shape::blank;
    case NumberKind::dash:
      return Shape::dash;
    case NumberKind::mark:
      return Shape::mark;
    case NumberKind::not_available:
      return Shape::dash;
    case NumberKind::number:
    case NumberKind::ambiguous:
      break;
    case NumberKind::text:
      if (is_long_code(text)) return Shape::code;
      return is_date(text) ? Shape::date : Shape::text;
  }
  if (is_date(text)) return Shape::date;
  if (has_letter(number.rest) && !normalise::is_note_mark(number.rest)) return Shape::text;
  const model::Unit unit = number.kind == NumberKind::number ? number.amount.unit : number.as_groups.unit;
  if (unit == model::Unit::percent) return Shape::percent;
  if (number.currency_sign || unit == model::Unit::cop || unit == model::Unit::usd) return Shape::money;
  return Shape::number;
}

}  // namespace

namespace {

// How many plain spaces part groups of three digits behind a first group of up to three ("4 117 000 000": three), with
// or without the mark of a note behind them; 0 when the text is anything else.
int spaces_in_figure(std::string_view text) {
  const bool opened = text.starts_with('(');
  if (opened || text.starts_with('-')) text.remove_prefix(1);
  const base::DigitRuns runs = base::digit_runs(text, " ");
  text.remove_prefix(runs.end);
  if (opened && text.starts_with(')')) text.remove_prefix(1);
  return normalise::is_note_mark(text) && runs.grouped(runs.count) ? static_cast<int>(runs.count) - 1 : 0;
}

std::string with_hard_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ') {
      out += "\u00A0";
    } else {
      out += c;
    }
  }
  return out;
}

// Four groups in a row are one figure; the shorter ones of its table are printed alike, in every column whose cells
// with spaces are all such groups.
void read_spaced_figures(Sheet& sheet) {
  const std::vector<model::Cell>& cells = sheet.table->cells;
  const auto inside = [&](const model::Cell& cell) { return cell.column >= 0 && cell.column < sheet.columns; };
  for (const model::Cell& cell : cells) {
    if (inside(cell) && spaces_in_figure(cell.text) >= kSurely)
      sheet.spaced[static_cast<std::size_t>(cell.column)] = true;
  }
  if (std::find(sheet.spaced.begin(), sheet.spaced.end(), true) == sheet.spaced.end()) return;
  std::vector<int> grouped(sheet.spaced.size()), others(sheet.spaced.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!inside(cells[i]) || sheet.shapes[i] == Shape::blank) continue;
    const bool spaces = spaces_in_figure(cells[i].text) > 0;
    const bool figure = sheet.shapes[i] == Shape::number || sheet.shapes[i] == Shape::money;
    const bool broken = figure && !spaces && cells[i].text.find(' ') != std::string::npos;
    grouped[static_cast<std::size_t>(cells[i].column)] += spaces;
    others[static_cast<std::size_t>(cells[i].column)] += broken;
  }
  for (std::size_t c = 0; c < sheet.spaced.size(); ++c)
    sheet.spaced[c] = sheet.spaced[c] || (grouped[c] >= kAlike && others[c] == 0);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!inside(cells[i]) || !sheet.spaced[static_cast<std::size_t>(cells[i].column)]) continue;
    if (spaces_in_figure(cells[i].text) == 0) continue;
    sheet.numbers[i] = normalise::read_number(sheet.figure_text(i));
    sheet.shapes[i] = shape_of(sheet.figure_text(i), sheet.folded[i], sheet.numbers[i]);
  }
}

}  // namespace

std::string Sheet::figure_text(std::size_t index) const {
  const model::Cell& cell = table->cells[index];
  const bool joined = cell.column >= 0 && cell.column < columns && spaced[static_cast<std::size_t>(cell.column)] &&
                      spaces_in_figure(cell.text) > 0;
  return joined ? with_hard_spaces(cell.text) : cell.text;
}

Sheet make_sheet(const model::Table& table) {
  Sheet sheet;
  sheet.table = &table;
  const auto places =
      static_cast<std::size_t>(std::max(table.rows, 0)) * static_cast<std::size_t>(std::max(table.columns, 0));
  sheet.folded.reserve(table.cells.size());
  for (const model::Cell& cell : table.cells) {
    const std::string_view text = cell.text;
    sheet.folded.push_back(normalise::fold(text));
    normalise::NumberReading number;
    if (text.size() <= kLongestFigure) {
      number = normalise::read_number(text);
    } else if (text.find_first_not_of(" \n\t\r") != std::string_view::npos) {
      number.kind = normalise::NumberKind::text;
    }
    sheet.shapes.push_back(shape_of(text, sheet.folded.back(), number));
    sheet.numbers.push_back(std::move(number));
  }
  if (places == 0 || places > (table.cells.size() + 1) * kSparsest) return sheet;
  sheet.rows = table.rows;
  sheet.columns = table.columns;
  sheet.owner.assign(places, -1);
  sheet.spaced.assign(static_cast<std::size_t>(table.columns), false);
  read_spaced_figures(sheet);
  std::size_t work = 0;  // cells do not overlap; a damaged bundle may say otherwise
  for (std::size_t i = 0; i < table.cells.size() && work <= places; ++i) {
    const model::Cell& cell = table.cells[i];
    const int last_row = std::min(cell.row + std::max(cell.row_span, 1), table.rows);
    const int last_column = std::min(cell.column + std::max(cell.column_span, 1), table.columns);
    for (int row = std::max(cell.row, 0); row < last_row; ++row) {
      for (int column = std::max(cell.column, 0); column < last_column; ++column, ++work) {
        sheet.owner[static_cast<std::size_t>(row) * static_cast<std::size_t>(table.columns) +
                    static_cast<std::size_t>(column)] = static_cast<int>(i);
      }
    }
  }
  return sheet;
}

}  // namespace cotejo::mapping
