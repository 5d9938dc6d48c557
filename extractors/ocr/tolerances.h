#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::ocr::tolerances {

// A page of the reader.
namespace page_ocr {
// Of a page's words that nothing tells: fewer are ornaments.
inline constexpr base::Share kFewUnread{0.01};
// Of the page under a picture that shows its words too.
inline constexpr base::Share kOfTheWords{0.5};
}  // namespace page_ocr

// Tables pasted as pictures.
namespace pasted {
// With text, for a picture to be a table: two by three. Pixels of its sides, at least.
inline constexpr std::size_t kFewestCells = 6;
inline constexpr int kSmallest = 50;
// Of its own pixels: a coarse picture on the grid of a finer one. Of the shape of one that stands as it was made.
inline constexpr double kRepeated = 1.2, kNotTurned = 0.9;
// Pixels of a letter's height; and heights of a letter: letters that touch, for what is longer is a rule.
inline constexpr int kLeastLetter = 3, kMostLetter = 60, kLongestWord = 12;
// The median of small and large letters of 7-point text, and of 9-point text.
inline constexpr base::Points kSmallLetter{4}, kUsualLetter{5};
// Pixels of a letter that the engine reads well, and how many times a picture is enlarged at most.
inline constexpr double kEnough = 20, kMostEnlarged = 4;
// Confidence of what is no text, or cannot be read.
inline constexpr double kHardly = 0.6;
}  // namespace pasted

// Words of a picture put on the page. Parts of the font size, unless they say another unit.
namespace page_words {
// The same within a few hundredths in the faces that reports are set in.
inline constexpr double kAscent = 0.9, kCapHeight = 0.72, kXHeight = 0.52, kDescent = 0.21;
// How far a comma hangs under the line, and how high a capital with an accent reaches.
inline constexpr double kComma = 0.14, kAccented = 0.92;
// From its line: less is the ink's own unevenness.
inline constexpr double kOneLine = 0.25;
// Less than this part off the line's size is the line's size.
inline constexpr base::Share kSameSize{0.2};
// Where a dash or a dot floats, its box is put so far under its foot.
inline constexpr double kFloats = 0.2;
// Of a page whose words do not tell any.
inline constexpr double kUsualSize = 10;
// A shade ends at a rule so near, which is a line of text and the space over it, …
inline constexpr base::Points kNear{9};
// … and runs along so much of its edge.
inline constexpr base::Share kAlong{0.8};
}  // namespace page_words

// A page read from its pixels.
namespace read_picture {
// Mean confidence under which a page may stand on its head, for upright ones have 0.9; over which it does not; and by
// how much the other way must be read better.
inline constexpr double kUpsideDown = 0.6, kUpright = 0.8, kBetter = 0.1;
// Letters of words that tell how well a page was read: noise is shorter.
inline constexpr std::size_t kFewestLetters = 3;
// Of a strip, inked: more than text has is a photograph.
inline constexpr double kMostText = 0.25;
// Confidence of a line that no pass read.
inline constexpr double kSureLine = 0.5;
// Heights of a word, from a sign to the words that it stands between.
inline constexpr double kNear = 1.5;
// Both ways.
inline constexpr base::Points kDust{1.7};
// Heights of a letter: what is lower is left of a stroke or a shade, when it is of so few signs.
inline constexpr base::Share kLower{0.55};
inline constexpr std::size_t kScrap = 2;
// Heights of the letters before it that a numeral I has, at most.
inline constexpr double kTallest = 1.3;
// Confidence of noise; poor copies that can be used have 0.7.
inline constexpr double kHardly = 0.5;
// Of the letters, not read: a photograph or a seal has fewer marks of their size.
inline constexpr double kMuch = 0.4;
// Of the page, inked: less is blank.
inline constexpr double kHasInk = 0.002;
}  // namespace read_picture

}  // namespace cotejo::ocr::tolerances
