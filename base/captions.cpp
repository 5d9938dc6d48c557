#include "base/captions.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/letters.h"
#include "base/utf8.h"

namespace cotejo::base {
namespace {

constexpr std::array<std::string_view, 4> tables{"tabla", "tablas", "table", "cuadro"};
constexpr std::array<std::string_view, 8> pictures{"grafico",     "grafica", "figura", "figure",
                                                   "ilustracion", "imagen",  "mapa",   "fotografia"};
constexpr std::array<std::string_view, 6> either{"fig", "chart", "graph", "exhibit", "box", "annex"};
constexpr std::array<std::string_view, 8> notes{"fuente", "source", "nota",    "notas",
                                                "note",   "notes",  "elaboro", "elaboracion"};

constexpr std::array<std::string_view, 8> unit_openings{"cifras",    "valores",    "montos",     "datos",
                                                        "expresado", "expresados", "expresadas", "unidad"};
constexpr std::array<std::string_view, 10> unit_words{"miles",   "millones",   "millardos",  "billones",    "pesos",
                                                      "dolares", "corrientes", "constantes", "colombianos", "cop"};

// The letters that the text begins with, small and without the accents of Spanish.
std::string folded_letters(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    if (capital(c)) c += 0x20;
    if (!small_letter(c)) break;
    constexpr std::u32string_view accented = U"áéíóúü";
    constexpr std::u32string_view plain = U"aeiouu";
    if (const std::size_t found = accented.find(c); found != std::u32string_view::npos) c = plain[found];
    append_utf8(out, c);
  }
  return out;
}

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

CaptionWord caption_word(std::string_view text) {
  const std::string word = folded_letters(text);
  return holds(tables, word)     ? CaptionWord::table
         : holds(pictures, word) ? CaptionWord::picture
         : holds(either, word)   ? CaptionWord::either
                                 : CaptionWord::none;
}

bool is_note_word(std::string_view word) {
  return first_letters(word) == word.size() && holds(notes, folded_letters(word));
}

bool is_unit_note(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t letters = first_letters(text.substr(at));
    if (letters > 0) words.push_back(folded_letters(text.substr(at, letters)));
    const bool sign = letters == 0 && std::string_view(" ().,:$").find(text[at]) == std::string_view::npos;
    if (sign) return false;  // a figure, or anything else that no unit is written with
    at += letters > 0 ? letters : 1;
  }
  if (words.size() < 3) return false;
  std::size_t at = 0;
  while (at < words.size() && holds(unit_openings, words[at])) ++at;  // "cifras expresadas"
  if (at < words.size() && words[at] == "en") ++at;
  return at > 0 && at < words.size() && holds(unit_words, words[at]) &&
         std::all_of(words.begin() + static_cast<std::ptrdiff_t>(at), words.end(),
                     [](const std::string& word) { return word == "de" || holds(unit_words, word); });
}

std::size_t first_letters(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size(); end = at) {
    const char32_t c = next_code_point(text, at);
    if (!capital(c) && !small_letter(c)) break;
  }
  return end;
}

}  // namespace cotejo::base
