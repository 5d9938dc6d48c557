#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::tables::white {

using base::Em;
using base::Points;
using base::Share;

// code_columns
// So many lines of code and name, and so much of them on one edge, within so many text sizes.
inline constexpr std::size_t lines_of_codes = 4;
inline constexpr Share mostly_on_edge{0.9};
inline constexpr Em same_edge{0.25};
// Part of the lines whose first text may run over the border between codes and names.
inline constexpr Share crossing_codes{0.1};

// columns
// Of the lines that have text on both sides of a place, so many may cross it there and it still parts two columns.
inline constexpr Share crossing_columns{0.34};
// Text that reaches less than this many text sizes over a column's edge does not stand in that column.
inline constexpr Em touch{0.3};
// Words stand apart where columns part, not as words do, when their gap is wider than so many times the line's own
// spaces.
inline constexpr Share wider_than_space{1.3};
// … which a line of so many spaces shows; with fewer, wider than this many text sizes, which no space reaches unless
// the line is justified.
inline constexpr std::size_t spaces_to_judge = 3;
inline constexpr Em wider_than_any_space{0.42};
// Heads of neighbouring columns are no nearer than this, in text sizes: the spaces of most fonts are narrower.
inline constexpr Em no_space{0.36};
// Text whose edge or middle is that of the column within this many text sizes is aligned with it.
inline constexpr Em aligned_text{0.4};
// A column that a single line fills is the loose setting of its neighbour when they are nearer than this, in text
// sizes.
inline constexpr Em loosely_set{2.5};

// extent
// A head line stands no further above the lines it names than this, in text sizes.
inline constexpr Em head_reach{2.6};
// A title is centred within this many text sizes.
inline constexpr Em title_on_middle{0.8};
// … and titles within a table, on one middle within so many, so much of its width from the middle of its text.
inline constexpr Em same_title_middle{0.25};
inline constexpr Share near_title_middle{0.12};
// What is set off from the left edge of the labels is set off by so many text sizes.
inline constexpr Em indent{0.8};
// Lines of one cell are no further apart, in text sizes from middle to middle.
inline constexpr Em wrapped_line{1.6};
// … and of the last row, where a small letter begins the line below.
inline constexpr Em wrapped_last_line{2};

// head_groups
// How far a head may stand off the middle of its columns: in text sizes, or in parts of their width.
inline constexpr Em group_off_middle{1.0};
inline constexpr Share off_width{0.18};
// Two lines of one head share an edge or their middle within this many text sizes.
inline constexpr Em aligned_head{0.35};
// Lines further apart than this, in text sizes, are two levels of heads.
inline constexpr Em level_distance{1.75};
// A head over one column that has its own is the first line of that: to be read so it costs as much as this many text
// sizes off the middle.
inline constexpr Em single_head{0.5};
// Of two readings that the white allows alike, the one nearer to the middle of the ink is meant.
inline constexpr Share ink_share{0.25};
// A column named below that no head stands over: it costs as much.
inline constexpr Em skipped_column{0.4};

// heads
// Lines of one head cell are no further apart than this, in text sizes from middle to middle.
inline constexpr Em head_pitch{1.9};
// A rule belongs to the head text above it within this many text sizes.
inline constexpr Em rule_under_text{2.2};
// … and lies under the last line no further down than this.
inline constexpr Em room_below{3};
// A text off the middle of its column by more than this many text sizes, and on the middle of several within the
// lesser, names them all.
inline constexpr Em off_middle{1.5};
inline constexpr Em on_middle{0.7};
// Two lines of one head share their middle, or an edge, within so many text sizes.
inline constexpr Em same_head_middle{1.0}, same_head_edge{0.3};

// rows
// Lines nearer than this part of the rows' own distance belong to one row.
inline constexpr Share nearer{0.82};
// A first word that would have fitted above with this much to spare, in text sizes, was not wrapped.
inline constexpr Em spare{0.6};
// A label that stands off from the lines above it by so many times the distance of lines goes on with none of them.
// Lines are no nearer than so many text sizes.
inline constexpr Share label_stands_off{1.4};
inline constexpr Em least_leading{0.9};
// Rows whose labels begin with codes: so many of them, and so much of all rows with figures.
inline constexpr int fewest_coded = 4;
inline constexpr Share mostly_coded{0.6};
// The second line of a label hangs by at least this many text sizes.
inline constexpr Em hanging{0.5};
// Lines of one row are no farther apart.
inline constexpr Em farthest_line{2.2};
// A line goes with the row below when it stands nearer to it than by this part of its distance to the one above; with
// the one above when it is no farther than this part of the rows' own distance, or nearer than that where it leads to
// values.
inline constexpr Share nearer_below{0.92}, row_apart{1.35}, near_values{0.6};
// Digits of a code that begins a row: shorter are the numbers of rows.
inline constexpr std::size_t shortest_code = 3;

// A row of text between two rules has no more lines; so many of them are all of a table's rows.
inline constexpr int most_lines_of_row = 4, least_parted_rows = 4;

// leading
// Labels stand so much farther apart than the lines of one label; less is the rounding of a line's place.
inline constexpr Em beyond_leading{0.12};
inline constexpr Points least_beyond{1};
// So many of the rows that labels tell have figures.
inline constexpr Share most_rows{0.8};

// rows_across
// Upright rules that part the columns do so in so many of the rows.
inline constexpr Share parted_rows{0.5};

// whitespace
// White that may part two things is wider than the usual distance of the lines by this factor.
inline constexpr Share parting_white{1.2};
// A rule closes a table no further above its first line, or below its last one.
inline constexpr Em closing_rule{2.5};
// Edges of shades that are drawn a cell at a time are one edge.
inline constexpr Points same_shade_edge{1.5};
// Shading that covers so much of the table's width parts its rows.
inline constexpr Share over_rows{0.6};

// heads: a title over the whole table stands so near its middle, over a rule of so much of its width.
inline constexpr Em title_off_middle{2};
inline constexpr Share title_rule{0.9};

}  // namespace cotejo::tables::white
