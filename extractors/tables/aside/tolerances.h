#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::tables::aside {

using base::Em;
using base::Points;
using base::Share;

// charts
// Marks of an axis that stands upright, and of one that lies: a row of five numbers at one distance may be a table's,
// unless it starts from nothing.
inline constexpr std::size_t upright_marks = 4;
inline constexpr std::size_t lying_marks = 5;
// Marks stand at one distance within this part of it.
inline constexpr Share even_marks{0.15};
// Marks are aligned within this many text sizes.
inline constexpr Em aligned_marks{0.35};
// Names of the categories stand below an axis within this many text sizes.
inline constexpr Em names_below{4};
// Bars that begin at one place and differ in length: so many of them, as thick as each other within this part of it.
inline constexpr std::size_t least_bars = 3;
inline constexpr Share same_thickness{0.15};
// Bars stand no further from each other than this, in parts of their thickness.
inline constexpr Share bar_pitch{6};
// What names a bar, or gives its value, stands within so many text sizes of it.
inline constexpr Em bar_text{4};
// A page of more shades than this is a drawing of its own kind.
inline constexpr std::size_t most_shades = 3000;
// Shades that end within so many points of each other end at one place.
inline constexpr Points same_end{2};

// contents
// Lines with a page number that make a list; fewer where dots lead to the numbers.
inline constexpr int entries = 5, led_entries = 3;
// In text sizes: how far apart two entries stand, and how far the numbers' right edges differ.
inline constexpr Em farthest_entry{4.5}, same_margin{0.4};
// Lines of a title that wraps between two entries.
inline constexpr std::size_t wrapped = 2;

// drawing_signs
// Points that a shade may end away from its cell's rule: half of a thick rule.
inline constexpr Points rule_slack{3};
// Points: squares of a chart's key measure this.
inline constexpr Points key_least{2}, key_most{9};
// Points: how far outside the plot its key stands.
inline constexpr Points key_distance{50};

// prose
// Justified text stretches its spaces up to this many text sizes; parts of a line further apart are read as apart.
inline constexpr Em stretched_space{1.4};
// … unless all spaces of a line are stretched alike, as only justification does: then up to this many.
inline constexpr Em even_space{5}, alike_spaces{0.05};
// Letters of a line on the average: a narrow newspaper column has 30.
inline constexpr double prose_letters = 28;
// … or fewer, when it goes on for long.
inline constexpr double narrow_letters = 18;
inline constexpr int narrow_lines = 6;
// Lines of one paragraph are set at one distance, within this part of it.
inline constexpr Share same_pitch{0.12};
// A paragraph that stands beside something else on its lines may be a cell of a table: those seldom run over so many
// lines.
inline constexpr int lines_beside_others = 6;
inline constexpr int lines_alone = 3;
// White narrower than this, in text sizes, runs down through a few lines of prose by chance.
inline constexpr Em common_gap{0.25};
// Two lines alone are a paragraph only when they are as long as a line of text over a page.
inline constexpr double letters_of_two_lines = 60;
// Lines of the longest label of a row that has several figures beside it.
inline constexpr int longest_label = 8;
// What stands on one height does so within this many text sizes.
inline constexpr Em same_height{0.15};
// A rule that parts paragraphs of one text is no longer than the text; a table's runs over other columns too.
inline constexpr Share beyond_text{1.5};

}  // namespace cotejo::tables::aside
