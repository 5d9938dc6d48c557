#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/commands/options.h"
#include "cli/commands/reading.h"
#include "pipeline/run/extract.h"
#include "pipeline/run/files/discover.h"
#include "pipeline/run/load.h"
#include "pipeline/run/run_log.h"

namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  ReadingOptions reading;
  std::vector<std::string> paths;
  std::string folder;
  std::string base;  // folder that routes are told from; empty for the one that holds all that is named
  std::string list;  // file that names paths; "-" is standard input
  std::string shard = "1/1";
  bool resume = false;
  bool failed_ok = false;
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

// The paths of the command line and those of the list.
model::Result<std::vector<std::string>> paths_of(const Options& options) {
  std::vector<std::string> paths = options.paths;
  if (options.list.empty()) return paths;
  std::ifstream file;
  if (options.list != "-") {
    file.open(options.list, std::ios::binary);
    if (!file) return model::Error{model::ErrorCode::not_found, model::Stage::open, options.list, 0, ""};
  }
  const std::vector<std::string> listed = run::read_file_list(options.list == "-" ? std::cin : file);
  paths.insert(paths.end(), listed.begin(), listed.end());
  return paths;
}

// With --failed-ok a document that could not be read is no failure of the run: its bundle says why it could not.
int status_of(const Options& options, const run::Discovery& found, const run::Summary& done) {
  if (done.not_reached > 0) return kDocumentsFailed;
  const bool whole = found.errors.empty() && done.failed == 0 && done.partial == 0;
  return whole || options.failed_ok ? kNothingToReport : kDocumentsFailed;
}

int misused(const Context& context, const std::string& complaint) {
  context.err << context.say(Text::usage_error, complaint, "extract ") << '\n';
  return kUsage;
}

int extract(const Options& options, const Context& context) {
  const std::optional<run::Shard> shard = run::shard_of(options.shard);
  if (!shard) return misused(context, context.say(Text::shard_bad, options.shard));
  if (options.paths.empty() && options.list.empty()) return misused(context, context.say(Text::usage_missing, context.say(Text::type_file)));
  if (options.resume && options.reading.log.empty()) return misused(context, context.say(Text::usage_missing, "--log"));
  const auto paths = paths_of(options);
  if (!paths) return context.fail(paths.error());
  const run::Discovery found = run::discover(paths.value());
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
  run::ExtractPlan plan{options.folder, found.folder, *shard, {}};
  if (!options.base.empty()) plan.from = fs::absolute(options.base).lexically_normal().string();
  while (plan.from.size() > 1 && plan.from.back() == '/') plan.from.pop_back();
  if (options.resume) {
    std::ifstream before(options.reading.log);
    plan.done = run::done_before(before);
  }
  std::ofstream log_file;
  if (!options.reading.log.empty()) {
    log_file.open(options.reading.log, std::ios::app);
    if (!log_file) return context.fail({model::ErrorCode::output, model::Stage::output, options.reading.log, 0, ""});
  }
  run::RunLog log(log_file);
  run::Observer observer;
  observer.file = [&](const run::FileReport& report) {
    tell(report, context);
    if (log_file.is_open()) log.file(report);
  };
  observer.interrupted = interrupted;
  if (log_file.is_open()) log.start(found.files.size(), settings.value().extract.fingerprint());
  const auto readers = readers_of(options.reading, settings.value());
  const auto summary = run::extract(found.files, plan, *readers, settings.value(), observer);
  if (!summary) {
    if (log_file.is_open()) log.stopped(summary.error());
    return context.fail(summary.error());
  }
  if (log_file.is_open()) log.end(summary.value());
  return status_of(options, found, summary.value());
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
  command->add_option("FILE", options->paths, context.say(Text::ingest_paths));
  command->add_option("--files-from", options->list, context.say(Text::files_from_option))
      ->type_name(context.say(Text::type_file));
  command->add_option("-o,--output", options->folder, context.say(Text::extract_folder))
      ->required()
      ->type_name(context.say(Text::type_folder));
  command->add_option("--base-dir", options->base, context.say(Text::base_dir_option))
      ->type_name(context.say(Text::type_folder));
  command->add_option("--shard", options->shard, context.say(Text::shard_option))->type_name("I/N");
  command->add_flag("--resume", options->resume, context.say(Text::resume_option));
  command->add_flag("--failed-ok", options->failed_ok, context.say(Text::failed_ok_option));
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
