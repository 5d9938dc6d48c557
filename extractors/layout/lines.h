#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/geometry.h"
#include "model/page.h"

namespace cotejo::layout {

// Words that stand on one baseline, in reading order, with no gap between neighbours that is wider than
// `widest_word_gap` text sizes: a line of a paragraph, or the part of a table's row that stands in one column.
struct Line {
  std::vector<int> words;  // indices into Page::words, never empty
  model::Rect box;
  double font_size = 0;       // points, of the widest word
  bool bold = false;          // every word with letters or digits is bold
  std::int16_t rotation = 0;  // degrees clockwise, as Word::rotation

  friend bool operator==(const Line&, const Line&) = default;
};

// Word spaces run from 0.2 to 0.4 of the text size and reach 1 in justified text; columns of a table without rules are
// seldom nearer than this.
inline constexpr double widest_word_gap = 1.0;

// Lines of the given words (indices into page.words), from top to bottom, then from left to right. Words of different
// rotation never share a line; rotated lines come after the upright ones. `widest_gap`: text sizes.
[[nodiscard]] std::vector<Line> lines_of(const model::Page& page, const std::vector<int>& words,
                                         double widest_gap = widest_word_gap);

// The line's text: words parted by a space unless they touch in the text stream and on the page.
[[nodiscard]] std::string line_text(const model::Page& page, const Line& line);

// The font size of most characters of the page's visible upright text; 10 when there is none.
[[nodiscard]] double usual_text_size(const model::Page& page);

}  // namespace cotejo::layout
