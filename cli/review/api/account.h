#pragma once

#include <string>
#include <vector>

#include "cli/review/api/call.h"
#include "model/store/store.h"

namespace cotejo::cli::review {

// The finding as an addition that a person can check: its parts with their signs, what they come to, what is printed.
// Null where its evidence does not make the sum that the finding speaks of. `labels`: what the row of each piece of
// evidence is called.
[[nodiscard]] Json account_of(const store::FindingDetail& detail, const std::vector<std::string>& labels);

}  // namespace cotejo::cli::review
