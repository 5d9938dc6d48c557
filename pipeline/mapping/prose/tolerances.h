#pragma once

#include <cstddef>
#include <cstdint>

namespace cotejo::mapping::tolerances {

namespace context {
// Words: "solicitudes de información pública": longer names are sentences.
inline constexpr std::size_t kLabelWords = 5;
// Words: "se encuentran en": between a figure and what is said of it.
inline constexpr std::size_t kLinkWords = 4;
// Words after a figure that may still say what was done with it.
inline constexpr std::size_t kLookAhead = 8;
// Bytes of the dash, with its spaces, in the life of a plan.
inline constexpr std::size_t kLongestDash = 5;
}  // namespace context

namespace figures {
// Bytes after a reference within which its date stands: "del 6 de septiembre de 2019".
inline constexpr std::size_t kDateReach = 60;
// Bytes after a figure within which stands what is measured.
inline constexpr std::size_t kMeasureReach = 24;
// Bytes between an amount's words and its figure.
inline constexpr std::size_t kWidestGap = 60;
}  // namespace figures

namespace prose {
// A cell with fewer words than this holds a value, a name or a label; its figure is the cell's own reading.
inline constexpr std::ptrdiff_t kProseWords = 7;
}  // namespace prose

}  // namespace cotejo::mapping::tolerances
