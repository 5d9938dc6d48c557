#pragma once

#include <string>
#include <vector>

#include "model/result.h"
#include "model/store/store.h"
#include "pipeline/reading/readers.h"
#include "pipeline/run/report.h"
#include "pipeline/run/settings.h"

namespace cotejo::run {

// Where a document that came as a bundle is said to be: no place on a disk, and no other document's, even if in another
// folder one has its name.
[[nodiscard]] std::string place_of_bundle(const std::string& sha256, const std::string& route);

// As ingest, with bundle files (see bundle_file.h) in place of PDFs.
[[nodiscard]] model::Result<Summary> load(const std::vector<std::string>& files, store::Store& store,
                                          reading::Readers& readers, const Settings& settings,
                                          const Observer& observer);

}  // namespace cotejo::run
