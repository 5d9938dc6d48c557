#include "pipeline/run/report.h"

#include <filesystem>

#include "model/outside.h"

namespace cotejo::run {
namespace {

// Pages that show something (an image, a drawing) of which no word could be read.
std::vector<int> pages_without_text(const model::Bundle& bundle) {
  std::vector<int> pages;
  for (const model::Page& page : bundle.pages) {
    const bool shows = !page.images.empty() || page.has_curves || !page.rules.empty();
    if (page.words.empty() && shows) pages.push_back(page.number);
  }
  return pages;
}

}  // namespace

std::string name_of(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

void tell(const reading::Outcome& outcome, FileReport& report) {
  const model::Bundle& bundle = outcome.bundle;
  report.pages = static_cast<int>(bundle.pages.size());
  report.tables = static_cast<int>(bundle.tables.size());
  if (outcome.analysis) report.findings = static_cast<int>(outcome.analysis->checks.findings.size());
  report.errors = bundle.errors;
  report.state = model::state_of(bundle);
  report.pages_without_text = pages_without_text(bundle);
  for (const model::OutsideRun& run : model::outside_runs(bundle))
    report.outside.push_back({run.first_page, run.last_page, run.figures.size()});
  report.attachments = bundle.attachments;
}

void count(const FileReport& report, Summary& summary) {
  const bool untouched =
      report.decision == Decision::unchanged || report.decision == Decision::copy || report.decision == Decision::moved;
  if (untouched) ++summary.skipped;
  if (report.state == model::DocumentState::partial) ++summary.partial;
  if (report.state == model::DocumentState::failed) ++summary.failed;
  if (!report.errors.empty()) ++summary.reasons[report.errors.front().code];
}

}  // namespace cotejo::run
