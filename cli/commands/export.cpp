#include <fcntl.h>
#include <fmt/chrono.h>
#include <signal.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/commands/options.h"
#include "cli/commands/originals.h"
#include "cli/commands/selection.h"
#include "model/store/store.h"
#include "pipeline/exports/exports.h"

namespace cotejo::cli {
namespace {

struct Options {
  ReadingOptions reading;
  std::string kind;
  std::string destination;
  std::string dialect = "personas";
  std::string retention;
  std::string date;
  bool force = false;
  bool cells = false;
  bool table_sheets = false;
  bool evidence = false;
  DocumentFilter documents;
  store::FindingFilter filter;
};

// Takes away what was begun as soon as the person presses Ctrl-C or the system asks the program to end, and ends as who
// was ended by that signal. What an export writes can take minutes between two moments in which it could look.
class EndsClean {
 public:
  EndsClean() {
    if (pipe2(ends_.data(), O_CLOEXEC) != 0) return;
    writing = ends_[1];
    struct sigaction act {};
    act.sa_handler = [](int signal) {
      const auto byte = static_cast<unsigned char>(signal);
      static_cast<void>(!write(writing, &byte, 1));
    };
    static_cast<void>(interrupted());  // whose own handlers would otherwise take these over with the first original
    for (const int signal : kAsking) {
      struct sigaction before {};
      // What nohup had ignored stays so.
      if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) sigaction(signal, &act, nullptr);
    }
    std::thread([from = ends_[0]] {
      unsigned char byte = 0;
      if (read(from, &byte, 1) != 1) return;
      asked = true;
      exports::abandon();
      signal(byte, SIG_DFL);
      raise(byte);
    }).detach();
  }
  EndsClean(const EndsClean&) = delete;
  EndsClean& operator=(const EndsClean&) = delete;

  // For who failed: does not come back where that was because what was begun has been taken away.
  static void let_end() {
    while (asked) pause();
  }

 private:
  static constexpr std::array kAsking{SIGINT, SIGTERM, SIGHUP};
  static inline volatile int writing = -1;
  static inline std::atomic<bool> asked = false;
  std::array<int, 2> ends_{};
};

std::string today() {
  return fmt::format("{:%Y-%m-%d}",
                     fmt::localtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

// The part of the base that the filters mean; gives the status to end with once it was told that they mean none.
std::optional<int> scope_of(Options& options, store::Store& store, store::Scope& scope, const Context& context) {
  if (const auto ended = narrow(store, options.documents, scope.documents, context)) return ended;
  options.filter.documents = scope.documents;
  if (!options.filter.rule.empty()) {
    options.filter.rule = rule_named(options.filter.rule, context);
    if (options.filter.rule.empty()) return kUsage;
  }
  if (options.filter.rule.empty() && options.filter.severity.empty() && options.filter.state.empty())
    return std::nullopt;
  scope.findings.emplace();
  const model::Status found =
      store.each_finding(options.filter, store::FindingOrder::place,
                         [&](const store::FindingRow& row) { scope.findings->push_back(row.id); });
  if (!found) return context.fail(found.error());
  return std::nullopt;
}

int export_base(Options options, const Context& context) {
  model::Result<store::Store> store = store::Store::open(options.reading.database, store::Access::read);
  if (!store) return context.fail(store.error());
  store::Scope scope;
  if (const auto ended = scope_of(options, store.value(), scope, context)) return *ended;
  const auto originals = StoredOriginals::of(store.value(), options.reading);
  if (!originals) return context.fail(originals.error());
  const EndsClean ends_clean;
  const exports::Kind& kind = *exports::find_kind(options.kind);
  exports::Request request;
  request.destination = options.destination;
  request.replace = options.force;
  request.scope = std::move(scope);
  request.dialect = options.dialect == "personas" ? exports::CsvDialect::people : exports::CsvDialect::standard;
  request.cells = options.cells;
  request.table_sheets = options.table_sheets;
  request.evidence = options.evidence;
  request.retention = options.retention;
  request.originals = originals.value().get();
  request.version = COTEJO_VERSION;
  request.date = options.date.empty() ? today() : options.date;
  const auto summary = exports::export_base(store.value(), kind, request);
  if (!summary) {
    EndsClean::let_end();
    return context.fail(summary.error());
  }
  context.out << context.say(Text::export_done, request.destination, summary.value().files, summary.value().rows)
              << '\n';
  for (const std::string& note : summary.value().notes) context.out << context.say(Text::export_note, note) << '\n';
  tell_documents(store.value(), Format::list, context);
  return kNothingToReport;
}

// "xlsx: …" a line each, for the help.
std::string kinds_told() {
  std::string text;
  for (const exports::Kind& kind : exports::kinds())
    text += (text.empty() ? "" : "; ") + std::string(kind.name) + ": " + std::string(kind.about);
  return text;
}

}  // namespace

void add_export(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("export", context.say(Text::export_about));
  add_database_option(*command, options->reading.database, context);
  std::vector<std::string> names;
  for (const exports::Kind& kind : exports::kinds()) names.emplace_back(kind.name);
  add_choice(*command, "--as", options->kind, std::move(names), context.say(Text::export_kind, kinds_told()), context);
  command->add_option("--to", options->destination, context.say(Text::export_to))->required();
  add_document_filter(*command, options->documents, context);
  command->add_option("--rule", options->filter.rule, context.say(Text::rule_option));
  add_choice<model::Severity>(*command, "--severity", options->filter.severity, context.say(Text::severity_option),
                              context);
  add_choice<model::DecisionState>(*command, "--state", options->filter.state, context.say(Text::state_option),
                                   context);
  add_choice(*command, "--csv-dialect", options->dialect, {"personas", "estandar"}, context.say(Text::export_dialect),
             context);
  command->add_flag("--cells", options->cells, context.say(Text::export_cells));
  command->add_flag("--table-sheets", options->table_sheets, context.say(Text::export_table_sheets));
  command->add_flag("--evidence", options->evidence, context.say(Text::export_evidence));
  command->add_option("--retention", options->retention, context.say(Text::export_retention));
  command->add_option("--password-file", options->reading.passwords, context.say(Text::password_option))
      ->type_name(context.say(Text::type_file));
  command->add_option("--date", options->date, context.say(Text::export_date));
  command->add_flag("--force", options->force, context.say(Text::export_force));
  command->callback(
      [options, &context] { context.action = [options, &context] { return export_base(*options, context); }; });
}

}  // namespace cotejo::cli
