#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "pipeline/exports/report/html.h"
#include "pipeline/exports/report/sections.h"

// Matters that are pending, petitions, contracts, staff and proceedings.
namespace cotejo::exports {
namespace {

struct Matter {
  std::string due, responsible, text, state, place;
};

// Done by what the report says of it; what it says nothing of is pending.
bool done(const Row& row) {
  if (row.has("avance_porcentaje")) return row.number("avance_porcentaje") >= 100;
  std::string state = row.text("estado");
  for (const char* word : {"umplid", "espondid", "erminad", "inalizad", "jecutad", "errad"}) {
    const auto place = state.find(word);
    if (place != std::string::npos && state.find("no ") == std::string::npos &&
        state.find("No ") == std::string::npos && state.find("sin ") == std::string::npos &&
        (place == 0 || state.substr(0, place).find("in") == std::string::npos))
      return true;
  }
  return false;
}

}  // namespace

model::Result<std::string> pending_section(const ReportScope& scope) {
  std::vector<Matter> matters;
  const model::Status status = each(scope.store, scope.request, "compromisos", [&](const Row& row) {
    if (scope.left_out.count(row.whole("documento_id")) > 0 || done(row)) return;
    std::string state = row.text("estado");
    if (row.has("avance_porcentaje"))
      state += (state.empty() ? "" : ", ") + percent(row.number("avance_porcentaje") / 100);
    matters.push_back(
        {row.text("fecha_limite_hasta"), row.text("responsable"), row.text("compromiso"), state, scope.place(row)});
  });
  if (!status) return status.error();
  std::string html = "<h2>3. Asuntos pendientes</h2>\n";
  if (matters.empty()) return html + "<p>Ningún documento trae compromisos pendientes.</p>\n";
  // Those that are due first; those without a date last.
  std::stable_sort(matters.begin(), matters.end(), [](const Matter& a, const Matter& b) {
    if (a.due.empty() != b.due.empty()) return b.due.empty();
    return std::tie(a.due, a.responsible) < std::tie(b.due, b.responsible);
  });
  HtmlTable table({"Vence", "Responsable", "Asunto", "Estado", "Lugar"});
  int late = 0, undated = 0;
  for (const Matter& matter : matters) {
    const bool is_late = !matter.due.empty() && matter.due < scope.request.date;
    late += is_late ? 1 : 0;
    undated += matter.due.empty() ? 1 : 0;
    table.add({matter.due.empty() ? "sin fecha" : "<span class=\"day\">" + escaped(matter.due) + "</span>",
               matter.responsible.empty() ? "sin responsable" : escaped(matter.responsible), escaped(matter.text),
               escaped(matter.state), matter.place},
              is_late ? "late" : "");
  }
  html += fmt::format(
      "<p>{} asuntos que ningún documento da por cumplidos: {} con plazo vencido el {}, {} sin fecha.</p>\n",
      figure(static_cast<double>(matters.size())), late, escaped(scope.request.date), undated);
  return html + table.html();
}

model::Result<std::string> petitions_section(const ReportScope& scope) {
  constexpr std::array kMeasures{std::pair{"recibidas", "#Recibidas"}, std::pair{"respondidas", "#Respondidas"},
                                 std::pair{"en_termino", "#En término"},
                                 std::pair{"fuera_de_termino", "#Fuera de término"},
                                 std::pair{"pendientes", "#Pendientes"}};
  struct Cell {
    double value = 0;
    std::string place;
  };
  std::map<std::string, std::map<std::string, Cell>> periods;
  std::map<std::string, double> largest;
  const model::Status status = each(scope.store, scope.request, "pqrs", [&](const Row& row) {
    if (scope.left_out.count(row.whole("documento_id")) > 0 || row.has("cruce_dimension") || !row.has("cantidad"))
      return;
    if (row.whole("es_total") != 1 && row.text("dimension") != "total") return;
    const std::string period = row.has("periodo") ? row.text("periodo") : row.text("vigencia");
    Cell& cell = periods[period.empty() ? "sin periodo" : period][row.text("medida")];
    if (cell.place.empty() || row.number("cantidad") > cell.value) cell = {row.number("cantidad"), scope.place(row)};
  });
  if (!status) return status.error();
  std::string html = "<h2>4. Peticiones, quejas, reclamos y sugerencias</h2>\n";
  if (periods.empty()) return html + "<p>Ningún documento imprime totales de PQRS.</p>\n";
  std::vector<std::string> heads{"Periodo"};
  for (const auto& [measure, head] : kMeasures) heads.emplace_back(head);
  heads.emplace_back("#Respondidas en término");
  HtmlTable table(heads);
  for (const auto& [period, cells] : periods) {
    std::vector<std::string> row{escaped(period)};
    for (const auto& [measure, head] : kMeasures) {
      const auto cell = cells.find(measure);
      row.push_back(cell == cells.end() ? "—" : figure(cell->second.value) + " " + cell->second.place);
    }
    const auto on_time = cells.find("en_termino"), late = cells.find("fuera_de_termino");
    const bool both = on_time != cells.end() && late != cells.end() && on_time->second.value + late->second.value > 0;
    row.push_back(both ? percent(on_time->second.value / (on_time->second.value + late->second.value)) : "—");
    table.add(row);
  }
  return html + table.html() +
         "<p class=\"note\">Totales impresos; donde un periodo tiene varios, el mayor. «—»: ningún documento lo "
         "dice.</p>\n";
}

namespace {

struct Holding {
  const char* view;
  const char* title;
  std::vector<std::string> heads, columns;
};

model::Result<std::string> holding_html(const ReportScope& scope, const Holding& holding) {
  HtmlTable table(holding.heads);
  const model::Status status = each(scope.store, scope.request, holding.view, [&](const Row& row) {
    if (scope.left_out.count(row.whole("documento_id")) > 0) return;
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < holding.columns.size(); ++i) {
      const std::string& column = holding.columns[i];
      const bool number = holding.heads[i].starts_with('#') && row.has(column);
      cells.push_back(number ? figure(row.number(column)) : escaped(row.text(column)));
    }
    cells.push_back(scope.place(row));
    table.add(cells);
  });
  if (!status) return status.error();
  return table.empty() ? std::string() : fmt::format("<h3>{}</h3>\n", holding.title) + table.html();
}

}  // namespace

model::Result<std::string> holdings_section(const ReportScope& scope) {
  const std::array<Holding, 3> holdings{
      Holding{"contratos",
              "Contratos",
              {"Número", "Clase", "Contratista", "Objeto", "#Cuántos", "#Valor", "#Pagado", "#Saldo", "Lugar"},
              {"numero", "clase", "contratista", "objeto", "cantidad", "valor", "pagado", "saldo"}},
      Holding{"planta",
              "Planta de personal",
              {"Nivel", "Cargo", "Vinculación", "Vigencia", "#Cargos", "Lugar"},
              {"nivel", "cargo", "vinculacion", "vigencia", "cantidad"}},
      Holding{"procesos",
              "Procesos judiciales",
              {"Radicado", "Clase", "Despacho", "Demandante", "Estado", "#Cuántos", "#Cuantía", "Lugar"},
              {"numero", "clase", "despacho", "demandante", "estado", "cantidad", "cuantia"}}};
  std::string html = "<h2>5. Contratos, planta y procesos</h2>\n", found;
  for (const Holding& holding : holdings) {
    const model::Result<std::string> part = holding_html(scope, holding);
    if (!part) return part.error();
    found += part.value();
  }
  return html + (found.empty() ? "<p>Ningún documento los trae en una tabla que se haya leído.</p>\n" : found);
}

}  // namespace cotejo::exports
