#include "extractors/tables/read_content.h"

namespace cotejo::tables {

Content read_content(const std::vector<model::Page>&) {
  return {};
}

}  // namespace cotejo::tables
