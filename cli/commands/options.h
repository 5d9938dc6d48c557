#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/console/context.h"
#include "cli/console/output.h"
#include "model/names.h"
#include "model/store/store.h"

namespace cotejo::cli {

// Options that several commands have, said once, with checks that speak our words.

// --db, taken from COTEJO_DB when it is not given.
void add_database_option(CLI::App& command, std::string& database, const Context& context, Text help = Text::db_option);
// --format list, table, json or csv.
void add_format_option(CLI::App& command, Format& format, const Context& context);

// An option that takes one of a few words.
void add_choice(CLI::App& command, const std::string& name, std::string& value, std::vector<std::string> choices,
                const std::string& help, const Context& context);
// The same, telling `take` which it was; `usual` is what holds when none is given.
void add_choice(CLI::App& command, const std::string& name, std::function<void(const std::string&)> take,
                std::vector<std::string> choices, const std::string& usual, const std::string& help,
                const Context& context);
template <model::Named Enum>
void add_choice(CLI::App& command, const std::string& name, std::string& value, const std::string& help,
                const Context& context) {
  add_choice(command, name, value, {model::kNames<Enum>.begin(), model::kNames<Enum>.end()}, help, context);
}

// An option that takes a number within bounds, both included.
void add_number(CLI::App& command, const std::string& name, int& value, int least, int most, const std::string& type,
                const std::string& help, const Context& context);
void add_number(CLI::App& command, const std::string& name, double& value, double least, double most,
                const std::string& type, const std::string& help, const Context& context);

// The name of the user who runs the program.
[[nodiscard]] std::string user_name();

}  // namespace cotejo::cli
