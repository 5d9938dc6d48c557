#pragma once

#include <string>
#include <vector>

#include "model/document.h"

namespace cotejo::model {

// The text of every page of the bundle as a person reads it, same order as Bundle::pages: blocks in reading order, a
// table where it stands among them, its rows a line each with a tab between cells. A cell counts for the page that it
// begins on.
[[nodiscard]] std::vector<std::string> page_texts(const Bundle& bundle);

}  // namespace cotejo::model
