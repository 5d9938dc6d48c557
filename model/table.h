#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/page.h"

namespace cotejo::model {

// A cell of a logical table. A merged cell occurs once, at its top left place.
struct Cell {
  int row = 0;     // from 0, in the logical table
  int column = 0;  // from 0
  int row_span = 1;
  int column_span = 1;
  int page = 0;                    // from 1; of a cell cut by a page break, the page where it begins
  Rect box;                        // on that page
  std::string text;                // paragraphs separated by '\n'; lines of one paragraph joined as a person reads them
  std::vector<std::string> lines;  // the printed lines, as they stand
  Origin origin = Origin::text;
  double confidence = 1;
  bool bold = false;
  bool shaded = false;
  double indent = 0;                  // points from the column's left edge to the first word
  std::vector<Reading> alternatives;  // OCR: other readings of the whole cell, best first
};

// How the grid was found.
enum class TableMethod : std::uint8_t { ruled, partly_ruled, shaded, whitespace };
template <>
inline constexpr std::array<std::string_view, 4> kNames<TableMethod>{"reglas", "reglas_parciales", "sombreado",
                                                                     "espacios"};

// A logical table, whole over its pages.
struct Table {
  std::string title;   // caption or introducing heading, empty when there is none
  int first_page = 0;  // from 1
  int last_page = 0;
  int rows = 0;
  int columns = 0;
  int header_rows = 0;
  TableMethod method = TableMethod::ruled;
  std::vector<Cell> cells;       // by row, then column; no two overlap; empty cells are present with empty text
  std::vector<Rect> page_boxes;  // its area on each page from first_page to last_page

  // Index into cells of the one that covers (row, column), or -1.
  [[nodiscard]] int at(int row, int column) const;
};

// A piece of running text.
enum class BlockKind : std::uint8_t { heading, paragraph, list_item, caption, footnote, running_head, running_foot };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  int page = 0;  // from 1
  Rect box;
  std::string text;  // UTF-8, hyphenation at line ends undone
  double font_size = 0;
  bool bold = false;
  int heading_level = 0;   // 1 is the largest; 0 when not a heading
  std::vector<int> words;  // indices into the page's words, in reading order
};

// A figure that stands in rank with others, as those of a table do, though no table that was found holds it: a table,
// or a part of one, was not read.
struct OutsideFigure {
  int page = 0;  // from 1
  Rect box;
  std::string text;  // as printed
  Origin origin = Origin::text;
  double confidence = 1;
};

}  // namespace cotejo::model
