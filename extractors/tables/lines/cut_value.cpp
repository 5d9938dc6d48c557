#include "extractors/tables/lines/cut_value.h"

#include <cstddef>

#include "base/digits.h"
#include "extractors/layout/cut_figure.h"

namespace cotejo::tables {

bool is_rest_of_value(const std::string& above, const std::string& below) {
  constexpr std::size_t longest_rest = 4, shortest_cut = 6;
  return layout::cut_figure(above, below, 1) ||
         (base::all_digits(below) && below.size() <= longest_rest && above.size() >= shortest_cut);
}

}  // namespace cotejo::tables
