#pragma once

#include "pipeline/checks/arithmetic/units.h"

namespace cotejo::checks {

// Between an amount in words and the figure stand at most brackets, a sign of money and words of money.
inline constexpr unit::Bytes kLongestJoint = 40;

// Words after a code in prose must be this like the table's description before the code is held to be the same one:
// neighbouring codes of a chart differ by one digit too.
inline constexpr unit::Share kSameWords = 0.72;
// A code of the text that begins as near under or over the codes of a table is one of them.
inline constexpr double kSameEdge = 2;  // points of the page
// … but for one that so many words of its sentence precede: a line of running text begins with it.
inline constexpr int kWordsOfText = 6;

// Totals of PQRS in two tables that are farther apart count different sets (with or without congratulations …).
inline constexpr unit::Share kSameSet = 0.1;
// So many counts of the same labels on which two tables disagree, and on more than they agree on, are no slips.
inline constexpr unit::Count kDifferentThings = 4;
// Tables speak of the same lines when so many of the codes that they share carry the same figures.
inline constexpr unit::Count kSharedCodes = 3;
// Two reports that share so many figures and differ in most of them tell of other things, or of other cut-offs that
// they do not print: one note says so, with the first difference as its evidence.
inline constexpr std::size_t kManyFigures = 6;

// A stage may exceed the next one in most lines of a table: half of them by no more than this, or the columns are not
// what their heads seem to say.
inline constexpr unit::Share kOverspent = 1.5;

// Percentages that miss 100 by more than this are no parts of one whole.
inline constexpr unit::Points kNearHundred = 5;
// So many groups of a column show that its percentages are parts of several wholes, and so many parts are searched.
inline constexpr std::size_t kLeastGroups = 3;
inline constexpr unit::Rows kMostParts = 60;
// So many rows that ask for one whole show that they are parts of it, against as many times fewer that do not; their
// percentages are printed with a decimal at least, and one that misses by more than this share is of something else.
inline constexpr unit::Count kAgreeOnWhole = 5;
inline constexpr unit::Points kFineShare = 0.1;
inline constexpr unit::Share kNearPrinted = 0.25;

// Of the larger one: reports that print figures so near each other tell of one thing; others of other scopes.
inline constexpr unit::Share kNearFigure = 0.05;
// Descriptions of one code and texts of one number that are more alike than this are one line, printed twice.
inline constexpr unit::Share kOneLine = 0.6, kOneCommitment = 0.9;

// So many figures, years aside, make no caption but a row.
inline constexpr int kFiguresOfARow = 3;

// Figures of a table that was not read: so many are quoted, for it to be known by.
inline constexpr std::size_t kQuoted = 6;

// So many lines, with so many digits in all, show on which total their shares were reckoned.
inline constexpr unit::Count kStaleLines = 3;
inline constexpr unit::Digits kStaleDigits = 6;
// So many percentages that were cut are a habit; of them the first are shown.
inline constexpr std::size_t kHabit = 2;
inline constexpr std::size_t kHabitShown = 12;

}  // namespace cotejo::checks
