#include <pwd.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <string>

#include "cli/commands.h"
#include "model/store/store.h"
#include "pipeline/run/run_log.h"

namespace cotejo::cli {
namespace {

struct Options {
  std::int64_t finding = 0;
  std::string database;
  store::DecisionRow decision;
};

std::string user_name() {
  if (const passwd* entry = getpwuid(getuid()); entry != nullptr) return entry->pw_name;
  const char* name = std::getenv("USER");
  return name == nullptr ? std::to_string(getuid()) : name;
}

int decide(const Options& options, const Context& context) {
  model::Result<store::Store> store = store::Store::open(options.database, store::Access::write);
  if (!store) return context.fail(store.error());
  const auto finding = store.value().finding(options.finding);
  if (!finding) return context.fail(finding.error());
  store::DecisionRow decision = options.decision;
  if (decision.author.empty()) decision.author = user_name();
  decision.time = run::utc_now();
  if (const model::Status status = store.value().decide(options.finding, decision); !status) {
    return context.fail(status.error());
  }
  context.out << context.say(Text::decided, options.finding, decision.state, decision.author, decision.time) << '\n';
  return kNothingToReport;
}

void add(CLI::App& app, Context& context, const char* name, Text about, const char* state) {
  const auto options = std::make_shared<Options>();
  options->decision.state = state;
  CLI::App* command = app.add_subcommand(name, context.say(about));
  command->add_option("ID", options->finding, context.say(Text::finding_id))->required();
  command->add_option("--db", options->database, context.say(Text::db_option))->required()->type_name("FILE");
  if (options->decision.state == "corregido") {
    command->add_option("--value", options->decision.value, context.say(Text::value_option))->required();
  }
  command->add_option("--note", options->decision.note, context.say(Text::note_option))->required();
  command->add_option("--author", options->decision.author, context.say(Text::author_option));
  command->callback(
      [options, &context] { context.action = [options, &context] { return decide(*options, context); }; });
}

}  // namespace

void add_decisions(CLI::App& app, Context& context) {
  add(app, context, "accept", Text::accept_about, "aceptado");
  add(app, context, "dismiss", Text::dismiss_about, "descartado");
  add(app, context, "correct", Text::correct_about, "corregido");
}

}  // namespace cotejo::cli
