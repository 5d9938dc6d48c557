#include "pipeline/run/ingest.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/commands/options.h"
#include "cli/commands/reading.h"
#include "pipeline/run/files/discover.h"

namespace cotejo::cli {
namespace {

struct Options {
  ReadingOptions reading;
  std::vector<std::string> paths;
};

int ingest(const Options& options, const Context& context) {
  const run::Discovery found = run::discover(options.paths);
  for (const model::Error& error : found.errors) context.complain(error);
  if (found.files.empty()) {
    context.err << context.say(Text::nothing_found) << '\n';
    return kCouldNotRun;
  }
  return run_and_report(options.reading, context, store::Access::create, found.files.size(), found.other_files,
                        static_cast<int>(found.errors.size()),
                        [&](store::Store& store, reading::Readers& readers, const run::Settings& settings,
                            const run::Observer& observer) {
                          run::Settings here = settings;
                          here.folder = found.folder;
                          return run::ingest(found.files, store, readers, here, observer);
                        });
}

}  // namespace

void add_ingest(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("ingest", context.say(Text::ingest_about));
  command->add_option("PATH", options->paths, context.say(Text::ingest_paths))->required();
  add_database_option(*command, options->reading.database, context, Text::ingest_db);
  add_reading_options(*command, options->reading, context, Reads::files);
  command->callback(
      [options, &context] { context.action = [options, &context] { return ingest(*options, context); }; });
}

}  // namespace cotejo::cli
