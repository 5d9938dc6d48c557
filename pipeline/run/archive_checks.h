#pragma once

#include "model/result.h"
#include "model/store/store.h"
#include "pipeline/checks/check.h"

namespace cotejo::run {

// Runs the checks that look over several documents, and replaces their findings.
[[nodiscard]] model::Status check_archive(store::Store& store, const checks::Settings& rules);

}  // namespace cotejo::run
