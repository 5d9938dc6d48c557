#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"

namespace cotejo::tables {

// The frames that may hold a table, the smaller ones first: higher than a few lines of text.
[[nodiscard]] std::vector<model::Rect> frames_by_size(std::vector<model::Rect> frames, double text_size);

// What the frame holds of the page, to be read by itself: tables in frames side by side have nothing to do with each
// other. Its upper and its lower side are rules that close what it holds.
[[nodiscard]] PageContext inside_frame(const PageContext& page, const model::Rect& frame);

}  // namespace cotejo::tables
