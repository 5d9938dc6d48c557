#include "extractors/tables/white/evidence.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/digits.h"
#include "extractors/layout/join_text.h"
#include "extractors/tables/cells/cell_text.h"
#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {
namespace {

// "1.", "a)", "(iv)", a bullet: what opens an item of a list.
bool is_item_mark(const std::string& text) {
  if (is_bullet(text) || text == "-" || text == "\u2013") return true;
  return text.size() <= 5 && text.find(' ') == std::string::npos && text.size() >= 2 &&
         (text.back() == '.' || text.back() == ')');
}

// "=", "≤", "≈": what stands between the two sides of an equation.
bool is_relation(const std::string& text) {
  static constexpr std::array<std::string_view, 10> kSigns = {"=",      "<",      ">",      "\u2264", "\u2265",
                                                              "\u2248", "\u2260", "\u2261", "\u2192", "\u221D"};
  return std::find(kSigns.begin(), kSigns.end(), text) != kSigns.end();
}

// Numbers that rise or fall by one step from row to row, as along the axis of a chart; years and running numbers of
// rows do so too.
bool is_scale(const std::vector<std::string>& column) {
  std::vector<double> numbers;
  for (const std::string& text : column) {
    if (text.empty()) continue;
    std::string plain;
    for (const char c : text)
      if (c != ',' && c != ' ' && c != '%' && c != '$') plain += c;
    char* end = nullptr;
    const double number = std::strtod(plain.c_str(), &end);
    if (end == plain.c_str() || *end != 0) return false;
    numbers.push_back(number);
  }
  if (numbers.size() < 3) return false;
  const double step = numbers[1] - numbers[0];
  if (step == 0) return false;
  for (std::size_t i = 1; i < numbers.size(); ++i)
    if (std::abs(numbers[i] - numbers[i - 1] - step) > 1e-6 * std::abs(step)) return false;
  return true;
}

// Whether a text breaks off where the next line must go on: "… DE", "y los".
bool breaks_off(const std::string& text) {
  std::string small = "- " + text;
  std::transform(small.begin(), small.end(), small.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return layout::ends_in_link(small);
}

}  // namespace

Evidence evidence_of(const PageTable& table, const model::Page& page) {
  Evidence e;
  e.columns = table.columns();
  e.rows = table.rows() - table.header_rows;
  std::vector<std::vector<std::string>> columns(
      static_cast<std::size_t>(e.columns), std::vector<std::string>(static_cast<std::size_t>(std::max(e.rows, 0))));
  std::vector<int> in_row(static_cast<std::size_t>(table.rows()), 0);
  std::vector<char> labelled(static_cast<std::size_t>(std::max(e.rows, 0)), 0);
  std::vector<char> broken(static_cast<std::size_t>(table.rows()), 0);  // by the last cell of each row
  for (const PageCell& cell : table.cells) {
    if (cell.words.empty()) continue;
    in_row[static_cast<std::size_t>(cell.row)] += 1;
    broken[static_cast<std::size_t>(cell.row)] = breaks_off(plain_text(cell, page)) ? 1 : 0;
    if (cell.row < table.header_rows) {
      e.head_cells += cell.column_span;
      continue;
    }
    const std::string text = plain_text(cell, page);
    columns[static_cast<std::size_t>(cell.column)][static_cast<std::size_t>(cell.row - table.header_rows)] = text;
    ++e.cells;
    e.words += static_cast<int>(cell.words.size());
    if (cell.column == 0) e.item_marks += is_item_mark(text) ? 1 : 0;
    // A name in the first column, or in the second behind a code.
    if (cell.column <= 1 && (!is_value(text) || is_year(text)))
      labelled[static_cast<std::size_t>(cell.row - table.header_rows)] = 1;
  }
  e.rows_broken_off = static_cast<int>(std::count(broken.begin(), broken.end(), 1));
  e.rows_with_label = static_cast<int>(std::count(labelled.begin(), labelled.end(), 1));
  e.rows_of_several = static_cast<int>(std::count_if(in_row.begin(), in_row.end(), [](int n) { return n >= 2; }));
  std::vector<char> valued(static_cast<std::size_t>(std::max(e.rows, 0)), 0);
  for (std::size_t c = 1; c < columns.size(); ++c) {
    int filled = 0, value = 0;
    const bool scale = is_scale(columns[c]);
    for (std::size_t r = 0; r < columns[c].size(); ++r) {
      if (columns[c][r].empty()) continue;
      ++filled;
      if (!is_value(columns[c][r])) continue;
      ++value;
      if (!scale) valued[r] = 1;
    }
    e.values += value;
    e.value_columns += value > 0 && value * 10 >= filled * 6 ? 1 : 0;
  }
  for (const std::vector<std::string>& column : columns) {
    int filled = 0, signs = 0;
    for (const std::string& text : column)
      if (!text.empty()) ++filled, signs += is_relation(text) ? 1 : 0;
    e.relations += signs > 0 && signs == filled ? 1 : 0;
  }
  e.rows_of_values = static_cast<int>(std::count(valued.begin(), valued.end(), 1));
  long last = -1;
  for (const std::string& text : columns.back()) {
    const bool number = text.size() <= 4 && base::all_digits(text);
    const long page_number = number ? std::stol(text) : -1;
    e.page_numbers = e.page_numbers && number && page_number >= last;
    last = page_number;
  }
  return e;
}

}  // namespace cotejo::tables
