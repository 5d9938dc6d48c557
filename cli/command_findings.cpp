#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <string>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "model/store/store.h"
#include "pipeline/checks/expected.h"

namespace cotejo::cli {
namespace {

struct Options {
  std::string database;
  Format format = Format::table;
  store::FindingFilter filter;
  bool untested = false;
  std::string expected;
};

// The columns of the view `hallazgos`, and after them what tells the document apart.
const std::vector<Column>& columns() {
  static const std::vector<Column> all{{"hallazgo_id", true},     {"huella", false},     {"archivo", false},
                                       {"pagina", true},          {"tabla_id", true},    {"regla", false},
                                       {"gravedad", false},       {"mensaje", false},    {"valor_reportado", false},
                                       {"valor_esperado", false}, {"diferencia", false}, {"diagnostico", false},
                                       {"estado", false},         {"entidad", false},    {"tabla", false}};
  return all;
}

std::string number_or_nothing(std::int64_t number) {
  return number == 0 ? "" : std::to_string(number);
}

Row row_of(const store::FindingRow& it) {
  return {std::to_string(it.id),
          it.fingerprint,
          it.file,
          number_or_nothing(it.page),
          number_or_nothing(it.table_id),
          it.rule,
          it.severity,
          it.message,
          it.reported,
          it.expected,
          it.difference,
          it.diagnosis,
          it.state,
          it.entity,
          it.table_title};
}

// For people: a head line that can be scanned, then the sentence.
void write_table(const Context& context, const std::vector<store::FindingRow>& rows) {
  for (const store::FindingRow& it : rows) {
    context.out << fmt::format("#{:<5} {:<12} {:<24} {}", it.id, it.severity, it.rule, it.file);
    if (it.page > 0) context.out << ", " << context.say(Text::finding_place, it.page);
    if (it.state != "abierto") context.out << " [" << it.state << ']';
    context.out << "\n       " << it.message << '\n';
    if (!it.reported.empty() && !it.expected.empty()) {
      const Text values = is_what_should_be(it.expected) ? Text::finding_values : Text::finding_against;
      context.out << "       " << context.say(values, it.reported, it.expected) << '\n';
    }
    if (!it.diagnosis.empty()) context.out << "       " << context.say(Text::finding_why, it.diagnosis) << '\n';
  }
  context.out << context.say(Text::findings_count, rows.size()) << '\n';
}

// What no rule could test, by document, rule and reason: what is not known to be right is said, never passed over.
int untested(const Options& options, const Context& context, const std::vector<store::UntestedRow>& rows) {
  if (options.format == Format::table) {
    for (const store::UntestedRow& it : rows)
      context.out << context.say(Text::untested_row, it.file, it.rule, it.reason, it.count) << '\n';
    return kNothingToReport;
  }
  static const std::vector<Column> all{{"archivo", false}, {"regla", false}, {"motivo", false}, {"relaciones", true}};
  std::vector<Row> cells;
  for (const store::UntestedRow& it : rows) cells.push_back({it.file, it.rule, it.reason, std::to_string(it.count)});
  if (options.format == Format::json)
    write_json(context.out, all, cells);
  else
    write_csv(context.out, all, cells);
  return kNothingToReport;
}

// How the findings that weigh compare with what a person marked in the same reports.
int against_expected(const Options& options, const Context& context, const std::vector<store::FindingRow>& rows) {
  const model::Result<std::string> csv = text_of(options.expected);
  if (!csv) return context.fail(csv.error());
  const auto expected = checks::read_expected(csv.value(), options.expected);
  if (!expected) return context.fail(expected.error());
  std::vector<checks::ToldSlip> told;
  for (const store::FindingRow& it : rows) {
    const bool marked = std::any_of(expected.value().begin(), expected.value().end(),
                                    [&](const checks::ExpectedSlip& slip) { return slip.file == it.file; });
    if (marked && it.severity != "info")
      told.push_back({it.file, it.page, it.rule, it.reported, it.expected, it.message});
  }
  const checks::Comparison compared = checks::compare(expected.value(), told);
  for (const std::size_t i : compared.missed) {
    const checks::ExpectedSlip& slip = expected.value()[i];
    context.out << context.say(Text::expected_missed, slip.file, slip.page, slip.rule, slip.reported, slip.line)
                << '\n';
  }
  for (const std::size_t i : compared.alarms)
    context.out << context.say(Text::expected_alarm, told[i].file, told[i].page, told[i].rule, told[i].message) << '\n';
  const std::size_t marked = expected.value().size();
  const std::size_t share = marked == 0 ? 100 : (100 * compared.found.size() + marked / 2) / marked;
  context.out << context.say(Text::expected_summary, marked, compared.found.size(), share, compared.alarms.size())
              << '\n';
  return compared.missed.empty() && compared.alarms.empty() ? kNothingToReport : kFindings;
}

int findings(const Options& options, const Context& context) {
  model::Result<store::Store> store = store::Store::open(options.database, store::Access::read);
  if (!store) return context.fail(store.error());
  const auto left = store.value().untested();
  if (!left) return context.fail(left.error());
  if (options.untested) return untested(options, context, left.value());
  const auto found = store.value().findings(options.filter);
  if (!found) return context.fail(found.error());
  if (!options.expected.empty()) return against_expected(options, context, found.value());
  if (options.format == Format::table) {
    if (found.value().empty())
      context.out << context.say(Text::findings_none) << '\n';
    else
      write_table(context, found.value());
    int relations = 0;
    for (const store::UntestedRow& it : left.value()) relations += it.count;
    if (relations > 0) context.out << context.say(Text::untested_count, relations) << '\n';
  } else {
    std::vector<Row> rows;
    for (const store::FindingRow& it : found.value()) rows.push_back(row_of(it));
    if (options.format == Format::json)
      write_json(context.out, columns(), rows);
    else
      write_csv(context.out, columns(), rows);
  }
  return found.value().empty() ? kNothingToReport : kFindings;
}

}  // namespace

void add_findings(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("findings", context.say(Text::findings_about));
  command->add_option("--db", options->database, context.say(Text::db_option))->required()->type_name("FILE");
  const std::map<std::string, Format> formats{{"table", Format::table}, {"json", Format::json}, {"csv", Format::csv}};
  command->add_option("--format", options->format, context.say(Text::format_option))
      ->transform(CLI::CheckedTransformer(formats).description(""))
      ->type_name("FORMAT");
  store::FindingFilter& filter = options->filter;
  command->add_option("--rule", filter.rule, context.say(Text::rule_option));
  command->add_option("--severity", filter.severity, context.say(Text::severity_option))
      ->check(CLI::IsMember({"error", "advertencia", "info"}));
  command->add_option("--document", filter.document, context.say(Text::document_option));
  command->add_option("--entity", filter.entity, context.say(Text::entity_option));
  command->add_option("--vigencia", filter.vigencia, context.say(Text::vigencia_option));
  command->add_option("--state", filter.state, context.say(Text::state_option))
      ->check(CLI::IsMember({"abierto", "aceptado", "descartado", "corregido"}));
  command->add_flag("--untested", options->untested, context.say(Text::untested_option));
  command->add_option("--expected", options->expected, context.say(Text::expected_option))->type_name("FILE");
  command->callback(
      [options, &context] { context.action = [options, &context] { return findings(*options, context); }; });
}

}  // namespace cotejo::cli
