#pragma once

#include "model/result.h"
#include "model/store/store.h"
#include "pipeline/checks/check.h"

namespace cotejo::run {

// Runs the checks that compare documents, for those that came or changed since they were last run and all that have
// something in common with one of these, and replaces the findings of these; all others stay as they are.
[[nodiscard]] model::Status check_archive(store::Store& store, const checks::Settings& rules);

}  // namespace cotejo::run
