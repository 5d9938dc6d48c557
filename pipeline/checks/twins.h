#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pipeline/checks/archive.h"

namespace cotejo::checks {

// Which documents are the scan of another that is there in digital form: SHA-256 of the scan → that of its original.
// They are the same report when nearly all figures of each are among the other's and no vigencia or period speaks
// against it; what could be read of a scan is never quite all, and the name of its body may be misread. Pure; the order
// of the documents does not change the result.
[[nodiscard]] std::map<std::string, std::string> twins_of(const std::vector<ArchiveDocument>& documents);

// By what documents are found that may be twins, without looking at all pairs: a hash of each figure, of which the
// smallest few are kept, those of large figures first. Those of a scan and its original have several in common.
struct Sketch {
  bool scanned = false;              // most figures were read from pixels
  std::vector<std::int64_t> values;  // in order; none where there are too few figures to tell a report by
};
[[nodiscard]] Sketch sketch_of(const model::Records& records);

}  // namespace cotejo::checks
