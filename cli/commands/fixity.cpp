#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>

#include "cli/commands/commands.h"
#include "cli/commands/options.h"
#include "cli/commands/reading.h"
#include "pipeline/exports/archive/bag_check.h"
#include "pipeline/run/verify.h"

namespace cotejo::cli {
namespace {

int verify_bag(const std::string& folder, const Context& context) {
  const model::Result<exports::BagCheck> result = exports::check_bag(folder, interrupted);
  if (!result) return context.fail(result.error());
  const exports::BagCheck& bag = result.value();
  const auto list = [&](Text text, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) context.out << context.say(text, line) << '\n';
  };
  list(Text::verify_changed, bag.changed);
  list(Text::verify_missing, bag.missing);
  list(Text::verify_unlisted, bag.unlisted);
  list(Text::verify_bag_fault, bag.faults);
  const auto count = [&](std::size_t number, Text forms) {
    return context.count(static_cast<std::int64_t>(number), forms);
  };
  context.out << context.say(Text::verify_bag_summary, context.count(bag.sound, Text::same_files_counted),
                             count(bag.changed.size(), Text::changed_counted),
                             count(bag.missing.size(), Text::missing_counted), bag.unlisted.size(),
                             count(bag.faults.size(), Text::bag_faults_counted))
              << '\n';
  return bag.whole() ? kNothingToReport : kDocumentsFailed;
}

int verify(const std::string& database, const Context& context) {
  model::Result<store::Store> store = store::Store::open(database, store::Access::read);
  if (!store) return context.fail(store.error());
  const model::Result<run::Fixity> result = run::verify(store.value(), interrupted);
  if (!result) return context.fail(result.error());
  const run::Fixity& fixity = result.value();
  const auto list = [&](Text text, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) context.out << context.say(text, line) << '\n';
  };
  list(Text::verify_changed, fixity.changed);
  list(Text::verify_missing, fixity.missing);
  list(Text::verify_damaged, fixity.damaged);
  list(Text::verify_fault, fixity.faults);
  list(Text::verify_replaced, fixity.replaced);
  const auto count = [&](std::size_t number, Text forms) {
    return context.count(static_cast<std::int64_t>(number), forms);
  };
  context.out << context.say(Text::verify_summary, context.count(fixity.sound, Text::same_counted),
                             count(fixity.changed.size(), Text::changed_counted),
                             count(fixity.missing.size() + fixity.replaced.size(), Text::missing_counted),
                             count(fixity.damaged.size() + fixity.faults.size(), Text::faults_counted))
              << '\n';
  if (fixity.without_source > 0) {
    context.out << context.say(Text::verify_without_source,
                               context.count(fixity.without_source, Text::from_extracts_counted))
                << '\n';
  }
  return fixity.whole() ? kNothingToReport : kDocumentsFailed;
}

int relocate(const std::string& folder, const std::string& database, const Context& context) {
  model::Result<store::Store> store = store::Store::open(database, store::Access::write);
  if (!store) return context.fail(store.error());
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error))
    return context.fail({model::ErrorCode::not_found, model::Stage::discover, folder, 0, ""});
  const model::Result<run::Relocation> result = run::relocate(store.value(), folder, interrupted);
  if (!result) return context.fail(result.error());
  for (const std::string& place : result.value().missing)
    context.out << context.say(Text::verify_missing, place) << '\n';
  context.out << context.say(Text::relocate_summary, context.count(result.value().found, Text::originals_found_counted),
                             context.count(result.value().sound, Text::in_place_counted), result.value().missing.size())
              << '\n';
  return result.value().missing.empty() ? kNothingToReport : kDocumentsFailed;
}

int digest(const std::string& database, const Context& context) {
  model::Result<store::Store> store = store::Store::open(database, store::Access::read);
  if (!store) return context.fail(store.error());
  const model::Result<std::string> digest = store.value().digest();
  if (!digest) return context.fail(digest.error());
  context.out << digest.value() << '\n';
  return kNothingToReport;
}

}  // namespace

void add_verify(CLI::App& app, Context& context) {
  struct Options {
    std::string bag, database;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("verify", context.say(Text::verify_about));
  command->add_option("BAG", options->bag, context.say(Text::verify_bag_option));
  add_database_option(*command, options->database, context);
  command->get_option("--db")->required(false);
  command->callback([options, &context] {
    context.action = [options, &context] {
      if (!options->bag.empty()) return verify_bag(options->bag, context);
      if (!options->database.empty()) return verify(options->database, context);
      context.err << context.say(Text::usage_error, context.say(Text::verify_usage), "verify ") << '\n';
      return static_cast<int>(kUsage);
    };
  });
}

void add_relocate(CLI::App& app, Context& context) {
  struct Options {
    std::string folder, database;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("relocate", context.say(Text::relocate_about));
  command->add_option("DIR", options->folder, context.say(Text::relocate_folder))->required();
  add_database_option(*command, options->database, context);
  command->callback([options, &context] {
    context.action = [options, &context] { return relocate(options->folder, options->database, context); };
  });
}

void add_digest(CLI::App& app, Context& context) {
  const auto database = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("digest", context.say(Text::digest_about));
  add_database_option(*command, *database, context);
  command->callback(
      [database, &context] { context.action = [database, &context] { return digest(*database, context); }; });
}

}  // namespace cotejo::cli
