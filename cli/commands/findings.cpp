#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <functional>
#include <string>

#include "cli/commands/commands.h"
#include "cli/commands/options.h"
#include "cli/commands/reading.h"
#include "cli/commands/selection.h"
#include "cli/console/output.h"
#include "cli/console/terminal.h"
#include "model/store/store.h"
#include "pipeline/checks/expected.h"

namespace cotejo::cli {
namespace {

using store::FindingRow;

struct Options {
  std::string database;
  Format format = Format::list;
  DocumentFilter documents;
  store::FindingFilter filter;
  std::string order;  // of kOrders
  bool summary = false;
  bool untested = false;
  std::string expected;  // a file of what a person marked
};

struct Order {
  const char* name;
  store::FindingOrder order;
};
constexpr std::array kOrders{Order{"place", store::FindingOrder::place}, Order{"amount", store::FindingOrder::amount},
                             Order{"severity", store::FindingOrder::severity}};

// What is printed is read from the base row by row while it is printed: a base holds more findings than fit in memory.
class Found {
 public:
  Found(store::Store& store, const Options& options) : store_(store), filter_(options.filter) {
    for (const Order& it : kOrders)
      if (options.order == it.name) order_ = it.order;
  }

  void each(const std::function<void(const FindingRow&)>& take) { keep(store_.each_finding(filter_, order_, take)); }
  void each_count(const std::function<void(const store::FindingCount&)>& take) {
    keep(store_.each_count(filter_, take));
  }
  void each_untested(const std::function<void(const store::UntestedRow&)>& take) {
    keep(store_.each_untested(filter_, take));
  }
  std::int64_t how_many() {
    const auto count = store_.how_many(filter_);
    keep(count ? model::Status(model::Done{}) : model::Status(count.error()));
    return count ? count.value() : 0;
  }
  // The first failure of reading; what was asked for after it may be in part.
  [[nodiscard]] const model::Status& status() const { return failed_; }

 private:
  void keep(const model::Status& status) {
    if (failed_ && !status) failed_ = status;
  }

  store::Store& store_;
  const store::FindingFilter& filter_;
  store::FindingOrder order_ = store::FindingOrder::place;
  model::Status failed_ = model::Done{};
};

// The columns of the view `hallazgos`, and after them what tells the document apart and what was decided.
const std::vector<Column>& columns() {
  static const std::vector<Column> all{
      {"hallazgo_id", true},      {"huella", false},         {"archivo", false},         {"pagina", true},
      {"tabla_id", true},         {"regla", false},          {"gravedad", false},        {"mensaje", false},
      {"valor_reportado", false}, {"valor_esperado", false}, {"diferencia", false},      {"diagnostico", false},
      {"estado", false},          {"entidad", false},        {"tabla", false},           {"marca", false},
      {"documento_id", true},     {"ruta", false},           {"valor_corregido", false}, {"nota", false},
      {"autor", false},           {"fecha_decision", false}};
  return all;
}

std::string number_or_nothing(std::int64_t number) {
  return number == 0 ? "" : std::to_string(number);
}

Row row_of(const FindingRow& it) {
  return {std::to_string(it.id),
          it.fingerprint,
          it.file,
          number_or_nothing(it.page),
          number_or_nothing(it.table_id),
          it.rule,
          std::string(model::name_of(it.severity)),
          it.message,
          it.reported,
          it.expected,
          it.difference,
          it.diagnosis,
          std::string(model::name_of(it.decision.state)),
          it.entity,
          it.table_title,
          it.mark,
          std::to_string(it.document),
          it.route,
          it.decision.value,
          it.decision.note,
          it.decision.author,
          it.decision.time};
}

// For people, a line each: what tells a finding from the next.
void write_lines(const Context& context, Found& found) {
  static const std::vector<Column> few{
      {"n.º", true},  {"marca", false}, {"gravedad", false},   {"regla", false},     {"ruta", false},
      {"pág.", true}, {"dice", true},   {"debería ser", true}, {"diferencia", true}, {"estado", false}};
  write_rows(context.out, Format::table, few, [&](const auto& take) {
    found.each([&](const FindingRow& it) {
      take({std::to_string(it.id), it.mark, std::string(model::name_of(it.severity)), it.rule, it.route,
            number_or_nothing(it.page), it.reported, it.expected, it.difference,
            std::string(model::name_of(it.decision.state))});
    });
  });
}

std::string painted(const std::string& text, model::Severity severity, const Context& context) {
  if (!context.colours) return text;
  const char* colour = severity == model::Severity::error ? "31" : severity == model::Severity::warning ? "33" : "36";
  return "\033[" + std::string(colour) + "m" + text + "\033[0m";
}

// For people, a paragraph each: a head line that can be scanned, then the sentence.
void write_list(const Context& context, Found& found) {
  constexpr std::size_t kIndent = 7;
  const std::string indent(kIndent, ' ');
  const std::size_t width = terminal_width(STDOUT_FILENO);
  found.each([&](const FindingRow& it) {
    const std::string severity = fmt::format("{:<12}", model::name_of(it.severity));
    std::string place = it.route;
    if (it.page > 0) place += ", " + context.say(Text::finding_place, it.page);
    if (it.decision.state != model::DecisionState::open)
      place += " [" + std::string(model::name_of(it.decision.state)) + "]";
    const std::string rule = fmt::format("{:<24}", it.rule);
    context.out << fmt::format("#{:<5} {} ", it.id, painted(severity, it.severity, context));
    constexpr std::size_t kBefore = 20, kRule = 25;  // columns before the rule, and of it with the space behind
    const bool one_line = width == 0 || kBefore + kRule + columns_of(place) <= width;
    if (one_line)
      context.out << rule << ' ' << place << '\n';
    else
      context.out << it.rule << '\n' << indent << wrapped(place, width, kIndent) << '\n';
    context.out << indent << wrapped(it.message, width, kIndent) << '\n';
    if (!it.reported.empty() && !it.expected.empty()) {
      const Text values = is_what_should_be(it.expected) ? Text::finding_values : Text::finding_against;
      context.out << indent << wrapped(context.say(values, it.reported, it.expected), width, kIndent) << '\n';
    }
  });
}

// How many of each rule in each document.
void write_summary(const Options& options, const Context& context, Found& found) {
  static const std::vector<Column> all{{"documento_id", true}, {"ruta", false}, {"regla", false},
                                       {"hallazgos", true},    {"error", true}, {"advertencia", true},
                                       {"info", true}};
  write_rows(context.out, options.format == Format::list ? Format::table : options.format, all, [&](const auto& take) {
    found.each_count([&](const store::FindingCount& it) {
      take({std::to_string(it.document), it.route, it.rule, std::to_string(it.errors + it.warnings + it.infos),
            std::to_string(it.errors), std::to_string(it.warnings), std::to_string(it.infos)});
    });
  });
}

// What no rule could test, by document, rule and reason: what is not known to be right is said, never passed over.
void untested(const Options& options, const Context& context, Found& found) {
  if (options.format == Format::list) {
    found.each_untested([&](const store::UntestedRow& it) {
      context.out << context.say(Text::untested_row, it.route, it.rule, it.reason, it.count) << '\n';
    });
    return;
  }
  static const std::vector<Column> all{
      {"ruta", false}, {"regla", false}, {"motivo", false}, {"relaciones", true}, {"documento_id", true}};
  write_rows(context.out, options.format, all, [&](const auto& take) {
    found.each_untested([&](const store::UntestedRow& it) {
      take({it.route, it.rule, it.reason, std::to_string(it.count), std::to_string(it.document)});
    });
  });
}

// How the findings that weigh compare with what a person marked in the same reports.
int against_expected(const Options& options, const Context& context, Found& found) {
  const model::Result<std::string> csv = text_of(options.expected);
  if (!csv) return context.fail(csv.error());
  const auto expected = checks::read_expected(csv.value(), options.expected);
  if (!expected) return context.fail(expected.error());
  std::vector<checks::ToldSlip> told;
  found.each([&](const FindingRow& it) {
    const bool marked = std::any_of(expected.value().begin(), expected.value().end(),
                                    [&](const checks::ExpectedSlip& slip) { return slip.file == it.file; });
    if (marked && it.severity != model::Severity::info)
      told.push_back({it.file, it.page, it.rule, it.reported, it.expected, it.message});
  });
  if (!found.status()) return kCouldNotRun;  // the caller tells why
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

// Gives the exit status.
int write(const Options& options, const Context& context, Found& found) {
  const std::int64_t count = found.how_many();
  const int status = count == 0 ? kNothingToReport : kFindings;
  if (options.summary && count > 0) {
    write_summary(options, context, found);
    return status;
  }
  if (!for_people(options.format)) {
    write_rows(context.out, options.format, columns(),
               [&](const auto& take) { found.each([&](const FindingRow& it) { take(row_of(it)); }); });
    return status;
  }
  if (count == 0)
    context.out << context.say(Text::findings_none) << '\n';
  else if (options.format == Format::table)
    write_lines(context, found);
  else
    write_list(context, found);
  if (count > 0) context.out << context.count(count, Text::findings_counted) << '\n';
  std::int64_t left = 0;
  found.each_untested([&](const store::UntestedRow& it) { left += it.count; });
  if (left > 0) context.out << context.say(Text::untested_count, context.count(left, Text::relations_counted)) << '\n';
  return status;
}

int findings(Options options, const Context& context) {
  model::Result<store::Store> store = store::Store::open(options.database, store::Access::read);
  if (!store) return context.fail(store.error());
  if (!options.filter.rule.empty()) {
    options.filter.rule = rule_named(options.filter.rule, context);
    if (options.filter.rule.empty()) return kUsage;
  }
  if (const auto ended = narrow(store.value(), options.documents, options.filter.documents, context)) return *ended;
  Found found(store.value(), options);
  int status = kNothingToReport;
  // The count, and the widths of a table's columns, are those of the rows that are printed, though a run goes on.
  const model::Status read = store.value().at_one_moment([&] {
    if (options.untested)
      untested(options, context, found);
    else
      status = options.expected.empty() ? write(options, context, found) : against_expected(options, context, found);
    return found.status();
  });
  if (!read) return context.fail(read.error());
  if (options.untested || options.expected.empty()) tell_documents(store.value(), options.format, context);
  return status;
}

}  // namespace

void add_findings(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("findings", context.say(Text::findings_about));
  add_database_option(*command, options->database, context);
  add_format_option(*command, options->format, context);
  store::FindingFilter& filter = options->filter;
  command->add_option("--rule", filter.rule, context.say(Text::rule_option));
  add_choice<model::Severity>(*command, "--severity", filter.severity, context.say(Text::severity_option), context);
  add_document_filter(*command, options->documents, context);
  add_choice<model::DecisionState>(*command, "--state", filter.state, context.say(Text::state_option), context);
  std::vector<std::string> orders;
  for (const Order& it : kOrders) orders.emplace_back(it.name);
  add_choice(*command, "--sort", options->order, std::move(orders), context.say(Text::sort_option), context);
  command->add_flag("--summary", options->summary, context.say(Text::summary_option));
  command->add_flag("--untested", options->untested, context.say(Text::untested_option));
  command->add_option("--expected", options->expected, context.say(Text::expected_option))
      ->type_name(context.say(Text::type_file));
  command->callback(
      [options, &context] { context.action = [options, &context] { return findings(*options, context); }; });
}

}  // namespace cotejo::cli
