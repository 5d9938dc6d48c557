#include "pipeline/mapping/words/words_of.h"

#include <algorithm>
#include <array>

#include "base/digits.h"
#include "pipeline/mapping/words/tolerances.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::words_of;

int year_of(std::string_view word) {
  if (word.size() != 4 || !base::all_digits(word)) return 0;
  int year = 0;
  for (const char c : word) year = year * 10 + (c - '0');
  return year >= tolerances::year::kFirst && year <= tolerances::year::kLast ? year : 0;
}

bool is_norm(std::string_view word) {
  constexpr std::array<std::string_view, 12> names{"ley",     "leyes",      "decreto",   "decretos",
                                                   "acuerdo", "resolucion", "ordenanza", "resoluciones",
                                                   "conpes",  "circular",   "sentencia", "directiva"};
  return std::find(names.begin(), names.end(), word) != names.end();
}

bool is_number(std::string_view word) {
  return base::all_digits(word);
}

bool is_month(std::string_view word) {
  constexpr std::array<std::string_view, 13> months{"enero",   "febrero",   "marzo",    "abril",      "mayo",
                                                    "junio",   "julio",     "agosto",   "septiembre", "setiembre",
                                                    "octubre", "noviembre", "diciembre"};
  return std::find(months.begin(), months.end(), word) != months.end();
}

// Whether the year at `at` belongs to a law: going back over its number, date and little words one meets the law's
// name.
bool belongs_to_norm(const std::vector<std::string_view>& words, std::size_t at) {
  // "267 de 2000": no day and no part of a year has so many digits, whatever became of the word before it.
  if (at >= 2 && words[at - 1] == "de" && is_number(words[at - 2]) && words[at - 2].size() == 3) return true;
  for (std::size_t back = 1; back <= kReach && back <= at; ++back) {
    const std::string_view word = words[at - back];
    if (is_norm(word)) return true;
    const bool link = word == "de" || word == "del" || word == "no" || word == "nro" || word == "numero" ||
                      is_month(word) || word == "municipal" || word == "nacional" || word == "departamental" ||
                      word == "distrital" || word == "externa" || word == "interna" || word == "n";
    if (!link && !is_number(word)) return false;
    if (year_of(word) != 0) return false;
  }
  return false;
}

}  // namespace

bool has_words(std::string_view text, std::string_view entry) {
  if (entry.empty()) return false;
  for (std::size_t at = text.find(entry); at != std::string_view::npos; at = text.find(entry, at + 1)) {
    const std::size_t end = at + entry.size();
    if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return true;
  }
  return false;
}

bool begins_with_words(std::string_view text, std::string_view entry) {
  return !entry.empty() && text.starts_with(entry) && (text.size() == entry.size() || text[entry.size()] == ' ');
}

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    if (end > 0) words.push_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

std::vector<int> years_in(std::string_view folded) {
  std::vector<int> years;
  if (!base::has_digit(folded)) return years;
  const std::vector<std::string_view> words = words_of(folded);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const int year = year_of(words[i]);
    if (year == 0 || belongs_to_norm(words, i)) continue;
    if (std::find(years.begin(), years.end(), year) == years.end()) years.push_back(year);
  }
  return years;
}

int single_year(std::string_view folded) {
  const std::vector<int> years = years_in(folded);
  if (years.size() == 1) return years.front();
  if (years.empty()) return 0;
  const std::vector<std::string_view> words = words_of(folded);
  int named = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const int year = year_of(words[i]);
    const bool marked = words[i - 1] == "vigencia" || words[i - 1] == "ano" || (i > 1 && words[i - 2] == "vigencia");
    if (year == 0 || !marked) continue;
    const bool span = i + 1 < words.size() && year_of(words[i + 1]) != 0;  // "vigencia 2020 2023"
    if (span || (named != 0 && named != year)) return 0;
    named = year;
  }
  return named;
}

int only_year(std::string_view folded) {
  const std::vector<std::string_view> words = words_of(folded);
  if (words.empty() || words.size() > 3) return 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    constexpr std::array<std::string_view, 4> names{"vigencia", "ano", "fiscal", "anualidad"};
    if (std::find(names.begin(), names.end(), words[i]) == names.end()) return 0;
  }
  return year_of(words.back());
}

}  // namespace cotejo::mapping
