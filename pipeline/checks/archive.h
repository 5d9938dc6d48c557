#pragma once

#include <string>
#include <string_view>

#include "model/finding.h"
#include "model/record.h"

namespace cotejo::checks {

// What a finding over several documents needs of each.
struct ArchiveDocument {
  std::string file;  // archivo
  std::string sha256;
  model::Records records;
};

struct ArchiveFinding {
  std::string sha256;  // of the document that the finding is stored with
  model::Finding finding;
};

// What an entity's names have in common: "Alcaldía Municipal de Honda" and "MUNICIPIO DE HONDA" give one key. Empty for
// an empty name.
[[nodiscard]] std::string entity_key(std::string_view entity);

}  // namespace cotejo::checks
