#pragma once

#include <string>

#include "cli/console/context.h"

namespace CLI {
class Option;
class ParseError;
}  // namespace CLI

namespace cotejo::cli {

// Gives the program or a command its help: in the language of the run, wrapped to the terminal, with what holds when an
// option is not given.
void dress(CLI::App& app, const Context& context);

// An option or argument as the help shows it: its names with what stands for its value, and what it is for.
struct HelpEntry {
  std::string name;
  std::string text;
};
[[nodiscard]] HelpEntry help_entry(const CLI::Option& option, bool positional, const Context& context);

// What is wrong with a command line, in our words: which option, which value, and what was probably meant.
[[nodiscard]] std::string complaint(const CLI::App& app, const CLI::ParseError& error, const Context& context);

}  // namespace cotejo::cli
