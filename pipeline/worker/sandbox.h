#pragma once

#include <string>
#include <vector>

#include "pipeline/worker/enclosure.h"
#include "pipeline/worker/message.h"

namespace cotejo::worker {

// The fonts, character maps and language models of this system, as far as they exist.
[[nodiscard]] std::vector<std::string> readable_places(const ExtractSettings& settings);

// Shuts the process in for good: no new privileges; system calls for computing alone (seccomp), so no network, no new
// processes, no signals to others; and no files but those of the enclosure (Landlock). Descriptors that are open stay
// so. What the kernel does not allow is told in the result, and the rest is done.
[[nodiscard]] Isolation shut_in(const Enclosure& enclosure);

}  // namespace cotejo::worker
