#include "cli/console/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace cotejo::cli {
namespace {

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// A combining accent, U+0300 to U+036F: it stands over the character before it.
bool is_accent(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  return byte(at) == 0xCCU || (byte(at) == 0xCDU && byte(at + 1) < 0xB0U);
}

}  // namespace

std::size_t terminal_width(int descriptor) {
  winsize size{};
  if (isatty(descriptor) != 1) return 0;
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  constexpr std::size_t kUsual = 80;
  return kUsual;
}

bool colours_wanted() {
  const char* no = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) == 1 && (no == nullptr || *no == '\0');
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size(); ++i) columns += begins_character(text[i]) && !is_accent(text, i) ? 1 : 0;
  return columns;
}

std::string cut_to(std::string_view text, std::size_t columns) {
  if (columns == 0 || columns_of(text) <= columns) return std::string(text);
  std::size_t seen = 0, end = 0;
  while (end < text.size() && seen + 1 < columns + 1) {
    const bool fresh = begins_character(text[end]) && !is_accent(text, end);
    if (fresh && seen + 1 == columns) break;
    seen += fresh ? 1 : 0;
    ++end;
  }
  return std::string(text.substr(0, end)) + "…";
}

std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent) {
  std::string out;
  std::size_t used = indent;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] == '\n') {
      out += '\n' + std::string(indent, ' ');
      used = indent;
      ++at;
      continue;
    }
    std::size_t end = at;  // the spaces before a word, and the word
    while (end < text.size() && text[end] == ' ') ++end;
    while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
    std::string_view word = text.substr(at, end - at);
    if (columns > 0 && used > indent && used + columns_of(word) > columns) {
      out += '\n' + std::string(indent, ' ');
      used = indent;
      word.remove_prefix(std::min(word.find_first_not_of(' '), word.size()));
    }
    out += word;
    used += columns_of(word);
    at = end;
  }
  return out;
}

}  // namespace cotejo::cli
