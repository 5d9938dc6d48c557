#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>

#include "cli/console/text.h"
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
  bool colours = false;  // whether `out` shows them

  // The text in the language of this run, its places filled in.
  template <class... Values>
  [[nodiscard]] std::string say(Text which, const Values&... values) const {
    const std::string_view pattern = text(which, language);
    return fmt::vformat(fmt::string_view(pattern.data(), pattern.size()), fmt::make_format_args(values...));
  }

  // «1 página», «2 páginas»: the text has both forms of the words, "página|páginas".
  [[nodiscard]] std::string count(std::int64_t number, Text forms) const {
    const std::string_view both = text(forms, language);
    const std::size_t bar = both.find('|');
    return std::to_string(number) + " " + std::string(number == 1 ? both.substr(0, bar) : both.substr(bar + 1));
  }

  // Tells the error on `err`.
  void complain(const model::Error& error) const;
  // The same, and gives kCouldNotRun.
  int fail(const model::Error& error) const;
};

}  // namespace cotejo::cli
