#include <unistd.h>

#include <CLI/CLI.hpp>
#include <string>

#include "cli/commands/commands.h"
#include "cli/commands/ingest_report.h"
#include "cli/commands/options.h"
#include "cli/commands/selection.h"
#include "cli/console/output.h"
#include "cli/console/terminal.h"

namespace cotejo::cli {
namespace {

using store::DocumentRow;

struct Options {
  std::string database;
  Format format = Format::list;
  DocumentFilter filter;
  std::string state;
};

// Below this a reading is doubtful enough to be looked at.
constexpr double kDoubtful = 0.7;

const std::vector<Column>& columns() {
  static const std::vector<Column> all{{"documento_id", true},   {"ruta", false},
                                       {"estado", false},        {"motivo", false},
                                       {"paginas", true},        {"paginas_sin_texto", false},
                                       {"adjuntos", false},      {"confianza_minima", false},
                                       {"entidad", false},       {"dependencia", false},
                                       {"tipo", false},          {"titulo", false},
                                       {"vigencia_desde", true}, {"vigencia_hasta", true},
                                       {"fecha_corte", false},   {"hallazgos", true},
                                       {"gemelo_de", true},      {"sha256", false},
                                       {"reemplazado_por", true}};
  return all;
}

std::string joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, "; "));
}

std::string year(int vigencia) {
  return vigencia == 0 ? "" : std::to_string(vigencia);
}

Row row_of(const DocumentRow& it) {
  return {std::to_string(it.id),
          it.route,
          std::string(model::name_of(it.state)),
          it.error,
          std::to_string(it.pages),
          page_ranges(it.pages_without_text),
          joined(it.attachments),
          it.state == model::DocumentState::failed ? "" : fmt::format("{:.2f}", it.least_confidence),
          it.info.entity,
          it.info.dependency,
          it.info.kind,
          it.info.title,
          year(it.info.vigencia_from),
          year(it.info.vigencia_to),
          it.info.cutoff,
          std::to_string(it.findings),
          it.twin_of == 0 ? "" : std::to_string(it.twin_of),
          it.sha256,
          it.replaced_by == 0 ? "" : std::to_string(it.replaced_by)};
}

void write_document(const DocumentRow& it, const Context& context) {
  std::ostream& out = context.out;
  out << fmt::format("{:>5}  {:<8}  {}", it.id, model::name_of(it.state), it.route);
  if (it.pages > 0) out << " · " << context.count(it.pages, Text::pages_counted);
  if (it.findings > 0) out << " · " << context.count(it.findings, Text::findings_counted);
  out << '\n';
  constexpr std::size_t kIndent = 17;
  const auto line = [&](const std::string& text) {
    out << std::string(kIndent, ' ') << wrapped(text, terminal_width(STDOUT_FILENO), kIndent) << '\n';
  };
  std::string what = it.info.entity;
  if (const std::string from = year(it.info.vigencia_from); !from.empty()) {
    what += (what.empty() ? "" : " · ") + context.say(Text::vigencia_told, from);
    if (it.info.vigencia_to != it.info.vigencia_from) what += "–" + year(it.info.vigencia_to);
  }
  if (!what.empty()) line(what);
  if (!it.error.empty()) line(it.error);
  if (!it.pages_without_text.empty())
    line(context.say(Text::document_without_text, page_ranges(it.pages_without_text)));
  if (it.replaced_by != 0) line(context.say(Text::document_replaced, it.replaced_by));
  if (it.twin_of != 0) line(context.say(Text::document_twin, it.twin_of));
  if (!it.attachments.empty()) line(context.say(Text::document_attachments, joined(it.attachments)));
  if (it.state != model::DocumentState::failed && it.least_confidence < kDoubtful)
    line(context.say(Text::document_doubtful, fmt::format("{:.0f}", 100 * it.least_confidence)));
}

// What is printed is read from the base row by row: an archive's documents are more than fit in memory. A table asks
// for its rows twice.
model::Status write(store::Store& store, const std::optional<std::vector<std::int64_t>>& ids, const Options& options,
                    const Context& context) {
  model::Status failed = model::Done{};
  const auto each = [&](const std::function<void(const DocumentRow&)>& take) {
    const model::Status read = each_document(store, ids, [&](const DocumentRow& row) {
      if (options.state.empty() || model::name_of(row.state) == options.state) take(row);
    });
    if (!read) failed = read;
  };
  if (options.format == Format::list) {
    each([&](const DocumentRow& row) { write_document(row, context); });
  } else {
    write_rows(context.out, options.format, columns(),
               [&](const auto& take) { each([&](const DocumentRow& row) { take(row_of(row)); }); });
  }
  return failed;
}

int documents(const Options& options, const Context& context) {
  model::Result<store::Store> store = store::Store::open(options.database, store::Access::read);
  if (!store) return context.fail(store.error());
  DocumentFilter filter = options.filter;
  filter.older_versions = true;
  std::optional<int> ended;
  const model::Status read = store.value().at_one_moment([&]() -> model::Status {
    std::optional<std::vector<std::int64_t>> ids;
    ended = narrow(store.value(), filter, ids, context);
    return ended ? model::Status(model::Done{}) : write(store.value(), ids, options, context);
  });
  if (!read) return context.fail(read.error());
  if (ended) return *ended;
  tell_documents(store.value(), options.format, context);
  return kNothingToReport;
}

}  // namespace

void add_documents(CLI::App& app, Context& context) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("documents", context.say(Text::documents_about));
  add_database_option(*command, options->database, context);
  add_format_option(*command, options->format, context);
  add_document_filter(*command, options->filter, context);
  add_choice<model::DocumentState>(*command, "--state", options->state, context.say(Text::document_state_option),
                                   context);
  command->callback(
      [options, &context] { context.action = [options, &context] { return documents(*options, context); }; });
}

}  // namespace cotejo::cli
