#include <CLI/CLI.hpp>

#include "cli/commands/commands.h"
#include "cli/commands/options.h"
#include "cli/commands/reading.h"
#include "pipeline/run/check_again.h"

namespace cotejo::cli {
namespace {

int check(const ReadingOptions& options, const Context& context) {
  return run_and_report(
      options, context, store::Access::write, 0, 0, 0,
      [](store::Store& store, reading::Readers& readers, const run::Settings& settings, const run::Observer& observer) {
        return run::check_again(store, readers, settings, observer);
      });
}

}  // namespace

void add_check(CLI::App& app, Context& context) {
  const auto options = std::make_shared<ReadingOptions>();
  CLI::App* command = app.add_subcommand("check", context.say(Text::check_about));
  add_database_option(*command, options->database, context);
  add_reading_options(*command, *options, context, Reads::bundles);
  command->callback([options, &context] { context.action = [options, &context] { return check(*options, context); }; });
}

}  // namespace cotejo::cli
