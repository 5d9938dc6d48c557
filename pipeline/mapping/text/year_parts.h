#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace cotejo::mapping {

// A part of a year named in running text: "III trimestre", "tercer trimestre", "enero a marzo".
struct YearPart {
  std::size_t begin = 0;  // byte offsets into the text
  std::size_t end = 0;
  int months = 0;  // 2, 3, 4 or 6
  int index = 0;   // from 1 within the year
  friend bool operator==(const YearPart& a, const YearPart& b) { return a.months == b.months && a.index == b.index; }
};

// Every part of a year that the text names, printed or folded, left to right.
[[nodiscard]] std::vector<YearPart> year_parts(std::string_view text);

// The part of the year that the document reports on: the one that its headings, captions and first page name most;
// months 0 when none stands out.
[[nodiscard]] YearPart period_of(const model::Bundle& bundle);

// "III trimestre".
[[nodiscard]] std::string year_part_name(const YearPart& period);

}  // namespace cotejo::mapping
