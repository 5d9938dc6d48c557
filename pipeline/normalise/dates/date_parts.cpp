#include "pipeline/normalise/dates/date_parts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/normalise/dates/calendar.h"
#include "pipeline/normalise/dates/date_lexer.h"
#include "pipeline/normalise/dates/year_parts.h"
#include "pipeline/normalise/text/word_beginnings.h"

namespace cotejo::normalise {
namespace {

using std::size_t;

class Scanner : private DateLexer {
 public:
  explicit Scanner(const Skeleton& text) : DateLexer(text) {}

  std::vector<DatePart> scan() {
    for (size_t at = 0; at < text_.size();) {
      const size_t before = at;
      if (is_digit(text_[at])) {
        at = at_digit(at);
      } else if (is_letter(text_[at])) {
        at = at_word(at);
      } else {
        ++at;
      }
      if (at <= before) at = before + 1;
    }
    return std::move(parts_);
  }

 private:
  void add(size_t begin, size_t end, int year, int month, int day) {
    DatePart part;
    part.begin = begin;
    part.end = end;
    part.year = part.last_year = year;
    part.first_month = part.last_month = month;
    part.day = day;
    parts_.push_back(part);
  }
  [[nodiscard]] bool full_name(size_t at, const Value& month) const { return month.end - at > 3 && word(at) != "sept"; }
  static bool possible(int year, int month, int day) {
    return is_day(year == 0 ? 2000 : year, month, day);  // a leap year: 29 February stands until a year says otherwise
  }

  // --- at a digit ---

  size_t at_digit(size_t at) {
    const size_t end = digits_end(at);
    const char before = at == 0 ? '\0' : text_[at - 1];
    const bool inside =
        is_letter(before) || before == '_' ||
        ((before == '.' || before == ',' || before == '-' || before == '/') && at > 1 && is_digit(text_[at - 2]));
    if (inside) return past_run(at);
    if (const size_t next = numeric(at, end)) return next;
    if (const size_t next = days_of_month(at)) return next;
    if (const size_t next = nth_part(at)) return next;
    if (const size_t next = whole_text_year(at)) return next;
    return past_run(at);
  }

  // Past a run of digits and what is glued to it, so that "2020730010024-01" is not looked at from its middle.
  [[nodiscard]] size_t past_run(size_t at) const {
    while (is_digit(text_[at]) || is_letter(text_[at]) ||
           ((text_[at] == '.' || text_[at] == '-' || text_[at] == '/') && is_digit(text_[at + 1]))) {
      ++at;
    }
    return at;
  }

  // "29/01/2021", "31/01/20", "2021-01-29", "27.01.2012", "31-dic-20", "06/2021".
  size_t numeric(size_t at, size_t end) {
    const auto separator = [&](size_t i, char want) -> size_t {  // past a separator and the spaces about it, or 0
      const size_t sign = want == '/' || want == '\0' ? skip(i) : i;
      const char c = text_[sign];
      if (c != '/' && c != '-' && c != '.') return 0;
      if ((want != '\0' && c != want) || (sign != i && c != '/')) return 0;
      const size_t next = skip(sign + 1);
      return next != sign + 1 && c == '.' ? 0 : next;
    };
    const size_t second = separator(end, '\0');
    if (second == 0) return 0;
    const char sign = text_[skip(end)];
    const size_t length = end - at;
    if (length != 4 && length > 2) return 0;
    const auto first = number(at, 4);
    const auto middle = is_letter(text_[second]) && sign != '.' ? month(second) : number(second, 2);
    if (!first || !middle) return length <= 2 ? month_of_year(at, first, second, sign) : 0;
    const size_t third = separator(middle->end, sign);
    const auto last = third == 0 ? std::nullopt : number(third, 4);
    if (!last) return length <= 2 ? day_of_month_year(at, *first, *middle, second) : 0;
    const char next = text_[last->end];
    const bool goes_on =
        is_letter(next) || ((next == '-' || next == '/' || next == '.') && is_digit(text_[last->end + 1]));
    if (goes_on) return past_run(at);
    if (length == 4) {
      if (last->end - third > 2) return past_run(at);
      return dated(at, last->end, first->value, middle->value, last->value);
    }
    const size_t digits = last->end - third;
    if (digits == 4) return dated(at, last->end, last->value, middle->value, first->value);
    // Two digits: a code has dots too, so a dotted date must look like one ("25.07.16").
    const bool two_each = length == 2 && middle->end - second == 2;
    if (digits != 2 || (sign == '.' && (!two_each || last->value < 10))) return past_run(at);
    return dated(at, last->end, last->value + (last->value < 70 ? 2000 : 1900), middle->value, first->value);
  }

  size_t dated(size_t begin, size_t end, int year, int month, int day) {
    if (year < 1900 || year > 2099) return past_run(begin);
    if (is_day(year, month, day)) {
      add(begin, end, year, month, day);
    } else if (is_day(year, day, month)) {
      add(begin, end, year, day, month);  // month first, the only day it can be
    }
    return end;
  }

  // "06/2021".
  size_t month_of_year(size_t at, const std::optional<Value>& first, size_t second, char sign) {
    const auto found = year(second);
    if (!first || !found || sign == '.' || first->value < 1 || first->value > 12) return 0;
    if (text_[found->end] == '-' && is_digit(text_[found->end + 1])) return 0;
    add(at, found->end, found->value, first->value, 0);
    return found->end;
  }

  // "31-dic", "31/dic 2021"; "15/03" only where it is the whole text.
  size_t day_of_month_year(size_t at, const Value& day, const Value& month, size_t month_at) {
    if (is_letter(text_[month_at])) return finish_days({{at, day.end, day.value}}, month.value, month.end);
    const bool whole = skip(0) == at && skip(month.end) == text_.size() && month.end - month_at == 2;
    if (!whole || !possible(0, month.value, day.value)) return 0;
    add(at, month.end, 0, month.value, day.value);
    return month.end;
  }

  // "30 de junio", "22 al 27 de enero de 2021", "1, 2 y 3 de marzo", "30 Abril", "(30) días del mes de junio".
  size_t days_of_month(size_t at) {
    std::vector<Day> days;
    size_t i = at;
    constexpr size_t kMostDays = 31;
    for (auto found = day(i); found && days.size() < kMostDays; found = day(i)) {
      days.push_back(*found);
      i = skip(found->end);
      size_t next = text_[i] == ',' || text_[i] == '-' || text_[i] == '/' ? i + 1 : 0;
      for (const std::string_view joint : {"y el", "al dia", "al", "a", "y", "e", "hasta el"}) {
        if (next == 0) next = after(i, joint);
      }
      if (next == 0) break;
      next = skip(next);
      if (const size_t y = after(next, "y")) next = skip(y);
      if (!day(next)) break;
      i = next;
    }
    if (days.empty()) return 0;
    i = skip(days.back().end);
    if (const size_t next = after(i, "dias")) i = skip(next);
    for (const std::string_view joint : {"del mes de", "de", "del"}) {
      if (const size_t next = after(i, joint)) {
        i = skip(next);
        break;
      }
    }
    if (i == days.back().end && text_[i] == '-') ++i;
    const auto found = month(i);
    if (!found) return 0;
    return finish_days(days, found->value, found->end);
  }

  size_t finish_days(const std::vector<Day>& days, int month, size_t month_end) {
    const auto year = year_after(month_end);
    size_t end = year ? year->end : month_end;
    if (!year && text_[month_end] == '-') {
      if (const auto two = number(month_end + 1, 2); two && two->end == month_end + 3) {
        return finish(days, month, 2000 + two->value, two->end);  // "31-dic-20"
      }
    }
    return finish(days, month, year ? year->value : 0, end);
  }

  size_t finish(const std::vector<Day>& days, int month, int year, size_t end) {
    for (const Day& day : days) {
      if (possible(year, month, day.value))
        add(day.begin, &day == &days.back() ? end : day.end, year, month, day.value);
    }
    return end;
  }

  // --- at a word ---

  // Months; words before a year; ordinals and parts of a year; periodic words and phrases.
  static constexpr WordBeginnings kFirstWords{
      "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "set", "oct", "nov", "dic", "en",  "ano", "has",
      "des", "dur", "vig", "cua", "per", "pri", "seg", "ter", "qui", "sex", "i",   "ii",  "iii", "iv",  "v",   "vi",
      "bim", "tri", "sem", "t",   "q",   "b",   "c",   "s",   "dia", "men", "anu", "con", "cad", "tod", "a",   "por"};

  size_t at_word(size_t at) {
    const size_t end = word_end(at);
    if (!kFirstWords.may_begin(std::string_view(text_.chars).substr(at, end - at))) return end;
    if (at > 0 && (is_digit(text_[at - 1]) || is_letter(text_[at - 1]))) return end;
    if (const size_t next = month_first(at)) return next;
    const std::string_view word = std::string_view(text_.chars).substr(at, end - at);
    if (names_years(word)) {
      if (const size_t next = named_year(at)) return next;
    }
    if (const size_t next = nth_part(at)) return next;
    if (const size_t next = periodic(at, word)) return next;
    return end;
  }

  // "mayo 14 de 2019", "Enero de 2024", "Ene-21", "marzo 5 y 6 de 2020", "Enero".
  size_t month_first(size_t at) {
    const auto found = month(at);
    if (!found) return 0;
    const bool full = full_name(at, *found);
    if (const auto year = year_after(found->end)) {
      add(at, year->end, year->value, found->value, 0);
      return year->end;
    }
    if (text_[found->end] == '-' && !full) {
      if (const auto two = number(found->end + 1, 2); two && two->end == found->end + 3 && two->value >= 10) {
        add(at, two->end, 2000 + two->value, found->value, 0);
        return two->end;
      }
    }
    if (const size_t end = days_after_month(at, *found)) return end;
    const bool alone = skip(0) == at && skip(found->end) == text_.size();
    const bool ranged = in_month_range(at, found->end);
    if (!full && !alone && !ranged) return 0;
    add(at, found->end, 0, found->value, 0);
    return found->end;
  }

  // "Ene-Mar": an abbreviation counts where another month stands beside it.
  [[nodiscard]] bool in_month_range(size_t begin, size_t end) const {
    size_t i = skip(end);
    if (text_[i] == '.') i = skip(i + 1);
    size_t next = text_[i] == '-' || text_[i] == '/' || text_[i] == ',' ? i + 1 : 0;
    for (const std::string_view joint : {"a", "al", "y"}) {
      if (next == 0) next = after(i, joint);
    }
    if (next != 0 && month(skip(next))) return true;
    return !parts_.empty() && parts_.back().day == 0 && parts_.back().first_month == parts_.back().last_month &&
           begin <= parts_.back().end + 4;
  }

  size_t days_after_month(size_t at, const Value& month) {
    std::vector<Day> days;
    size_t i = skip(month.end);
    if (text_[i] == '.') i = skip(i + 1);
    constexpr size_t kMostDays = 31;
    for (auto found = day(i); found && days.size() < kMostDays; found = day(i)) {
      const char next_char = text_[found->end];
      const bool figure = next_char == '%' ||
                          ((next_char == '.' || next_char == ',') && is_digit(text_[found->end + 1])) ||
                          is_letter(next_char);
      if (figure) break;
      days.push_back(*found);
      i = skip(found->end);
      size_t next = text_[i] == '-' ? i + 1 : 0;
      for (const std::string_view joint : {"al", "a", "y"}) {
        if (next == 0) next = after(i, joint);
      }
      if (next == 0) break;
      i = skip(next);
    }
    if (days.empty()) return 0;
    // "Abril 30 de agosto": the day is the next month's.
    const size_t of = skip(days.back().end);
    const size_t word = after(of, "de") != 0 ? skip(after(of, "de")) : of;
    if (this->month(word)) return 0;
    const auto year = year_after(days.back().end);
    days.front().begin = at;
    return finish(days, month.value, year ? year->value : 0, year ? year->end : days.back().end);
  }

  // Whether named_year may find anything at this word.
  [[nodiscard]] static bool names_years(std::string_view word) {
    constexpr std::array<std::string_view, 10> kWords{"en",      "ano",      "hasta",     "desde",      "anos",
                                                      "durante", "vigencia", "vigencias", "cuatrienio", "periodo"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
  }

  // "vigencia 2021", "vigencia fiscal: 2021", "años 2020 y 2021", "cuatrienio 2020-2023", "durante 2021".
  size_t named_year(size_t at) {
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

  void add_years(size_t begin, size_t end, int first, int last) {
    add(begin, end, first, 1, 0);
    parts_.back().last_year = last;
    parts_.back().last_month = 12;
  }

  size_t whole_text_year(size_t at) {
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

  // "I trimestre", "primer semestre de 2021", "Trimestre 1", "1er bimestre", "Cuatrimestre II".
  // Whether the word may be "bimestre", "cuatrimestre", "semestre", "trimestre", short for one, or "T1". Any word may
  // stand here, and reading a part of the year is slow.
  [[nodiscard]] bool may_name_part(size_t at) const {
    constexpr std::array<std::string_view, 4> kBeginnings{"bim", "cua", "sem", "tri"};
    const std::string_view rest = std::string_view(text_.chars).substr(std::min(at, text_.size()));
    if (rest.size() > 1 && std::string_view("bcst").find(rest[0]) != std::string_view::npos && !is_letter(rest[1]))
      return true;
    return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view b) { return rest.starts_with(b); });
  }

  size_t nth_part(size_t at) {
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

  size_t periodic(size_t at, std::string_view word) {
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

  std::vector<DatePart> parts_;
};

}  // namespace

std::vector<DatePart> scan_dates(const Skeleton& text) {
  return Scanner(text).scan();
}

}  // namespace cotejo::normalise
