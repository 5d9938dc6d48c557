#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "pipeline/exports/report/rows.h"

namespace cotejo::exports {

// What the sections of the report have in common: the documents that count, and how places in them are told.
struct ReportScope {
  store::Store& store;
  const Request& request;
  std::map<std::int64_t, std::string> routes;   // by documento_id
  std::set<std::int64_t> left_out;              // scanned copies and older versions, whose figures are there already
  std::map<std::string, std::string> entities;  // the usual way of writing each name

  // "[3:2]": document 3 of the annex, page 2, as a link to that page of the PDF.
  [[nodiscard]] std::string place(const Row& row) const;
  [[nodiscard]] std::string entity(const std::string& name) const;
};

[[nodiscard]] model::Result<ReportScope> report_scope(store::Store& store, const Request& request);

// One function a section; HTML, with its heading.
[[nodiscard]] model::Result<std::string> reading_section(const ReportScope& scope);
[[nodiscard]] model::Result<std::string> budget_section(const ReportScope& scope);
[[nodiscard]] model::Result<std::string> pending_section(const ReportScope& scope);
[[nodiscard]] model::Result<std::string> petitions_section(const ReportScope& scope);
[[nodiscard]] model::Result<std::string> holdings_section(const ReportScope& scope);  // contracts, staff, proceedings
[[nodiscard]] model::Result<std::string> findings_section(const ReportScope& scope);
[[nodiscard]] model::Result<std::string> annex_section(const ReportScope& scope);

}  // namespace cotejo::exports
