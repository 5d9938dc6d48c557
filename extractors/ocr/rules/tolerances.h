#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::ocr::tolerances {

// Boxes that rules close, and the lines of text in them.
namespace pixel_cells {
// Points by which rules may miss each other at a corner.
inline constexpr base::Points kCorner{3};
// Less is the space between double rules.
inline constexpr base::Points kSmallest{5};
// What is larger is a frame.
inline constexpr double kMostOfPage = 0.5;
// A mark smaller than this both ways makes no line of text.
inline constexpr base::Points kSpeck{1.6};
// Points kept off the middle of a rule.
inline constexpr base::Points kRule{1};
// Rules that close a box, at least.
inline constexpr std::size_t kFewestRules = 4;
// Of its box: rules inside of it take area away; up to a twentieth is an end that sticks out.
inline constexpr double kWhole = 0.95;
// Of the usual mark's height: accents, dashes and commas have less.
inline constexpr base::Share kSmall{0.5};
// Of the lower one's height, shared by marks of one line.
inline constexpr base::Share kOneLine{0.5};
// Of the usual height, from a small mark to its line, at most.
inline constexpr base::Share kHangs{0.35};
// Of the lower one's height, shared by rows: more than a descender has.
inline constexpr base::Share kOneRow{0.4};
}  // namespace pixel_cells

// Ruled lines.
namespace pixel_rules {
// What is thicker is a bar.
inline constexpr base::Points kThickest{4};
// Letters' strokes stay under it up to titles of 24 points.
inline constexpr base::Points kShortest{20};
// Under the small letters of 5-point text, which bridging makes a bar of.
inline constexpr base::Points kBrokenThickest{2};
// A broken line must show more of itself.
inline constexpr base::Points kBrokenShortest{54};
// Points between the pieces of a broken line.
inline constexpr base::Points kGap{4};
// Strips on both sides of a rule: how far off, how broad, and how much of them inked at most.
inline constexpr base::Points kOff{0.7}, kSide{1.5};
inline constexpr base::Share kWhite{0.06};
// A letter or two beside a broken line; and of the rows of its box: how many lie between the lines of text, how much of
// those the line shows in at most, and how much of the text's rows at least, where it is but stems of letters.
inline constexpr base::Points kLetters{8};
inline constexpr base::Share kBetween{0.1}, kShownBetween{0.25}, kShownInText{0.5};
// Of its length: a degree that straightening left.
inline constexpr base::Share kLean{0.02};
// Times as long as thick, at least.
inline constexpr int kSlender = 5;
// Of the pixels of a run, really inked: of a whole line, and of one with its gaps bridged.
inline constexpr double kFill = 0.9, kBrokenFill = 0.5;
// Pieces of one line lie no farther aside.
inline constexpr base::Points kAside{1.5};
// Lines that meet miss each other by no more.
inline constexpr base::Points kMeets{3};
// Strokes of letters are bridged over a rule that crosses them; pixels at least.
inline constexpr base::Points kBridge{2.5};
inline constexpr int kLeastBridge = 5;
}  // namespace pixel_rules

// Upright lines of which a worn print shows pieces.
namespace interrupted {
// The pieces stand in one line, …
inline constexpr base::Points kAside{1.2};
// … no farther apart than a few rows, …
inline constexpr base::Points kWidest{150};
// … and end at no level rule.
inline constexpr base::Points kMeets{3};
// The line and strips of this width on both sides of it: ink in both is text that runs over it, in so much of the gap
// at most; where neither has any the line shows in so much of the way at least.
inline constexpr base::Points kBeside{1.2};
inline constexpr double kCrossed = 0.05, kShown = 0.3;
}  // namespace interrupted

// Lines that are followed on from where they break off.
namespace rule_ends {
// Points without ink, in a row; lines of text leave more between them.
inline constexpr base::Points kGap{2};
// What is broader there is a letter on the rule.
inline constexpr base::Points kThickest{2};
// Of the way; the strokes of stacked letters cover about half of theirs.
inline constexpr double kInked = 0.8;
// Of the way that letters may lie on.
inline constexpr double kBroad = 0.2;
// A degree: what straightening left, where paper was bent.
inline constexpr double kLean = 0.02;
}  // namespace rule_ends

}  // namespace cotejo::ocr::tolerances
