#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "cli/console/context.h"
#include "model/store/store.h"
#include "pipeline/reading/readers.h"
#include "pipeline/run/report.h"
#include "pipeline/run/settings.h"
#include "pipeline/worker/message.h"

namespace cotejo::cli {

// What the commands that read or check documents have in common.
struct ReadingOptions {
  std::string database;
  int jobs = 1;
  reading::OcrMode ocr = reading::OcrMode::automatic;
  std::string vocabulary;  // file, may be empty
  std::string rules;       // file, may be empty
  std::string log;         // file, may be empty
  std::string passwords;   // file, may be empty
  int cpu_seconds = worker::Limits{}.cpu_seconds;
  int memory_megabytes = static_cast<int>(worker::Limits{}.memory >> 20);
  double wait_seconds = store::kWaitSeconds;
  bool in_process = false;
  bool explain = false;
};

// The whole file; not_found when it cannot be read.
[[nodiscard]] model::Result<std::string> text_of(const std::string& path);

enum class Reads : std::uint8_t { files, bundles };  // whether PDFs are opened, or only what was read of them before

void add_reading_options(CLI::App& command, ReadingOptions& options, const Context& context, Reads reads);

// Reads the vocabulary and rules files; vocabulary naming file and line, not_found, and ocr_unavailable when every page
// is to be read optically and there is no model to do it with.
[[nodiscard]] model::Result<run::Settings> settings_of(const ReadingOptions& options);

// The settings, with what the base was taught.
[[nodiscard]] model::Result<run::Settings> with_taught(run::Settings settings, store::Store& store);

[[nodiscard]] std::unique_ptr<reading::Readers> readers_of(const ReadingOptions& options,
                                                           const run::Settings& settings);

// What reads the PDF that a person names, which may be attached to another ("portafolio.pdf!/informe.pdf").
[[nodiscard]] model::Result<reading::Task> task_for(const std::string& place, const ReadingOptions& options,
                                                    const run::Settings& settings);

// Has one task done and waits for it; nothing when the person interrupts it.
[[nodiscard]] std::optional<reading::Outcome> outcome_of(reading::Readers& readers, reading::Task task);

// Turns true when the person presses Ctrl-C or the system asks the program to end, from the first call on.
[[nodiscard]] bool interrupted();

// Runs one of run's functions with store, readers, progress, log and report, and gives the exit status.
using RunFunction = std::function<model::Result<run::Summary>(store::Store&, reading::Readers&, const run::Settings&,
                                                              const run::Observer&)>;
int run_and_report(const ReadingOptions& options, const Context& context, store::Access access, std::size_t files,
                   int other_files, int path_errors, const RunFunction& function);

}  // namespace cotejo::cli
