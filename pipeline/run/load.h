#pragma once

#include <string>
#include <vector>

#include "model/result.h"
#include "model/store/store.h"
#include "pipeline/reading/readers.h"
#include "pipeline/run/report.h"
#include "pipeline/run/settings.h"

namespace cotejo::run {

// As ingest, with bundle files (see bundle_file.h) in place of PDFs.
[[nodiscard]] model::Result<Summary> load(const std::vector<std::string>& files, store::Store& store,
                                          reading::Readers& readers, const Settings& settings,
                                          const Observer& observer);

}  // namespace cotejo::run
