#pragma once

#include <cstddef>

#include "base/units.h"
#include "extractors/tables/lines/tolerances.h"

namespace cotejo::tables::half_ruled {

using base::Em;
using base::Points;
using base::Share;

// framed_text
// What stands over a form: rows at most, cells of one at most (emblem, name, code), rows of more than one cell at
// least; and rows of the table below, its head among them.
inline constexpr int most_form_rows = 9, most_form_cells = 3, least_boxed_rows = 2, least_rows_below = 3;

// neighbours
// Points between the borders of two lattices that are meant to stand in one line.
inline constexpr Points same_border{2.5};
// In text sizes: a row without sides is no higher, a gap between the columns of one table no wider.
inline constexpr Em highest_gap{2.2}, widest_gap{8};
// In text sizes: a gap lower than this is no row.
inline constexpr Em lowest_row{0.8};
// In text sizes: a word that reaches so far into the lattices above and below a gap stands in it all the same.
inline constexpr Em over_gap{0.25};

// open_heads
// A lattice of this many rows may be a head alone; of so few columns it is a frame.
inline constexpr int most_head_rows = 4, least_columns = 3;
// Rows of so many pieces are a table's; so many of them make a body.
inline constexpr std::size_t least_pieces = 3, least_rows = 2;
// So many figures in one cell are no name of a column.
inline constexpr int figures_of_a_body = 3;
// Rows below a head that a frame holds together; so many of them have several cells, which the lines of long texts side
// by side have not.
inline constexpr int least_framed_rows = 3;
inline constexpr Share framed_rows_filled{0.8};
// In text sizes, from row to row; from one that fills its columns to the next.
inline constexpr Em farthest_row{4}, farthest_full_row{7};
// In parts of the usual distance of rows: the total may stand off so far.
inline constexpr Share set_off{2.5};
// Part of the rows that must keep to the head's columns.
inline constexpr Share mostly_in_columns{0.8};

// open_body
// So many words over so many of a head's borders (a sentence to its full stop: over one) are running text, where most
// of them are no figures.
inline constexpr std::size_t words_of_prose = 8;
inline constexpr int borders_of_prose = 2;
// A title stands on the middle of its letterhead.
inline constexpr Em on_middle_of_page{1.5};
// Text may reach over a column's border by this much.
inline constexpr Em over_column{0.3};
// A line alone that runs over so many columns is a sentence.
inline constexpr int over_sentence = 3;
// The second line of the last row's label stands no further below the first.
inline constexpr Em rest_of_row{1.5};
// So many of a column's lines hold two texts where it is two: fewer than half where the second one wraps.
inline constexpr Share several_parts{0.25};

// shaded_grid
// Fills whose borders differ by less end at one place.
inline constexpr Points fill_border{1.5};
// White between the fills of two cells: a border of white, and the gaps that style sheets leave.
inline constexpr Points white_between_fills{5};
// A line of text fits into a cell's fill.
inline constexpr Em lowest_fill{0.8};
// Text may reach over a fill's border by this much; farther in few of the cells.
inline constexpr Em over_fill{0.3};
inline constexpr Share cells_holding{0.9};
// With fewer fills there is no head of columns.
inline constexpr std::size_t least_fills = 3;
// Heights in parts of the usual row: of white that holds a heading over several columns, and of all white rows between
// two that are filled.
inline constexpr Share heading_row{2}, white_rows{40};
// A white row between two filled ones is no higher than this, in parts of the highest filled one.
inline constexpr Share same_height{1.05};
// A white row at the end is no higher than this, in parts of the highest row.
inline constexpr Share white_row_height{1.5};
// White between the lines of one row, or between its text and its border.
inline constexpr Em white_in_row{0.9};
// … and between the texts of two white cells at least.
inline constexpr Em white_between_cells{0.6};
// What stands so near above a grid of fills is its head.
inline constexpr Em open_reach{2};
// … and so is a line whose middle is no farther from the beginning of the first one.
inline constexpr Em beside_first{0.4};
// With so many of its borders drawn, each in so many of the rows, the lattice is a ruled one.
inline constexpr Share mostly_drawn{0.5}, drawn_rows{0.6};

// white_inside
// Words that a finer grid may leave out (a caption or a note inside the frame), as a part of all.
inline constexpr Share left_out_words{0.3};
// … and rows most of whose words it leaves out, as a part of all rows.
inline constexpr Share missed_rows{0.15};
// Fewer figures, or rows of figures, are no majority of anything.
inline constexpr int few_figures = 4;
// Rows of a stack that seem to go on with a label although all others begin one, as a part of all: «l.» for «I.».
inline constexpr Share misread_labels{0.2};
// Cells of a stack that hold more than one text, as a part of all: specks beside a figure, no column.
inline constexpr Share specks{0.15};
// The ruled row, from 0, down to which a head and rows may share one.
inline constexpr int last_head_row = 1;
// White between two rows of text that no rule parts, in text sizes between the boxes of their lines; those of one
// paragraph all but touch.
inline constexpr Em paragraph_white{0.45};
// … and above a label alone that heads the next ruled row; the lines of one label all but touch.
inline constexpr Em white_above_section{0.3};

// wide_cells
// Text may reach over a column's border by this many text sizes: nothing is drawn there that would hold it back.
inline constexpr Em over_border{0.3};

}  // namespace cotejo::tables::half_ruled
