#pragma once

#include <string>
#include <vector>

#include "model/result.h"
#include "pipeline/reading/readers.h"
#include "pipeline/run/report.h"
#include "pipeline/run/settings.h"

namespace cotejo::run {

// Reads every file and writes its bundle (see bundle_file.h) into `folder`; one that is there already for the same
// content and settings is left alone, and so is a copy of what is being read. FileReport::other is the bundle's path.
// Gives an error when a bundle cannot be written.
[[nodiscard]] model::Result<Summary> extract(const std::vector<std::string>& files, const std::string& folder,
                                             reading::Readers& readers, const Settings& settings,
                                             const Observer& observer);

}  // namespace cotejo::run
