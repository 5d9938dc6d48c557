#include "model/outside.h"
#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/rules/tolerances.h"
#include "pipeline/checks/spanish.h"

namespace cotejo::checks {
namespace {

using model::OutsideFigure;

// The figures of one page of a run, as a place that can be shown.
model::Evidence evidence_of_page(const std::vector<const OutsideFigure*>& figures) {
  model::Evidence evidence;
  evidence.role = model::Role::reported;
  evidence.source.page = figures.front()->page;
  evidence.source.origin = figures.front()->origin;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    evidence.source.box = united(evidence.source.box, figures[i]->box);
    if (i < kQuoted) evidence.source.text += (i > 0 ? " · " : "") + figures[i]->text;
  }
  if (figures.size() > kQuoted) evidence.source.text += " …";
  return evidence;
}

std::string pages_of(const model::OutsideRun& run) {
  const std::string first = std::to_string(run.first_page);
  return run.first_page == run.last_page ? "página " + first
                                         : "páginas " + first + " a " + std::to_string(run.last_page);
}

}  // namespace

void tabla_no_leida(const Context& context, Report& report) {
  for (const model::OutsideRun& run : model::outside_runs(context.bundle())) {
    model::Finding finding;
    finding.message =
        "En la " + pages_of(run) + " hay " + counted(run.figures.size(), "cifra alineada", "cifras alineadas") +
        " como las de una tabla, y ninguna de las tablas leídas las contiene: no se guardaron como celdas "
        "ni se comprobaron.";
    if (run.first_page != run.last_page) finding.message.replace(0, 5, "En las");
    for (std::size_t i = 0; i < run.figures.size();) {
      std::vector<const OutsideFigure*> page;
      for (const int number = run.figures[i]->page; i < run.figures.size() && run.figures[i]->page == number; ++i)
        page.push_back(run.figures[i]);
      finding.evidence.push_back(evidence_of_page(page));
      finding.steps.push_back("Página " + std::to_string(page.front()->page) + ": " +
                              counted(page.size(), "cifra", "cifras") +
                              " fuera de las tablas: " + guillemets(finding.evidence.back().source.text));
    }
    report.add(std::move(finding), pages_of(run));
  }
}

}  // namespace cotejo::checks
