#pragma once

#include <string>
#include <vector>

#include "cli/console/context.h"
#include "model/store/store.h"

namespace cotejo::cli {

// Each adds one command and its options; a file each.
void add_ingest(CLI::App& app, Context& context);
void add_findings(CLI::App& app, Context& context);
void add_explain(CLI::App& app, Context& context);
void add_show(CLI::App& app, Context& context);
void add_documents(CLI::App& app, Context& context);
void add_decide(CLI::App& app, Context& context);  // accept, dismiss, reopen
void add_correct(CLI::App& app, Context& context);
void add_decisions(CLI::App& app, Context& context);
void add_teach(CLI::App& app, Context& context);
void add_review(CLI::App& app, Context& context);
void add_search(CLI::App& app, Context& context);
void add_export(CLI::App& app, Context& context);
void add_inspect(CLI::App& app, Context& context);
void add_check(CLI::App& app, Context& context);
void add_extract(CLI::App& app, Context& context);
void add_load(CLI::App& app, Context& context);
void add_merge(CLI::App& app, Context& context);
void add_verify(CLI::App& app, Context& context);
void add_relocate(CLI::App& app, Context& context);
void add_digest(CLI::App& app, Context& context);

// Notes the right value of findings, named by number or mark; gives the exit status.
int correct_findings(const std::vector<std::string>& findings, const std::string& database,
                     const store::DecisionRow& decision, const Context& context);

}  // namespace cotejo::cli
