#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cotejo::cli {

// Columns of the terminal behind a descriptor; 0 when there is none.
[[nodiscard]] std::size_t terminal_width(int descriptor);

// Whether colours may be written to standard output: it is a terminal, and NO_COLOR is not set.
[[nodiscard]] bool colours_wanted();

// Columns that the text takes on a terminal: one a character, accents written apart taking none.
[[nodiscard]] std::size_t columns_of(std::string_view text);

// The text within so many columns, its end cut with «…» where it is longer; 0 is no limit.
[[nodiscard]] std::string cut_to(std::string_view text, std::size_t columns);

// Lines of at most so many columns, broken between words, all but the first indented; 0 is no limit. Line breaks of the
// text stay.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent);

}  // namespace cotejo::cli
