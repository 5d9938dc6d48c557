#pragma once

#include <string>

namespace cotejo::archival {

// What an archival copy says of itself.
struct Description {
  std::string title;
  std::string author;   // the entity; empty: not known
  std::string subject;  // empty: none
  std::string source_sha256;
  std::string program;  // what made it, with its version
  std::string date;     // ISO day that it bears
};

}  // namespace cotejo::archival
