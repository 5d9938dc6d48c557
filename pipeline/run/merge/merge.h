#pragma once

#include <vector>

#include "model/result.h"
#include "model/store/store.h"
#include "pipeline/reading/readers.h"
#include "pipeline/run/merge/plan.h"
#include "pipeline/run/report.h"
#include "pipeline/run/settings.h"

namespace cotejo::run {

// Brings what several bases hold into one: every document by its stored extract, mapped and checked by this program as
// if all had been read together; decisions and corrections as the plan has them. A run that was cut goes on when it is
// repeated. No PDF is opened. Words are taught before (words_together), for they are part of the settings.
[[nodiscard]] model::Result<Summary> merge(MergePlan& plan, std::vector<OtherBase>& bases, store::Store& into,
                                           reading::Readers& readers, const Settings& settings,
                                           const Observer& observer);

}  // namespace cotejo::run
