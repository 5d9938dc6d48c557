#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::tables::logical {

using base::Em;
using base::Points;
using base::Share;

// Columns over a page break.
// A drawn border moves by a pen's rounding from page to page; a scan stretches with the table's width.
inline constexpr Points border_moves{3};
inline constexpr Share border_stretches{0.01};
// White space ends where the longest text of each page does.
inline constexpr Points white_moves{8};
// Of the narrower of two columns: they overlap by less only where they are not the same.
inline constexpr Share least_overlap{0.5};

// Rows over a page break.
// A line with its leading.
inline constexpr Em line_with_leading{1.5};
// Lines of a paragraph that word processors keep together on one page.
inline constexpr double lines_kept_together = 2;
// Letters are about half a text size wide.
inline constexpr Em letter_width{0.5};

// A head below a page break begins another table where the last one had room for its first row. How far down text may
// reach is an estimate: clearly and surely are on its safe side, nearly is enough where a group of rows ends as well.
inline constexpr Share nearly_a_row{0.9}, clearly_a_row{1.3};
inline constexpr Points surely_free{30};  // beyond the row: more than two lines
// Where a running foot limits the page, text ends two lines of its own size above it.
inline constexpr double lines_above_foot = 2;
inline constexpr Em foot_line{1.2};
// A cell merged over this many rows is a group of rows.
inline constexpr int group_rows = 3;
// Digits of the number of a row.
inline constexpr std::size_t longest_row_number = 6;
// Of a scan's words in a head, one in so many may have been read as another.
inline constexpr std::size_t one_misread_in = 4;

// Columns known again on the next page.
// Of a column's cells, so many stand where they say that it runs.
inline constexpr Share most_cells{0.8};
inline constexpr Share mostly_figures{0.6};
// A text that stands further off stands in no column.
inline constexpr Em off_column{0.5};
// White below which no row of the same table follows.
inline constexpr Em apart_from_rows{5};
// Texts that stand as their columns do for one that does not.
inline constexpr int aligned_for_one_astray = 5;
// Of the words of a head that is printed again; a scan misreads some.
inline constexpr Share most_of_head{0.9};

// A row of totals under its table.
// White between the two; what stands farther off belongs to what follows.
inline constexpr Em row_below_reach{3};
// Of the columns of figures, so many have a figure in such a row.
inline constexpr Share most_columns{0.6};
// Of the usual height of a row: what follows it no farther off is the next one.
inline constexpr Share next_row{1.4};
// Lines of a label that stands alone at the end of a page.
inline constexpr std::size_t most_label_lines = 2;
inline constexpr std::ptrdiff_t columns_for_themselves = 3;
// Rows of the table that show how its columns stand, where the row below them is no full total.
inline constexpr int least_rows_above = 2;

// Heads.
// One of more rows is a table of its own kind.
inline constexpr int most_head_rows = 6;
// Enough rows to know a table's style by, however long it has grown.
inline constexpr int rows_of_style = 40;
// Bytes of a text that is compared letter by letter; the work grows with its square.
inline constexpr std::size_t longest_compared = 120;

// Titles.
// How far a caption stands from its table, and a heading that introduces it.
inline constexpr Em caption_reach{4}, heading_reach{6};
// Higher than one printed line of the block's size.
inline constexpr Em one_line_high{1.8};
// Characters: what introduces a table is a line or a sentence; a remark between it and the table is short.
inline constexpr std::size_t longest_introduction = 250, longest_remark = 60;

// read_content
// A line above a table is its name where it stands no farther off, in text sizes.
inline constexpr base::Em title_above{1.5};

// stitch
// Figures in so many columns that the next page brings again are sums carried over.
inline constexpr int least_carried = 2;

}  // namespace cotejo::tables::logical
