#pragma once

#include <string>
#include <string_view>

namespace cotejo::base {

// How a text says that words of it were printed with a line through them: "~~2.100.000.000~~ 2.300.150.000". They are
// what was printed and not what holds.
inline constexpr std::string_view struck_mark = "~~";

[[nodiscard]] inline std::string as_struck(std::string_view word) {
  return std::string(struck_mark).append(word).append(struck_mark);
}

[[nodiscard]] inline bool has_struck(std::string_view text) {
  const std::size_t from = text.find(struck_mark);
  return from != std::string_view::npos && text.find(struck_mark, from + struck_mark.size()) != std::string_view::npos;
}

// Printed text that holds the mark itself, so that it is not taken for one: an invisible joiner (U+2060) parts its
// signs.
[[nodiscard]] inline std::string as_printed(std::string_view word) {
  std::string text;
  for (const char c : word) {
    if (c == '~' && !text.empty() && text.back() == '~') text += "\u2060";
    text += c;
  }
  return text;
}

// What holds: the text without what is struck, and without the spaces that stood beside it. A mark without a second one
// is text.
[[nodiscard]] inline std::string without_struck(std::string_view text) {
  std::string holds;
  while (has_struck(text)) {
    const std::size_t from = text.find(struck_mark);
    const std::size_t to = text.find(struck_mark, from + struck_mark.size()) + struck_mark.size();
    holds += text.substr(0, from);
    text.remove_prefix(to);
    const bool parted = holds.empty() || holds.back() == ' ' || holds.back() == '\n';
    if (parted && !text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  }
  holds += text;
  while (!holds.empty() && (holds.back() == ' ' || holds.back() == '\n')) holds.pop_back();
  return holds;
}

}  // namespace cotejo::base
