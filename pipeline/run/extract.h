#pragma once

#include <string>
#include <vector>

#include "model/result.h"
#include "pipeline/reading/readers.h"
#include "pipeline/run/files/file_list.h"
#include "pipeline/run/report.h"
#include "pipeline/run/run_log.h"
#include "pipeline/run/settings.h"

namespace cotejo::run {

struct ExtractPlan {
  std::string folder;  // of the bundles
  std::string from;    // folder that routes are told from
  Shard shard;         // what falls to another one is left alone
  DoneBefore done;     // files that an earlier run was done with: not even hashed while they are as they were
};

// Reads every file and writes its bundle (see bundle_file.h); one that is there already for the same content and
// settings is left alone, and so is a copy of what is being read. FileReport::other is the bundle's path. Gives an
// error when a bundle cannot be written.
[[nodiscard]] model::Result<Summary> extract(const std::vector<std::string>& files, const ExtractPlan& plan,
                                             reading::Readers& readers, const Settings& settings,
                                             const Observer& observer);

}  // namespace cotejo::run
