#pragma once

#include <cstddef>
#include <cstdint>

#include "base/units.h"

namespace cotejo::pdf::tolerances {

namespace page_output {
// Fonts that give no or absurd heights are taken to reach this far from the baseline, in text sizes (as in Poppler).
inline constexpr double usual_ascent = 0.95, highest_ascent = 1.05;
inline constexpr double usual_descent = 0.35, deepest_descent = 0.4;
// Opacity (0 to 1): paint this faint is not seen; paint this strong lets nothing through.
inline constexpr double faintest = 0.05, opaque = 0.99;
// A stroke as broad as a line of small print.
inline constexpr base::Points broad_stroke{4};
}  // namespace page_output

namespace page_picture {
// Share of the page, covered by one image, for the page to be a picture.
inline constexpr double least_cover = 0.5;
// … and for its images to be wanted by themselves: a table of a few rows, no emblem.
inline constexpr double least_of_images = 0.05;
// Share by which the sides of a pixel differ: a fax's 204 by 196 dpi passes, its 204 by 98 is better resampled.
inline constexpr double most_unsquare = 0.05;
// Of an image's sides: it leans by rounding, and no more.
inline constexpr double most_lean = 1e-3;
// Level (0 to 255) of a channel of paper.
inline constexpr std::uint8_t white_enough = 250;
// Levels (0 to 255). Ink of a clear colour: its channels lie apart, its lightest one is no black (a compressed picture
// has colour in its blacks, next to coloured strokes), and it is darker than tinted paper.
inline constexpr int apart = 40, no_black = 90, no_paper = 215;
// Pixels; fewer are noise.
inline constexpr std::size_t fewest_coloured = 100;
// Rows: a stroke is wider than one.
inline constexpr int each = 2;
}  // namespace page_picture

namespace word_builder {
// All in text sizes, unless they say another unit.
// A space is 0.2 and more; kerning moves glyphs by less than 0.1 (as in Poppler)
inline constexpr double word_gap = 0.1;
// Kerning and italics draw glyphs this far back over the last one, not farther.
inline constexpr double back_step = 0.35;
// … nor as far as this where a text object begins: the next cell, under the end of the last one's text.
inline constexpr double back_to_object = 0.1;
// Off the word's baseline: a superscript or another line.
inline constexpr double other_baseline = 0.05;
// Letters spread wider than this stand for themselves (boxes of a form).
inline constexpr double widest_spacing = 0.5;
// A raised digit is printed at two thirds of the text's size, or smaller.
inline constexpr double mark_size = 0.8;
// Its foot above the foot of the word before it, at least.
inline constexpr double mark_rise = 0.1;
// Digits of a raised mark.
inline constexpr std::size_t longest_mark = 2;
// A copy that imitates bold is moved by 0.02 to 0.08.
inline constexpr double copy_shift = 0.1;
// Relative: sizes differ by rounding.
inline constexpr double same_size = 0.02;
// Boxes painted over text on one page: a few in true reports. The cap keeps a hostile page linear.
inline constexpr int most_covers = 1000;
// Lean of text (sine of the angle) that is set askew on purpose: a stamp or a watermark across the page. Scans and
// careless programs lean by a degree or two.
inline constexpr double askew = 0.15;
// Cosine of the angle between glyphs of one line: eight degrees, as text on a curve has.
inline constexpr double same_direction = 0.99;
// Dots that lead to the next column: an ellipsis has three.
inline constexpr int fewest_dots = 4;
// Words beside each other that may be one drawn twice: a row of equal tops is bounded by the words of a line; the cap
// keeps a hostile page linear.
inline constexpr std::size_t most_beside = 200;
// Points: the size that a glyph has at least.
inline constexpr double least_size = 1e-3;
}  // namespace word_builder

}  // namespace cotejo::pdf::tolerances
