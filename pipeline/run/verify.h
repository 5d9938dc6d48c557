#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/result.h"
#include "model/store/store.h"

namespace cotejo::run {

struct Fixity {
  int sound = 0;                      // documents whose original is where it was read, or a copy of it
  std::vector<std::string> changed;   // places where a document was read, and whose file has another content now
  std::vector<std::string> missing;   // documents whose original is at none of their places, by place or name
  std::vector<std::string> replaced;  // the same of older versions of files that changed
  std::vector<std::string> damaged;   // stored extracts that cannot be read any more: «archivo: reason»
  std::vector<std::string> faults;    // of the database itself
  int without_source = 0;             // documents that came as extracts: there is no source here to be hashed
  [[nodiscard]] bool whole() const {
    return changed.empty() && missing.empty() && replaced.empty() && damaged.empty() && faults.empty();
  }
};

// Goes by documents: the original of each must be at one of its places still, with the content that was read there; one
// whose file was written over, and that has no place any more, is missing. Reads every stored extract, too, and checks
// the database and its references. What is attached to a PDF is sound when the PDF is. Documents that came as bundles
// are counted and left out. A database too damaged to be read further gives what was found until then.
[[nodiscard]] model::Result<Fixity> verify(store::Store& store, const std::function<bool()>& interrupted);

struct Relocation {
  int found = 0;                     // documents whose original was found in the folder
  int sound = 0;                     // whose original is where it was
  std::vector<std::string> missing;  // the others, by place or name
};

// Looks in a folder for the originals that are no longer where they were read, by their content: first under the route
// of each, then among all PDFs of the folder. Those found get their new place. The files are only read.
[[nodiscard]] model::Result<Relocation> relocate(store::Store& store, const std::string& folder,
                                                 const std::function<bool()>& interrupted);

}  // namespace cotejo::run
