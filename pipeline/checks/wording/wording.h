#pragma once

#include "pipeline/checks/rule.h"
#include "pipeline/mapping/text/passages.h"

namespace cotejo::checks {

// Amounts whose groups no one can read: «$16.16.800.000».
void broken_amounts(const Context& context, Report& report);

// A list that has more or fewer items than the sentence before it says: «tres buzones, ubicados así: 1. … 5. …».
void announced_lists(const Context& context, Report& report);

// A goal of so many in the year beside a frequency that makes another number, where a sister row of the same things
// shows how they go together: «12 declaraciones», «bimestral».
void frequencies_of_goals(const Context& context, Report& report);

// One law or decree that the report dates in two years: «Decreto 2641 de 2012» and «Decreto 2641 … de 2013». The year
// that it gives less often is told.
void years_of_norms(const Context& context, Report& report);

}  // namespace cotejo::checks
