#include "extractors/tables/whitespace.h"

namespace cotejo::tables {

std::vector<PageTable> find_whitespace_tables(const PageContext&) {
  return {};
}

}  // namespace cotejo::tables
