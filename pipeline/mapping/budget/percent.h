#pragma once

#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

// Percentages whose head does not say of what they are ("%") become porcentaje_ejecucion where the table's own figures
// show it: most rows print 100 × one amount of the row ÷ its appropriation, to the precision printed. Sets measure and
// why.
void name_percentages(TableReading& reading);

}  // namespace cotejo::mapping
