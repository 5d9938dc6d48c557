#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "extractors/overlay/overlay.h"
#include "pipeline/exports/output/originals.h"
#include "pipeline/exports/report/html.h"
#include "pipeline/exports/report/sections.h"

// What does not add up, by what was decided of it: with its account, and the piece of the page that it is about.
namespace cotejo::exports {
namespace {

// Findings that are shown whole; the others are counted, and are in the workbook. Each picture takes some 60 kB.
constexpr std::size_t kMostShown = 60;
constexpr double kDpi = 110;
constexpr std::size_t kManySteps = 16;  // of an account, from which on they stand in columns
// Around what a finding points at, so that a reader knows the place again (points).
constexpr double kMargin = 36, kLeastWidth = 360, kMostHeight = 260;

struct State {
  const char* name;
  const char* title;
};
constexpr std::array kStates{State{"abierto", "Por decidir"}, State{"aceptado", "Aceptados"},
                             State{"corregido", "Corregidos"}, State{"descartado", "Descartados"}};

// The part of a picture that a box of the page takes, and the places as they stand in it.
pdf::Raster clipped(const pdf::Raster& picture, model::Rect box, std::vector<overlay::Place>& places) {
  const double scale = picture.dpi / 72;
  const auto pixel = [&](double points, int most) { return std::clamp(static_cast<int>(points * scale), 0, most); };
  const int left = pixel(box.x0, picture.width), right = pixel(box.x1, picture.width);
  const int top = pixel(box.y0, picture.height), bottom = pixel(box.y1, picture.height);
  pdf::Raster part{right - left, bottom - top, picture.dpi, {}};
  for (int y = top; y < bottom; ++y) {
    const auto row = picture.gray.begin() + static_cast<std::ptrdiff_t>(y) * picture.width;
    part.gray.insert(part.gray.end(), row + left, row + right);
  }
  // Places that the part does not hold are told by the account alone.
  std::erase_if(places, [&](const overlay::Place& place) { return intersection(place.box, box).empty(); });
  for (overlay::Place& place : places) {
    place.box = intersection(place.box, {left / scale, top / scale, right / scale, bottom / scale});
    place.box.x0 -= left / scale;
    place.box.x1 -= left / scale;
    place.box.y0 -= top / scale;
    place.box.y1 -= top / scale;
  }
  return part;
}

// What of the page is shown: all places where they are near each other, else those in question.
model::Rect area_of(const std::vector<overlay::Place>& places) {
  model::Rect all, reported;
  for (const overlay::Place& place : places) {
    all = united(all, place.box);
    if (place.reported) reported = united(reported, place.box);
  }
  model::Rect area = all.height() <= kMostHeight || reported == model::Rect{} ? all : reported;
  const double wider = std::max(kMargin, (kLeastWidth - area.width()) / 2);
  return {area.x0 - wider, area.y0 - kMargin, area.x1 + wider, std::min(area.y1, area.y0 + kMostHeight) + kMargin};
}

// A picture as part of the page's text; empty where the original is not at hand or cannot be drawn.
std::string picture_of(const ReportScope& scope, const store::FindingDetail& detail, const std::string& folder) {
  const int page = detail.finding.page;
  std::vector<overlay::Place> places;
  for (const store::EvidenceRow& it : detail.evidence)
    if (it.sha256 == detail.sha256 && it.page == page)
      places.push_back({it.box, std::string(model::name_of(it.role)), it.role == model::Role::reported});
  if (places.empty() || page < 1 || scope.request.originals == nullptr) return {};
  model::Result<reading::Task> task = scope.request.originals->find(detail.sha256);
  if (!task) return {};
  task.value().draw_page = page;
  task.value().dpi = kDpi;
  const std::optional<reading::Outcome> outcome = scope.request.originals->done(std::move(task).value());
  if (!outcome || !outcome->picture) return {};
  const pdf::Raster part = clipped(*outcome->picture, area_of(places), places);
  if (part.width < 1 || part.height < 1) return {};
  const std::string path = folder + "/recorte.png";
  if (!overlay::draw_places(part, page, places, {}, path)) return {};
  std::stringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  std::error_code error;
  std::filesystem::remove(path, error);
  return fmt::format("<img alt=\"La página {}, en lo que toca al hallazgo\" src=\"data:image/png;base64,{}\">\n", page,
                     base64(bytes.str()));
}

std::string finding_html(const ReportScope& scope, const store::FindingDetail& detail, const std::string& folder) {
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
  return html + picture_of(scope, detail, folder) + "</div>\n";
}

int rank(const std::string& severity) {
  return severity == "error" ? 0 : severity == "advertencia" ? 1 : 2;
}

}  // namespace

model::Result<std::string> findings_section(const ReportScope& scope, const std::string& folder) {
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
      html += finding_html(scope, *detail.value(), folder);
      ++shown;
    }
    if (left_out > 0)
      html +=
          fmt::format("<p class=\"note\">Y {} más, que están en el libro (cotejo export --as xlsx).</p>\n", left_out);
  }
  return html;
}

}  // namespace cotejo::exports
