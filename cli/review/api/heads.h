#pragma once

#include <string>
#include <string_view>

namespace cotejo::cli::review {

// What the vocabulary takes a head for in a table of this kind, as it is taught: "columnas:codigo". Empty where it
// knows it not. For columns from which no record comes by itself: codes, names.
[[nodiscard]] std::string known_head(std::string_view table_kind, std::string_view head);

}  // namespace cotejo::cli::review
