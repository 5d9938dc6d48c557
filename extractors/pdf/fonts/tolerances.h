#pragma once

#include <cstddef>

namespace cotejo::pdf::tolerances {

// Fonts that are held against what they draw.
namespace font_proof {
// Letters and digits by name that the font's map calls something else.
inline constexpr int kFewestNames = 3;
// Pixels to the text size: the eye of a light e stays closed, that of a bold one open.
inline constexpr unsigned kGlyphPixels = 64;
// Pixels: less is no letter, more is a damaged outline.
inline constexpr int kLeastSide = 3, kMostSide = 512;
// Bytes; the largest faces of two thousand signs stay under it.
inline constexpr std::size_t kLargestFile = 8 << 20;
inline constexpr int kMostCodes = 0x10000;
}  // namespace font_proof

// What glyphs look like.
namespace glyph_shapes {
// Pixels; smaller white areas are where outlines cross.
inline constexpr int kSmallestHole = 3;
// One glyph in a face may be odd, two digits are not.
inline constexpr int kFewestDigits = 2;
inline constexpr int kFewestLetters = 3;
// Glyphs that agree, with none that does not: a map that lies is caught by every second glyph.
inline constexpr int kEnough = 16;
inline constexpr double kLeastOfLetters = 0.25;
}  // namespace glyph_shapes

namespace type3_scale {
// Widths in text sizes of the letters by which the size of a Type 3 font is told (as in Poppler).
inline constexpr double width_of_m = 0.6, width_of_letter = 0.5;
}  // namespace type3_scale

}  // namespace cotejo::pdf::tolerances
