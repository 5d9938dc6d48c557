#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::ocr::tolerances {

// Short words whose capitals read like small letters.
namespace capitals {
// Letters: longer words tell themselves.
inline constexpr std::size_t kLongest = 5;
// Of the letters' height: what round ones reach further.
inline constexpr double kEven = 0.15;
// Of the letters' height: less is dust.
inline constexpr base::Share kDust{0.25};
// Strokes of a numeral: no word of Spanish is of two or three.
inline constexpr std::size_t kMostStrokes = 3;
// Words of a page that are looked at.
inline constexpr std::size_t kMost = 40;
}  // namespace capitals

// What a stamp or a pen crosses.
namespace crossed {
// Heights of text that a doubtful word has: more is a drawing.
inline constexpr double kTallest = 5;
// Heights of text around a place: strokes are told by their length.
inline constexpr double kAround = 2.5;
// Times the score of what was read first.
inline constexpr double kBetter = 1.15;
// Places of a page: each is read several times.
inline constexpr std::size_t kMostPlaces = 24;
// Of its area, all places together.
inline constexpr double kMostOfPage = 0.25;
// Of a word's ink that is coloured: print of that colour, and no stroke across it.
inline constexpr base::Share kAllOfIt{0.7};
// Level of print beside a coloured stroke, and under it.
inline constexpr int kBlack = 100;
// Pixels of a stroke's pale edge, both sides together and itself.
inline constexpr int kEdge = 5;
// Of the score of a figure whose groups are not whole.
inline constexpr base::Share kUnsound{0.7};
// Of a digit's height: words so near are one figure that a stroke cut.
inline constexpr base::Share kNoRoom{0.15};
// Confidence of a word where none was read first; less is what is left of a stroke.
inline constexpr double kSure = 0.7;
}  // namespace crossed

// Dashes between words; all in heights of the words.
namespace dashes {
// The space between the words, …
inline constexpr double kLeastGap = 0.5, kMostGap = 3;
// … and the dash in it: its length, its thickness, how many times as long as thick, …
inline constexpr double kLeastWide = 0.2, kMostWide = 1.1, kThickest = 0.3, kSlender = 1.2;
// … and how far down the words its middle is.
inline constexpr double kHighest = 0.3, kLowest = 0.8;
// A low line reaches no farther under the words, is so long at least, and so far from the space at most.
inline constexpr double kUnder = 0.4, kLeastLow = 0.3, kOff = 1.5;
// It was seen and not read.
inline constexpr double kConfidence = 0.8;
}  // namespace dashes

// Words that are read again.
namespace doubtful {
// Confidence of a word of letters, and by how much a new reading must be surer.
inline constexpr double kPoor = 0.65, kSurer = 0.15;
// Of such a word; what is shorter is no surer in any reading.
inline constexpr long kFewestLetters = 4;
// One word in so many is read again, at most.
inline constexpr std::size_t kShare = 12;
inline constexpr std::size_t kAtLeast = 8;
}  // namespace doubtful

// Lines that no pass read.
namespace overlooked {
// Lines of a page: more are the dots of a picture.
inline constexpr std::size_t kMost = 60;
// Heights of text that a letter has.
inline constexpr double kLeastLetter = 0.5, kMostLetter = 1.8;
// Of a page: less tells nothing.
inline constexpr int kFewMarks = 40;
// Pixels: in text of a lower height nothing can be told.
inline constexpr int kLowestText = 4;
// Heights of text that a line overlooked has, and its width at least.
inline constexpr double kLeastHigh = 0.6, kMostHigh = 4, kLeastWide = 0.3;
// Of a line's box, inked: less is a stroke, more a blot.
inline constexpr double kLeastInk = 0.06, kMostInk = 0.75;
}  // namespace overlooked

// Crosses that mark a cell.
namespace crosses {
// Of a word's height: what is lower is a speck. Heights that one cross is wide, at most.
inline constexpr base::Share kLarge{0.5};
inline constexpr double kWidest = 1.5;
}  // namespace crosses

// Short figures of which digits were dropped.
namespace missed_digits {
// Signs of such a figure at most; in longer ones the engine drops none.
inline constexpr std::size_t kShort = 4;
// Heights of a digit that a sign and the space beside it are wide, at most.
inline constexpr double kDigit = 0.84, kPercent = 1.5, kPoint = 0.4;
// Of a word's height, that a digit has at least.
inline constexpr base::Share kTall{0.7};
}  // namespace missed_digits

// What is no text of its own.
namespace strays {
// A stroke that a rule leaves is no wider, and stands no farther from the rule's middle.
inline constexpr base::Points kWidest{2.6}, kAside{0.9};
// Of the usual height of words: no letter is so low.
inline constexpr base::Share kLow{0.5};
// Bytes of a word that a rule leaves: three letters, or a dash and a letter.
inline constexpr std::size_t kRest = 4;
// How far from the middle of a level rule, which bends, its rest stands; and beyond its end, along it.
inline constexpr base::Points kBent{2.5}, kBeyond{36};
// Of its area: a word that another one covers.
inline constexpr double kCovered = 0.6;
}  // namespace strays

}  // namespace cotejo::ocr::tolerances
