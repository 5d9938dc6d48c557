#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "extractors/layout/line_break.h"

namespace cotejo::layout {

// How two pieces of text that a line or page break parts belong together.
enum class Seam : std::uint8_t {
  space,      // two words
  none,       // one word, code or number that was cut
  hyphen,     // one word that was hyphenated: the hyphen goes
  paragraph,  // a new paragraph
};

[[nodiscard]] Seam seam_between(std::string_view first, std::string_view second, const Break& at);

// Appends `second` to `first` as the seam says.
void append_text(std::string& first, std::string_view second, Seam seam);

// Whether the text's last word, not its only one, leads on to another: "Municipalidad de", "Agreed in the".
[[nodiscard]] bool ends_in_link(std::string_view text);

// "•", "-", "➤", "a)", "1.", "1.2": what a list item begins with, followed by a space or by the end.
[[nodiscard]] bool begins_item(std::string_view text);

}  // namespace cotejo::layout
