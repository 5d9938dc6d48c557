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
}  // namespace context

namespace prose {
// A cell with fewer words than this holds a value, a name or a label; its figure is the cell's own reading.
inline constexpr std::ptrdiff_t kProseWords = 7;
}  // namespace prose

}  // namespace cotejo::mapping::tolerances
