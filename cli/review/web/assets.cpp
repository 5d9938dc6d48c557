#include "cli/review/web/assets.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace cotejo::cli::review {

// Of the source that the build writes (embed.cmake).
std::vector<std::pair<std::string_view, std::string_view>> embedded_files();

std::string_view type_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> types{
      {{".html", "text/html; charset=utf-8"},
       {".js", "text/javascript; charset=utf-8"},
       {".css", "text/css; charset=utf-8"},
       {".svg", "image/svg+xml"},
       {".woff2", "font/woff2"},
       {".png", "image/png"},
       {".json", "application/json; charset=utf-8"},
       {".webmanifest", "application/manifest+json"},
       {".txt", "text/plain; charset=utf-8"}}};
  for (const auto& [ending, type] : types)
    if (name.ends_with(ending)) return type;
  return "application/octet-stream";
}

const Asset* asset(std::string_view name) {
  static const std::vector<Asset> all = [] {
    std::vector<Asset> assets;
    for (const auto& [file, bytes] : embedded_files()) assets.push_back({file, bytes, type_of(file)});
    return assets;
  }();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Asset& it) { return it.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace cotejo::cli::review
