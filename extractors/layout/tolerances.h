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
// Of the page's height: notes stand below.
inline constexpr Share foot_of_page{0.6};
// The parts of a letterhead stand side by side: a line may go on with one before the last.
inline constexpr std::size_t parts_beside = 3;
// Levels of headings that are told apart.
inline constexpr int deepest_heading = 6;

// cut_figure
// Digits before and after the point of a percentage that was cut at its decimals.
inline constexpr std::size_t most_whole = 4, most_rest = 2;
// The mark of a note behind a figure, with its brackets: "(12)".
inline constexpr std::size_t longest_mark = 4;
// Signs of a figure that a column can have cut: three digits and their sign.
inline constexpr std::size_t shortest_cut = 4;

// cut_word
// Bytes that stand before a break inside a word.
inline constexpr std::size_t shortest_beginning = 3;

// join_text
// In text sizes: the space that would have stood before a word that still fitted.
inline constexpr Em word_space{0.25};
// Bytes of what an item of a list begins with: a bullet; a number with its dots, "1.2.10."; a letter or digit and its
// bracket; and of the digits after the last dot, for three are an amount's.
inline constexpr std::size_t longest_bullet = 4, longest_item = 7, longest_lettered = 3, longest_after_dot = 3;

// lines
// Two words share a baseline when their boxes overlap by this part of the smaller height (superscripts do, the lines of
// the tightest leading, 0.9 of the font's box, do not).
inline constexpr Share shared_height{0.5};
// A word that shares more with the row's largest is plainly on its line.
inline constexpr Share plainly_shared{0.75};
// Words are put together without a space between when they are nearer: one word in two fonts, or a superscript.
inline constexpr Em touching{0.1};
// Words of a row that are looked at: keeps a hostile page linear.
inline constexpr std::size_t most_words = 200;
// Rows that can reach the next word: four cover side by side columns of uneven leading.
inline constexpr std::size_t rows_back = 4;

// page_notes
// Of the page's width: the rule that writers draw over the notes of a page.
inline constexpr Share shortest_notes_rule{0.08}, longest_notes_rule{0.4};
// Of the page's height: above this no notes begin.
inline constexpr Share notes_zone{0.3};
// In text sizes of the note: how far its first line stands under the rule, and beside its left end.
inline constexpr Em notes_below_rule{1.5}, note_indent{3};
// Bytes of a note's mark.
inline constexpr std::size_t longest_note_mark = 3;

// reading_order
// In text sizes: a column of prose is wider than this; labels beside values are narrower.
inline constexpr Em column_width{12};
// Rows that must have text on both sides of a gutter before it counts as one.
inline constexpr int column_rows = 3;
// In text sizes: titles in bold that stand farther apart are two, as signatures are.
inline constexpr Em titles_apart{3};
// In text sizes: rows of one column follow each other within this distance, blank lines counted in.
inline constexpr Em row_distance{3};
// Narrower is no gutter.
inline constexpr Em least_gutter{0.8};

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
// A wider gap begins the next part.
inline constexpr Em between_parts{1.5};
// Of the pairs of letters of two rows: a scan read them both, with words run together or fallen apart and a letter in
// six another. Letters that such rows have, for the pairs to tell and to be counted at no great cost.
inline constexpr Share alike{0.7};
inline constexpr std::size_t shortest_alike = 8, longest_alike = 200;
// Of a scan's words, one in so many is read wrong at worst.
inline constexpr std::size_t one_wrong_in = 4;
// Digits of a page's number.
inline constexpr std::size_t longest_number = 5;
// A row of a table stands no further above the next one, in text sizes between their boxes; and where the middles are
// nearer than this, both stand in one row.
inline constexpr Em close_row{1.5}, abreast{0.8};
// A head on left pages and another on right ones repeats on the second next page.
inline constexpr int farthest_page = 2;

// struck
// How far down a word's box a line goes that strikes it out: the middle of small letters and of figures. A line under
// the words is lower, a rule over them higher.
inline constexpr Share strike_from{0.35}, strike_to{0.72};
// In text sizes: a pen; and how far the line may end from the words, by a space.
inline constexpr Em strike_thickness{0.2}, strike_overhang{0.4};

}  // namespace cotejo::layout
