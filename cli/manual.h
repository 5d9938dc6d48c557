#pragma once

#include <string>
#include <vector>

#include "cli/console/context.h"

namespace cotejo::cli {

// "cotejo manual FOLDER": writes the manual pages of the program and of each command, man1/*.1 in English and
// es/man1/*.1 in Spanish, made of the texts of --help. Gives the exit status.
[[nodiscard]] int write_manual(const std::vector<std::string>& words, const Context& context);

}  // namespace cotejo::cli
