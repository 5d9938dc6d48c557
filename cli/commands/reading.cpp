#include "cli/commands/reading.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>

#include "cli/commands/ingest_report.h"
#include "cli/commands/options.h"
#include "cli/console/progress.h"
#include "cli/console/terminal.h"
#include "pipeline/checks/settings.h"
#include "pipeline/reading/taught.h"
#include "pipeline/run/place.h"
#include "pipeline/run/run_log.h"
#include "pipeline/worker/pool_readers.h"

namespace cotejo::cli {
namespace {

using model::Error;
using model::ErrorCode;
using model::Result;
using model::Stage;

volatile std::sig_atomic_t asked_to_end = 0;

void on_signal(int) {
  asked_to_end = 1;
}

}  // namespace

Result<std::string> text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) return Error{ErrorCode::not_found, Stage::open, path, 0, ""};
  return text.str();
}

void add_reading_options(CLI::App& command, ReadingOptions& options, const Context& context, Reads reads) {
  options.jobs = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  add_number(command, "-j,--jobs", options.jobs, 1, 256, "N", context.say(Text::jobs_option), context);
  command.get_option("--jobs")->default_str("");  // of this machine; its help says what it is on every one
  if (reads == Reads::files) {
    static const std::map<std::string, reading::OcrMode> modes{{"never", reading::OcrMode::never},
                                                               {"auto", reading::OcrMode::automatic},
                                                               {"always", reading::OcrMode::always}};
    add_choice(
        command, "--ocr", [&options](const std::string& mode) { options.ocr = modes.at(mode); },
        {"never", "auto", "always"}, "auto", context.say(Text::ocr_option), context);
    command.add_option("--password-file", options.passwords, context.say(Text::password_option))
        ->type_name(context.say(Text::type_file));
  }
  command.add_option("--vocabulary", options.vocabulary, context.say(Text::vocabulary_option))
      ->type_name(context.say(Text::type_file));
  command.add_option("--rules", options.rules, context.say(Text::rules_option))
      ->type_name(context.say(Text::type_file));
  add_number(command, "--timeout", options.cpu_seconds, 1, 86400, "S", context.say(Text::timeout_option), context);
  add_number(command, "--memory", options.memory_megabytes, 128, 1 << 20, "MB", context.say(Text::memory_option),
             context);
  add_number(command, "--wait", options.wait_seconds, 0.0, 86400.0, "S", context.say(Text::wait_option), context);
  command.add_option("--log", options.log, context.say(Text::log_option))->type_name(context.say(Text::type_file));
  command.add_flag("--explain", options.explain, context.say(Text::explain_option));
  command.add_flag("--in-process", options.in_process, context.say(Text::isolation_option));
}

Result<run::Settings> settings_of(const ReadingOptions& options) {
  run::Settings settings;
  settings.extract.ocr = options.ocr;
  if (options.ocr == reading::OcrMode::always) {
    if (const model::Status there = ocr::model_available(settings.extract.reader); !there) return there.error();
  }
  if (!options.vocabulary.empty()) {
    Result<std::string> text = text_of(options.vocabulary);
    if (!text) return text.error();
    settings.analysis.vocabulary_file = options.vocabulary;
    settings.analysis.vocabulary_text = std::move(text).value();
  }
  if (!options.passwords.empty()) {
    const Result<std::string> text = text_of(options.passwords);
    if (!text) return text.error();
    Result<run::Passwords> passwords = run::Passwords::read(text.value(), options.passwords);
    if (!passwords) return passwords.error();
    settings.passwords = std::move(passwords).value();
  }
  if (!options.rules.empty()) {
    const Result<std::string> text = text_of(options.rules);
    if (!text) return text.error();
    Result<checks::Settings> rules = checks::read_settings(text.value(), options.rules);
    if (!rules) return rules.error();
    settings.analysis.rules = std::move(rules).value();
  }
  // A fault in the vocabulary is told here and not by every worker.
  if (const auto analyser = reading::Analyser::make(settings.analysis); !analyser) return analyser.error();
  return settings;
}

std::unique_ptr<reading::Readers> readers_of(const ReadingOptions& options, const run::Settings& settings) {
  if (options.in_process) {
    return reading::local_readers(settings.extract, reading::Analyser::make(settings.analysis).value());
  }
  worker::PoolSettings pool;
  pool.extract = settings.extract;
  pool.analysis = settings.analysis;
  pool.limits.cpu_seconds = options.cpu_seconds;
  pool.limits.wall_seconds = 5.0 * options.cpu_seconds;
  pool.limits.memory = std::int64_t{options.memory_megabytes} << 20;
  pool.jobs = options.jobs;
  return worker::pool_readers(std::move(pool));
}

Result<reading::Task> task_for(const std::string& place, const ReadingOptions& options, const run::Settings& settings) {
  run::Settings quick = settings;  // only what is attached is looked at
  quick.extract.ocr = reading::OcrMode::never;
  const std::unique_ptr<reading::Readers> openers = readers_of(options, quick);
  return run::task_at(place, *openers, settings.passwords);
}

std::optional<reading::Outcome> outcome_of(reading::Readers& readers, reading::Task task) {
  readers.begin(std::move(task));
  return readers.next([](long) { return !interrupted(); });
}

bool interrupted() {
  static const bool listening = [] {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
      if (std::signal(signal, on_signal) == SIG_IGN) std::signal(signal, SIG_IGN);  // as whoever started it wants
    return true;
  }();
  return listening && asked_to_end != 0;
}

Result<run::Settings> with_taught(run::Settings settings, store::Store& store) {
  const Result<std::vector<store::TaughtWord>> words = store.taught();
  if (!words) return words.error();
  settings.analysis.taught_text = reading::text_of_taught(words.value());
  if (const auto analyser = reading::Analyser::make(settings.analysis); !analyser) return analyser.error();
  return settings;
}

int run_and_report(const ReadingOptions& options, const Context& context, store::Access access, std::size_t files,
                   int other_files, int path_errors, const RunFunction& function) {
  Result<run::Settings> given = settings_of(options);
  if (!given) return context.fail(given.error());
  std::ofstream log_file;
  if (!options.log.empty()) {
    log_file.open(options.log, std::ios::app);
    if (!log_file) return context.fail({ErrorCode::output, Stage::output, options.log, 0, ""});
  }
  run::RunLog log(log_file);
  Result<store::Store> store = store::Store::open(options.database, access, options.wait_seconds);
  if (!store) return context.fail(store.error());
  const Result<run::Settings> settings = with_taught(std::move(given).value(), store.value());
  if (!settings) return context.fail(settings.error());
  const std::unique_ptr<reading::Readers> readers = readers_of(options, settings.value());
  IngestReport report(context, options.database, options.explain, path_errors);
  ProgressBar bar(context, terminal_width(STDERR_FILENO));
  run::Observer observer;
  observer.file = [&](const run::FileReport& file) {
    bar.clear();
    report.file(file);
    if (log_file.is_open()) log.file(file);
  };
  observer.progress = [&](const run::Progress& progress) { bar.show(progress); };
  observer.interrupted = interrupted;
  if (log_file.is_open()) log.start(files, settings.value().fingerprint());
  const Result<run::Summary> summary = function(store.value(), *readers, settings.value(), observer);
  bar.clear();
  if (!summary) {
    if (log_file.is_open()) log.stopped(summary.error());
    return context.fail(summary.error());
  }
  if (log_file.is_open()) log.end(summary.value());
  const bool logged = !log_file.is_open() || log_file.good();
  if (!logged) context.err << context.say(Text::log_not_written, options.log) << '\n';
  report.summary(summary.value(), other_files);
  if (const std::string warning = readers->warning(); !warning.empty()) {
    context.err << context.say(Text::isolation_warning, warning) << '\n';
  }
  return logged ? report.status(summary.value()) : std::max(report.status(summary.value()), kDocumentsFailed);
}

}  // namespace cotejo::cli
