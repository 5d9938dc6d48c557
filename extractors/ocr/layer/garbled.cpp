#include "extractors/ocr/layer/garbled.h"

#include <cstdint>
#include <string>

#include "base/digits.h"
#include "base/utf8.h"
#include "extractors/ocr/layer/tolerances.h"

namespace cotejo::ocr {

namespace {

namespace limits = tolerances::garbled;

bool meaningless(std::uint32_t code) {
  // Symbol fonts put bullets at U+F0xx: common in healthy files, and told apart by standing alone.
  return code == 0xFFFD || code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0xE000 && code <= 0xF8FF);
}

// Letters beyond those of western Europe: Latin Extended, IPA, Greek, Cyrillic.
bool foreign(std::uint32_t code) {
  return (code >= 0x100 && code <= 0x2AF && code != 0x152 && code != 0x153) || (code >= 0x370 && code <= 0x52F);
}

bool vowel(std::uint32_t code) {
  if (code < 0x80) return std::string_view("aeiouyAEIOUY").find(static_cast<char>(code)) != std::string_view::npos;
  return code >= 0xC0 && code <= 0xFF;
}

bool letter(std::uint32_t code) {
  return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') || (code >= 0xC0 && code <= 0x24F);
}

}  // namespace

bool garbled(std::string_view word) {
  int signs = 0, bad = 0, strange = 0, letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const std::uint32_t code = base::next_code_point(word, at);
    ++signs;
    bad += meaningless(code);
    strange += foreign(code);
    letters += letter(code);
  }
  if (bad > 0) return signs > 1;
  // A foreign name has its letters among others; one alone is a symbol of a formula.
  return strange > 0 && letters > 1;
}

double garbled_share(const model::Page& page) {
  int words = 0, bad = 0, alphabetic = 0, without_vowel = 0;
  for (const model::Word& word : page.words) {
    if (word.hidden) continue;
    ++words;
    bad += garbled(word.text);
    int letters = 0, vowels = 0, others = 0;
    for (std::size_t at = 0; at < word.text.size();) {
      const std::uint32_t code = base::next_code_point(word.text, at);
      letters += letter(code);
      vowels += vowel(code);
      others += base::is_digit(static_cast<char32_t>(code));
    }
    if (letters >= limits::kLongWord && others == 0) {
      ++alphabetic;
      without_vowel += vowels == 0;
    }
  }
  if (words == 0) return 0;
  if (alphabetic >= limits::kFewestWords && without_vowel > alphabetic / limits::kOneIn) return 1;
  return static_cast<double>(bad) / words;
}

}  // namespace cotejo::ocr
