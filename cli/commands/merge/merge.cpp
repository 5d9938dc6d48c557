#include "pipeline/run/merge/merge.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/commands/options.h"
#include "cli/commands/reading.h"

namespace cotejo::cli {
namespace {

struct Options {
  ReadingOptions reading;
  std::vector<std::string> bases;
};

void tell(const run::Conflict& it, const Context& context) {
  using About = run::Conflict::About;
  if (it.about == About::place) {
    constexpr std::size_t kEnough = 12;
    context.out << context.say(Text::merge_place, it.what, it.kept.substr(0, kEnough), it.dropped.substr(0, kEnough));
  } else {
    const Text about = it.about == About::decision     ? Text::merge_decision
                       : it.about == About::correction ? Text::merge_correction
                       : it.about == About::reading    ? Text::merge_reading
                       : it.about == About::word       ? Text::merge_word
                                                       : Text::merge_extract;
    const std::string why = context.say(it.about == About::extract ? Text::merge_better : Text::merge_later);
    context.out << context.say(Text::merge_conflict, context.say(about), it.what, it.kept, it.kept_in, it.dropped,
                               it.dropped_in, why);
  }
  context.out << '\n';
}

void tell(const std::vector<run::Conflict>& conflicts, const Context& context) {
  if (conflicts.empty()) return;
  context.out << context.say(Text::merge_conflicts,
                             context.count(static_cast<std::int64_t>(conflicts.size()), Text::things_counted))
              << '\n';
  for (const run::Conflict& it : conflicts) tell(it, context);
}

// Teaches the base the words of all; part of the settings that documents are read with, so that it comes first.
model::Status teach_words(const Options& options, std::vector<run::OtherBase>& bases,
                          std::vector<run::Conflict>& conflicts) {
  auto into = store::Store::open(options.reading.database, store::Access::create, options.reading.wait_seconds);
  if (!into) return into.error();
  const auto words = run::words_together(into.value(), options.reading.database, bases, conflicts);
  if (!words) return words.error();
  return into.value().teach(words.value());
}

int merge(const Options& options, const Context& context) {
  std::vector<run::OtherBase> bases;
  for (const std::string& name : options.bases) {
    std::error_code none;
    if (std::filesystem::equivalent(name, options.reading.database, none)) {
      context.err << context.say(Text::usage_error, context.say(Text::merge_into_itself, name), "merge ") << '\n';
      return kUsage;
    }
    auto base = store::Store::open(name, store::Access::read, options.reading.wait_seconds);
    if (!base) return context.fail(base.error());
    bases.push_back({name, std::move(base).value()});
  }
  std::vector<run::Conflict> conflicts;
  if (const model::Status status = teach_words(options, bases, conflicts); !status) return context.fail(status.error());
  return run_and_report(
      options.reading, context, store::Access::write, 0, 0, 0,
      [&](store::Store& store, reading::Readers& readers, const run::Settings& settings,
          const run::Observer& observer) -> model::Result<run::Summary> {
        auto plan = run::plan_merge(store, options.reading.database, bases, settings.extract.fingerprint());
        if (!plan) return plan.error();
        conflicts.insert(conflicts.end(), plan.value().conflicts.begin(), plan.value().conflicts.end());
        auto summary = run::merge(plan.value(), bases, store, readers, settings, observer);
        if (summary) tell(conflicts, context);
        return summary;
      });
}

}  // namespace

void add_merge(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("merge", context.say(Text::merge_about));
  command->add_option("FILE", options->bases, context.say(Text::merge_bases))->required();
  command->add_option("--into", options->reading.database, context.say(Text::merge_into))
      ->required()
      ->type_name(context.say(Text::type_file));
  add_reading_options(*command, options->reading, context, Reads::bundles);
  command->callback([options, &context] { context.action = [options, &context] { return merge(*options, context); }; });
}

}  // namespace cotejo::cli
