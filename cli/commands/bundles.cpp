#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/commands/options.h"
#include "cli/commands/reading.h"
#include "pipeline/run/extract.h"
#include "pipeline/run/files/discover.h"
#include "pipeline/run/load.h"

namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  ReadingOptions reading;
  std::vector<std::string> paths;
  std::string folder;
};

// A line a file.
void tell(const run::FileReport& report, const Context& context) {
  for (const model::Error& error : report.errors) context.complain(error);
  const std::string name = run::name_of(report.path);
  if (report.decision == run::Decision::new_content)
    context.out << context.say(Text::file_extracted, name, report.other) << '\n';
  else if (report.decision != run::Decision::unreadable)
    context.out << context.say(Text::file_unchanged_bundle, name) << '\n';
}

int extract(const Options& options, const Context& context) {
  const run::Discovery found = run::discover(options.paths);
  for (const model::Error& error : found.errors) context.complain(error);
  if (found.files.empty()) {
    context.err << context.say(Text::nothing_found) << '\n';
    return kCouldNotRun;
  }
  const model::Result<run::Settings> settings = settings_of(options.reading);
  if (!settings) return context.fail(settings.error());
  std::error_code error;
  fs::create_directories(options.folder, error);
  if (error) return context.fail({model::ErrorCode::output, model::Stage::output, options.folder, 0, error.message()});
  run::Observer observer;
  observer.file = [&](const run::FileReport& report) { tell(report, context); };
  observer.interrupted = interrupted;
  const auto readers = readers_of(options.reading, settings.value());
  const auto summary = run::extract(found.files, options.folder, *readers, settings.value(), observer);
  if (!summary) return context.fail(summary.error());
  const run::Summary& done = summary.value();
  const bool whole = found.errors.empty() && done.failed == 0 && done.partial == 0 && done.not_reached == 0;
  return whole ? kNothingToReport : kDocumentsFailed;
}

// Files as they are named, and of folders every *.cotejo in them, in order of name.
std::vector<std::string> bundle_files(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied)) {
      if (entry.path().extension() == ".cotejo") files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

int load(const Options& options, const Context& context) {
  const std::vector<std::string> files = bundle_files(options.paths);
  if (files.empty()) {
    context.err << context.say(Text::no_bundles) << '\n';
    return kCouldNotRun;
  }
  return run_and_report(
      options.reading, context, store::Access::create, files.size(), 0, 0,
      [&](store::Store& store, reading::Readers& readers, const run::Settings& settings,
          const run::Observer& observer) { return run::load(files, store, readers, settings, observer); });
}

}  // namespace

void add_extract(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("extract", context.say(Text::extract_about));
  command->add_option("FILE", options->paths, context.say(Text::ingest_paths))->required();
  command->add_option("-o,--output", options->folder, context.say(Text::extract_folder))
      ->required()
      ->type_name(context.say(Text::type_folder));
  add_reading_options(*command, options->reading, context, Reads::files);
  command->callback(
      [options, &context] { context.action = [options, &context] { return extract(*options, context); }; });
}

void add_load(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("load", context.say(Text::load_about));
  command->add_option("FILE", options->paths, context.say(Text::load_files))->required();
  add_database_option(*command, options->reading.database, context, Text::ingest_db);
  add_reading_options(*command, options->reading, context, Reads::bundles);
  command->callback([options, &context] { context.action = [options, &context] { return load(*options, context); }; });
}

}  // namespace cotejo::cli
