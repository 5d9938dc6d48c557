#include <CLI/CLI.hpp>
#include <string>

#include "cli/commands/commands.h"
#include "cli/commands/reading.h"

namespace cotejo::cli {
namespace {

struct Options {
  ReadingOptions reading;
  std::string path;
};

int inspect(const Options& options, const Context& context) {
  const model::Result<run::Settings> settings = settings_of(options.reading);
  if (!settings) return context.fail(settings.error());
  const std::unique_ptr<reading::Readers> readers = readers_of(options.reading, settings.value());
  model::Result<reading::Task> task = task_for(options.path, options.reading, settings.value());
  if (!task) return context.fail(task.error());
  task.value().inspect = true;
  const auto outcome = outcome_of(*readers, std::move(task).value());
  if (!outcome) return kCouldNotRun;
  for (const model::Error& error : outcome->bundle.errors) context.complain(error);
  if (outcome->bundle.pages.empty()) return kCouldNotRun;
  context.out << outcome->inspection;
  return outcome->bundle.errors.empty() ? kNothingToReport : kDocumentsFailed;
}

}  // namespace

void add_inspect(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("inspect", context.say(Text::inspect_about));
  command->add_option("FILE", options->path, context.say(Text::pdf_file))->required();
  add_reading_options(*command, options->reading, context, Reads::files);
  command->callback(
      [options, &context] { context.action = [options, &context] { return inspect(*options, context); }; });
}

}  // namespace cotejo::cli
