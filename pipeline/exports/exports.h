#pragma once

#include <string_view>
#include <vector>

#include "model/result.h"
#include "model/store/store.h"
#include "pipeline/exports/output/request.h"

namespace cotejo::exports {

// A kind of export. To add one: write its file, declare it in kinds.h and add its line in exports.cpp.
struct Kind {
  std::string_view name;    // what --as takes
  std::string_view about;   // one sentence for the help (Spanish)
  std::string_view ending;  // of its file's name, "" when it is a folder
  model::Result<Summary> (*run)(store::Store& store, const Request& request) = nullptr;
};

[[nodiscard]] const std::vector<Kind>& kinds();
[[nodiscard]] const Kind* find_kind(std::string_view name);

// Makes the export whole or not at all. `output` (the destination is there already, cannot be written), disk_full, or
// what reading the base fails with.
[[nodiscard]] model::Result<Summary> export_base(store::Store& store, const Kind& kind, const Request& request);

// Takes away what exports under way in this process have made so far, and ends the programs that they run: for a
// process that is told to end. From any thread; the exports fail if they go on.
void abandon();

}  // namespace cotejo::exports
