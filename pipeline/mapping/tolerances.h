#pragma once

#include <cstddef>
#include <cstdint>

namespace cotejo::mapping::tolerances {

namespace around {
// Rows of a table, where a note on units may stand beside or over the heads.
inline constexpr int kHeadRows = 3;
// Blocks: a heading further up is of another part.
inline constexpr int kReach = 400;
// Blocks between which a note on units speaks for the table.
inline constexpr int kNear = 3;
}  // namespace around

namespace continuation {
// Words of a text above a table that says what follows.
inline constexpr std::size_t kWordsOfSentence = 5;
}  // namespace continuation

namespace inspect {
// Bytes of a printed text within a line.
inline constexpr std::size_t kShort = 60;
// Figures named of many alike.
inline constexpr std::size_t kExamples = 3;
}  // namespace inspect

namespace read_table {
// Pesos: twice the nation's budget.
inline constexpr double kNoPublicBodySpends = 1e15;
}  // namespace read_table

}  // namespace cotejo::mapping::tolerances
