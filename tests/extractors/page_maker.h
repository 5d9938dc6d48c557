#pragma once

#include <string>
#include <vector>

#include "model/page.h"

namespace cotejo::test {

// Builds pages as the PDF reader gives them, without a PDF. Letters are half a text size wide; the box of a word
// reaches 0.9 text sizes above the baseline and 0.3 below it.
class PageMaker {
 public:
  explicit PageMaker(int number = 1, double width = 612, double height = 792) {
    page_.number = number;
    page_.width = width;
    page_.height = height;
    page_.origin = model::Origin::text;
  }

  PageMaker& text(double x, double baseline, const std::string& words, double size = 10, bool bold = false,
                  std::uint32_t color = 0) {
    std::size_t begin = 0;
    while (begin < words.size()) {
      std::size_t end = words.find(' ', begin);
      if (end == std::string::npos) end = words.size();
      if (end > begin) {
        model::Word word;
        word.text = words.substr(begin, end - begin);
        const double width = 0.5 * size * letters(word.text);
        word.box = {x, baseline - 0.9 * size, x + width, baseline + 0.3 * size};
        word.font_size = size;
        word.bold = bold;
        word.color = color;
        page_.words.push_back(word);
        x += width;
      }
      x += 0.25 * size;
      begin = end + 1;
    }
    return *this;
  }
  PageMaker& line(double x0, double y0, double x1, double y1) {
    model::Rule rule;
    rule.from = {x0, y0};
    rule.to = {x1, y1};
    rule.thickness = 0.5;
    page_.rules.push_back(rule);
    return *this;
  }
  PageMaker& shade(const model::Rect& box, std::uint32_t color = 0xD0D0D0) {
    page_.shades.push_back({box, color});
    return *this;
  }
  PageMaker& image(const model::Rect& box) {
    page_.images.push_back({box, 100, 100});
    return *this;
  }

  // A table with all its rules; a cell's text stands on its first line, '\n' begins another line 12 points below. Rows
  // are 15 points high for one line and 12 more for each further one. `bold_rows`: of the head. Returns the table's
  // bottom.
  double table(double x, double y, const std::vector<double>& widths, const std::vector<std::vector<std::string>>& rows,
               int bold_rows = 1) {
    double right = x;
    for (const double w : widths) right += w;
    const double top = y;
    line(x, y, right, y);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      double lowest = y + 15;
      double left = x;
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        double baseline = y + 11;
        std::size_t begin = 0;
        while (true) {
          const std::size_t end = rows[r][c].find('\n', begin);
          text(left + 3, baseline, rows[r][c].substr(begin, end == std::string::npos ? end : end - begin), 10,
               static_cast<int>(r) < bold_rows);
          if (baseline + 4 > lowest) lowest = baseline + 4;
          if (end == std::string::npos) break;
          begin = end + 1;
          baseline += 12;
        }
        left += widths[c];
      }
      y = lowest;
      line(x, y, right, y);
    }
    double left = x;
    line(left, top, left, y);
    for (const double w : widths) {
      left += w;
      line(left, top, left, y);
    }
    return y;
  }

  [[nodiscard]] const model::Page& page() const { return page_; }
  [[nodiscard]] std::vector<int> all_words() const {
    std::vector<int> words;
    for (std::size_t i = 0; i < page_.words.size(); ++i) words.push_back(static_cast<int>(i));
    return words;
  }
  model::Word& last() { return page_.words.back(); }

 private:
  static double letters(const std::string& utf8) {
    double n = 0;
    for (const char c : utf8)
      if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++n;
    return n;
  }
  model::Page page_;
};

}  // namespace cotejo::test
