#pragma once

#include <string>

#include "cli/console/context.h"

namespace CLI {
class ParseError;
}

namespace cotejo::cli {

// Gives the program or a command its help: in the language of the run, wrapped to the terminal, with what holds when an
// option is not given.
void dress(CLI::App& app, const Context& context);

// What is wrong with a command line, in our words: which option, which value, and what was probably meant.
[[nodiscard]] std::string complaint(const CLI::App& app, const CLI::ParseError& error, const Context& context);

}  // namespace cotejo::cli
