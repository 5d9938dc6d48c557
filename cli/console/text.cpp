#include "cli/console/text.h"

#include <array>
#include <cstdlib>

namespace cotejo::cli {
namespace {

struct Pair {
  std::string_view spanish;
  std::string_view english;
};

constexpr std::array kTexts{
#define COTEJO_TEXT(name, spanish, english) Pair{spanish, english},
#include "cli/console/texts.def"
#undef COTEJO_TEXT
};
static_assert(kTexts.size() == static_cast<std::size_t>(Text::count_));

}  // namespace

std::string_view text(Text which, model::Language language) {
  const Pair& pair = kTexts[static_cast<std::size_t>(which)];
  return language == model::Language::spanish ? pair.spanish : pair.english;
}

model::Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).substr(0, 2) == "en" ? model::Language::english : model::Language::spanish;
  }
  return model::Language::spanish;
}

}  // namespace cotejo::cli
