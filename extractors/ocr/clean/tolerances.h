#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::ocr::tolerances {

// Smoothing of pictures of black and white alone.
namespace bilevel {
// Levels of black and white.
inline constexpr int kBlack = 8, kWhite = 247;
// Of a page's pixels, between them: what despeckling leaves.
inline constexpr double kGray = 0.001;
// Of the letters' ink, at least, in strokes of three pixels and more.
inline constexpr double kThick = 0.75;
// What is smaller is a sign or dust.
inline constexpr base::Points kLetter{2};
// The strokes of letters are shorter.
inline constexpr base::Points kRule{20};
}  // namespace bilevel

// Rows of dots that lead to a page number.
namespace leaders {
// At most, of a dot's side.
inline constexpr base::Points kDot{2.4};
// At most, from dot to dot.
inline constexpr base::Points kStep{7};
// Dots in a row: an ellipsis has three.
inline constexpr std::size_t kFewest = 8;
}  // namespace leaders

// Light on the paper.
namespace light {
// Level that the paper is lifted to: over 255, so that most of its noise is cut off.
inline constexpr int kPaper = 268;
// Letters and their lines close at this height.
inline constexpr base::Points kText{9};
// Level of a dark box with light letters, at most.
inline constexpr int kDarkBox = 120;
// Level of a scan's black border, at most; paper is lighter, however dark the copy.
inline constexpr int kDarkBorder = 40;
// Of a page, in so many levels: less is no paper.
inline constexpr int kStep = 10;
inline constexpr double kNoPaper = 0.004;
// Of the middle of a punched hole, inked.
inline constexpr double kSolid = 0.9;
// Level of half of a page that may be a negative.
inline constexpr int kNegative = 110;
// Around a stroke, to each side: as far as the letters beside it.
inline constexpr base::Points kStroke{7};
// Levels by which a stroke stands out from its ground, and the share of a page that has such.
inline constexpr int kStandsOut = 60;
inline constexpr double kSomeText = 0.003;
// Level of a background, at least.
inline constexpr int kDarkest = 20;
// Of the paper's level; lighter shades are lost in the noise of a scan.
inline constexpr double kShaded = 0.95;
}  // namespace light

// Sheets that were photographed.
namespace perspective {
// Of each side of the picture that is dark where a sheet lies on something.
inline constexpr double kDarkSide = 0.6;
// Places of the map: the letters of a title and the stroke of a stamp close.
inline constexpr int kLetters = 9;
// Of the picture, and how far from its four corners' outline the sheet may be.
inline constexpr double kLeastOfPicture = 0.3, kRagged = 0.04;
// Degrees: sides that lean less are those of a scan with a black border.
inline constexpr double kLeastLean = 0.4;
// Degrees: a sheet turned farther lies on its side.
inline constexpr double kMostTurned = 20;
inline constexpr base::Points kEdge{4};
}  // namespace perspective

// Coloured pens and stamps.
namespace pens {
// Of what no letter of a report's text is.
inline constexpr base::Points kLong{30}, kBroad{12};
// Of its box: a coloured head, a logo.
inline constexpr double kFilled = 0.3;
// Points of a level or upright run: of a rule and not of a letter or a ring.
inline constexpr base::Points kLine{12};
// Of its ink in such runs: a frame, a grid.
inline constexpr double kStraight = 0.5;
// The stroke of a letter, and its blurred edges.
inline constexpr base::Points kCrossed{3};
// Of the paper's level: those edges; and print that stays, beside a stroke and under it.
inline constexpr double kDark = 0.65, kPrint = 0.55;
}  // namespace pens

// Dust.
namespace specks {
// The full stop of 12-point text has 1.5.
inline constexpr base::Points kSpeck{1.7};
// Points to the letter that a full stop, an accent or the dot of an i belongs to.
inline constexpr base::Points kBeside{2.6};
// A dash of small print: this long at least, so many times as long as thick, with letters so near on both sides, in a
// strip that reaches so far up and down.
inline constexpr base::Points kShortestDash{1.1};
inline constexpr double kFlat = 1.2;
inline constexpr base::Points kDashReach{5}, kDashHeight{1.5};
// Points between the dots of a leader, at most.
inline constexpr base::Points kLeader{9};
// Points that a row of dots has at least.
inline constexpr base::Points kRow{40};
}  // namespace specks

// Strokes through text. Heights are those of its letters.
namespace strokes {
// Heights of a letter: no letter has so long a straight stroke, and no two that touch.
inline constexpr double kLong = 1.7;
// Degrees between the directions tried: what a thin stroke fills anyhow.
inline constexpr double kStep = 8;
// Heights of a letter: more is a blot, and what it hides is lost.
inline constexpr double kBroadest = 0.45;
}  // namespace strokes

}  // namespace cotejo::ocr::tolerances
