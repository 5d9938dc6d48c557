#pragma once

#include <memory>

#include "pipeline/reading/readers.h"
#include "pipeline/worker/pool.h"

namespace cotejo::worker {

// Reads in `jobs` other processes, each shut in and within limits. What a document does to its process costs the page
// that it happened on (DESIGN: the error model).
[[nodiscard]] std::unique_ptr<reading::Readers> pool_readers(PoolSettings settings);

}  // namespace cotejo::worker
