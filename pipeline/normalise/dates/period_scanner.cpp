#include "pipeline/normalise/dates/period_scanner.h"

#include <algorithm>
#include <array>
#include <string>

#include "pipeline/normalise/dates/year_parts.h"

namespace cotejo::normalise {

using std::size_t;

void PeriodScanner::add(size_t begin, size_t end, int year, int month, int day) {
  DatePart part;
  part.begin = begin;
  part.end = end;
  part.year = part.last_year = year;
  part.first_month = part.last_month = month;
  part.day = day;
  parts_.push_back(part);
}

bool PeriodScanner::names_years(std::string_view word) {
  constexpr std::array<std::string_view, 10> kWords{"en",      "ano",      "hasta",     "desde",      "anos",
                                                    "durante", "vigencia", "vigencias", "cuatrienio", "periodo"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

size_t PeriodScanner::named_year(size_t at) {
  size_t i = 0;
  for (const std::string_view key :
       {"vigencia fiscal", "vigencia", "vigencias", "ano", "anos", "cuatrienio", "periodo", "durante el", "durante",
        "hasta el", "hasta", "desde el", "desde", "en el", "en"}) {
    if (i == 0) i = after(at, key);
  }
  if (i == 0) return 0;
  i = skip(i);
  if (text_[i] == ':') i = skip(i + 1);
  if (const size_t next = after(i, "ano")) i = skip(next);
  const auto first = year(i);
  if (!first) return 0;
  size_t begin = at;
  int value = first->value;
  size_t end = first->end;
  for (int more = 0; more < 12; ++more) {  // "2020, 2021 y 2022", "2020-2023": a span of years
    const size_t gap = skip(end);
    size_t next = text_[gap] == '-' || text_[gap] == ',' || text_[gap] == '/' ? gap + 1 : 0;
    for (const std::string_view joint : {"a", "al", "y", "e"}) {
      if (next == 0) next = after(gap, joint);
    }
    const auto further = next == 0 ? std::nullopt : year(skip(next));
    if (!further || further->value < value) break;
    const bool span = text_[gap] == '-' || after(gap, "a") != 0 || after(gap, "al") != 0;
    if (!span) {
      add_years(begin, end, value, value);
      begin = skip(next);
      value = further->value;
      end = further->end;
      continue;
    }
    add_years(begin, further->end, value, further->value);
    return further->end;
  }
  add_years(begin, end, value, value);
  return end;
}

void PeriodScanner::add_years(size_t begin, size_t end, int first, int last) {
  add(begin, end, first, 1, 0);
  parts_.back().last_year = last;
  parts_.back().last_month = 12;
}

size_t PeriodScanner::whole_text_year(size_t at) {
  const auto first = year(at);
  if (!first || skip(0) != at) return 0;
  size_t end = first->end;
  int last = first->value;
  size_t gap = skip(end);
  if (text_[gap] == '-' || text_[gap] == '/') {
    const auto second = year(skip(gap + 1));
    if (!second || second->value < last) return 0;
    last = second->value;
    end = second->end;
  }
  gap = skip(end);
  if (text_[gap] == '.') gap = skip(gap + 1);
  if (gap != text_.size()) return 0;
  add_years(at, end, first->value, last);
  return end;
}

// Whether the word may be "bimestre", "cuatrimestre", "semestre", "trimestre", short for one, or "T1". Any word may
// stand here, and reading a part of the year is slow.
bool PeriodScanner::may_name_part(size_t at) const {
  constexpr std::array<std::string_view, 4> kBeginnings{"bim", "cua", "sem", "tri"};
  const std::string_view rest = std::string_view(text_.chars).substr(std::min(at, text_.size()));
  if (rest.size() > 1 && std::string_view("bcst").find(rest[0]) != std::string_view::npos && !is_letter(rest[1]))
    return true;
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view b) { return rest.starts_with(b); });
}

size_t PeriodScanner::nth_part(size_t at) {
  const auto unit_end = [&](size_t i) { return word_end(i); };
  size_t first_end = digits_end(at);
  const bool digit = first_end > at;
  first_end = unit_end(first_end);
  if (text_[first_end] == kOrdinalSign || (digit && text_[first_end] == '.')) ++first_end;
  const size_t second = skip(first_end);
  size_t second_end = unit_end(digits_end(second));
  if (second_end == second || second == at) return 0;
  const std::string_view head = std::string_view(text_.chars).substr(at, second_end - at);
  constexpr size_t kLongest = 32;
  if (head.size() > kLongest) return 0;
  const size_t joint = after(second, "y");
  if (joint == 0 && !may_name_part(at) && !may_name_part(second)) return 0;
  const YearPart part = joint == 0 ? year_part_of(head) : YearPart{};
  if (part.first_month == 0) {
    // "primer y segundo trimestre": the noun stands once, after the last.
    const size_t other = joint == 0 ? at : skip(joint);
    const size_t noun = skip(unit_end(digits_end(other)));
    if (joint == 0 || noun >= text_.size() || !may_name_part(noun)) return 0;
    const std::string_view nth = std::string_view(text_.chars).substr(at, first_end - at);
    const YearPart first = year_part_of(std::string(nth) + " " + std::string(word(noun)));
    if (first.first_month == 0) return 0;
    add(at, first_end, 0, first.first_month, 0);
    parts_.back().last_month = first.last_month;
    return other;
  }
  if (month(at)) return 0;
  if (text_[second_end] == kOrdinalSign) ++second_end;
  const auto year = year_after(second_end);
  add(at, year ? year->end : second_end, year ? year->value : 0, part.first_month, 0);
  parts_.back().last_month = part.last_month;
  return parts_.back().end;
}

size_t PeriodScanner::periodic(size_t at, std::string_view word) {
  static constexpr std::array<std::string_view, 14> kStems{
      "diari",         "semanal",   "quincenal", "mensual",    "bimensual", "bimestral", "trimestral",
      "cuatrimestral", "semestral", "anual",     "permanente", "continua",  "continuo",  "periodica"};
  static constexpr std::array<std::string_view, 6> kEndings{"", "o", "a", "mente", "amente", "es"};
  static constexpr std::array<std::string_view, 15> kPhrases{
      "cada mes",           "cada trimestre",      "cada semestre",  "cada bimestre",
      "cada cuatrimestre",  "cada semana",         "cada ano",       "todos los meses",
      "todo el ano",        "durante todo el ano", "durante el ano", "durante la vigencia",
      "cuando se requiera", "a demanda",           "por demanda"};
  size_t end = 0;
  for (const std::string_view phrase : kPhrases) {
    if (end == 0 && phrase[0] == word[0] && phrase.starts_with(word)) end = after(at, phrase);
  }
  for (const std::string_view stem : kStems) {
    if (end != 0 || stem[0] != word[0] || !word.starts_with(stem)) continue;
    const std::string_view ending = word.substr(stem.size());
    if (std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end()) end = at + word.size();
  }
  if (end == 0) return 0;
  DatePart part;
  part.begin = at;
  part.end = end;
  part.periodic = true;
  parts_.push_back(part);
  return end;
}

}  // namespace cotejo::normalise
