#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/exports/output/catalogue.h"
#include "pipeline/exports/output/request.h"
#include "pipeline/exports/tables/evidence_folder.h"
#include "pipeline/exports/tables/links.h"
#include "pipeline/exports/tables/table_sheets.h"

namespace cotejo::exports {

// The name of a view's sheet; of the second and later ones where it has more rows than one holds. A sheet's name holds
// at most 31 characters; titles of the catalogue are shorter.
[[nodiscard]] std::string sheet_name(const ViewInfo& view, int part);

// A column of links: its head, and the link of a row.
struct Leading {
  const char* head;
  std::function<Link(const std::vector<store::Value>&)> link;
};

// The sheet and row (from 1) of the first piece of evidence of each finding.
using Places = std::map<std::int64_t, std::pair<std::string, std::int64_t>>;
[[nodiscard]] model::Result<Places> evidence_places(store::Store& store, const Request& request,
                                                    const std::vector<ViewInfo>& views);

// What the rows of a view lead to. What is given must outlive it.
struct LeadingTo {
  const PageLinks& pages;
  const Places& evidence;
  const EvidenceFolder* pictures;  // of the evidence; nullptr: none are wanted
  const TableSheets& tables;
};

// Its page, its evidence, its own sheet.
[[nodiscard]] std::vector<Leading> leading_of(const ViewInfo& view, const LeadingTo& to);

}  // namespace cotejo::exports
