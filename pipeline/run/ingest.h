#pragma once

#include <string>
#include <vector>

#include "model/result.h"
#include "model/store/store.h"
#include "pipeline/reading/readers.h"
#include "pipeline/run/report.h"
#include "pipeline/run/settings.h"

namespace cotejo::run {

// Hashes each file, skips what is known, reads the rest with `readers`, saves each document in a transaction of its
// own, and at the end checks over the whole archive. Gives an error only when the database cannot go on.
[[nodiscard]] model::Result<Summary> ingest(const std::vector<std::string>& files, store::Store& store,
                                            reading::Readers& readers, const Settings& settings,
                                            const Observer& observer);

}  // namespace cotejo::run
