#pragma once

#include <string_view>

#include "extractors/layout/line_break.h"

namespace cotejo::layout {

// Whether a narrow column cut a Spanish word without a hyphen: "Modifica" / "ciones", "Respuest" / "a". Told by what no
// word of Spanish begins or ends with; `first` and `second` are printed lines.
[[nodiscard]] bool cut_word(std::string_view first, std::string_view second, const Break& at);

}  // namespace cotejo::layout
