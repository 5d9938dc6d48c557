#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::ocr::tolerances {

// Digits compared with the shapes of the page's own.
namespace check_digits {
// Lead of one shape over another: taken for what is printed.
inline constexpr double kClearly = 0.25;
// Less: the ink does not tell.
inline constexpr double kBetween = 0.15;
// Confidence where reading and shapes agree on every digit.
inline constexpr double kAgreed = 0.9;
// Where a digit was settled by its shape.
inline constexpr double kMended = 0.86;
// Digits that a blot may be.
inline constexpr int kProposed = 2;
// Of a page: fewer make no shapes.
inline constexpr std::size_t kFewestDigits = 60;
// Of a digit's height, between two of them: digits of a group leave 0.05 to 0.2, a 1 is narrow, and leaves more.
inline constexpr base::Share kGap{0.28}, kAtOne{0.45};
// Of a digit's height, over the usual pitch: a point takes 0.35, a 1 lies 0.06 beside its middle.
inline constexpr base::Share kSign{0.22};
}  // namespace check_digits

// The ink of digits.
namespace digit_marks {
// Of the usual digit's height: a digit; less is a sign or a piece.
inline constexpr double kFullHeight = 0.78;
// More is a letter, a bracket, a stroke through the figure.
inline constexpr double kTooTall = 1.3;
// Of a digit's height, in the faces that reports are set in.
inline constexpr double kUsualWidth = 0.62;
// Of a digit's height: no digit alone is as wide.
inline constexpr double kTwoWide = 1.0;
// Of a figure.
inline constexpr std::size_t kMostMarks = 60;
// Of the tallest mark: less is a sign, and tells nothing of the digits' height.
inline constexpr base::Share kNoSign{0.6};
// Of the page's usual digit, by which a digit alone may be off it.
inline constexpr base::Share kAbout{0.15};
}  // namespace digit_marks

// What digits look like.
namespace digit_shapes {
// Digits that make a shape.
inline constexpr int kFewest = 4;
// Shapes of one digit: light, bold, and what was misread.
inline constexpr std::size_t kFaces = 3;
// Correlation with a mean; a poor scan's digits of one face have 0.88 and more.
inline constexpr double kSameShape = 0.86;
// Of two means: two digits of one face have less.
inline constexpr double kMisread = 0.955;
// Less is no digit at all: a stroke, a blot.
inline constexpr double kNoDigit = 0.7;
// Times as far from the shape as its own digits are: of another face, or damaged. A shape of many digits is trusted
// farther off than one of a few.
inline constexpr double kUnlike = 2, kUnlikeMany = 2.5;
inline constexpr double kMany = 100;
// And what is like no digit known.
inline constexpr double kNotLike = 3;
// Off the mean in each place of a patch, of clean print: the noise of a level.
inline constexpr double kLeastOffAPlace = 0.2;
// Levels: a scan's own noise.
inline constexpr float kLeastSpread = 24;
inline constexpr std::size_t kMostDigits = 20000;
// A box of ink is cut to whole pixels: the same digit lies a pixel to this or that side in it.
inline constexpr int kShift = 1;
// Times as far from its shape as is usual: a misreading, which would teach wrongly.
inline constexpr double kOutlier = 2;
// Times as many digits of another shape as make this one of the same ink: what was misread.
inline constexpr int kFarMore = 3;
}  // namespace digit_shapes

// Noise that all digits of a page share.
namespace whitening {
// The share of the places' own variance that the covariance is mixed with. A covariance of few patches fits their
// noise: ten patches for each place are enough, and even then it is an estimate.
inline constexpr double kLeastOwn = 0.3;
inline constexpr double kEnough = 10;
inline constexpr std::size_t kMostPatches = 4000;
}  // namespace whitening

// Words' boxes fitted to their ink.
namespace word_boxes {
// Times the usual height of a word: its box is looked at.
inline constexpr double kTooHigh = 1.25;
// Of the tallest mark: a letter; less is an accent, a point, dust.
inline constexpr double kTall = 0.5;
// Of a letter's height, over or under it: what belongs to it.
inline constexpr double kAccent = 0.35;
// Of the text's height: how long a dash is, at least.
inline constexpr base::Share kDash{0.25};
// Letters of words that may be nothing, at most.
inline constexpr std::size_t kShort = 2;
}  // namespace word_boxes

// The minus before a figure; all in heights of its first digit.
namespace minus_signs {
// How far down its middle is.
inline constexpr double kHighest = 0.3, kLowest = 0.72;
// Its thickness, or how many times as long as thick it is.
inline constexpr double kThickest = 0.3, kSlender = 1.8;
}  // namespace minus_signs

}  // namespace cotejo::ocr::tolerances
