#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/reading.h"
#include "pipeline/run/bundle_file.h"
#include "pipeline/run/discover.h"
#include "pipeline/run/hash.h"

namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  ReadingOptions reading;
  std::vector<std::string> paths;
  std::string folder;
};

// Reads every file and writes its extract; one that is there already for the same content and settings is left alone.
class Extractor {
 public:
  Extractor(const Options& options, const Context& context, run::Settings settings)
      : options_(options),
        context_(context),
        settings_(std::move(settings)),
        readers_(readers_of(options.reading, settings_)) {}

  int run(const std::vector<std::string>& files) {
    std::size_t next = 0;
    while (true) {
      while (next < files.size() && readers_->under_way() < readers_->capacity()) begin(files[next++]);
      if (readers_->under_way() == 0) break;
      const auto outcome = readers_->next([](long) { return !interrupted(); });
      if (!outcome) return kDocumentsFailed;
      if (const model::Status status = write(*outcome); !status) return context_.fail(status.error());
    }
    return failed_ > 0 ? kDocumentsFailed : kNothingToReport;
  }

 private:
  void begin(const std::string& path) {
    const model::Result<run::FileHash> hash = run::hash_file(path);
    if (!hash) {
      ++failed_;
      context_.complain(hash.error());
      return;
    }
    const std::string name = fs::path(path).filename().string();
    model::Bundle wanted;
    wanted.sha256 = hash.value().sha256;
    const model::Result<run::BundleFile> there = run::read_bundle_file(place(wanted));
    // A copy of what is being read would be written over it, under the name of whichever ended last.
    const bool is_copy = !begun_.insert(wanted.sha256).second;
    if (is_copy || (there && there.value().bundle.settings == settings_.extract.fingerprint())) {
      context_.out << context_.say(Text::file_unchanged_bundle, name) << '\n';
      return;
    }
    readers_->begin({{path, name, hash.value().sha256, hash.value().size}, {}, false});
  }

  model::Status write(const worker::Outcome& outcome) {
    const std::string encoded = outcome.encoded.empty() ? model::encode(outcome.bundle) : outcome.encoded;
    for (const model::Error& error : outcome.bundle.errors) context_.complain(error);
    failed_ += outcome.bundle.errors.empty() ? 0 : 1;
    const std::string path = place(outcome.bundle);
    const model::Status written = run::write_bundle_file(path, encoded);
    if (written) context_.out << context_.say(Text::file_extracted, outcome.file.name, path) << '\n';
    return written;
  }

  std::string place(const model::Bundle& bundle) const {
    return (fs::path(options_.folder) / run::bundle_file_name(bundle)).string();
  }

  const Options& options_;
  const Context& context_;
  run::Settings settings_;
  std::unique_ptr<worker::Readers> readers_;
  std::set<std::string> begun_;  // contents of this run, by sha256
  int failed_ = 0;
};

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
  const int status = Extractor(options, context, settings.value()).run(found.files);
  return found.errors.empty() ? status : std::max(status, kDocumentsFailed);
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
      [&](store::Store& store, worker::Readers& readers, const run::Settings& settings, const run::Observer& observer) {
        return run::load(files, store, readers, settings, observer);
      });
}

}  // namespace

void add_extract(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("extract", context.say(Text::extract_about));
  command->add_option("FILE", options->paths, context.say(Text::ingest_paths))->required();
  command->add_option("-o,--output", options->folder, context.say(Text::extract_folder))->required()->type_name("DIR");
  add_reading_options(*command, options->reading, context, Reads::files);
  command->callback(
      [options, &context] { context.action = [options, &context] { return extract(*options, context); }; });
}

void add_load(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("load", context.say(Text::load_about));
  command->add_option("FILE", options->paths, context.say(Text::load_files))->required();
  command->add_option("--db", options->reading.database, context.say(Text::ingest_db))->required()->type_name("FILE");
  add_reading_options(*command, options->reading, context, Reads::bundles);
  command->callback([options, &context] { context.action = [options, &context] { return load(*options, context); }; });
}

}  // namespace cotejo::cli
