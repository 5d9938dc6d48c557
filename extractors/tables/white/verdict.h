#pragma once

#include <string_view>

#include "extractors/tables/white/evidence.h"

namespace cotejo::tables {

// What is known of a grid that white space divides, beside the counts of its cells.
struct Candidate {
  Evidence cells;
  int rows = 0;  // the head's too
  int header_rows = 0;
  bool closed = false;   // rules run above its first line and below its last one
  bool led = false;      // dots lead through most of its lines
  bool on_bars = false;  // its figures stand on the bars of a chart
  bool drawn = false;    // its lattice has the signs of a drawing
};

// Whether it reads as a table, and not as prose, a list, a contents page or the axes of a chart; `line` is the line of
// the verdict that decided.
struct Verdict {
  bool table = false;
  std::string_view line;
};

[[nodiscard]] Verdict verdict(const Candidate& candidate);

}  // namespace cotejo::tables
