#pragma once

#include <string>
#include <vector>

#include "model/record.h"

namespace cotejo::model {

// What a person says that a document is. Fields left empty (0) are not spoken of, unless their columns
// (model/record.h) are among the cleared ones: of those the person says that the document has none.
struct Told {
  DocumentInfo is;
  std::vector<std::string> cleared;
};

}  // namespace cotejo::model
