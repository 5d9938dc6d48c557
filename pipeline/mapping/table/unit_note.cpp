#include "pipeline/mapping/table/unit_note.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "pipeline/mapping/table/tolerances.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/numbers/numbers.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::unit_note;

template <std::size_t N>
bool has_any(std::string_view folded, const std::array<std::string_view, N>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return has_words(folded, phrase); });
}

bool speaks_of_units(std::string_view folded) {
  static constexpr std::array<std::string_view, 10> kWords{
      "cifras",      "valores",  "expresado", "expresados",        "expresadas",
      "en millones", "en miles", "en pesos",  "millones de pesos", "miles de pesos"};
  return has_any(folded, kWords);
}

// The text between the last parentheses: "Tabla 3. Deuda pública (miles de millones)".
std::string_view in_parentheses(std::string_view text) {
  const std::size_t begin = text.rfind('(');
  if (begin == std::string_view::npos) return {};
  const std::size_t end = text.find(')', begin);
  return end == std::string_view::npos ? std::string_view() : text.substr(begin + 1, end - begin - 1);
}

bool is_unit_word(std::string_view word) {
  static constexpr std::array<std::string_view, 42> kWords{
      "en",       "de",     "cifras",    "valores",    "valor",      "miles",       "mil",
      "millones", "millon", "mill",      "mills",      "mm",         "millardos",   "billones",
      "billon",   "pesos",  "peso",      "cop",        "dolares",    "dolar",       "usd",
      "us",       "u",      "s",         "corrientes", "constantes", "colombianos", "euros",
      "euro",     "eur",    "uvt",       "uvb",        "smlmv",      "smmlv",       "smlv",
      "moneda",   "legal",  "expresado", "expresados", "expresadas", "americanos",  "col"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// "(miles de millones)", "(US$)": nothing but a unit between parentheses.
bool is_unit_alone(std::string_view text) {
  const std::string folded = normalise::fold(text);
  const std::vector<std::string_view> words = words_of(folded);
  return !words.empty() && std::all_of(words.begin(), words.end(), is_unit_word);
}

bool names_dollars(std::string_view text, std::string_view folded) {
  static constexpr std::array<std::string_view, 4> kWords{"dolares", "dolar", "usd", "us dolares"};
  if (has_any(folded, kWords)) return true;
  static constexpr std::array<std::string_view, 4> kSigns{"US$", "US $", "U$S", "USD$"};
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

bool names_other_money(std::string_view text, std::string_view folded) {
  static constexpr std::array<std::string_view, 9> kWords{
      "euros", "euro", "eur", "uvt", "uvb", "smlmv", "smmlv", "smlv", "salarios minimos"};
  return has_any(folded, kWords) || text.find("€") != std::string_view::npos;
}

UnitNote read_note(std::string_view text) {
  const std::string folded = normalise::fold(text);
  UnitNote note;
  note.scale = normalise::scale_of(text);
  note.other_money = names_other_money(text, folded);
  if (note.other_money) return note;
  if (names_dollars(text, folded)) {
    note.unit = model::Unit::usd;
    if (!note.scale) note.scale = 0;
  } else if (has_words(folded, "pesos") || has_words(folded, "cop")) {
    note.unit = model::Unit::cop;
  }
  return note;
}

}  // namespace

UnitNote unit_note(std::string_view text) {
  if (text.empty()) return {};
  const std::string_view alone = in_parentheses(text);
  if (is_unit_alone(alone)) return read_note("(" + std::string(alone) + ")");
  if (text.size() > kLongestNote || !speaks_of_units(normalise::fold(text))) return {};
  UnitNote note = read_note(text);
  // A sentence may speak of dollars and be no note: only one that tells the scale is.
  if (!normalise::scale_of(text)) return {};
  return note;
}

bool is_unit_note(std::string_view text) {
  if (text.empty() || text.size() > kLongestNote) return false;
  const std::string folded = normalise::fold(text);
  const std::vector<std::string_view> words = words_of(folded);
  const bool opens = begins_with_words(folded, "cifras") || begins_with_words(folded, "valores") ||
                     begins_with_words(folded, "expresado en") || text.front() == '(';
  return opens && words.size() > 1 && is_unit_alone(folded);
}

bool begins_with_unit_note(std::string_view text) {
  const std::string folded = normalise::fold(text);
  return begins_with_words(folded, "cifras en") || begins_with_words(folded, "valores en") ||
         begins_with_words(folded, "cifras expresadas en");
}

UnitNote unit_of_head(std::string_view head) {
  return read_note(head);
}

bool speaks_for_the_report(std::string_view text) {
  static constexpr std::array<std::string_view, 11> kWords{
      "salvo",          "excepto",          "a menos que",    "todas las cifras",   "todos los valores",
      "este informe",   "presente informe", "este documento", "presente documento", "a no ser que",
      "si no se indica"};
  return has_any(normalise::fold(text), kWords);
}

}  // namespace cotejo::mapping
