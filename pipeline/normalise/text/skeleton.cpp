#include "pipeline/normalise/text/skeleton.h"

#include <array>
#include <numeric>

namespace cotejo::normalise {
namespace {

// U+00C0 to U+00FF: the letter under the accent.
constexpr std::string_view kLatin1 = "aaaaaaaceeeeiiiidnooooo\x06ouuuuytsaaaaaaaceeeeiiiidnooooo\x06ouuuuyty";
static_assert(kLatin1.size() == 64);

constexpr char latin1_char(char32_t c) {
  switch (c) {
    case 0xA0:
      return kHardSpace;
    case 0xAD:
      return '\0';
    case 0xAA:
    case 0xB0:
    case 0xBA:
      return kOrdinalSign;
    case 0xB4:
      return '\'';
    case 0xB7:
      return kBullet;
    case 0xAB:
    case 0xBB:
      return '"';
    case 0x85:
      return '\n';
    default:
      return c < 0xC0 ? kOther : kLatin1[c - 0xC0];
  }
}

constexpr char ascii_char(char32_t c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  if (c == '`') return '\'';
  if (c == '\n' || c == '\f' || c == '\v') return '\n';
  if (c == '\t' || c == '\r') return ' ';
  if (c < 0x20 || c == 0x7F) return kOther;
  return static_cast<char>(c);
}

constexpr auto kFirst = [] {
  std::array<char, 0x100> table{};
  for (char32_t c = 0; c < 0x100; ++c) table[c] = c < 0x80 ? ascii_char(c) : c < 0xA0 ? kOther : latin1_char(c);
  table[0x85] = '\n';
  return table;
}();

char punctuation_char(char32_t c) {  // U+2000 to U+206F
  if (c <= 0x200A || c == 0x202F || c == 0x205F) return kHardSpace;
  if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c >= 0x2060) return '\0';
  if (c >= 0x2010 && c <= 0x2015) return '-';
  if (c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2032) return '\'';
  if (c == 0x201A) return ',';
  if ((c >= 0x201C && c <= 0x201F) || c == 0x2033) return '"';
  if (c == 0x2022 || c == 0x2023 || c == 0x2027) return kBullet;
  if (c == 0x2028 || c == 0x2029) return '\n';
  return kOther;
}

char symbol_char(char32_t c) {  // U+2070 to U+2BFF and the private area that Wingdings and Symbol are mapped to
  switch (c) {
    case 0x2212:
      return '-';
    case 0x2713:
    case 0x2714:
    case 0x2611:
    case 0x2612:
    case 0x2717:
    case 0x2718:
    case 0xF0FB:
    case 0xF0FC:
    case 0xF0FD:
    case 0xF0FE:
      return kTick;
    case 0x2219:
    case 0x25A0:
    case 0x25AA:
    case 0x25CF:
    case 0x25E6:
    case 0x25FC:
    case 0x27A2:
    case 0xF0A7:
    case 0xF0B7:
    case 0xF0D8:
      return kBullet;
    default:
      return kOther;
  }
}

}  // namespace

std::string_view Skeleton::source(std::string_view text, std::size_t begin, std::size_t end) const {
  return text.substr(place(begin), place(end) - place(begin));
}

char32_t next_code_point(std::string_view text, std::size_t& position) {
  constexpr char32_t kBroken = 0xFFFD;
  const auto lead = static_cast<unsigned char>(text[position++]);
  if (lead < 0x80) return lead;
  int more = 0;
  char32_t value = 0;
  char32_t least = 0;
  if (lead >= 0xC2 && lead < 0xE0) {
    more = 1, value = lead & 0x1Fu, least = 0x80;
  } else if (lead >= 0xE0 && lead < 0xF0) {
    more = 2, value = lead & 0x0Fu, least = 0x800;
  } else if (lead >= 0xF0 && lead < 0xF5) {
    more = 3, value = lead & 0x07u, least = 0x10000;
  } else {
    return kBroken;
  }
  for (; more > 0; --more) {
    if (position >= text.size() || (static_cast<unsigned char>(text[position]) & 0xC0u) != 0x80u) return kBroken;
    value = (value << 6) | (static_cast<unsigned char>(text[position++]) & 0x3Fu);
  }
  if (value < least || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return kBroken;
  return value;
}

char skeleton_char(char32_t c) {
  if (c < 0x100) return kFirst[c];
  if (c >= 0x300 && c <= 0x36F) return '\0';
  if (c < 0x250) return kLetter;
  if (c >= 0x2B0 && c <= 0x2FF) return c == 0x2BC || c == 0x2B9 ? '\'' : kOther;
  if (c < 0x2000) return kLetter;
  if (c <= 0x206F) return punctuation_char(c);
  if (c < 0x2C00 || (c >= 0xE000 && c < 0xF900)) return symbol_char(c);
  if (c == 0x3000) return kHardSpace;
  if (c >= 0xFB00 && c <= 0xFB04) return 'f';
  if (c == 0xFB05 || c == 0xFB06) return 's';
  if (c == 0xFEFF) return '\0';
  if (c >= 0xFE00 && c <= 0xFE0F) return '\0';  // variation selectors, after ✔ for one
  return c == 0xFFFD || c > 0xFFFF ? kOther : kLetter;
}

Skeleton skeleton_of(std::string_view text) {
  constexpr std::array<std::string_view, 7> kLigatureTails{"f", "i", "l", "fi", "fl", "t", "t"};
  Skeleton skeleton;
  skeleton.chars.resize(text.size());  // no code point gives more chars than it has bytes
  std::size_t size = 0;
  for (char* chars = skeleton.chars.data(); size < text.size(); ++size) {
    const auto lead = static_cast<unsigned char>(text[size]);
    if (lead >= 0x80) break;
    chars[size] = kFirst[lead];
  }
  if (size == text.size()) return skeleton;
  skeleton.at.resize(text.size() + 1);
  std::iota(skeleton.at.begin(), skeleton.at.begin() + static_cast<std::ptrdiff_t>(size), std::uint32_t{0});
  char* const chars = skeleton.chars.data();
  std::uint32_t* const at = skeleton.at.data();
  const auto put = [chars, at, &size](char c, std::size_t place) {
    chars[size] = c;
    at[size++] = static_cast<std::uint32_t>(place);
  };
  for (std::size_t position = size; position < text.size();) {
    const std::size_t begin = position;
    const auto lead = static_cast<unsigned char>(text[position]);
    if (lead < 0x80) {
      put(kFirst[lead], begin);
      ++position;
      continue;
    }
    const char32_t code_point = next_code_point(text, position);
    const char c = skeleton_char(code_point);
    if (c == '\0') continue;
    put(c, begin);
    if (code_point < 0xFB00 || code_point > 0xFB06) continue;
    for (const char tail : kLigatureTails[code_point - 0xFB00]) put(tail, begin);
  }
  skeleton.chars.resize(size);
  skeleton.at[size] = static_cast<std::uint32_t>(text.size());
  skeleton.at.resize(size + 1);
  return skeleton;
}

std::size_t skip_spaces(const Skeleton& text, std::size_t begin) {
  while (is_space(text[begin])) ++begin;
  return begin;
}

std::size_t phrase_at(const Skeleton& text, std::size_t begin, std::string_view phrase) {
  std::size_t at = begin;
  for (const char c : phrase) {
    if (c == ' ') {
      const std::size_t next = skip_spaces(text, at);
      if (next == at) return 0;
      at = next;
    } else if (text[at++] != c) {
      return 0;
    }
  }
  return is_letter(text[at]) || is_digit(text[at]) ? 0 : at - begin;
}

}  // namespace cotejo::normalise
