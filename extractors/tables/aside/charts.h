#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "extractors/tables/lines/segments.h"
#include "model/page.h"

namespace cotejo::tables {

// Areas of charts, told by their axes: numbers that fall (from top to bottom) or rise (from left to right) by one step
// at one distance. Years and running numbers are no axis. An area reaches as far as what is drawn beside the axis;
// where nothing is, to the page's edge.
[[nodiscard]] std::vector<model::Rect> chart_areas(const std::vector<TextLine>& lines, const model::Page& page);
// The same from the words alone (indices into page.words).
[[nodiscard]] std::vector<model::Rect> chart_areas(const model::Page& page, const std::vector<int>& words);

// Areas of bars that begin on one line and end at different places, with the names and values beside them.
[[nodiscard]] std::vector<model::Rect> bar_areas(const std::vector<TextLine>& lines, const model::Page& page);

// Whether the figures of a grid are printed on bars: shades whose ends differ from row to row, where those of a table's
// cells keep to its columns.
[[nodiscard]] bool stands_on_bars(const PageTable& table, const model::Page& page);

// Whether most cells of a grid hold nothing.
[[nodiscard]] bool mostly_empty(const PageTable& table);

// Whether the rules of a grid are those of a chart: it lies in one of the areas and most of its cells hold nothing.
[[nodiscard]] bool is_chart(const PageTable& ruled, const std::vector<model::Rect>& areas);

}  // namespace cotejo::tables
