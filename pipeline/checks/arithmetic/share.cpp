#include "pipeline/checks/arithmetic/share.h"

#include <cmath>

namespace cotejo::checks {

double unit_of_percent(const model::Amount& percent) {
  return std::pow(10.0, percent.value.exponent);
}

bool is_share(double part, double whole, const model::Amount& percent) {
  constexpr double inexact = 1e-9;  // of the reckoning in binary fractions
  const double unit = unit_of_percent(percent);
  const double off = 100 * part / whole - percent.value.to_double();
  return off >= -unit / 2 - inexact && off < unit;
}

model::Micro share_in_hundredths(double part, double whole) {
  return static_cast<model::Micro>(std::llround(10000 * part / whole)) * (model::kMicro / 100);
}

}  // namespace cotejo::checks
