#include "cli/commands/ingest_report.h"

#include <filesystem>

namespace cotejo::cli {

using run::Decision;

void IngestReport::file(const run::FileReport& report) {
  const std::string name =
      report.route.empty() ? std::filesystem::path(report.path).filename().string() : report.route;
  std::ostream& out = context_.out;
  switch (report.decision) {
    case Decision::unchanged:
      out << context_.say(Text::file_unchanged, name);
      break;
    case Decision::copy:
      out << context_.say(Text::file_copy, name, report.other);
      break;
    case Decision::moved:
      out << context_.say(Text::file_moved, name, report.other);
      break;
    case Decision::new_content:
    case Decision::settings_changed:
    case Decision::analysis_changed:
    case Decision::unreadable:
      if (report.state == model::DocumentState::failed) {
        out << context_.say(Text::file_failed, name);
      } else {
        out << context_.say(report.state == model::DocumentState::partial ? Text::file_partial : Text::file_read, name,
                            context_.count(report.pages, Text::pages_counted),
                            context_.count(report.tables, Text::tables_counted),
                            context_.count(report.findings, Text::findings_counted));
      }
  }
  out << '\n';
  for (model::Error error : report.errors) {
    error.file.clear();  // the line above names it
    out << context_.say(Text::file_error, model::describe(error, context_.language)) << '\n';
  }
  for (const run::FiguresOutside& outside : report.outside) {
    const std::string figures = context_.count(outside.figures, Text::aligned_counted);
    out << (outside.first_page == outside.last_page
                ? context_.say(Text::file_outside_page, outside.first_page, figures)
                : context_.say(Text::file_outside_pages, outside.first_page, outside.last_page, figures))
        << '\n';
  }
  if (!report.attachments.empty()) {
    std::string names;
    for (const std::string& attachment : report.attachments) names += (names.empty() ? "" : ", ") + attachment;
    out << context_.say(Text::file_attachments, names) << '\n';
  }
  if (explain_) explain(report);
  if (!report.pages_without_text.empty()) without_text_.emplace_back(name, report.pages_without_text);
  out.flush();
}

void IngestReport::explain(const run::FileReport& report) {
  std::ostream& out = context_.out;
  if (report.decision == Decision::new_content) out << context_.say(Text::why_new) << '\n';
  if (report.decision == Decision::settings_changed) {
    out << context_.say(Text::why_settings, report.other, report.settings) << '\n';
  }
  if (report.decision == Decision::analysis_changed) {
    out << context_.say(Text::why_analysis, report.other, report.settings) << '\n';
  }
  if (report.decision == Decision::unchanged) out << context_.say(Text::why_unchanged) << '\n';
  if (report.content_changed) out << context_.say(Text::why_content) << '\n';
}

void IngestReport::summary(const run::Summary& summary, int other_files) {
  std::ostream& out = context_.out;
  out << context_.say(Text::summary_line, context_.count(summary.files, Text::files_counted),
                      context_.count(summary.read, Text::read_counted),
                      context_.count(summary.pages, Text::pages_counted),
                      context_.count(summary.skipped, Text::skipped_counted), summary.partial,
                      context_.count(summary.failed, Text::failed_counted))
      << '\n';
  for (const auto& [code, count] : summary.reasons) {
    out << context_.say(Text::summary_reason, model::problem(code, context_.language), count) << '\n';
  }
  if (summary.files > 0 && summary.skipped == summary.files) out << context_.say(Text::summary_nothing) << '\n';
  if (other_files > 0)
    out << context_.say(Text::summary_other, context_.count(other_files, Text::files_counted)) << '\n';
  if (!without_text_.empty()) {
    out << context_.say(Text::summary_without_text) << '\n';
    for (const auto& [name, pages] : without_text_) {
      out << context_.say(Text::summary_pages, name, page_ranges(pages)) << '\n';
    }
  }
  if (summary.not_reached > 0)
    out << context_.say(Text::interrupted, context_.count(summary.not_reached, Text::files_counted)) << '\n';
  out << (summary.findings > 0 ? context_.say(Text::summary_findings,
                                              context_.count(summary.findings, Text::findings_counted), database_)
                               : context_.say(Text::summary_clean))
      << '\n';
}

int IngestReport::status(const run::Summary& summary) const {
  if (path_errors_ > 0 || summary.failed > 0 || summary.partial > 0 || summary.not_reached > 0) return kDocumentsFailed;
  return summary.findings > 0 ? kFindings : kNothingToReport;
}

std::string page_ranges(const std::vector<int>& pages) {
  std::string text;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    if (!text.empty()) text += ", ";
    text += std::to_string(pages[i]);
    if (last > i) text += "–" + std::to_string(pages[last]);
    i = last + 1;
  }
  return text;
}

}  // namespace cotejo::cli
