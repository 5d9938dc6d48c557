#include "pipeline/mapping/inspect.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "model/outside.h"
#include "pipeline/mapping/tolerances.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::inspect;

std::string_view role_name(ColumnRole role) {
  switch (role) {
    case ColumnRole::unknown:
      return "desconocida";
    case ColumnRole::label:
      return "rótulo";
    case ColumnRole::code:
      return "código";
    case ColumnRole::number:
      return "número de orden";
    case ColumnRole::amount:
      return "dinero";
    case ColumnRole::count:
      return "cantidad";
    case ColumnRole::percent:
      return "porcentaje";
    case ColumnRole::difference:
      return "diferencia";
    case ColumnRole::date:
      return "fecha";
    case ColumnRole::text:
      return "texto";
    case ColumnRole::mark:
      return "marca";
  }
  return "desconocida";
}

struct RoleWords {
  RowRole role;
  std::string_view one;
  std::string_view many;
};

constexpr std::array kRowRoles{RoleWords{RowRole::header, "de encabezado", "de encabezado"},
                               RoleWords{RowRole::section, "sección", "secciones"},
                               RoleWords{RowRole::line, "línea", "líneas"},
                               RoleWords{RowRole::subtotal, "subtotal", "subtotales"},
                               RoleWords{RowRole::total, "total", "totales"},
                               RoleWords{RowRole::carried, "de arrastre", "de arrastre"},
                               RoleWords{RowRole::note, "nota", "notas"},
                               RoleWords{RowRole::blank, "vacía", "vacías"}};

std::string shortened(std::string_view text, std::size_t most) {
  std::string out;
  for (const char c : text) out += c == '\n' ? ' ' : c;
  if (out.size() <= most) return out;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;  // not inside a character
  return out.substr(0, end) + "…";
}

// The places of a table that gave a record; a record that names no column stands for its row.
class Recorded {
 public:
  explicit Recorded(const model::Records& records) {
    for (const auto& entry : records.budget) add(entry.source, &Counts::budget);
    for (const auto& entry : records.pqrs) add(entry.source, &Counts::pqrs);
    for (const auto& entry : records.commitments) add(entry.source, &Counts::commitments);
  }

  struct Counts {
    int budget = 0;
    int pqrs = 0;
    int commitments = 0;
  };

  [[nodiscard]] bool gave(int table, int row, int column, const std::string& text) const {
    return rows_.contains({table, row}) || cells_.contains({table, column, text}) ||
           places_.contains({table, row, column});
  }
  [[nodiscard]] Counts of(int table) const {
    const auto found = counts_.find(table);
    return found == counts_.end() ? Counts{} : found->second;
  }

 private:
  void add(const model::Source& source, int Counts::*kind) {
    if (source.table < 0) return;
    ++(counts_[source.table].*kind);
    if (kind == &Counts::commitments) rows_.insert({source.table, source.row});
    places_.insert({source.table, source.row, source.column});
    cells_.insert({source.table, source.column, source.text});
  }
  std::map<int, Counts> counts_;
  std::set<std::pair<int, int>> rows_;
  std::set<std::tuple<int, int, int>> places_;
  std::set<std::tuple<int, int, std::string>> cells_;
};

void write_document(const DocumentReading& reading, std::string& out) {
  const model::DocumentInfo& info = reading.records.document;
  const auto line = [&out](std::string_view name, const std::string& value) {
    out += fmt::format("  {:<12}{}\n", name, value.empty() ? "(no se encontró)" : value);
  };
  out += fmt::format("Documento: {}\n", reading.bundle->file_name);
  line("entidad", info.entity);
  line("dependencia", info.dependency);
  line("tipo", info.kind);
  line("título", shortened(info.title, 2 * kShort));
  std::string years;
  if (info.vigencia_from != 0) years = std::to_string(info.vigencia_from);
  if (info.vigencia_to != info.vigencia_from) years += fmt::format(" a {}", info.vigencia_to);
  line("vigencia", years);
  line("corte", info.cutoff);
  // What made the file explains much of how its pages are painted.
  const model::Bundle& bundle = *reading.bundle;
  std::string made;
  for (const auto& [name, value] : {std::pair{"título", &bundle.pdf_title}, std::pair{"autor", &bundle.pdf_author},
                                    std::pair{"programa", &bundle.pdf_producer}, std::pair{"fecha", &bundle.pdf_date}})
    if (!value->empty()) made += fmt::format("{}{} «{}»", made.empty() ? "" : ", ", name, shortened(*value, kShort));
  if (!made.empty()) line("del PDF", made);
}

void write_columns(const TableReading& table, std::string& out) {
  out += "  columnas:\n";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const ColumnReading& column = table.columns[i];
    std::string what(role_name(column.role));
    if (const std::string_view meaning = meaning_name(column); !meaning.empty()) what += fmt::format(" {}", meaning);
    if (column.vigencia != 0) what += fmt::format(" de {}", column.vigencia);
    if (!column.period.empty()) what += fmt::format(" ({})", column.period);
    if (column.scale != 0) what += fmt::format(", en 10^{} pesos", column.scale);
    out += fmt::format("    {:>2}  «{}»: {}. {}{}\n", i, shortened(column.head, kShort), what, column.why,
                       column.known || column.head.empty() ? "" : "; encabezado desconocido");
  }
}

void write_rows(const TableReading& table, std::string& out) {
  out += "  filas:";
  bool first = true;
  for (const RoleWords& words : kRowRoles) {
    int count = 0;
    std::string which;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      if (table.rows[row].role != words.role) continue;
      ++count;
      which += fmt::format("{}{}", which.empty() ? "" : ", ", row);
    }
    if (count == 0) continue;
    out += fmt::format("{} {} {}", first ? "" : ",", count, count == 1 ? words.one : words.many);
    if (words.role != RowRole::line && words.role != RowRole::header)
      out += fmt::format(" ({})", shortened(which, kShort));
    first = false;
  }
  out += "\n";
}

bool holds_figures(ColumnRole role) {
  return role == ColumnRole::amount || role == ColumnRole::count || role == ColumnRole::percent ||
         role == ColumnRole::difference || role == ColumnRole::unknown;
}

// Figures that gave no record, told by column.
void write_left_figures(const DocumentReading& reading, const TableReading& table, const Recorded& recorded,
                        std::string& out) {
  const model::Table& printed = reading.bundle->tables[static_cast<std::size_t>(table.table)];
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (!holds_figures(table.columns[c].role)) continue;
    std::vector<std::string> examples;
    int left = 0;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      if (table.rows[r].role == RowRole::header) continue;
      const CellReading& place = table.at(static_cast<int>(r), static_cast<int>(c));
      const bool figure =
          place.number.kind == normalise::NumberKind::number || place.number.kind == normalise::NumberKind::ambiguous;
      if (!place.origin || !figure) continue;
      const std::string& text = printed.cells[static_cast<std::size_t>(place.cell)].text;
      if (recorded.gave(table.table, static_cast<int>(r), static_cast<int>(c), text)) continue;
      ++left;
      if (examples.size() < kExamples) examples.push_back(fmt::format("«{}» (fila {})", shortened(text, kShort), r));
    }
    if (left == 0) continue;
    out += fmt::format("    - columna {} «{}»: {} {} sin registro: ", c, shortened(table.columns[c].head, kShort), left,
                       left == 1 ? "cifra" : "cifras");
    for (std::size_t i = 0; i < examples.size(); ++i) out += (i == 0 ? "" : ", ") + examples[i];
    out += left > static_cast<int>(examples.size()) ? "…\n" : "\n";
  }
}

void write_table(const DocumentReading& reading, const TableReading& table, const Recorded& recorded,
                 std::string& out) {
  const model::Table& printed = reading.bundle->tables[static_cast<std::size_t>(table.table)];
  out += fmt::format("\nTabla {} (página {}", table.table + 1, printed.first_page);
  if (printed.last_page != printed.first_page) out += fmt::format(" a {}", printed.last_page);
  out += fmt::format("): «{}»\n", shortened(printed.title, 2 * kShort));
  out += fmt::format("  tipo: {}", model::name_of(table.kind));
  if (table.dimension != model::Dimension::none) out += fmt::format(", por {}", model::name_of(table.dimension));
  if (table.vigencia != 0) out += fmt::format("; vigencia {}", table.vigencia);
  if (table.transposed) out += "; las medidas van por filas";
  out += fmt::format("; {} filas × {} columnas\n", printed.rows, printed.columns);
  write_columns(table, out);
  write_rows(table, out);
  const Recorded::Counts counts = recorded.of(table.table);
  out += fmt::format("  registros: {} de presupuesto, {} de PQRS, {} compromisos\n", counts.budget, counts.pqrs,
                     counts.commitments);
  std::string left;
  for (const std::string& why : table.left_out) left += fmt::format("    - {}\n", shortened(why, 4 * kShort));
  write_left_figures(reading, table, recorded, left);
  if (!left.empty()) out += "  quedó por fuera de los registros (las celdas se guardan todas):\n" + left;
}

// Names that are printed in several ways.
void write_dependencies(const DocumentReading& reading, std::string& out) {
  std::map<std::string, std::string> ways;  // canonical → the other ways
  for (const model::DependencyName& name : reading.records.dependencies) {
    if (name.printed == name.canonical) continue;
    std::string& others = ways[name.canonical];
    others += fmt::format("{}«{}»", others.empty() ? "" : ", ", shortened(name.printed, 2 * kShort));
  }
  if (ways.empty()) return;
  out += "\nDependencias escritas de varias formas:\n";
  for (const auto& [canonical, others] : ways)
    out += fmt::format("  - {}: {}\n", shortened(canonical, 2 * kShort), others);
}

// Figures that stand as in a table, and in none that was read.
void write_outside(const model::Bundle& bundle, std::string& out) {
  const std::vector<model::OutsideRun> runs = model::outside_runs(bundle);
  if (runs.empty()) return;
  out += "\nCifras alineadas en ninguna tabla (una tabla, o parte de ella, no se leyó):\n";
  for (const model::OutsideRun& run : runs) {
    out += run.first_page == run.last_page ? fmt::format("  - página {}", run.first_page)
                                           : fmt::format("  - páginas {} a {}", run.first_page, run.last_page);
    out += fmt::format(": {} {}: ", run.figures.size(), run.figures.size() == 1 ? "cifra" : "cifras");
    for (std::size_t i = 0; i < std::min(kExamples, run.figures.size()); ++i)
      out += fmt::format("{}«{}»", i == 0 ? "" : ", ", shortened(run.figures[i]->text, kShort));
    out += run.figures.size() > kExamples ? "…\n" : "\n";
  }
}

}  // namespace

std::string inspect(const DocumentReading& reading) {
  std::string out;
  write_document(reading, out);
  const Recorded recorded(reading.records);
  std::string unknown;
  for (const TableReading& table : reading.tables) {
    write_table(reading, table, recorded, out);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const ColumnReading& column = table.columns[c];
      if (column.known || column.head.empty()) continue;
      unknown +=
          fmt::format("  - «{}» (tabla {}, columna {})\n", shortened(column.head, 2 * kShort), table.table + 1, c);
    }
  }
  write_outside(*reading.bundle, out);
  write_dependencies(reading, out);
  if (!unknown.empty()) {
    out += "\nEncabezados que el vocabulario no conoce (puede añadirlos con --vocabulary ARCHIVO):\n" + unknown;
  }
  return out;
}

}  // namespace cotejo::mapping
