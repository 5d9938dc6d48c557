#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "cli/commands.h"
#include "cli/ingest_report.h"
#include "cli/progress.h"
#include "model/store/store.h"
#include "pipeline/run/discover.h"
#include "pipeline/run/ingest.h"

namespace cotejo::cli {
namespace {

struct Options {
  std::vector<std::string> paths;
  std::string database;
  int jobs = 0;
  worker::OcrMode ocr = worker::OcrMode::automatic;
  bool explain = false;
  bool in_process = false;
  worker::Limits limits;
  int memory_megabytes = static_cast<int>(worker::Limits{}.memory >> 20);
};

volatile std::sig_atomic_t interrupted = 0;

void on_interrupt(int) {
  interrupted = 1;
}

std::unique_ptr<worker::Readers> pool(const Options& options, const run::Settings& what) {
  worker::PoolSettings settings;
  settings.extract = what.extract;
  settings.analysis = what.analysis;
  settings.limits = options.limits;
  // A page that waits for a busy machine is not lost: the wall clock only catches what does not compute at all.
  settings.limits.wall_seconds = 5.0 * options.limits.cpu_seconds;
  settings.limits.memory = std::int64_t{options.memory_megabytes} << 20;
  settings.jobs = options.jobs;
  return worker::pool_readers(std::move(settings));
}

int ingest(const Options& options, const Context& context) {
  const run::Discovery found = run::discover(options.paths);
  IngestReport report(context, options.database, options.explain);
  for (const model::Error& error : found.errors) report.path_error(error);
  if (found.files.empty()) {
    context.err << context.say(Text::nothing_found) << '\n';
    return kCouldNotRun;
  }
  run::Settings settings;
  settings.extract.ocr = options.ocr;
  model::Result<worker::Analyser> analyser = worker::Analyser::make(settings.analysis);
  if (!analyser) return context.fail(analyser.error());
  model::Result<store::Store> store = store::Store::open(options.database, store::Access::create);
  if (!store) return context.fail(store.error());
  const std::unique_ptr<worker::Readers> readers =
      options.in_process ? worker::local_readers(settings.extract, std::move(analyser).value())
                         : pool(options, settings);

  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
  ProgressBar bar(context, isatty(STDERR_FILENO) == 1);
  run::Observer observer;
  observer.file = [&](const run::FileReport& file) {
    bar.clear();
    report.file(file);
  };
  observer.progress = [&](const run::Progress& progress) { bar.show(progress); };
  observer.interrupted = [] { return interrupted != 0; };
  const model::Result<run::Summary> summary = run::ingest(found.files, store.value(), *readers, settings, observer);
  bar.clear();
  if (!summary) return context.fail(summary.error());
  if (const std::string warning = readers->warning(); !warning.empty()) {
    context.err << context.say(Text::isolation_warning, warning) << '\n';
  }
  report.summary(summary.value(), found.other_files);
  return report.status(summary.value());
}

}  // namespace

void add_ingest(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  options->jobs = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  CLI::App* command = app.add_subcommand("ingest", context.say(Text::ingest_about));
  command->add_option("PATH", options->paths, context.say(Text::ingest_paths))->required();
  command->add_option("--db", options->database, context.say(Text::ingest_db))->required()->type_name("FILE");
  command->add_option("-j,--jobs", options->jobs, context.say(Text::jobs_option))
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  const std::map<std::string, worker::OcrMode> modes{
      {"never", worker::OcrMode::never}, {"auto", worker::OcrMode::automatic}, {"always", worker::OcrMode::always}};
  command->add_option("--ocr", options->ocr, context.say(Text::ocr_option))
      ->transform(CLI::CheckedTransformer(modes))
      ->type_name("MODE");
  command->add_option("--timeout", options->limits.cpu_seconds, context.say(Text::timeout_option))
      ->check(CLI::Range(1, 86400))
      ->type_name("S");
  command->add_option("--memory", options->memory_megabytes, context.say(Text::memory_option))
      ->check(CLI::Range(128, 1 << 20))
      ->type_name("MB");
  command->add_flag("--in-process", options->in_process, context.say(Text::isolation_option));
  command->add_flag("--explain", options->explain, context.say(Text::explain_option));
  command->callback(
      [options, &context] { context.action = [options, &context] { return ingest(*options, context); }; });
}

}  // namespace cotejo::cli
