#pragma once

#include "model/amount.h"

namespace cotejo::checks {

// The unit of a percentage's last printed digit, in points.
[[nodiscard]] double unit_of_percent(const model::Amount& percent);

// Whether `part` of `whole` is the percentage as it is printed, rounded or cut.
[[nodiscard]] bool is_share(double part, double whole, const model::Amount& percent);

// The percentage that `part` is of `whole`, in hundredths of a point.
[[nodiscard]] model::Micro share_in_hundredths(double part, double whole);

}  // namespace cotejo::checks
