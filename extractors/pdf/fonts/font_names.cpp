#include "extractors/pdf/fonts/font_names.h"

#include <algorithm>
#include <cctype>

namespace cotejo::pdf {

bool bold_font_name(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const char* part : {"bold", "black", "heavy", "negrita", "demi"})
    if (name.find(part) != std::string::npos) return true;
  const std::size_t extended = name.find("bx");
  return extended != std::string::npos && extended + 2 < name.size() &&
         std::isdigit(static_cast<unsigned char>(name[extended + 2])) != 0;
}

}  // namespace cotejo::pdf
