#pragma once

#include "cli/context.h"

namespace cotejo::cli {

// Each adds one command and its options; a file each.
void add_ingest(CLI::App& app, Context& context);
void add_findings(CLI::App& app, Context& context);

}  // namespace cotejo::cli
