#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/pdf/document.h"
#include "model/geometry.h"
#include "model/page.h"
#include "model/result.h"
#include "model/table.h"

namespace cotejo::overlay {

// What to draw over the page. The steps of table finding come in the order in which they are taken.
enum class Step : std::uint8_t {
  words,   // boxes of the words; hidden and doubtful ones in other colours
  rules,   // strokes, shades and images as they were read
  edges,   // rules joined to edges
  grid,    // the lattices that the edges span
  cells,   // the cells of the tables found, with titles and header rows
  blocks,  // headings, paragraphs, captions, running heads
  all,     // words, cells and blocks together
};

// "palabras", "reglas", "bordes", "rejilla", "celdas", "bloques", "todo"; false when there is no such step.
[[nodiscard]] bool step_named(std::string_view name, Step& step);
[[nodiscard]] std::string_view step_names();  // for messages: all of them, separated by commas

// What was found in the document the page is of.
struct Found {
  const model::Page* page = nullptr;                  // never null
  const std::vector<model::Table>* tables = nullptr;  // may be null: nothing to draw
  const std::vector<model::Block>* blocks = nullptr;
};

// Writes the picture of the page (as Document::render gave it) with what was found drawn over it, as a colour PNG.
// output: the file cannot be written.
[[nodiscard]] model::Status draw(const pdf::Raster& picture, const Found& found, Step step, const std::string& path);

// A place that a finding points at.
struct Place {
  model::Rect box;        // points
  std::string role;       // as the finding names it: "reportado", "sumando"
  bool reported = false;  // the figure that is put in question: red, the others blue
};

// Writes the picture of page `page` with the places framed, and under it the caption's paragraphs and what the colours
// stand for, as a colour PNG. output: the file cannot be written.
[[nodiscard]] model::Status draw_places(const pdf::Raster& picture, int page, const std::vector<Place>& places,
                                        const std::vector<std::string>& caption, const std::string& path);
// The same as the bytes of the PNG; empty when there was no memory.
[[nodiscard]] std::string places_png(const pdf::Raster& picture, const std::vector<Place>& places,
                                     const std::vector<std::string>& caption);

}  // namespace cotejo::overlay
