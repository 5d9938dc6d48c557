#pragma once

#include <vector>

#include "extractors/tables/half_ruled/shaded_blocks.h"
#include "extractors/tables/lines/segments.h"
#include "model/page.h"

// Fills that make one lattice, and what stands white between them.
namespace cotejo::tables {

// Blocks from top to bottom whose cells share their borders.
struct ShadedLattice {
  std::vector<Block> blocks;
  std::vector<double> borders;  // of the block with most of them

  [[nodiscard]] double y0() const { return blocks.front().box.y0; }
  [[nodiscard]] double y1() const { return blocks.back().box.y1; }
};

// Whether text of the line runs over this border: a word does, or one follows the other in it as words of one text do.
// Figures of two cells may stand as near.
[[nodiscard]] bool runs_over(const TextLine& line, double x);

// Columns that the line has text in.
[[nodiscard]] int columns_filled(const TextLine& line, const std::vector<double>& borders);

// Whether a line is the name of a section: a text alone that begins in the first column and is no figure. The line must
// not be cut at the borders.
[[nodiscard]] bool names_section(const TextLine& line, const std::vector<double>& borders);

// Whether the name of a section stands over a row that has a code in its first column: two rows, however low.
[[nodiscard]] bool section_over_row(const std::vector<TextLine>& lines, const std::vector<double>& borders);

// White rows are no higher than the filled ones, points.
[[nodiscard]] double highest_row(const ShadedLattice& lattice);

// The text of a page in and around a lattice. The page and the words (indices of its words) must outlive it.
class ShadedReader {
 public:
  ShadedReader(const model::Page& page, const std::vector<int>& words) : page_(page), words_(words) {}

  // The lines of text between two heights, over the columns; cut where words stand apart, and at the borders if `cut`.
  [[nodiscard]] std::vector<TextLine> lines(const std::vector<double>& borders, double y0, double y1,
                                            bool cut = true) const;

  [[nodiscard]] std::vector<double> row_borders(const std::vector<double>& borders, double y0, double y1) const;

  // Whether the block goes on with the lattice: its borders agree, and between them stands nothing, or white rows.
  [[nodiscard]] bool continues(const ShadedLattice& lattice, const Block& block) const;

  // Whether a caption stands between two heights, or a sentence: what follows is another table.
  [[nodiscard]] bool begins_another(const std::vector<double>& borders, double y0, double y1) const;

  // How far below (above) the lattice a white row of it reaches; its own edge where there is none.
  [[nodiscard]] double white_row(const ShadedLattice& lattice, bool below) const;

  // Whether a row of a head, or of a body, stands right above this height, or beside the text that ends there.
  [[nodiscard]] bool open_above(const ShadedLattice& lattice, double top) const;

  // Whether the words of each cell keep to it.
  [[nodiscard]] bool holds_text(const model::Rect& cell) const;

 private:
  // Of the first line of the lattice, points; 0 where it holds none.
  [[nodiscard]] double text_size(const ShadedLattice& lattice) const;

  const model::Page& page_;
  const std::vector<int>& words_;
};

// From top to bottom.
[[nodiscard]] std::vector<ShadedLattice> lattices_of(std::vector<Block> blocks, const ShadedReader& reader);

}  // namespace cotejo::tables
