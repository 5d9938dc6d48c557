#pragma once

#include <string>
#include <vector>

#include "model/page.h"

namespace cotejo::tables {

// A word as the search for columns sees it: leader dots cut off, size known.
struct Piece {
  int word = 0;     // index into Page::words
  model::Rect box;  // page points
  std::string text;
  double em = 0;  // text size, points; > 0
  bool bold = false;
};

// Words of one line that follow each other without a gap that could part two columns.
struct Segment {
  std::vector<Piece> pieces;  // from left to right, never empty
  model::Rect box;
  bool aside = false;                      // part of running text or of a chart: no table's
  [[nodiscard]] std::string text() const;  // pieces joined by spaces
};

// What stands on one height of the page, from left to right.
struct TextLine {
  std::vector<Segment> segments;  // by x, never empty
  model::Rect box;
  double middle = 0;     // y of the middle of its text, points
  double em = 0;         // text size of most of its letters, points
  bool leaders = false;  // dots led from one part to the next
};

// The upright ones of the given words (indices into page.words) as pieces. Runs of dots or underscores that lead the
// eye from a label to its number are cut off; a word of nothing else vanishes and is reported in `leaders` by its box.
[[nodiscard]] std::vector<Piece> pieces_of(const model::Page& page, const std::vector<int>& words,
                                           std::vector<model::Rect>& leaders);

// Pieces on one height → lines from top to bottom; each line cut where the gap is wider than `gap` text sizes. A bullet
// stays with its text.
// An upright rule between two words parts them, too.
[[nodiscard]] std::vector<TextLine> lines_of(std::vector<Piece> pieces, const std::vector<model::Rect>& leaders,
                                             const std::vector<model::Rule>& rules, double gap);

// A gap wider than this, in text sizes, may part two columns: a space is a quarter to a third of the size, and tight
// justified text stretches it to half.
inline constexpr double kColumnGap = 0.62;

// A currency sign that stands apart from its number is no column of its own; neither is a percent sign or a bracket
// after it. The number alone tells where its column stands: the box of the two leaves a sign before it out.
void join_signs(TextLine& line);

// Recomputes box, middle and size of a line from its segments.
void measure(TextLine& line);

// Whether the lower line begins above the foot of the upper one: no row is lower than a line of text, so both stand in
// one, in cells that are centred on its height or stand at its foot.
[[nodiscard]] bool stand_abreast(const TextLine& upper, const TextLine& lower);

// A number, percentage, date, or one of the marks that stand for a missing one.
[[nodiscard]] bool is_value(const std::string& text);

// "2021", "2006-07", "2010p": a year and what hangs on it.
[[nodiscard]] bool is_year(const std::string& text);

// "Tabla 4.", "Cuadro 2", "Figure 3.1", "Gráfico 7": the first words of a caption.
[[nodiscard]] bool is_caption(const std::string& text);

// "Fuente: …", "Source: …", "Nota: …", also further on in the text: what stands under a table and is no row of it.
[[nodiscard]] bool is_note(const std::string& text);

// "TOTAL ACTIVO", "Total": what the last row of a table is labelled with.
[[nodiscard]] bool names_total(const std::string& text);

// A glyph that opens an item of a list.
[[nodiscard]] bool is_bullet(const std::string& text);

}  // namespace cotejo::tables
