#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::tables::areas {

using base::Em;
using base::Points;
using base::Share;

// stacks
// White between two lines, in text sizes from middle to middle, that ends a table; rows may stand further apart when a
// rule parts them.
inline constexpr Em wide_white{3.2};
inline constexpr Em wide_white_at_rule{5.5};
// … or the edge of a stripe, which is this near to the text of either row.
inline constexpr Em within_band{2.75};
// … and so may those of a stack of so many lines that stand as far apart, within this factor.
inline constexpr std::size_t rows_to_judge = 4;
inline constexpr Share wider_than_usual{1.9};
// … and so may a total, in text sizes or parts of the usual white, that ends where the figures of so many lines end.
inline constexpr Em off_total{5};
inline constexpr Share off_usual{2.2};
inline constexpr std::size_t lines_of_figures = 2;
inline constexpr Em same_end{0.25};  // text sizes
// … among the last lines of the stack.
inline constexpr std::size_t lines_back = 12;
// What parts two things stands before so much of the narrower of them.
inline constexpr Share in_the_way{0.3};
// Lines of one caption share their middle, or begin under one of its parts.
inline constexpr Em caption_middle{0.6}, caption_begin{0.25};
// Lines at the top of a stack that may be its head; so many names make one that is known again.
inline constexpr std::size_t lines_of_head = 6, names_of_head = 3;
// A rule runs over the table when it covers this part of it.
inline constexpr Share covers_table{0.72};
// Strokes whose y differ by less are one rule, points.
inline constexpr Points same_rule{1.2};
// Lines of one caption are no further apart, in text sizes.
inline constexpr Em caption_pitch{1.5};
// A sentence has so many words at least.
inline constexpr std::size_t sentence_words = 5;
// … and is set larger than the rows around it by this factor, where it does not stand over several of their parts.
inline constexpr Share larger_print{1.15};
// Text is set in two columns when each has so many lines of it.
inline constexpr std::ptrdiff_t gutter_lines = 6;
// A line of text is this many times as wide as high at least; a page number of a list of contents is not.
inline constexpr Share prose_width{6};
// Text beside a line stands no further above or below it than this, in text sizes: a blank line or a heading may be
// there.
inline constexpr Em beside_text{4};

// frames
// A frame lower than this, in text sizes, holds no table: a head and a row at least, and the white around them.
inline constexpr Em lowest_frame{3.5};

// zone_rules
// Rules that stop at the gutter cover so much of their side, and stand on so many heights.
inline constexpr Share covers_side{0.7};
inline constexpr int rules_at_gutter = 2;
inline constexpr Points same_height{1.5};  // points
// … and leave no wider gap there, in text sizes.
inline constexpr Em rule_gap{3};
// … and two upright rules that bound the sides stand so far apart, in text sizes.
inline constexpr Em between_uprights{0.8};
// Gaps at one x, points.
inline constexpr Points same_gap{2};

// zones
// White between two parts that have nothing to do with each other, in text sizes.
inline constexpr Em gutter{0.6};
// Both sides have so many lines where they stand beside each other.
inline constexpr int least_lines = 4;
// … or so many under captions of their own that stand no further apart than this, in text sizes.
inline constexpr int few_lines = 3;
inline constexpr Em captions_apart{4};
// So many segments begin, or end, at the x where a part begins, or ends; within so many points.
inline constexpr std::size_t least_edges = 4;
inline constexpr std::size_t rule_ends = 3;  // … or rules
inline constexpr Points same_edge{1};
// A gutter may run so far beside such an edge, in text sizes; larger text counts as of so many points.
inline constexpr Em beside_edge{0.4};
inline constexpr Points large_text{12};
// A font's box ends about a fifth of its size below the baseline.
inline constexpr Em below_baseline{0.22};
// White over the whole width that is higher than this, in text sizes from middle to middle, parts what may be judged
// together.
inline constexpr Em band_white{2.4};
// Text of one row stands on one baseline within this many text sizes.
inline constexpr Em same_baseline{0.12};
// Of the lines of the shorter side, so many share their baseline with the other where the two are independent: lines
// of different pitch meet by chance.
inline constexpr Share by_chance{0.45};
// … beside running text, whose lines stand at one distance where rows have their own.
inline constexpr Share by_chance_beside_prose{0.7};
// So much of a side is running text, and fills its width within so much of it.
inline constexpr Share mostly_prose{0.6}, filled_lines{0.65}, ragged{0.2};
// Running text of so many lines is no cell of a table, though its lines stand as high as those beside it.
inline constexpr int long_prose = 10;
// … and twice as many may have a table among them: so much of their side is left.
inline constexpr Share long_part{0.45};
// The total of a side stands on one of its last lines: its label may wrap, and a note follow.
inline constexpr std::size_t lines_of_total = 3;
// Parts of parts of parts: pages nest no deeper.
inline constexpr int deepest = 5;

}  // namespace cotejo::tables::areas
