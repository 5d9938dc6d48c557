#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/result.h"
#include "model/store/store.h"

namespace cotejo::run {

struct Fixity {
  int sound = 0;                     // places whose file still has the content that was read there
  std::vector<std::string> changed;  // places whose file has another content now
  std::vector<std::string> missing;  // places where no file can be read
  std::vector<std::string> damaged;  // stored extracts that cannot be read any more: «archivo: reason»
  std::vector<std::string> faults;   // of the database itself
  int without_source = 0;            // documents that came as extracts: there is no source here to be hashed
  [[nodiscard]] bool whole() const { return changed.empty() && missing.empty() && damaged.empty() && faults.empty(); }
};

// Hashes every source again, reads every stored extract, and checks the database and its references. Places that are
// not paths (documents that came as bundles) are counted and left out. A database too damaged to be read further gives
// what was found until then.
[[nodiscard]] model::Result<Fixity> verify(store::Store& store, const std::function<bool()>& interrupted);

}  // namespace cotejo::run
