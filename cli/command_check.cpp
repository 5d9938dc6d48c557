#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/reading.h"
#include "pipeline/run/check_again.h"

namespace cotejo::cli {
namespace {

int check(const ReadingOptions& options, const Context& context) {
  return run_and_report(options, context, store::Access::write, 0, 0, 0, run::check_again);
}

}  // namespace

void add_check(CLI::App& app, Context& context) {
  const auto options = std::make_shared<ReadingOptions>();
  CLI::App* command = app.add_subcommand("check", context.say(Text::check_about));
  command->add_option("--db", options->database, context.say(Text::db_option))->required()->type_name("FILE");
  add_reading_options(*command, *options, context, Reads::bundles);
  command->callback([options, &context] { context.action = [options, &context] { return check(*options, context); }; });
}

}  // namespace cotejo::cli
