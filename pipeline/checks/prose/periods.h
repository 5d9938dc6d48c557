#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace cotejo::checks {

// A part of a year named in running text: "III trimestre", "tercer trimestre", "primer semestre de 2020".
struct PeriodMention {
  std::size_t begin = 0;  // byte offsets into the folded text
  std::size_t end = 0;
  int months = 0;  // 1, 2, 3, 4 or 6
  int index = 0;   // from 1 within the year
  friend bool operator==(const PeriodMention& a, const PeriodMention& b) {
    return a.months == b.months && a.index == b.index;
  }
};

// Every part of a year in a folded text (normalise::fold), left to right.
[[nodiscard]] std::vector<PeriodMention> find_periods(std::string_view folded);

// The part of the year that the document reports on: the one that its headings, captions and first page name most;
// months 0 when none stands out.
[[nodiscard]] PeriodMention period_of(const model::Bundle& bundle);

// "III trimestre".
[[nodiscard]] std::string period_name(const PeriodMention& period);

}  // namespace cotejo::checks
