#pragma once

namespace cotejo::ocr::ink_level {

// Gray levels under which a pixel is ink (0 black, 255 white). How dark ink must be is a matter of what is looked for,
// so there are five, said once.

// Before the light of a page is made even: shadow may lie on it, and only what is dark beyond doubt counts.
inline constexpr int dark = 128;    // borders, dark boxes, whether a page shows anything
inline constexpr int uneven = 140;  // lines of text, to tell how a page lies

// On evened light, where paper is white.
inline constexpr int letter = 160;  // strokes of letters, to part lines and words by
inline constexpr int faint = 180;   // their faint edges too, and the points of small print
inline constexpr int mark = 190;    // whatever would be taken for a mark at all: hairlines, dust

}  // namespace cotejo::ocr::ink_level
