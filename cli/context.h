#pragma once

#include <fmt/format.h>

#include <functional>
#include <ostream>
#include <string>

#include "cli/text.h"
#include "model/result.h"

namespace CLI {
class App;
}

namespace cotejo::cli {

// Exit statuses (DESIGN: the error model).
inline constexpr int kNothingToReport = 0;
inline constexpr int kFindings = 1;
inline constexpr int kUsage = 2;
inline constexpr int kDocumentsFailed = 3;
inline constexpr int kCouldNotRun = 4;

// What every command works with. The command that was named sets `action`; it is run once the line is understood.
struct Context {
  std::ostream& out;
  std::ostream& err;
  model::Language language = model::Language::spanish;
  std::function<int()> action;

  // The text in the language of this run, its places filled in.
  template <class... Values>
  [[nodiscard]] std::string say(Text which, const Values&... values) const {
    const std::string_view pattern = text(which, language);
    return fmt::vformat(fmt::string_view(pattern.data(), pattern.size()), fmt::make_format_args(values...));
  }

  // Tells the error on `err`.
  void complain(const model::Error& error) const;
  // The same, and gives kCouldNotRun.
  int fail(const model::Error& error) const;
};

}  // namespace cotejo::cli
