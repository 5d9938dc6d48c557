#pragma once

#include <vector>

#include "extractors/ocr/engine/engine.h"
#include "extractors/ocr/rules/pixel_cells.h"

namespace cotejo::ocr {

// Reads the closed cells line by line, each line by itself, and paints what it read white, so that what is left can be
// read as running text. A line by itself costs hardly more than in the pass over the page, and is read better: its
// height is told by its own letters, and nothing from the next column or row is drawn into it.
[[nodiscard]] std::vector<PixelWord> read_cells(TextEngine& engine, PageImage& page,
                                                const std::vector<PixelBox>& cells);

// How a line's picture is made: as the page is, or larger and smoothed, so that ragged print has no false gaps.
enum class Print : std::uint8_t { as_it_is, smoothed };

// The line that a word is by itself, with a third of its height around it.
[[nodiscard]] PixelLine line_around(const PageImage& page, const PixelWord& word);

// Reads one line of ink that is cut out by `room`, as read_cells() reads a cell's; words' lines count from `number`.
[[nodiscard]] std::vector<PixelWord> read_line(TextEngine& engine, const PageImage& page, const PixelLine& line,
                                               int number, Segmentation segmentation = Segmentation::line,
                                               Alphabet alphabet = Alphabet::all, Print print = Print::as_it_is);

}  // namespace cotejo::ocr
