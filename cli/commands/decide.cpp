#include <CLI/CLI.hpp>
#include <map>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/commands/options.h"
#include "cli/commands/selection.h"
#include "model/store/store.h"
#include "pipeline/reading/told_values.h"
#include "pipeline/run/run_log.h"

namespace cotejo::cli {
namespace {

struct Options {
  std::vector<std::string> findings;  // numbers and marks
  std::string rule;
  DocumentFilter documents;
  std::string database;
  store::DecisionRow decision;
  Format format = Format::list;

  [[nodiscard]] bool filters() const { return !rule.empty() || !documents.empty(); }
};

// The value in the form that the base keeps: a plain number or an ISO date where the finding is about one. Nothing,
// once it was told, where it is not of that kind.
std::optional<std::string> value_for(const store::FindingRow& finding, const std::string& value,
                                     const Context& context) {
  const reading::ValueKind kind = reading::kind_of_value(finding.reported, finding.expected);
  std::optional<std::string> plain = reading::plain_value(kind, value);
  if (!plain) {
    const Text why = kind == reading::ValueKind::date ? Text::value_no_date : Text::value_no_number;
    context.err << context.say(why, value, finding.id) << '\n';
  }
  return plain;
}

int decide(const Options& options, const Context& context) {
  if (options.findings.empty() && !options.filters()) {
    context.err << context.say(Text::usage_error, context.say(Text::decide_usage), "") << '\n';
    return kUsage;
  }
  model::Result<store::Store> store = store::Store::open(options.database, store::Access::write);
  if (!store) return context.fail(store.error());
  auto numbers = findings_named(store.value(), options.findings, context);
  if (!numbers) return kCouldNotRun;
  if (options.filters()) {
    const auto more = findings_filtered(store.value(), options.rule, options.documents, context);
    if (!more) return kUsage;
    for (const store::FindingRow& it : *more)
      if (it.decision.state != options.decision.state) numbers->push_back(it.id);
  }
  store::DecisionRow decision = options.decision;
  if (decision.author.empty()) decision.author = user_name();
  decision.time = run::utc_now();
  // One value may be kept in two forms, each for the findings of its kind.
  std::map<std::string, std::vector<std::int64_t>> by_value;
  for (const std::int64_t number : *numbers) {
    std::string value = decision.value;
    if (decision.state == model::DecisionState::corrected) {
      const auto detail = store.value().finding(number);
      if (!detail) return context.fail(detail.error());
      const auto kept = value_for(detail.value()->finding, options.decision.value, context);
      if (!kept) return kUsage;
      value = *kept;
    }
    by_value[value].push_back(number);
  }
  for (const auto& [value, findings] : by_value) {
    decision.value = value;
    if (const model::Status status = store.value().decide(findings, decision); !status)
      return context.fail(status.error());
  }
  for (const std::int64_t number : *numbers) {
    context.out << context.say(Text::decided, number, model::name_of(decision.state), decision.author, decision.time)
                << '\n';
  }
  if (numbers->empty()) context.out << context.say(Text::decided_none) << '\n';
  return kNothingToReport;
}

int decisions(const Options& options, const Context& context) {
  model::Result<store::Store> store = store::Store::open(options.database, store::Access::read);
  if (!store) return context.fail(store.error());
  const auto all = store.value().decisions();
  if (!all) return context.fail(all.error());
  static const std::vector<Column> columns{
      {"hallazgo_id", true}, {"marca", false}, {"documento_id", true}, {"ruta", false},  {"regla", false},
      {"estado", false},     {"valor", false}, {"nota", false},        {"autor", false}, {"fecha", false}};
  std::vector<Row> rows;
  for (const store::DecisionLine& it : all.value()) {
    rows.push_back({std::to_string(it.finding), it.mark, std::to_string(it.document), it.route, it.rule,
                    std::string(model::name_of(it.decision.state)), it.decision.value, it.decision.note,
                    it.decision.author, it.decision.time});
  }
  if (rows.empty() && for_people(options.format))
    context.out << context.say(Text::decisions_none) << '\n';
  else
    write_rows(context.out, options.format, columns, rows);
  tell_documents(store.value(), options.format, context);
  return kNothingToReport;
}

void add(CLI::App& app, Context& context, const char* name, Text about, model::DecisionState state) {
  const auto options = std::make_shared<Options>();
  options->decision.state = state;
  CLI::App* command = app.add_subcommand(name, context.say(about));
  command->add_option("ID", options->findings, context.say(Text::finding_ids));
  add_database_option(*command, options->database, context);
  command->add_option("--rule", options->rule, context.say(Text::rule_option));
  add_document_filter(*command, options->documents, context);
  command->add_option("--note", options->decision.note, context.say(Text::note_option))->required();
  command->add_option("--author", options->decision.author, context.say(Text::author_option));
  command->callback(
      [options, &context] { context.action = [options, &context] { return decide(*options, context); }; });
}

}  // namespace

int correct_findings(const std::vector<std::string>& findings, const std::string& database,
                     const store::DecisionRow& decision, const Context& context) {
  Options options;
  options.findings = findings;
  options.database = database;
  options.decision = decision;
  options.decision.state = model::DecisionState::corrected;
  return decide(options, context);
}

void add_decide(CLI::App& app, Context& context) {
  add(app, context, "accept", Text::accept_about, model::DecisionState::accepted);
  add(app, context, "dismiss", Text::dismiss_about, model::DecisionState::dismissed);
  add(app, context, "reopen", Text::reopen_about, model::DecisionState::open);
}

void add_decisions(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("decisions", context.say(Text::decisions_about));
  add_database_option(*command, options->database, context);
  add_format_option(*command, options->format, context);
  command->callback(
      [options, &context] { context.action = [options, &context] { return decisions(*options, context); }; });
}

}  // namespace cotejo::cli
