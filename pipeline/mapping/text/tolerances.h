#pragma once

#include <cstddef>
#include <cstdint>

#include "base/units.h"

namespace cotejo::mapping::tolerances {

namespace passages {
// Bytes: a line this long and no sentence's end runs on to the next: shorter ones are labels and items of lists.
inline constexpr std::size_t kFullLine = 50;
// Points: the size of a line whose letters' size is not known, at most, for a box may hold several lines.
inline constexpr base::Points kLargestLine{14};
// Text sizes from one line of a widely set paragraph to the next, at most; and how far its edge may stand in.
inline constexpr base::Em kApart{1.8}, kIndent{3};
// Points: a larger difference of sizes is seen.
inline constexpr base::Points kOtherSize{1};
}  // namespace passages

namespace periods {
// Letters: "segundo", "primero".
inline constexpr std::size_t kLongestOrdinal = 7;
// Bytes of a head that its narrow column cut.
inline constexpr std::size_t kLongestHead = 24;
// Years that periods are of.
inline constexpr int kFirstYear = 1950, kLastYear = 2099;
}  // namespace periods

namespace places {
// Bytes: how far a word is looked for past the place where it should stand: a few words' length.
inline constexpr std::size_t kWindow = 120;
}  // namespace places

namespace sentences {
// No one writes a longer sentence (bytes): running text that never stops is cut at a space, for what quotes a sentence
// must not grow with the document.
inline constexpr std::size_t kLongestSentence = 2000;
}  // namespace sentences

}  // namespace cotejo::mapping::tolerances
