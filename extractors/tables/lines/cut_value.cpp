#include "extractors/tables/lines/cut_value.h"

#include <cstddef>

#include "base/digits.h"
#include "extractors/layout/cut_figure.h"
#include "extractors/tables/lines/tolerances.h"

namespace cotejo::tables {

bool is_rest_of_value(const std::string& above, const std::string& below) {
  return layout::cut_figure(above, below, 1) ||
         (base::all_digits(below) && below.size() <= lines::longest_rest && above.size() >= lines::shortest_cut);
}

}  // namespace cotejo::tables
