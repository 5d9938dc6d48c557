#pragma once

#include <string>
#include <vector>

#include "model/result.h"

namespace cotejo::run {

// The files that a person's paths mean.
struct Discovery {
  std::vector<std::string> files;    // absolute, sorted, each once
  std::string folder;                // the deepest one that holds all that was named: routes are told from it
  std::vector<model::Error> errors;  // paths that do not exist, folders that cannot be read
  int other_files = 0;               // files in the folders that are not called *.pdf, left alone
};

// A file stands for itself whatever its name; a folder for every *.pdf (in any case) in it and below it. Links to files
// are followed, links to folders inside a folder are not: they may run in circles.
[[nodiscard]] Discovery discover(const std::vector<std::string>& paths);

}  // namespace cotejo::run
