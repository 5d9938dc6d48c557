#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <string>

#include "cli/commands/commands.h"
#include "cli/commands/options.h"
#include "cli/commands/reading.h"
#include "cli/commands/selection.h"
#include "cli/console/output.h"
#include "pipeline/checks/archive.h"
#include "pipeline/normalise/text/text.h"
#include "pipeline/reading/taught.h"
#include "pipeline/run/check_again.h"
#include "pipeline/run/run_log.h"

namespace cotejo::cli {
namespace {

using model::Error;
using model::ErrorCode;
using model::Result;
using model::Stage;

struct Options {
  ReadingOptions reading;
  std::string word;
  std::string meaning;
  std::string entity;
  bool list = false;
  bool remove = false;
  std::string export_to;
  std::string import_from;
  std::string author;
  Format format = Format::list;
};

int usage(const std::string& what, const Context& context) {
  context.err << context.say(Text::usage_error, what, "teach ") << '\n';
  return kUsage;
}

// The documents that a taught word counts for.
struct Meant {
  std::string entity;             // as the base names it; empty: all
  std::set<std::string> sha256s;  // of its documents; empty: all
};

// Nothing once it was told that no entity, or more than one, is called so.
std::optional<Meant> entity_meant(store::Store& store, const std::string& entity, const Context& context) {
  Meant meant;
  if (entity.empty()) return meant;
  DocumentFilter filter;
  filter.entity = entity;
  std::set<std::string> keys;
  std::set<std::string> names;
  const auto none = select(store, filter, context, [&](const store::DocumentName& it) {
    if (meant.entity.empty()) meant.entity = it.entity;
    keys.insert(checks::entity_key(it.entity));
    names.insert(it.entity);
  });
  if (none) return std::nullopt;
  if (keys.size() > 1) {
    context.err << context.say(Text::several_entities, entity, fmt::format("{}", fmt::join(names, "; "))) << '\n';
    return std::nullopt;
  }
  const model::Status read = each_document_name(store, [&](const store::DocumentName& it) {
    if (!it.sha256.empty() && keys.contains(checks::entity_key(it.entity))) meant.sha256s.insert(it.sha256);
  });
  if (!read) {
    context.complain(read.error());
    return std::nullopt;
  }
  return meant;
}

// Every meaning there is, section by section.
std::string told_meanings(const std::vector<reading::Meaning>& meanings) {
  std::string told;
  std::string section;
  for (const reading::Meaning& meaning : meanings) {
    told += meaning.section != section ? "\n  " + meaning.section + ": " : ", ";
    told += meaning.name;
    section = meaning.section;
  }
  return told;
}

// The one meaning that is meant; nothing once it was told what there is.
std::optional<reading::Meaning> meaning_meant(const std::string& name, const Context& context) {
  const mapping::Vocabulary vocabulary = mapping::Vocabulary::standard();
  std::vector<reading::Meaning> found = reading::meanings_named(vocabulary, name);
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    context.err << context.say(Text::no_such_meaning, name, told_meanings(reading::teachable(vocabulary))) << '\n';
    return std::nullopt;
  }
  std::string ways;
  for (const reading::Meaning& one : found) ways += (ways.empty() ? "" : ", ") + one.section + ":" + one.name;
  context.err << context.say(Text::several_meanings, name, ways) << '\n';
  return std::nullopt;
}

int check_again(const Options& options, const Meant& meant, const Context& context) {
  return run_and_report(
      options.reading, context, store::Access::write, 0, 0, 0,
      [&](store::Store& store, reading::Readers& readers, const run::Settings& settings,
          const run::Observer& observer) {
        if (meant.entity.empty()) return run::check_again(store, readers, settings, observer);
        return run::check_again({meant.sha256s.begin(), meant.sha256s.end()}, store, readers, settings, observer);
      });
}

int list(const Options& options, const Context& context) {
  Result<store::Store> store = store::Store::open(options.reading.database, store::Access::read);
  if (!store) return context.fail(store.error());
  const auto words = store.value().taught();
  if (!words) return context.fail(words.error());
  static const std::vector<Column> columns{{"palabra", false}, {"significado", false}, {"seccion", false},
                                           {"entidad", false}, {"autor", false},       {"fecha", false}};
  std::vector<Row> rows;
  for (const store::TaughtWord& it : words.value())
    rows.push_back({it.word, it.meaning, it.section, it.entity, it.author, it.time});
  if (rows.empty() && for_people(options.format)) {
    context.out << context.say(Text::nothing_taught) << '\n';
    return kNothingToReport;
  }
  write_rows(context.out, options.format == Format::list ? Format::table : options.format, columns, rows);
  return kNothingToReport;
}

int export_words(const Options& options, const Context& context) {
  Result<store::Store> store = store::Store::open(options.reading.database, store::Access::read);
  if (!store) return context.fail(store.error());
  const auto words = store.value().taught();
  if (!words) return context.fail(words.error());
  const std::string text = reading::text_of_taught(words.value());
  if (options.export_to == "-") {
    context.out << text;
    return kNothingToReport;
  }
  if (std::filesystem::exists(options.export_to))
    return context.fail({ErrorCode::output, Stage::output, options.export_to, 0, "ya existe: dé otro lugar"});
  std::ofstream file(options.export_to, std::ios::binary);
  file << text;
  file.close();
  if (!file) return context.fail({ErrorCode::output, Stage::output, options.export_to, 0, ""});
  context.out << context.say(Text::words_exported, words.value().size(), options.export_to) << '\n';
  return kNothingToReport;
}

int import_words(const Options& options, const Context& context) {
  const Result<std::string> text = text_of(options.import_from);
  if (!text) return context.fail(text.error());
  Result<std::vector<store::TaughtWord>> words = reading::read_taught(text.value(), options.import_from);
  if (!words) return context.fail(words.error());
  {
    Result<store::Store> store = store::Store::open(options.reading.database, store::Access::write);
    if (!store) return context.fail(store.error());
    for (store::TaughtWord& word : words.value()) {
      word.author = options.author;
      word.time = run::utc_now();
    }
    if (const model::Status kept = store.value().teach(words.value()); !kept) return context.fail(kept.error());
  }
  context.out << context.say(Text::words_imported, words.value().size(), options.import_from) << '\n';
  return check_again(options, {}, context);
}

int remove(const Options& options, const Context& context) {
  Meant meant;
  {
    Result<store::Store> store = store::Store::open(options.reading.database, store::Access::write);
    if (!store) return context.fail(store.error());
    auto found = entity_meant(store.value(), options.entity, context);
    if (!found) return kUsage;
    meant = std::move(*found);
    const auto forgotten = store.value().forget(normalise::fold(options.word), meant.entity);
    if (!forgotten) return context.fail(forgotten.error());
    if (forgotten.value() == 0) return usage(context.say(Text::word_not_taught, options.word), context);
  }
  context.out << context.say(Text::word_forgotten, options.word) << '\n';
  return check_again(options, meant, context);
}

int teach_word(const Options& options, const Context& context) {
  if (options.word.empty() || options.meaning.empty()) return usage(context.say(Text::teach_usage), context);
  if (normalise::fold(options.word).empty())
    return usage(context.say(Text::word_without_letters, options.word), context);
  const auto meaning = meaning_meant(options.meaning, context);
  if (!meaning) return kUsage;
  Meant meant;
  {
    Result<store::Store> store = store::Store::open(options.reading.database, store::Access::write);
    if (!store) return context.fail(store.error());
    auto found = entity_meant(store.value(), options.entity, context);
    if (!found) return kUsage;
    meant = std::move(*found);
    store::TaughtWord word = reading::taught_word(options.word, *meaning, meant.entity);
    word.author = options.author;
    word.time = run::utc_now();
    if (const model::Status kept = store.value().teach({word}); !kept) return context.fail(kept.error());
  }
  context.out << context.say(Text::word_taught, options.word, meaning->name, meaning->section) << '\n';
  return check_again(options, meant, context);
}

int teach(const Options& options, const Context& context) {
  const int asked = (options.list ? 1 : 0) + (options.remove ? 1 : 0) + (options.export_to.empty() ? 0 : 1) +
                    (options.import_from.empty() ? 0 : 1);
  if (asked > 1) return usage(context.say(Text::teach_usage), context);
  Options own = options;
  if (own.author.empty()) own.author = user_name();
  if (own.list) return list(own, context);
  if (!own.export_to.empty()) return export_words(own, context);
  if (!own.import_from.empty()) return import_words(own, context);
  if (!own.remove) return teach_word(own, context);
  return own.word.empty() ? usage(context.say(Text::teach_usage), context) : remove(own, context);
}

}  // namespace

void add_teach(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("teach", context.say(Text::teach_about));
  command->add_option("WORD", options->word, context.say(Text::teach_word));
  command->add_option("MEANING", options->meaning, context.say(Text::teach_meaning));
  add_database_option(*command, options->reading.database, context);
  command->add_option("--entity", options->entity, context.say(Text::teach_entity_option));
  command->add_flag("--list", options->list, context.say(Text::teach_list_option));
  command->add_flag("--remove", options->remove, context.say(Text::teach_remove_option));
  command->add_option("--export", options->export_to, context.say(Text::teach_export_option))
      ->type_name(context.say(Text::type_file));
  command->add_option("--import", options->import_from, context.say(Text::teach_import_option))
      ->type_name(context.say(Text::type_file));
  command->add_option("--author", options->author, context.say(Text::author_option));
  add_format_option(*command, options->format, context);
  add_reading_options(*command, options->reading, context, Reads::bundles);
  command->callback([options, &context] { context.action = [options, &context] { return teach(*options, context); }; });
}

}  // namespace cotejo::cli
