#pragma once

#include <string>

#include "pipeline/exports/output/request.h"
#include "pipeline/exports/pages/documents.h"

namespace cotejo::exports {

// Writes one document as PDF/A into `path`. Tells in the notes what the copy lacks, or why there is none; gives whether
// there is one. Fails where the output cannot be written.
[[nodiscard]] model::Result<bool> write_copy(store::Store& store, const DocumentCard& card, const Request& request,
                                             const std::string& path, std::vector<std::string>& notes);

}  // namespace cotejo::exports
