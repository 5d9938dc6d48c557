#pragma once

#include <cstdint>
#include <vector>

#include "model/page.h"

namespace cotejo::layout {

enum class Place : std::uint8_t { body, head, foot };

// For every page, the place of each of its words. Running heads and feet are the outermost rows of a page that stand at
// the same place on a near page with the same words, page numbers counting on. A row that the columns of a table make
// is none: a table's head may be repeated as well.
[[nodiscard]] std::vector<std::vector<Place>> running_heads(const std::vector<model::Page>& pages);

}  // namespace cotejo::layout
