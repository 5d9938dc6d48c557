#pragma once

#include <string>
#include <vector>

#include "cli/console/context.h"

namespace cotejo::cli {

// "cotejo complete -- WORD… LAST": what the last word of an unfinished command line (without the program's name) may
// become, a line each, with a tab and what it is where that helps. Rules, entities, documents and marks of findings are
// those of the program and of the base that the line names. ":file" and ":folder" alone say that a path is wanted.
// Never an error: a line that is not understood has no completions.
[[nodiscard]] int complete(const std::vector<std::string>& words, const Context& context);

}  // namespace cotejo::cli
