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
// The rank of a pixel among its neighbours that it takes the place of: the middle one.
inline constexpr float kHalf = 0.5F;
}  // namespace bilevel

// Boxes filled with a dark colour behind light letters.
namespace dark_boxes {
// What holds on to a box and is thinner is a rule; of a heavier frame, in a row of pixels, there is but the two sides.
inline constexpr base::Points kRule{1.3};
inline constexpr base::Share kAcross{0.1};
// Of a box, at least. What is narrower than the first could be a letter of a title, and is a box beside another one.
inline constexpr base::Points kWide{18}, kNarrow{6}, kHigh{6.5};
// By which the edges of boxes in one row differ at most.
inline constexpr base::Points kOneRow{2};
// From the picture's edge: the scan's border.
inline constexpr base::Points kRim{2.9};
// On both sides of a box's edge: as far as a scan blurs it.
inline constexpr base::Points kRimInside{0.35}, kRimOutside{0.7};
// Of the bay that a word leaves in the rim of a box.
inline constexpr base::Points kBay{60};
// Of a box, filled. What is less than so many times as wide as high could be one letter, whose strokes fill less.
inline constexpr double kFilled = 0.55, kLetterShaped = 2, kFilledLetter = 0.75;
// Of the pixels inside the upper and the lower edge, dark ones.
inline constexpr double kEdge = 0.8;
// Levels by which letters stand out from their ground.
inline constexpr int kStandsOut = 50;
// A ground that is darker than this level is inverted even when no letters show on it; of a lighter one, letters at
// least.
inline constexpr int kDark = 120;
inline constexpr double kLetters = 0.02;
}  // namespace dark_boxes

// Pixels darker than all around them.
namespace dust {
// Levels under the darkest neighbour.
inline constexpr int kStandsOut = 50;
// Level of a neighbour: what stands out from darker ones is in the ink.
inline constexpr int kPale = 200;
}  // namespace dust

// Rows of dots that lead to a page number.
namespace leaders {
// At most, of a dot's side.
inline constexpr base::Points kDot{2.4};
// At most, from dot to dot.
inline constexpr base::Points kStep{7};
// Dots in a row: an ellipsis has three.
inline constexpr std::size_t kFewest = 8;
// Times as long as broad, at most.
inline constexpr double kRound = 2.5;
// Off the line that the row stands on.
inline constexpr base::Points kAside{0.8};
// Off the usual step: pixels, and of the step; and of the steps, steady ones.
inline constexpr double kOff = 1.5;
inline constexpr base::Share kUneven{0.35}, kSteady{0.75};
// To the left and up of a row's end, where text stands before it; inked at least.
inline constexpr base::Points kBefore{12}, kLetters{6};
inline constexpr double kText = 0.03;
}  // namespace leaders

// Light on the paper.
namespace light {
// Level that the paper is lifted to: over 255, so that most of its noise is cut off.
inline constexpr int kPaper = 268;
// Letters and their lines close at this height.
inline constexpr base::Points kText{9};
// Level of a dark box with light letters, at most.
inline constexpr int kDarkBox = 120;
// Level of the ground of light letters on a page whose paper is light.
inline constexpr int kMiddling = 170;
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
// White letters in a dark box have thinner strokes.
inline constexpr base::Points kWhiteStroke{5};
// Inches: a punched hole, whose circle fills less of its box than a square does.
inline constexpr double kLeastHole = 0.12, kMostHole = 0.45;
inline constexpr double kLeastRound = 0.6, kMostRound = 0.92;
// Inches: a border along one side is thinner than this.
inline constexpr double kBorder = 0.8;
// Inches that a shade is wide and high, at least; and how much of its box it fills.
inline constexpr double kShadeWide = 0.3, kBoxHigh = 0.09;
inline constexpr double kBoxFilled = 0.75;
// A strip of shaded boxes is not higher: two thirds of an inch and some.
inline constexpr base::Points kShadeHigh{60};
// Of a shade's pixels, darker than the shade itself between its letters.
inline constexpr double kBetweenLetters = 0.75;
// Of faint print. Level that is darker than paper and its noise, of ink that needs nothing, of what becomes black, and
// of the palest ink that is made dark.
inline constexpr int kLight = 215, kFaint = 70, kBlack = 25, kPalest = 200;
// Of the page, inked; and of its ink that is darker than what is taken for its level, for letters have edges as well.
inline constexpr double kLeastInked = 0.002;
inline constexpr base::Share kOfInk{0.3};
// Times as many light strokes as dark ones: a negative.
inline constexpr int kMoreLight = 3;
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
// Places of the map: in a smaller one nothing is found.
inline constexpr int kSmallest = 32;
}  // namespace perspective

// Edges of letters that a mask made solid.
namespace soft_edges {
// Levels: what such a mask leaves of an edge; paper and light shades.
inline constexpr int kNearBlack = 32, kPaper = 224;
// Pixels, to each side: an edge's blur.
inline constexpr int kReach = 2;
// Pixels of hard ink: fewer are a line or two of text.
inline constexpr int kFewest = 500;
// Of the hard ink: what is not quite black, and what is nearly full. Black that is one level, whichever, has no edges.
inline constexpr double kSoft = 0.25, kFull = 0.1;
inline constexpr int kFewestLevels = 4;
// Of the edges' levels: the rest is chance.
inline constexpr double kNearlyAll = 0.95;
}  // namespace soft_edges

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
// Grains of a raster, at most; the cells that they are counted in; and how many lie in a cell and the eight around it,
// where dust on a bad copy leaves three.
inline constexpr base::Points kGrain{0.75}, kCell{8};
inline constexpr int kMany = 14;
}  // namespace specks

// Strokes through text. Heights are those of its letters.
namespace strokes {
// Heights of a letter: no letter has so long a straight stroke, and no two that touch.
inline constexpr double kLong = 1.7;
// Degrees between the directions tried: what a thin stroke fills anyhow.
inline constexpr double kStep = 8;
// Heights of a letter: more is a blot, and what it hides is lost.
inline constexpr double kBroadest = 0.45;
// Heights of a letter that marks have, tall and broad, which a stroke may cross.
inline constexpr double kHigh = 1.5, kWide = 3;
// Pixels: lower text has no strokes that can be told from what crosses it.
inline constexpr int kLowestText = 6;
}  // namespace strokes

// Pages turned and straightened.
namespace upright {
// Dots an inch that the way of the lines is told at; all in pixels of it: rules are longer, letters of a line nearer to
// each other, a line of them is as long and as thick.
inline constexpr double kSmallDpi = 75;
inline constexpr int kRule = 40, kSmear = 7, kBar = 25, kBarThick = 2;
// Pixels of upright lines, at least, and times as many as of level ones.
inline constexpr int kFewestPixels = 200;
inline constexpr double kClearly = 1.5;
// Dots an inch from which a page is reduced by four and by two: some 100 for the sweep and 150 for the search are as
// exact as a scan is straight.
inline constexpr double kByFour = 250, kByTwo = 140;
// Degrees: to both sides, from one trial to the next, and as near as the search goes.
inline constexpr float kSweep = 8, kSweepStep = 1, kSearchStep = 0.01F;
// The same for a page's upright rules.
inline constexpr float kRuleSweep = 5, kRuleSweepStep = 0.5F;
// Leptonica's measure of how clearly one angle is best, and its own limit: under it the page has too few lines to tell.
inline constexpr float kSure = 3;
// Degrees: less moves a line by a pixel over a page.
inline constexpr double kStraight = 0.03;
// The stems of text are shorter.
inline constexpr base::Points kStems{9};
// Degrees: less moves the ends of a rule of half a page by a letter at most.
inline constexpr double kLean = 0.3;
}  // namespace upright

}  // namespace cotejo::ocr::tolerances
