#pragma once

#include <cstddef>

#include "base/units.h"
#include "extractors/tables/lines/tolerances.h"

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
using lines::most_shades;
// What is drawn over an axis stands over so much of it, or of its own width.
inline constexpr Share over_axis{0.3};
// Bars beside each other overlap by rounding, no more.
inline constexpr Points bars_touch{0.1};
// Shades that end within so many points of each other end at one place.
inline constexpr Points same_end{2};

// contents
// Lines with a page number that make a list; fewer where dots lead to the numbers.
inline constexpr int entries = 5, led_entries = 3;
// In text sizes: how far apart two entries stand, and how far the numbers' right edges differ.
inline constexpr Em farthest_entry{4.5}, same_margin{0.4};
// Lines of a title that wraps between two entries.
inline constexpr std::size_t wrapped = 2;
// Digits of a page's number.
inline constexpr std::size_t longest_page_number = 4;

// drawing_signs
// Points that a shade may end away from its cell's rule: half of a thick rule.
inline constexpr Points rule_slack{3};
// Points: squares of a chart's key measure this.
inline constexpr Points key_least{2}, key_most{9};
// Points: how far outside the plot its key stands.
inline constexpr Points key_distance{50};
// … and are as high as broad, within this part.
inline constexpr Share square{0.3};
// A mark behind words is no higher than so many times their height, and lies behind so much of it and of their width.
inline constexpr Share behind_height{1.8}, over_word{0.5};
// Of a word's box, at either side, above and below: letters are in its middle.
inline constexpr Share aside_of_letters{0.15}, over_letters{0.25};
// Of the page: one image or bands of it that cover so much are a scan, or the paper.
inline constexpr Share band{0.9}, paper{0.8};
// Of a picture that is a cell's content, in that cell, with so few words.
inline constexpr Share in_one_cell{0.9};
inline constexpr std::size_t words_beside_picture = 2;
// Of a shade in the lattice: less is another thing's.
inline constexpr Share in_lattice{0.5};
// What makes a lattice a drawing, of its area or its cells: a plot drawn as a picture under its labels; most of it
// empty, with labels wherever bars end; next to nothing in it, as the grid lines of a chart; words across its lines.
inline constexpr double mostly_picture = 0.4, mostly_bare = 0.3, next_to_empty = 0.05, labels_anywhere = 0.04;
// Colours of a chart's key, and shades that keep to no line of the lattice.
inline constexpr int key_colors = 2, some_loose = 2;

// prose
// Justified text stretches its spaces up to this many text sizes; parts of a line further apart are read as apart.
inline constexpr Em stretched_space{1.4};
// … unless all spaces of a line are stretched alike, as only justification does: then up to this many.
inline constexpr Em even_space{5}, alike_spaces{0.05};
// Words of a line that is told to be of a sentence by itself; heads of months or letters are as many, but begin large.
inline constexpr std::ptrdiff_t words_of_sentence = 8;
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
// Spaces of a line that show whether they are alike.
inline constexpr std::size_t least_spaces = 3;
// From one line of a paragraph to the next, and how far apart their left edges are; so far is looked for it.
inline constexpr Em least_pitch{0.8}, most_pitch{2.3}, farthest_left{4}, farthest_line{2.8};
// Of the shorter of two lines of a paragraph that stand one over the other.
inline constexpr Share over_each_other{0.6};
// The first word of the next line had no room where this much short of the margin would be left.
inline constexpr Em short_of_margin{0.1};
// Lines above and below that show where the right margin is.
inline constexpr std::size_t margin_above = 4, margin_below = 5;

}  // namespace cotejo::tables::aside
