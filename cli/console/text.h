#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "model/result.h"

namespace cotejo::cli {

// The texts of texts.def.
enum class Text : std::uint16_t {
#define COTEJO_TEXT(name, spanish, english) name,
#include "cli/console/texts.def"
#undef COTEJO_TEXT
  count_
};

[[nodiscard]] std::string_view text(Text which, model::Language language);

// Of LC_ALL, LC_MESSAGES and LANG the first that is set decides: one that begins with "en" is English.
[[nodiscard]] model::Language language_of_locale();

}  // namespace cotejo::cli
