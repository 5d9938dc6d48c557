#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "model/result.h"
#include "model/store/store.h"
#include "pipeline/exports/output/request.h"
#include "pipeline/exports/output/staging.h"
#include "pipeline/exports/tables/links.h"

namespace cotejo::exports {

// The pictures of the evidence that stand in a folder beside a workbook: «libro-evidencias» beside «libro.xlsx».
class EvidenceFolder {
 public:
  // Writes a PNG for each finding of the scope, one after the other. Findings that have none are told in the notes.
  [[nodiscard]] static model::Result<EvidenceFolder> write(store::Store& store, const Request& request,
                                                           Summary& summary);

  // From the workbook to the picture of a finding, wherever both lie together; none where it has no picture.
  [[nodiscard]] Link to(std::int64_t finding) const;

  // Puts the folder and then the workbook in their places, or neither.
  [[nodiscard]] model::Status commit_with(Staging& workbook) { return staging_.commit_with(workbook); }

 private:
  explicit EvidenceFolder(Staging staging) : staging_(std::move(staging)) {}

  Staging staging_;
  std::string address_;              // of the folder, from the workbook
  std::set<std::int64_t> findings_;  // that have a picture
};

}  // namespace cotejo::exports
