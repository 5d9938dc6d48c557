#include <fmt/format.h>

#include <array>
#include <optional>

#include "pipeline/exports/report/html.h"
#include "pipeline/exports/report/plots.h"
#include "pipeline/exports/report/sections.h"

// Budgets by stage over the vigencias: the totals that the reports print.
namespace cotejo::exports {
namespace {

struct Stage {
  const char* measure;
  const char* name;
};
struct Kind {
  const char* of;
  const char* title;
  std::vector<Stage> stages;  // the first is what the others are shares of
};

const std::array<Kind, 2>& kinds_of_budget() {
  static const std::array<Kind, 2> kinds{
      Kind{"gastos",
           "Gastos",
           {{"apropiacion_definitiva", "Apropiación definitiva"},
            {"cdp", "CDP"},
            {"compromisos", "Compromisos"},
            {"obligaciones", "Obligaciones"},
            {"pagos", "Pagos"}}},
      Kind{"ingresos", "Ingresos", {{"apropiacion_definitiva", "Presupuesto definitivo"}, {"recaudo", "Recaudo"}}}};
  return kinds;
}

// The largest total that is printed, and how many others there are: parts of the same budget, or other reports.
struct Total {
  double value = 0;
  std::string place;
  std::string table;  // that prints it
  std::set<double> all;
  [[nodiscard]] bool alone() const { return all.size() == 1; }
};

using Years = std::map<std::int64_t, std::map<std::string, Total>>;    // vigencia, measure
using Budgets = std::map<std::pair<std::string, std::string>, Years>;  // entity, class

model::Result<Budgets> budgets(const ReportScope& scope) {
  std::map<std::int64_t, std::string> entities;
  const model::Status documents = each(scope.store, scope.request, "documentos", [&](const Row& row) {
    entities[row.whole("documento_id")] = scope.entity(row.text("entidad"));
  });
  if (!documents) return documents.error();
  Budgets found;
  const model::Status status = each(scope.store, scope.request, "presupuesto", [&](const Row& row) {
    if (row.text("nivel") != "total" || row.text("unidad") != "COP" || !row.has("valor") || !row.has("vigencia"))
      return;
    if (scope.left_out.count(row.whole("documento_id")) > 0) return;
    const std::string& entity = entities[row.whole("documento_id")];
    Total& total = found[{entity.empty() ? "(sin entidad)" : entity, row.text("clase")}][row.whole("vigencia")]
                        [row.text("medida")];
    const double value = row.number("valor");
    if (total.all.empty() || value > total.value) {
      total.value = value;
      total.place = scope.place(row);
      total.table = row.text("tabla_id");
    }
    total.all.insert(value);
  });
  if (!status) return status.error();
  return found;
}

const Total* total_of(const std::map<std::string, Total>& year, const char* measure) {
  const auto found = year.find(measure);
  return found == year.end() ? nullptr : &found->second;
}

std::string told(const Total* total) {
  if (total == nullptr) return "—";
  std::string text = figure(total->value);
  if (total->all.size() > 1) text += "*";
  return text + " " + total->place;
}

std::string kind_html(const Kind& kind, const std::string& entity, const Years& years, bool& several) {
  std::vector<std::string> heads{"Vigencia"};
  for (const Stage& stage : kind.stages) heads.push_back(std::string("#") + stage.name);
  heads.insert(heads.end(), {"#Variación", "#Ejecución"});
  HtmlTable table(heads);
  std::vector<Bars> bars;
  std::optional<std::pair<std::int64_t, const Total*>> before;
  for (const auto& [year, totals] : years) {
    const Total* base = total_of(totals, kind.stages[0].measure);
    std::vector<std::string> cells{std::to_string(year)};
    Bars group{std::to_string(year), {}};
    for (const Stage& stage : kind.stages) {
      const Total* total = total_of(totals, stage.measure);
      cells.push_back(told(total));
      group.values.push_back(total == nullptr ? -1 : total->value);
      several = several || (total != nullptr && total->all.size() > 1);
    }
    const bool next_year = before && before->first + 1 == year && before->second->value > 0;
    // Only what is sure to speak of the same: totals that no other contradicts, and figures of one table.
    const bool sure = base != nullptr && next_year && base->alone() && before->second->alone();
    cells.push_back(sure ? percent(base->value / before->second->value - 1) : "—");
    const Total* done = total_of(totals, kind.of == std::string_view("gastos") ? "compromisos" : "recaudo");
    cells.push_back(base != nullptr && done != nullptr && base->value > 0 && base->table == done->table
                        ? percent(done->value / base->value)
                        : "—");
    table.add(cells);
    bars.push_back(std::move(group));
    if (base != nullptr) before = {year, base};
  }
  std::vector<std::string> names;
  for (const Stage& stage : kind.stages) names.emplace_back(stage.name);
  return fmt::format("<h3>{}: {}</h3>\n", escaped(entity), kind.title) + table.html() +
         bar_plot(std::string(kind.title) + " de " + entity, names, bars);
}

}  // namespace

model::Result<std::string> budget_section(const ReportScope& scope) {
  const model::Result<Budgets> found = budgets(scope);
  if (!found) return found.error();
  std::string html = "<h2>2. Presupuesto por etapa y vigencia</h2>\n";
  bool several = false, any = false;
  for (const auto& [key, years] : found.value()) {
    for (const Kind& kind : kinds_of_budget()) {
      if (key.second != kind.of) continue;
      html += kind_html(kind, key.first, years, several);
      any = true;
    }
  }
  if (!any) return html + "<p>Ningún documento imprime un total de presupuesto con su vigencia.</p>\n";
  html +=
      "<p class=\"note\">En pesos, como los imprimen los totales de los informes. La variación es la de la primera "
      "columna frente a la vigencia anterior, donde cada una tiene un solo total; la ejecución, compromisos (o "
      "recaudo) "
      "sobre la primera columna, donde una misma tabla trae los dos.";
  if (several)
    html +=
        " * Hay más de un total impreso para esa casilla, de partes del presupuesto o de otros informes: se da el "
        "mayor; todos están en el libro.";
  return html + "</p>\n";
}

}  // namespace cotejo::exports
