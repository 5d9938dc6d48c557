#include "pipeline/mapping/commitments/period_heads.h"

#include <algorithm>
#include <array>

#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

constexpr std::array<std::string_view, kMonths> kMonthNames{"Enero",      "Febrero", "Marzo",     "Abril",
                                                            "Mayo",       "Junio",   "Julio",     "Agosto",
                                                            "Septiembre", "Octubre", "Noviembre", "Diciembre"};

std::string_view name_of_part(int months) {
  switch (months) {
    case 2:
      return "Bimestre ";
    case 3:
      return "Trimestre ";
    case 4:
      return "Cuatrimestre ";
    case 6:
      return "Semestre ";
    default:
      return "";
  }
}

}  // namespace

std::string month_name(int month) {
  return std::string(kMonthNames[static_cast<std::size_t>(month - 1)]);
}

normalise::YearPart part_in_group(int columns, int at, std::string_view folded_head) {
  static constexpr std::array<std::string_view, kMonths> kRoman{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                                "vii", "viii", "ix",  "x",  "xi", "xii"};
  constexpr int kYear = static_cast<int>(kMonths);
  if (columns < 2 || kYear % columns != 0 || at < 0 || at >= columns) return {};
  if (folded_head != kRoman[static_cast<std::size_t>(at)] && folded_head != std::to_string(at + 1)) return {};
  const int months = kYear / columns;
  return {at * months + 1, (at + 1) * months};
}

std::string period_column_label(const std::string& head, const normalise::YearPart& part) {
  const std::string folded = normalise::fold(head);
  // A month's name can be cut by the width of its column ("Septie mbre"): it is given whole.
  if (part.first_month != 0 && part.first_month == part.last_month && normalise::month_of(folded) == part.first_month)
    return month_name(part.first_month);
  const bool bare = folded.find_first_not_of("0123456789iv ") == std::string::npos;
  if (!bare || part.first_month == 0) return head;
  return std::string(name_of_part(part.last_month - part.first_month + 1)) + head;
}

bool lies_ahead(std::string_view head) {
  const std::string folded = " " + normalise::fold(head);
  constexpr std::array<std::string_view, 6> kAhead{" esperad", " previst",  " programad",
                                                   " planead", " propuest", " proyectad"};
  return std::any_of(kAhead.begin(), kAhead.end(),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

}  // namespace cotejo::mapping
