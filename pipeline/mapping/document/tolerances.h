#pragma once

#include <cstddef>
#include <cstdint>

namespace cotejo::mapping::tolerances {

namespace dependencies {
// Words: "Secretaría" alone names none.
inline constexpr std::size_t kFewestWords = 2;
// Letters: shorter ones that differ in one are other words.
inline constexpr std::size_t kLongWord = 6;
}  // namespace dependencies

namespace info {
// Votes: more than all the lines that name whom it audits.
inline constexpr int kAuditor = 1000;
// Blocks and cells: a name that matters is repeated early.
inline constexpr std::size_t kMostTexts = 400;
// Letters of an ending.
inline constexpr std::size_t kShortestEnding = 2, kLongestEnding = 5;
// Rows of a letterhead.
inline constexpr int kLetterhead = 4;
}  // namespace info

namespace title {
// Bytes of a paragraph; headings may be longer.
inline constexpr std::size_t kLongTitle = 110;
// Bytes of a letter's subject, over its lines.
inline constexpr std::size_t kLongestSubject = 300;
// Bytes: shorter numbers count something.
inline constexpr std::size_t kShortest = 8;
// Times the size of the text: what a reader takes for a title.
inline constexpr double kLarger = 1.25;
// Words before the post.
inline constexpr std::size_t kName = 2;
// Letters: shorter ones come by themselves of specks.
inline constexpr std::size_t kWord = 4;
// Rows of a letterhead: the body, its number, the report, its month.
inline constexpr int kRows = 5;
// What speaks for a line and against it, in points of likeness: that it says what kind of document it is, before larger
// letters that do not ("Ibagué Evolucionó"); a heading; bold letters; a field of a form or a count of pages; under the
// first table, where signatures, notes and the titles of other tables stand; repeated on other pages, for the same
// words stand larger on the cover; a date, which is a letter's.
inline constexpr double kSaysKind = 10, kHeading = 3, kBold = 1;
inline constexpr double kField = 6, kUnderTables = 8, kRunning = 1, kDated = 4;
// And for its size, times how much larger than the text it is, at most.
inline constexpr double kForSize = 3;
}  // namespace title

namespace lines {
// Font sizes between two texts of one line; words are set nearer.
inline constexpr double kStandsApart = 3;
// Bytes: "Fecha de aprobación o ajuste".
inline constexpr std::size_t kLongestFieldLabel = 32;
// Lines: the title's own stand between.
inline constexpr std::size_t kReach = 3;
}  // namespace lines

namespace names {
// Words, as many as an entry of the vocabulary may have.
inline constexpr std::size_t kMostWords = 8;
// Bytes: a name, not a sentence.
inline constexpr std::size_t kLongestName = 120;
}  // namespace names

namespace years {
// Times that a text far from the beginning must name a day.
inline constexpr int kTwice = 2;
// Bytes after the word: "ejercicio fiscal 2025".
inline constexpr std::size_t kReach = 40, kNear = 17;
// Bytes: "con fecha de corte al ".
inline constexpr std::size_t kBefore = 24;
}  // namespace years

}  // namespace cotejo::mapping::tolerances
