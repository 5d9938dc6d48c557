#pragma once

#include <string>
#include <vector>

#include "model/record.h"
#include "pipeline/mapping/document/lines.h"

namespace cotejo::mapping {

// Sets vigencia and cut-off of a document whose title is known: from its title, its opening lines, its name. Years of
// laws, of letters and of the hour of printing are no vigencia. What nothing tells stays 0 or empty.
void read_years(const std::vector<Line>& lines, const model::Bundle& bundle, model::DocumentInfo& info);

}  // namespace cotejo::mapping
