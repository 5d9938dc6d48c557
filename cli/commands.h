#pragma once

#include "cli/context.h"

namespace cotejo::cli {

// Each adds one command and its options; a file each.
void add_ingest(CLI::App& app, Context& context);
void add_findings(CLI::App& app, Context& context);
void add_explain(CLI::App& app, Context& context);
void add_show(CLI::App& app, Context& context);
void add_decisions(CLI::App& app, Context& context);  // accept, dismiss, correct
void add_search(CLI::App& app, Context& context);
void add_inspect(CLI::App& app, Context& context);
void add_check(CLI::App& app, Context& context);
void add_extract(CLI::App& app, Context& context);
void add_load(CLI::App& app, Context& context);
void add_verify(CLI::App& app, Context& context);
void add_digest(CLI::App& app, Context& context);

}  // namespace cotejo::cli
