#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::ocr::tolerances {

// Short words whose capitals read like small letters.
namespace capitals {
// Confidence; sound words have 0.9.
inline constexpr double kDoubtful = 0.8;
// Letters: longer words tell themselves.
inline constexpr std::size_t kLongest = 5;
// Of the letters' height: what round ones reach further.
inline constexpr double kEven = 0.15;
// Of what the shapes alone tell: still a doubt.
inline constexpr double kConfidence = 0.7;
// Words of a page that are looked at.
inline constexpr std::size_t kMost = 40;
}  // namespace capitals

// What a stamp or a pen crosses.
namespace crossed {
// Sound readings have 0.85 and more.
inline constexpr double kDoubtful = 0.8;
// Of what was read with something taken away.
inline constexpr double kStaysDoubtful = 0.7;
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
// Sound readings of figures have 0.85 and more.
inline constexpr double kDoubtful = 0.8;
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
}  // namespace overlooked

// What is no text of its own.
namespace strays {
// A stroke that a rule leaves is no wider, and stands no farther from the rule's middle.
inline constexpr base::Points kWidest{2.6}, kAside{0.9};
// Of a word that lost such a stroke.
inline constexpr double kConfidence = 0.7;
// Of its area: a word that another one covers.
inline constexpr double kCovered = 0.6;
}  // namespace strays

}  // namespace cotejo::ocr::tolerances
