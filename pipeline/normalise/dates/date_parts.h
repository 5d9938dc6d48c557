#pragma once

#include <vector>

#include "pipeline/normalise/dates/date_part.h"
#include "pipeline/normalise/text/skeleton.h"

namespace cotejo::normalise {

// Every date, part of a year, year named as one and periodic word, left to right, as it stands.
[[nodiscard]] std::vector<DatePart> scan_dates(const Skeleton& text);

}  // namespace cotejo::normalise
