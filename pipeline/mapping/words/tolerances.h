#pragma once

#include <cstddef>
#include <cstdint>

namespace cotejo::mapping::tolerances {

namespace tokens {
// Letters, with the space after them, as Spanish prose has them.
inline constexpr std::size_t kLettersAWord = 6;
}  // namespace tokens

// Years that reports tell of; other numbers of four digits are figures.
namespace year {
inline constexpr int kFirst = 1990, kLast = 2099;
}  // namespace year

namespace scoped_text {
// Letters: a shorter word stands within heads that mean something else.
inline constexpr std::size_t kShort = 5;
}  // namespace scoped_text

namespace words_of {
// Words: "Decreto No 1000 0058 del 04 de octubre de 2021".
inline constexpr std::size_t kReach = 10;
}  // namespace words_of

namespace vocabulary {
// Letters of a participle that stands in another gender and number.
inline constexpr std::size_t kShortest = 6;
}  // namespace vocabulary

}  // namespace cotejo::mapping::tolerances
