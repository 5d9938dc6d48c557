#pragma once

#include "base/units.h"

namespace cotejo::ocr::tolerances {

// What the text layer tells about a page.
namespace source {
// Of the page under images: a scan, or a page with a picture behind its text.
inline constexpr double kPicture = 0.6;
// Of the page under one image: large enough for a table of a few rows; a letterhead's emblem is smaller.
inline constexpr double kPastedTable = 0.05;
// Of the words: the layer is of no use.
inline constexpr double kGarbled = 0.25;
// Of the words: less is a name or a symbol.
inline constexpr double kSomeGarbled = 0.005;
// Of the page under images: less shows nothing.
inline constexpr double kShows = 0.01;
// Of an image that lies over the one before it: both are one picture.
inline constexpr base::Share kSamePlace{0.5};
}  // namespace source

// Words without sense.
namespace garbled {
// Letters of a word that has a vowel in any language.
inline constexpr int kLongWord = 4;
// Such words of a page, for their vowels to tell; and one of so many of them has none: the letters were shuffled, for
// in a language hardly one in fifty has none (an abbreviation).
inline constexpr int kFewestWords = 20, kOneIn = 4;
}  // namespace garbled

// What the pixels say of words without sense.
namespace mend_garbled {
// Confidence of a reading that stands in place of the layer's.
inline constexpr double kSure = 0.6;
// Of the smaller one's area: the reading lies on the word.
inline constexpr base::Share kOver{0.5};
// Of the word's width: half a word would lose letters.
inline constexpr base::Share kWhole{0.8};
// Letters ink a tenth to a half of their box; a picture behind text has none there, or is dark all over.
inline constexpr double kLeastInk = 0.04, kMostInk = 0.6;
// Of the words, with such ink under them.
inline constexpr base::Share kMostWords{0.7};
}  // namespace mend_garbled

}  // namespace cotejo::ocr::tolerances
