#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractors/layout/lines.h"
#include "model/page.h"
#include "model/table.h"

namespace cotejo::layout {

// Paragraphs, list items and captions of a page, from lines in reading order. Headings are told by style once the whole
// document is known: see tell_headings.
[[nodiscard]] std::vector<model::Block> blocks_of(const model::Page& page, const std::vector<Line>& lines);

// Marks headings (with level) and footnotes among the document's paragraphs: short blocks that are larger, or bold
// where most text is not. The largest style is level 1.
void tell_headings(std::vector<model::Block>& blocks, const std::vector<model::Page>& pages);

// "Tabla 4.", "Cuadro No. 2:", "Gráfica 01" at the beginning: a caption, of a table or of a picture.
enum class Caption : std::uint8_t { none, table, picture };
[[nodiscard]] Caption caption_kind(std::string_view text);

}  // namespace cotejo::layout
