#include "base/utf8.h"

namespace cotejo::base {

namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const unsigned lead = byte_at(text, at++);
  const int more = lead < 0x80 ? 0 : lead >> 5 == 0x6 ? 1 : lead >> 4 == 0xE ? 2 : lead >> 3 == 0x1E ? 3 : -1;
  if (more == 0) return lead;
  if (more < 0) return replacement_character;
  char32_t code = lead & (0x3FU >> more);
  for (int i = 0; i < more; ++i) {
    const unsigned trail = byte_at(text, at);
    if (trail >> 6 != 2) return replacement_character;
    code = code << 6 | (trail & 0x3F);
    ++at;
  }
  return code;
}

char32_t first_code_point(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? 0 : next_code_point(text, at);
}

char32_t last_code_point(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && byte_at(text, at - 1) >> 6 == 2) --at;
  return at == 0 ? 0 : first_code_point(text.substr(at - 1));
}

void append_beyond_ascii(std::string& text, char32_t c) {
  const auto trail = [&](int shift) { text += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x800) {
    text += static_cast<char>(0xC0 | (c >> 6));
    trail(0);
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | (c >> 12));
    trail(6);
    trail(0);
  } else {
    text += static_cast<char>(0xF0 | (c >> 18));
    trail(12);
    trail(6);
    trail(0);
  }
}

}  // namespace cotejo::base
