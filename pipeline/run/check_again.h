#pragma once

#include <string>
#include <vector>

#include "model/result.h"
#include "model/store/store.h"
#include "pipeline/reading/readers.h"
#include "pipeline/run/report.h"
#include "pipeline/run/settings.h"

namespace cotejo::run {

// Maps and checks every stored bundle again, or only those of the documents named by SHA-256.
[[nodiscard]] model::Result<Summary> check_again(store::Store& store, reading::Readers& readers,
                                                 const Settings& settings, const Observer& observer);

[[nodiscard]] model::Result<Summary> check_again(const std::vector<std::string>& documents, store::Store& store,
                                                 reading::Readers& readers, const Settings& settings,
                                                 const Observer& observer);

}  // namespace cotejo::run
