#include <CLI/CLI.hpp>
#include <string>

#include "cli/commands/commands.h"
#include "cli/commands/options.h"
#include "cli/commands/reading.h"
#include "cli/commands/selection.h"
#include "pipeline/reading/told_values.h"
#include "pipeline/run/check_again.h"
#include "pipeline/run/run_log.h"

namespace cotejo::cli {
namespace {

struct Options {
  ReadingOptions reading;
  std::vector<std::string> findings;
  std::string document;
  std::string vigencia;  // "2020" or "2020-2023"
  model::Told told;
  store::DecisionRow by;
};

int usage(Text text, const Context& context) {
  context.err << context.say(Text::usage_error, context.say(text), "correct ") << '\n';
  return kUsage;
}

// What a person says that a document is: kept, and the document and the archive checked again with it.
int correct_document(Options options, const Context& context) {
  model::Told& told = options.told;
  if (!options.vigencia.empty() && !reading::read_vigencia(options.vigencia, told.is))
    return usage(Text::vigencia_usage, context);
  const model::DocumentInfo& is = told.is;
  if (is.entity.empty() && is.dependency.empty() && is.title.empty() && is.vigencia_from == 0 && told.cleared.empty())
    return usage(Text::correct_usage, context);
  std::vector<std::string> again;  // none where the PDF could not be read at all: then the archive's rules alone
  {
    model::Result<store::Store> store = store::Store::open(options.reading.database, store::Access::write);
    if (!store) return context.fail(store.error());
    DocumentFilter filter;
    filter.document = options.document;
    store::DocumentName wanted;
    std::size_t count = 0;
    const auto none = select(store.value(), filter, context, [&](const store::DocumentName& it) {
      wanted = it;
      ++count;
    });
    if (none) return *none;
    if (count > 1) {
      context.err << context.say(Text::several_documents, options.document, count) << '\n';
      return kUsage;
    }
    if (wanted.state != model::DocumentState::failed) again.push_back(wanted.sha256);
    options.by.time = run::utc_now();
    const model::Status kept = store.value().correct_document(wanted.id, told, options.by);
    if (!kept) return context.fail(kept.error());
    context.out << context.say(Text::document_corrected, wanted.route) << '\n';
  }
  return run_and_report(
      options.reading, context, store::Access::write, 1, 0, 0,
      [&](store::Store& store, reading::Readers& readers, const run::Settings& settings,
          const run::Observer& observer) { return run::check_again(again, store, readers, settings, observer); });
}

int correct(const Options& options, const Context& context) {
  Options own = options;
  if (own.by.author.empty()) own.by.author = user_name();
  if (!own.document.empty()) return correct_document(std::move(own), context);
  if (own.findings.empty()) return usage(Text::correct_usage, context);
  if (own.by.value.empty()) return usage(Text::value_usage, context);
  return correct_findings(own.findings, own.reading.database, own.by, context);
}

}  // namespace

void add_correct(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("correct", context.say(Text::correct_about));
  command->add_option("ID", options->findings, context.say(Text::finding_ids));
  add_database_option(*command, options->reading.database, context);
  command->add_option("--value", options->by.value, context.say(Text::value_option));
  command->add_option("--document", options->document, context.say(Text::correct_document_option));
  model::DocumentInfo& is = options->told.is;
  // An option that is given empty says that there is none.
  const std::vector<std::pair<const CLI::Option*, std::vector<std::string>>> fields{
      {command->add_option("--entity", is.entity, context.say(Text::correct_entity_option)), {"entity"}},
      {command->add_option("--dependency", is.dependency, context.say(Text::correct_dependency_option)),
       {"dependency"}},
      {command->add_option("--title", is.title, context.say(Text::correct_title_option)), {"title"}},
      {command->add_option("--vigencia", options->vigencia, context.say(Text::correct_vigencia_option)),
       {"vigencia_from", "vigencia_to"}}};
  command->add_option("--note", options->by.note, context.say(Text::note_option))->required();
  command->add_option("--author", options->by.author, context.say(Text::author_option));
  add_reading_options(*command, options->reading, context, Reads::bundles);
  command->callback([options, fields, &context] {
    for (const auto& [option, columns] : fields) {
      const bool empty = option->count() > 0 && option->as<std::string>().empty();
      if (empty) options->told.cleared.insert(options->told.cleared.end(), columns.begin(), columns.end());
    }
    context.action = [options, &context] { return correct(*options, context); };
  });
}

}  // namespace cotejo::cli
