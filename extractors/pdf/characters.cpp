#include "extractors/pdf/characters.h"

#include <array>

#include "base/utf8.h"

namespace cotejo::pdf {

namespace {

struct Accent {
  char32_t combining;
  char32_t spacing;
  std::u32string_view letters;
  std::u32string_view composed;
};

constexpr std::array<Accent, 8> accents{{
    {0x300, U'`', U"aeiouAEIOU", U"àèìòùÀÈÌÒÙ"},
    {0x301, 0xB4, U"aeiouyAEIOUYnNcC", U"áéíóúýÁÉÍÓÚÝńŃćĆ"},
    {0x302, 0x2C6, U"aeiouAEIOU", U"âêîôûÂÊÎÔÛ"},
    {0x303, 0x2DC, U"anoANO", U"ãñõÃÑÕ"},
    {0x308, 0xA8, U"aeiouyAEIOU", U"äëïöüÿÄËÏÖÜ"},
    {0x30A, 0x2DA, U"aA", U"åÅ"},
    {0x30C, 0x2C7, U"cszCSZ", U"čšžČŠŽ"},
    {0x327, 0xB8, U"cC", U"çÇ"},
}};

std::u32string_view ligature(char32_t character) {
  switch (character) {
    case 0xFB00:
      return U"ff";
    case 0xFB01:
      return U"fi";
    case 0xFB02:
      return U"fl";
    case 0xFB03:
      return U"ffi";
    case 0xFB04:
      return U"ffl";
    case 0xFB05:
    case 0xFB06:
      return U"st";
    default:
      return {};
  }
}

constexpr char32_t replacement = 0xFFFD;

char32_t sane(char32_t c) {
  if (c == 0xF0B7 || c == 0xF0A7 || c == 0xF0D8 || c == 0xF076) return 0x2022;  // Symbol's and Wingdings' bullets
  if (c == 0x131) return c;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF || c == 0xFFFE || c == 0xFFFF)
    return replacement;
  return c;
}

}  // namespace

char32_t composed(char32_t letter, char32_t mark) {
  for (const Accent& accent : accents) {
    if (mark != accent.combining && mark != accent.spacing) continue;
    if (letter == 0x131) letter = U'i';  // LaTeX puts the accent on a dotless i
    const auto place = accent.letters.find(letter);
    return place == std::u32string_view::npos ? 0 : accent.composed[place];
  }
  return 0;
}

std::u32string readable(std::u32string_view characters) {
  std::u32string out;
  if (characters.empty()) return {replacement};
  for (const char32_t character : characters) {
    if (character == 0) continue;
    if (const auto letters = ligature(character); !letters.empty()) {
      out += letters;
      continue;
    }
    if (is_combining(character) && !out.empty()) {
      if (const char32_t whole = composed(out.back(), character); whole != 0) {
        out.back() = whole;
        continue;
      }
    }
    out += is_space(character) ? U' ' : sane(character);
  }
  return out;
}

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
         c == 0xFEFF;
}

std::u32string from_utf8(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += base::next_code_point(text, at);
  return out;
}

}  // namespace cotejo::pdf
