#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::tables::ledger {

// Edges of the figures of one column; italics and footnote marks shift them a little.
inline constexpr base::Em same_edge{0.3};
// From a figure to the next one below it in the same column: rows of several lines, a subtitle between two rows.
inline constexpr base::Em next_in_rank{9};
// From a table to what stands under or over it in its columns: a row of totals set apart.
inline constexpr base::Em next_to_table{5};

// Fewer figures in rank are chance. Beside a table that was found two are enough: its columns tell.
inline constexpr std::size_t least_figures = 4, figures_beside_table = 2;
// Rows of one figure each, with a label; rows of several figures where no row has a label; rows of several texts, a
// figure among them.
inline constexpr std::size_t rows_of_one_figure = 4, rows_without_label = 3, rows_of_texts = 4, texts_of_a_row = 3;
// "10." opens an item of a list, "2013." ends a sentence.
inline constexpr std::size_t longest_item_mark = 4;

// Lines with dots that lead to whole numbers of so many digits, which never fall, are a list of contents.
inline constexpr std::size_t led_entries = 3, page_number_digits = 3;

// A bar is thinner than the figure that is printed on it; a cell's shade is not.
inline constexpr base::Em thin_bar{0.9};
// Higher shades than this are backgrounds.
inline constexpr base::Em high_bar{3};
// Ends of shades that are the same end.
inline constexpr base::Points same_end{1.5};

}  // namespace cotejo::tables::ledger
