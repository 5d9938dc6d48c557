#include <CLI/CLI.hpp>
#include <string>

#include "cli/commands.h"
#include "cli/output.h"
#include "model/store/store.h"

namespace cotejo::cli {
namespace {

struct Options {
  std::int64_t finding = 0;
  std::string database;
};

int explain(const Options& options, const Context& context) {
  model::Result<store::Store> store = store::Store::open(options.database, store::Access::read);
  if (!store) return context.fail(store.error());
  const auto detail = store.value().finding(options.finding);
  if (!detail) return context.fail(detail.error());
  const store::FindingRow& it = detail.value().finding;
  std::ostream& out = context.out;
  out << fmt::format("#{}  {}  {}  [{}]\n", it.id, it.severity, it.rule, it.state) << it.file;
  if (it.page > 0) out << ", " << context.say(Text::finding_place, it.page);
  if (!it.table_title.empty()) out << ", «" << it.table_title << "»";
  out << "\n\n" << it.message << '\n';
  if (!it.reported.empty()) out << "\n  " << context.say(Text::explain_reported, it.reported);
  const Text expected = is_what_should_be(it.expected) ? Text::explain_expected : Text::explain_against;
  if (!it.expected.empty()) out << "\n  " << context.say(expected, it.expected);
  if (!it.difference.empty()) out << "\n  " << context.say(Text::explain_difference, it.difference);
  if (!it.diagnosis.empty()) out << "\n  " << context.say(Text::finding_why, it.diagnosis);
  out << '\n';
  if (!detail.value().steps.empty()) {
    out << '\n' << context.say(Text::explain_steps) << '\n';
    for (const std::string& step : detail.value().steps) out << "  " << step << '\n';
  }
  out << '\n' << context.say(Text::explain_places) << '\n';
  for (const store::EvidenceRow& place : detail.value().evidence) {
    std::string text = place.text;
    for (char& c : text) c = c == '\n' ? ' ' : c;
    out << fmt::format("  {:<12} {}, {} ({:.0f}, {:.0f})–({:.0f}, {:.0f}): {}\n", place.role, place.file,
                       context.say(Text::finding_place, place.page), place.box.x0, place.box.y0, place.box.x1,
                       place.box.y1, text);
  }
  if (!detail.value().decisions.empty()) out << '\n' << context.say(Text::explain_decisions) << '\n';
  for (const store::DecisionRow& decision : detail.value().decisions) {
    out << fmt::format("  {}  {}  {}", decision.time, decision.author, decision.state);
    if (!decision.value.empty()) out << ": " << decision.value;
    if (!decision.note.empty()) out << " — " << decision.note;
    out << '\n';
  }
  return kNothingToReport;
}

}  // namespace

void add_explain(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("explain", context.say(Text::explain_about));
  command->add_option("ID", options->finding, context.say(Text::finding_id))->required();
  command->add_option("--db", options->database, context.say(Text::db_option))->required()->type_name("FILE");
  command->callback(
      [options, &context] { context.action = [options, &context] { return explain(*options, context); }; });
}

}  // namespace cotejo::cli
