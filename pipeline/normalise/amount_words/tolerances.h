#pragma once

#include <cstddef>
#include <cstdint>

namespace cotejo::normalise::tolerances {

namespace number_lexicon {
// Letters: a shorter word that differs in one is another word.
inline constexpr std::size_t kShortestMisspelt = 7;
}  // namespace number_lexicon

namespace number_words {
// Digits of the figure in brackets behind its words.
inline constexpr int kMostDigits = 15;
// Bytes: room for any amount in words; the rest of the text is not looked at.
inline constexpr std::size_t kLongest = 160;
}  // namespace number_words

}  // namespace cotejo::normalise::tolerances
