#pragma once

#include "pipeline/reading/extraction.h"
#include "pipeline/worker/board.h"
#include "pipeline/worker/channel.h"

namespace cotejo::worker {

using reading::Watch;

// The descriptors that a worker finds when it starts.
inline constexpr int kWorkerSocket = 3;
inline constexpr int kWorkerBoard = 4;

// A worker's whole life: limits, enclosure, then orders until the parent is gone. Gives the exit status. `watch` is
// called with everything that is begun.
int serve(Channel channel, Board board, const Watch& watch = {});

// The program's own `worker` command: serve() on the descriptors above.
int serve_as_worker();

}  // namespace cotejo::worker
