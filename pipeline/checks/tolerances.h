#pragma once

#include <cstddef>

#include "pipeline/checks/arithmetic/units.h"

namespace cotejo::checks::tolerances {

namespace rule {
// What is quoted of a paragraph that never ends stays short: every finding in it quotes it.
inline constexpr unit::Bytes kLongestQuote = 4000;
}  // namespace rule

namespace reading_repair {
// Confidence: guesses at a blot have less, what the shapes of digits or the engine lean to more.
inline constexpr double kRead = 0.3;
// … and a figure has that was taken against a sure reading of it.
inline constexpr double kOverruled = 0.6;
// Digits of figures of which two tables may witness against each other's reading: shorter ones are a digit apart by
// accident.
inline constexpr std::size_t kWitnessDigits = 5;
}  // namespace reading_repair

// Whether what a report's maker said to be wrong was found.
namespace expected {
// As finely as percentages are told.
inline constexpr double kHundredth = 0.005;
// What is shorter stands in any message.
inline constexpr unit::Bytes kQuotable = 3;
}  // namespace expected

// One report, scanned and as it was made.
namespace twins {
// Fewer figures than this two reports may have in common by the nature of things.
inline constexpr std::size_t kLeastFigures = 8;
// Of the scan's figures, that many must be in the original: the rest are slips of the reading.
inline constexpr unit::Share kShareOfScan = 0.8;
// Of the original's, that many must be in the scan: a page may be missing, or a table not be found.
inline constexpr unit::Share kShareOfOriginal = 0.6;
// Digits that the figures in common must have together where nothing else says that the body is the same: small counts
// on one form are alike in many reports.
inline constexpr int kLeastDigits = 24;
// Hashes kept of a document. Of two documents with more than half of their figures in common, all of these differ less
// than once in sixty thousand times.
inline constexpr std::size_t kSketch = 16;
// Figures of fewer digits are in the reports of everybody; they are kept only where there are not enough of the others.
inline constexpr int kTellingDigits = 5;
}  // namespace twins

}  // namespace cotejo::checks::tolerances
