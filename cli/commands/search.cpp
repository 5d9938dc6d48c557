#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/commands/options.h"
#include "cli/commands/selection.h"
#include "cli/console/output.h"
#include "model/store/store.h"

namespace cotejo::cli {
namespace {

struct Options {
  std::vector<std::string> words;
  std::string database;
  int most = 50;
  Format format = Format::list;
};

int search(const Options& options, const Context& context) {
  model::Result<store::Store> store = store::Store::open(options.database, store::Access::read);
  if (!store) return context.fail(store.error());
  std::string words;
  for (const std::string& word : options.words) words += (words.empty() ? "" : " ") + word;
  const auto hits = store.value().search(words, options.most);
  if (!hits) return context.fail(hits.error());
  if (options.format == Format::list) {
    for (const store::SearchHit& hit : hits.value()) {
      std::string line = hit.snippet;
      for (char& c : line) c = c == '\n' || c == '\t' ? ' ' : c;
      context.out << hit.route << ", " << context.say(Text::finding_place, hit.page) << ": " << line << '\n';
    }
    if (hits.value().empty()) context.out << context.say(Text::search_none) << '\n';
    tell_documents(store.value(), options.format, context);
    return kNothingToReport;
  }
  const std::vector<Column> columns{{"archivo", false}, {"pagina", true}, {"fragmento", false}, {"ruta", false}};
  std::vector<Row> rows;
  for (const store::SearchHit& hit : hits.value())
    rows.push_back({hit.file, std::to_string(hit.page), hit.snippet, hit.route});
  write_rows(context.out, options.format, columns, rows);
  tell_documents(store.value(), options.format, context);
  return kNothingToReport;
}

}  // namespace

void add_search(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("search", context.say(Text::search_about));
  command->add_option("WORDS", options->words, context.say(Text::search_words))->required();
  add_database_option(*command, options->database, context);
  add_number(*command, "--limit", options->most, 1, 1'000'000, "N", context.say(Text::search_limit), context);
  add_format_option(*command, options->format, context);
  command->callback(
      [options, &context] { context.action = [options, &context] { return search(*options, context); }; });
}

}  // namespace cotejo::cli
