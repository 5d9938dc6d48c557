#pragma once

#include "pipeline/checks/rule.h"

namespace cotejo::checks {

// Percentages that are cut and not rounded: a habit of whoever wrote the report, told in one note a document.
void report_cut_percentages(const Context& context, Report& report);

}  // namespace cotejo::checks
