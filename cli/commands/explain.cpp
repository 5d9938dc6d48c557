#include <unistd.h>

#include <CLI/CLI.hpp>
#include <string>

#include "cli/commands/commands.h"
#include "cli/commands/options.h"
#include "cli/commands/selection.h"
#include "cli/console/output.h"
#include "cli/console/terminal.h"
#include "model/store/store.h"

namespace cotejo::cli {
namespace {

struct Options {
  std::vector<std::string> findings;  // numbers and marks
  std::string database;
  std::string rule;
  DocumentFilter documents;
};

void explain(const store::FindingDetail& detail, const Context& context) {
  const store::FindingRow& it = detail.finding;
  std::ostream& out = context.out;
  out << fmt::format("#{}  {}  {}  {}  [{}]\n", it.id, it.mark, model::name_of(it.severity), it.rule,
                     model::name_of(it.decision.state))
      << it.route;
  if (it.page > 0) out << ", " << context.say(Text::finding_place, it.page);
  if (!it.table_title.empty()) out << ", «" << it.table_title << "»";
  out << "\n\n" << wrapped(it.message, terminal_width(STDOUT_FILENO), 0) << '\n';
  if (!it.reported.empty()) out << "\n  " << context.say(Text::explain_reported, it.reported);
  const Text expected = is_what_should_be(it.expected) ? Text::explain_expected : Text::explain_against;
  if (!it.expected.empty()) out << "\n  " << context.say(expected, it.expected);
  if (!it.difference.empty()) out << "\n  " << context.say(Text::explain_difference, it.difference);
  if (!it.diagnosis.empty()) out << "\n  " << context.say(Text::finding_why, it.diagnosis);
  out << '\n';
  if (!detail.steps.empty()) {
    out << '\n' << context.say(Text::explain_steps) << '\n';
    for (const std::string& step : detail.steps) out << "  " << step << '\n';
  }
  out << '\n' << context.say(Text::explain_places) << '\n';
  for (const store::EvidenceRow& place : detail.evidence) {
    std::string text = place.text;
    for (char& c : text) c = c == '\n' ? ' ' : c;
    out << fmt::format("  {:<12} {}, {} ({:.0f}, {:.0f})–({:.0f}, {:.0f}): {}\n", model::name_of(place.role),
                       place.route, context.say(Text::finding_place, place.page), place.box.x0, place.box.y0,
                       place.box.x1, place.box.y1, text);
  }
  if (!detail.decisions.empty()) out << '\n' << context.say(Text::explain_decisions) << '\n';
  for (const store::DecisionRow& decision : detail.decisions) {
    out << fmt::format("  {}  {}  {}", decision.time, decision.author, model::name_of(decision.state));
    if (!decision.value.empty()) out << ": " << decision.value;
    if (!decision.note.empty()) out << " — " << decision.note;
    out << '\n';
  }
}

int explain_all(const Options& options, const Context& context) {
  model::Result<store::Store> store = store::Store::open(options.database, store::Access::read);
  if (!store) return context.fail(store.error());
  if (options.findings.empty() && options.rule.empty() && options.documents.empty()) {
    context.err << context.say(Text::usage_error, context.say(Text::decide_usage), "explain ") << '\n';
    return kUsage;
  }
  auto numbers = findings_named(store.value(), options.findings, context);
  if (!numbers) return kCouldNotRun;
  if (!options.rule.empty() || !options.documents.empty()) {
    const auto found = findings_filtered(store.value(), options.rule, options.documents, context);
    if (!found) return kUsage;
    for (const store::FindingRow& it : *found) numbers->push_back(it.id);
  }
  for (const std::int64_t number : *numbers) {
    const auto detail = store.value().finding(number);
    if (!detail) return context.fail(detail.error());
    explain(*detail.value(), context);
    context.out << '\n';
  }
  tell_documents(store.value(), Format::list, context);
  return kNothingToReport;
}

}  // namespace

void add_explain(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("explain", context.say(Text::explain_about));
  command->add_option("ID", options->findings, context.say(Text::finding_ids));
  add_database_option(*command, options->database, context);
  command->add_option("--rule", options->rule, context.say(Text::rule_option));
  add_document_filter(*command, options->documents, context);
  command->callback(
      [options, &context] { context.action = [options, &context] { return explain_all(*options, context); }; });
}

}  // namespace cotejo::cli
