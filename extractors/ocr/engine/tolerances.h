#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::ocr::tolerances {

// How surely words were read, 0 to 1, as the engine says it.
namespace confidence {
// Sound readings have 0.85 and more (model::kSureReading): less is doubtful.
inline constexpr double kDoubtful = 0.8;
// What a reading has at most that was settled by something else than the engine, or lost a part: still a doubt.
inline constexpr double kInDoubt = 0.7;
// A sign or two of less are nothing that was printed.
inline constexpr double kNone = 0.45;
}  // namespace confidence

// Lines cut out to be read by themselves.
namespace read_cells {
// Pixels of a line's ink that the model reads best.
inline constexpr double kLetter = 24;
// Times as large as that: smoothing takes a pixel off each stroke.
inline constexpr double kSmoothed = 1.25;
// Scaled only when off by more than this factor.
inline constexpr double kEnough = 1.4;
// And by no more than these factors: what is smaller or larger is no line of text.
inline constexpr double kLeastScale = 0.25, kMostScale = 4;
// Times the usual height of a cell's lines, and points: lines that stand so close that their letters touch.
inline constexpr double kTwoLines = 1.8;
inline constexpr base::Points kTallest{30};
// Of the usual height, by which lines reach into each other: more than a tail does into a capital. Heights that columns
// are apart.
inline constexpr base::Share kOverlap{0.15};
inline constexpr double kBetweenColumns = 0.9;
// Letters reach so much nearer to a rule in tables without air.
inline constexpr base::Points kOver{0.9};
}  // namespace read_cells

// Lines that run up or down the page.
namespace read_turned {
// Of a letter's sides, at most, and of a line's width, at least.
inline constexpr base::Points kLargest{16}, kNarrowest{2.5};
// Between letters of a word; lines of upright text are farther apart.
inline constexpr base::Points kLetterGap{1.5};
// Times as long as broad, and of so many letters: what is shorter could be anything.
inline constexpr double kLong = 2;
inline constexpr std::size_t kFewestLetters = 3;
// Of the ink of a line's fullest column, in the columns that only tails and accents reach.
inline constexpr base::Share kTails{0.15};
// Of the narrower one's width, shared by words of one line; and of the broader one's, between them at most.
inline constexpr base::Share kBeside{0.5}, kWordGap{0.9};
// Of a line's width, left around it for what its letters reach beyond that.
inline constexpr base::Share kPad{0.45};
// Of a line's width, which may be that of small letters: a letter's breadth at most.
inline constexpr base::Share kLetter{1.8};
// Beside a letter, inked: by another letter, not by specks.
inline constexpr double kLetters = 0.03;
// Confidence from which the other way is not tried, and of a line that is taken for text.
inline constexpr double kClear = 0.88, kSure = 0.7;
}  // namespace read_turned

}  // namespace cotejo::ocr::tolerances
