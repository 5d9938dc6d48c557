#pragma once

#include "pipeline/checks/rule.h"

namespace cotejo::checks {

// Percentages that stand under one another as the parts of several wholes («SEXO», «ÁREA», «RÉGIMEN»), none of which is
// printed: each group must make 100 %, as the others of the table do.
void report_parts_of_hundred(const Context& context, Report& report);

// Percentages of a whole that the table does not print: most of its rows agree on one, and a row that asks for another
// is told. For columns of percentages that no relation of the table explains.
void report_shares_of_implied_whole(const Context& context, Report& report);

}  // namespace cotejo::checks
