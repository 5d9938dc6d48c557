#pragma once

#include "pipeline/checks/rule.h"

namespace cotejo::checks {

// A column of shares that were reckoned on the total of another period's column: «% 2021» of what 2020 received.
void report_stale_bases(const Context& context, Report& report);

// A total row that adds up the percentages of its lines to more than 100 %.
void report_summed_percentages(const Context& context, Report& report);

}  // namespace cotejo::checks
