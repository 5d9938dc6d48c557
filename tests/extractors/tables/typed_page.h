#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "extractors/tables/page_table.h"
#include "extractors/tables/whitespace.h"
#include "model/page.h"

namespace cotejo::tables {

inline constexpr double kWide = 5, kHigh = 12, kSize = 10, kMargin = 50;

// Columns that a UTF-8 text takes on the typewriter.
inline std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// A page set as on a typewriter, for tests: every character is 5 points wide, every line 12 points under the one above,
// the text size 10 points. A line of nothing but '-' and spaces draws a rule for every run of '-', half way between the
// lines around it, and takes no height itself. An empty line takes the height of a line.
class TypedPage {
 public:
  explicit TypedPage(const std::vector<std::string>& lines);

  [[nodiscard]] PageContext context() const;

  // What find_whitespace_tables finds: a table is its rows with '\n' after each, cells parted by '|'; a place that a
  // merged cell covers shows '<' when the cell began to its left and '^' when it began above.
  [[nodiscard]] std::vector<std::string> tables() const;

  model::Page page;
};

inline TypedPage::TypedPage(const std::vector<std::string>& lines) {
  page.number = 1;
  page.width = 612;
  page.height = 792;
  page.origin = model::Origin::text;
  double y = kMargin;
  for (const std::string& line : lines) {
    const bool rules = line.find('-') != std::string::npos && line.find_first_not_of("- ") == std::string::npos;
    for (std::size_t i = 0; i < line.size();) {
      if (line[i] == ' ') {
        ++i;
        continue;
      }
      const std::size_t end = std::min(line.find(' ', i), line.size());
      const double x0 = kMargin + kWide * static_cast<double>(width_of(line.substr(0, i)));
      const double x1 = kMargin + kWide * static_cast<double>(width_of(line.substr(0, end)));
      if (rules) {
        model::Rule rule;
        rule.from = {x0, y - 1};
        rule.to = {x1, y - 1};
        rule.thickness = 0.5;
        page.rules.push_back(rule);
      } else {
        model::Word word;
        word.text = line.substr(i, end - i);
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

inline PageContext TypedPage::context() const {
  PageContext context;
  context.page = &page;
  context.text_size = kSize;
  for (std::size_t w = 0; w < page.words.size(); ++w) context.words.push_back(static_cast<int>(w));
  context.rules = page.rules;
  return context;
}

inline std::vector<std::string> TypedPage::tables() const {
  std::vector<std::string> out;
  for (const PageTable& table : find_whitespace_tables(context())) {
    std::vector<std::vector<std::string>> grid(static_cast<std::size_t>(table.rows()),
                                               std::vector<std::string>(static_cast<std::size_t>(table.columns())));
    for (const PageCell& cell : table.cells) {
      for (int r = 0; r < cell.row_span; ++r)
        for (int c = 0; c < cell.column_span; ++c) {
          std::string& place = grid[static_cast<std::size_t>(cell.row + r)][static_cast<std::size_t>(cell.column + c)];
          if (c > 0)
            place += "<";
          else if (r > 0)
            place += "^";
          else
            for (const int w : cell.words)
              place += (place.empty() ? "" : " ") + page.words[static_cast<std::size_t>(w)].text;
        }
    }
    std::string text;
    for (const auto& row : grid) {
      for (std::size_t c = 0; c < row.size(); ++c) text += (c > 0 ? "|" : "") + row[c];
      text += '\n';
    }
    out.push_back(text);
  }
  return out;
}

}  // namespace cotejo::tables
