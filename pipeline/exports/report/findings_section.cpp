#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/exports/output/evidence_picture.h"
#include "pipeline/exports/report/html.h"
#include "pipeline/exports/report/sections.h"

// What does not add up, by what was decided of it: with its account, and the piece of the page that it is about.
namespace cotejo::exports {
namespace {

// Findings that are shown whole; the others are counted, and are in the workbook. Each picture takes some 60 kB.
constexpr std::size_t kMostShown = 60;
constexpr std::size_t kManySteps = 16;  // of an account, from which on they stand in columns

struct State {
  const char* name;
  const char* title;
};
constexpr std::array kStates{State{"abierto", "Por decidir"}, State{"aceptado", "Aceptados"},
                             State{"corregido", "Corregidos"}, State{"descartado", "Descartados"}};

model::Result<std::string> finding_html(const store::FindingDetail& detail, EvidencePictures& pictures) {
  const store::FindingRow& finding = detail.finding;
  std::string html = fmt::format("<div class=\"finding {}\">\n<h4>N.º {} ({}): {}, página {}</h4>\n<p>{}</p>\n",
                                 escaped(model::name_of(finding.severity)), finding.id, escaped(finding.rule),
                                 escaped(finding.route), finding.page, escaped(finding.message));
  if (!detail.steps.empty()) {
    html += detail.steps.size() > kManySteps ? "<ul class=\"many\">" : "<ul>";
    for (const std::string& step : detail.steps) html += "<li>" + escaped(step) + "</li>";
    html += "</ul>\n";
  }
  for (const store::DecisionRow& decision : detail.decisions) {
    html += fmt::format("<p class=\"note\">{}: {}", escaped(decision.time.substr(0, 10)),
                        escaped(model::name_of(decision.state)));
    if (!decision.value.empty()) html += ", con el valor " + escaped(decision.value);
    if (!decision.author.empty()) html += ", por " + escaped(decision.author);
    if (!decision.note.empty()) html += ". " + escaped(decision.note);
    html += "</p>\n";
  }
  const model::Result<EvidencePicture> picture = pictures.of(detail, {});
  if (!picture) return picture.error();
  // As part of the page's text.
  if (!picture.value().png.empty())
    html += fmt::format("<img alt=\"La página {}, en lo que toca al hallazgo\" src=\"data:image/png;base64,{}\">\n",
                        finding.page, base64(picture.value().png));
  else if (!picture.value().lacking.empty())
    html += fmt::format("<p class=\"note\">Sin imagen de la página: {}.</p>\n", escaped(picture.value().lacking));
  return html + "</div>\n";
}

int rank(const std::string& severity) {
  return severity == "error" ? 0 : severity == "advertencia" ? 1 : 2;
}

}  // namespace

model::Result<std::string> findings_section(const ReportScope& scope) {
  std::map<std::string, std::vector<std::pair<int, std::int64_t>>> by_state;  // gravity and number
  std::map<std::string, std::map<std::string, int>> rules;                    // rule, state
  const model::Status status = each(scope.store, scope.request, "hallazgos", [&](const Row& row) {
    by_state[row.text("estado")].emplace_back(rank(row.text("gravedad")), row.whole("hallazgo_id"));
    ++rules[row.text("regla")][row.text("estado")];
  });
  if (!status) return status.error();
  std::string html = "<h2>6. Hallazgos</h2>\n";
  if (rules.empty()) return html + "<p>Nada de lo que se pudo comprobar deja de cuadrar.</p>\n";
  HtmlTable table({"Regla", "#Por decidir", "#Aceptados", "#Corregidos", "#Descartados"});
  for (auto& [rule, counts] : rules)
    table.add({escaped(rule), figure(counts["abierto"]), figure(counts["aceptado"]), figure(counts["corregido"]),
               figure(counts["descartado"])});
  html += table.html();
  EvidencePictures pictures(scope.request.originals);
  std::size_t shown = 0;
  for (const State& state : kStates) {
    auto& numbers = by_state[state.name];
    if (numbers.empty()) continue;
    std::stable_sort(numbers.begin(), numbers.end());
    html += fmt::format("<h3>{}: {}</h3>\n", state.title, numbers.size());
    std::size_t left_out = 0;
    for (const auto& [gravity, number] : numbers) {
      if (shown == kMostShown) {
        ++left_out;
        continue;
      }
      const auto detail = scope.store.finding(number);
      if (!detail) return detail.error();
      if (!detail.value()) continue;
      const auto shows = finding_html(*detail.value(), pictures);
      if (!shows) return shows.error();
      html += shows.value();
      ++shown;
    }
    if (left_out > 0)
      html +=
          fmt::format("<p class=\"note\">Y {} más, que están en el libro (cotejo export --as xlsx).</p>\n", left_out);
  }
  return html;
}

}  // namespace cotejo::exports
