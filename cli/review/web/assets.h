#pragma once

#include <string>
#include <string_view>

namespace cotejo::cli::review {

// A file of the page (cli/review/page/dist), as the build put it into the program.
struct Asset {
  std::string_view name;  // "index.html", "assets/app.js"
  std::string_view bytes;
  std::string_view type;  // as HTTP names it
};

// Null when there is no such file.
[[nodiscard]] const Asset* asset(std::string_view name);

// What kind of file a name says: by its ending; bytes without a meaning when it is none that pages have.
[[nodiscard]] std::string_view type_of(std::string_view name);

}  // namespace cotejo::cli::review
