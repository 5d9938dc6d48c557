#pragma once

#include <string>
#include <vector>

namespace cotejo::worker {

// What a worker may reach once it is shut in.
struct Enclosure {
  std::vector<std::string> readable;  // files and folders that may be read: fonts, models
  std::string writable;               // one folder that may be written to; empty for none
};

}  // namespace cotejo::worker
