#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/markup.h"

namespace cotejo::exports {

using base::escaped;

// As people write figures here: 1.234.567, with two decimals where there are some.
[[nodiscard]] std::string figure(double value);
// A share (1 is all) as «87,5 %».
[[nodiscard]] std::string percent(double share);

[[nodiscard]] std::string base64(std::string_view bytes);

// A table, built row by row; rows beyond the most that a reader wants are counted and left out.
class HtmlTable {
 public:
  // Rows of a table that a person still reads; all of them are in the workbook.
  static constexpr int kUsualRows = 150;

  // Heads that begin with '#' stand over figures.
  explicit HtmlTable(const std::vector<std::string>& heads, int most_rows = kUsualRows);
  // Cells are HTML.
  void add(const std::vector<std::string>& cells, std::string_view kind = {});
  [[nodiscard]] bool empty() const { return rows_ == 0; }
  // With a note under it that tells how many rows were left out, and where they are.
  [[nodiscard]] std::string html() const;

 private:
  std::vector<bool> figures_;
  std::string head_, body_;
  int most_rows_;
  int rows_ = 0;
};

}  // namespace cotejo::exports
