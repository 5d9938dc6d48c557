#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>

#include "cli/commands.h"
#include "cli/reading.h"
#include "pipeline/mapping/inspect.h"
#include "pipeline/mapping/map.h"

namespace cotejo::cli {
namespace {

struct Options {
  ReadingOptions reading;
  std::string path;
};

int inspect(const Options& options, const Context& context) {
  const model::Result<run::Settings> settings = settings_of(options.reading);
  if (!settings) return context.fail(settings.error());
  const std::unique_ptr<worker::Readers> readers = readers_of(options.reading, settings.value());
  readers->begin({{options.path, std::filesystem::path(options.path).filename().string(), "", 0}, {}, false});
  const auto outcome = readers->next([](long) { return !interrupted(); });
  if (!outcome) return kCouldNotRun;
  for (const model::Error& error : outcome->bundle.errors) context.complain(error);
  if (outcome->bundle.pages.empty()) return kCouldNotRun;
  mapping::Vocabulary vocabulary = mapping::Vocabulary::standard();
  const worker::AnalysisSettings& analysis = settings.value().analysis;
  if (!analysis.vocabulary_text.empty()) {
    if (const model::Status added = vocabulary.add(analysis.vocabulary_text, analysis.vocabulary_file); !added) {
      return context.fail(added.error());
    }
  }
  context.out << mapping::inspect(mapping::read_document(outcome->bundle, vocabulary));
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
