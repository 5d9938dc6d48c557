#pragma once

#include <string>

#include "pipeline/worker/enclosure.h"

namespace cotejo::worker {

// Takes from this process, for good, every file but those of the enclosure. Empty when done, else what the kernel said.
// Needs no new privileges to be set before.
[[nodiscard]] std::string restrict_files(const Enclosure& enclosure);

}  // namespace cotejo::worker
