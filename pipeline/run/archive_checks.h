#pragma once

#include "model/result.h"
#include "model/store/store.h"
#include "pipeline/checks/check.h"

namespace cotejo::run {

// Runs the checks that look over several documents of one entity, for the entities of which a document came or changed
// since they were last run, and replaces the findings of these; all others stay as they are.
[[nodiscard]] model::Status check_archive(store::Store& store, const checks::Settings& rules);

}  // namespace cotejo::run
