#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::layout {

using base::Em;
using base::Points;
using base::Share;

// blocks
// In text sizes, from the end of one line to the beginning of the next: lines of a paragraph are nearer.
inline constexpr Em paragraph_gap{0.55};
// Relative difference of sizes that a reader sees.
inline constexpr Share other_size{0.08};
// A heading is no longer than this many characters.
inline constexpr std::size_t longest_heading = 200;
// In parts of the usual size: text below it at the foot of a page is a note.
inline constexpr Share note_size{0.88};

// join_text
// In text sizes: the space that would have stood before a word that still fitted.
inline constexpr Em word_space{0.25};

// lines
// Two words share a baseline when their boxes overlap by this part of the smaller height (superscripts do, the lines of
// the tightest leading, 0.9 of the font's box, do not).
inline constexpr Share shared_height{0.5};
// A word that shares more with the row's largest is plainly on its line.
inline constexpr Share plainly_shared{0.75};

// reading_order
// In text sizes: a column of prose is wider than this; labels beside values are narrower.
inline constexpr Em column_width{12};
// Rows that must have text on both sides of a gutter before it counts as one.
inline constexpr int column_rows = 3;
// In text sizes: titles in bold that stand farther apart are two, as signatures are.
inline constexpr Em titles_apart{3};
// In text sizes: rows of one column follow each other within this distance, blank lines counted in.
inline constexpr Em row_distance{3};

// running_heads
// Points: the same place on two pages. Scans are moved by a few points from sheet to sheet.
inline constexpr Points same_place{3};
inline constexpr Points same_place_scanned{12};
// Points: how far a row may move that is the same one counted from the page's edge (spreadsheets centre their pages).
inline constexpr Points same_rank{36};
// Parts of the page's height that running heads and feet keep to.
inline constexpr Share head_zone{0.35}, foot_zone{0.25};
// Rows of a scan's head that may differ from page to page, and how far down the page: a logo, a stamp.
inline constexpr std::size_t most_odd_rows = 2;
inline constexpr Share odd_zone{0.2};
// Left, middle and right: a row with more parts is a table's.
inline constexpr int most_parts = 3;
// A head on left pages and another on right ones repeats on the second next page.
inline constexpr int farthest_page = 2;

}  // namespace cotejo::layout
