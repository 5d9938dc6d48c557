#include <CLI/CLI.hpp>
#include <map>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/output.h"
#include "model/store/store.h"

namespace cotejo::cli {
namespace {

struct Options {
  std::vector<std::string> words;
  std::string database;
  int most = 50;
  Format format = Format::table;
};

int search(const Options& options, const Context& context) {
  model::Result<store::Store> store = store::Store::open(options.database, store::Access::read);
  if (!store) return context.fail(store.error());
  std::string words;
  for (const std::string& word : options.words) words += (words.empty() ? "" : " ") + word;
  const auto hits = store.value().search(words, options.most);
  if (!hits) return context.fail(hits.error());
  if (options.format == Format::table) {
    for (const store::SearchHit& hit : hits.value()) {
      std::string line = hit.snippet;
      for (char& c : line) c = c == '\n' || c == '\t' ? ' ' : c;
      context.out << hit.file << ", " << context.say(Text::finding_place, hit.page) << ": " << line << '\n';
    }
    if (hits.value().empty()) context.out << context.say(Text::search_none) << '\n';
    return kNothingToReport;
  }
  const std::vector<Column> columns{{"archivo", false}, {"pagina", true}, {"fragmento", false}};
  std::vector<Row> rows;
  for (const store::SearchHit& hit : hits.value()) rows.push_back({hit.file, std::to_string(hit.page), hit.snippet});
  if (options.format == Format::json)
    write_json(context.out, columns, rows);
  else
    write_csv(context.out, columns, rows);
  return kNothingToReport;
}

}  // namespace

void add_search(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("search", context.say(Text::search_about));
  command->add_option("WORDS", options->words, context.say(Text::search_words))->required();
  command->add_option("--db", options->database, context.say(Text::db_option))->required()->type_name("FILE");
  command->add_option("--limit", options->most, context.say(Text::search_limit))->check(CLI::Range(1, 1'000'000));
  const std::map<std::string, Format> formats{{"table", Format::table}, {"json", Format::json}, {"csv", Format::csv}};
  command->add_option("--format", options->format, context.say(Text::format_option))
      ->transform(CLI::CheckedTransformer(formats).description(""))
      ->type_name("FORMAT");
  command->callback(
      [options, &context] { context.action = [options, &context] { return search(*options, context); }; });
}

}  // namespace cotejo::cli
