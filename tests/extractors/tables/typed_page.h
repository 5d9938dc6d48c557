#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "extractors/tables/read_content.h"
#include "extractors/tables/white/whitespace.h"
#include "model/page.h"

namespace cotejo::tables {

// A page set as on a typewriter, for tests: every character is 5 points wide, every line 12 points under the one above,
// the text size 10 points. A line of nothing but '-' and spaces draws a rule for every run of '-', half way between the
// lines around it, and takes no height itself. A '|' among words draws an upright rule as high as the line. An empty
// line takes the height of a line. "~" in front of a line: it stands only 10 points under the one above.
class TypedPage {
 public:
  explicit TypedPage(const std::vector<std::string>& lines);

  // What find_whitespace_tables finds on it: a table is its rows with '\n' after each, cells parted by '|'; a place
  // that a merged cell covers shows '<' when the cell began to its left and '^' when it began above.
  [[nodiscard]] std::vector<std::string> tables() const;

  // What read_content makes of it, in the same form.
  [[nodiscard]] std::vector<std::string> read() const;

  model::Page page;
};

namespace typed {

inline constexpr double kWide = 5, kHigh = 12, kNear = 10, kSize = 10, kMargin = 50;

// Columns that a UTF-8 text takes on the typewriter.
inline std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// A grid as text from cells with row, column and spans; `text` gives a cell's.
template <typename Cells, typename Text>
std::string grid_text(int rows, int columns, const Cells& cells, Text text) {
  std::vector<std::vector<std::string>> grid(static_cast<std::size_t>(rows),
                                             std::vector<std::string>(static_cast<std::size_t>(columns)));
  for (const auto& cell : cells)
    for (int r = 0; r < cell.row_span; ++r)
      for (int c = 0; c < cell.column_span; ++c)
        grid[static_cast<std::size_t>(cell.row + r)][static_cast<std::size_t>(cell.column + c)] += c > 0   ? "<"
                                                                                                   : r > 0 ? "^"
                                                                                                           : text(cell);
  std::string out;
  for (const auto& row : grid) {
    for (std::size_t c = 0; c < row.size(); ++c) out += (c > 0 ? "|" : "") + row[c];
    out += '\n';
  }
  return out;
}

}  // namespace typed

inline TypedPage::TypedPage(const std::vector<std::string>& lines) {
  using namespace typed;
  page.number = 1;
  page.width = 612;
  page.height = 792;
  page.origin = model::Origin::text;
  double y = kMargin;
  for (std::string line : lines) {
    const bool rules = line.find("--") != std::string::npos && line.find_first_not_of("- ") == std::string::npos;
    if (!line.empty() && line[0] == '~') {
      line[0] = ' ';
      y -= kHigh - kNear;
    }
    for (std::size_t i = 0; i < line.size();) {
      if (line[i] == ' ') {
        ++i;
        continue;
      }
      const std::size_t end = std::min(line.find(' ', i), line.size());
      const double x0 = kMargin + kWide * static_cast<double>(width_of(line.substr(0, i)));
      const double x1 = kMargin + kWide * static_cast<double>(width_of(line.substr(0, end)));
      const std::string text = line.substr(i, end - i);
      if (rules || text == "|") {
        model::Rule rule;
        rule.from = rules ? model::Point{x0, y - 1} : model::Point{x0 + kWide / 2, y - 1};
        rule.to = rules ? model::Point{x1, y - 1} : model::Point{x0 + kWide / 2, y + kHigh - 1};
        rule.thickness = 0.5;
        page.rules.push_back(rule);
      } else {
        model::Word word;
        word.text = text;
        // A glyph is narrower than its place: the space between two words is a little over one character.
        word.box = {x0, y, x1 - 0.5, y + kSize};
        word.font_size = kSize;
        page.words.push_back(word);
      }
      i = end;
    }
    if (!rules) y += kHigh;
  }
}

inline std::vector<std::string> TypedPage::tables() const {
  PageContext context;
  context.page = &page;
  context.text_size = typed::kSize;
  for (std::size_t w = 0; w < page.words.size(); ++w) context.words.push_back(static_cast<int>(w));
  context.rules = page.rules;
  std::vector<std::string> out;
  for (const PageTable& table : find_whitespace_tables(context))
    out.push_back(typed::grid_text(table.rows(), table.columns(), table.cells, [&](const PageCell& cell) {
      std::string text;
      for (const int w : cell.words) text += (text.empty() ? "" : " ") + page.words[static_cast<std::size_t>(w)].text;
      return text;
    }));
  return out;
}

inline std::vector<std::string> TypedPage::read() const {
  std::vector<std::string> out;
  for (const model::Table& table : read_content({page}).tables)
    out.push_back(
        typed::grid_text(table.rows, table.columns, table.cells, [](const model::Cell& cell) { return cell.text; }));
  return out;
}

}  // namespace cotejo::tables
