#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/reading.h"
#include "pipeline/run/files/discover.h"
#include "pipeline/run/ingest.h"

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
  return run_and_report(
      options.reading, context, store::Access::create, found.files.size(), found.other_files,
      static_cast<int>(found.errors.size()),
      [&](store::Store& store, reading::Readers& readers, const run::Settings& settings,
          const run::Observer& observer) { return run::ingest(found.files, store, readers, settings, observer); });
}

}  // namespace

void add_ingest(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("ingest", context.say(Text::ingest_about));
  command->add_option("PATH", options->paths, context.say(Text::ingest_paths))->required();
  command->add_option("--db", options->reading.database, context.say(Text::ingest_db))->required()->type_name("FILE");
  add_reading_options(*command, options->reading, context, Reads::files);
  command->callback(
      [options, &context] { context.action = [options, &context] { return ingest(*options, context); }; });
}

}  // namespace cotejo::cli
