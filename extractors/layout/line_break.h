#pragma once

namespace cotejo::layout {

// What is known of the break between two printed lines.
struct Break {
  double room = 0;         // points left on the first line, up to the edge that text may reach
  double next_word = 0;    // width of the second line's first word, points
  double size = 1;         // text size, points
  bool extra_gap = false;  // the lines stand farther apart than the lines of a paragraph
  bool last = false;       // nothing follows the second line
};

}  // namespace cotejo::layout
