#include "pipeline/normalise/dates/date_parts.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/normalise/dates/calendar.h"
#include "pipeline/normalise/dates/period_scanner.h"
#include "pipeline/normalise/text/word_beginnings.h"

namespace cotejo::normalise {
namespace {

using std::size_t;

// Days and months; years and parts of a year are PeriodScanner's.
class Scanner : private PeriodScanner {
 public:
  explicit Scanner(const Skeleton& text) : PeriodScanner(text) {}

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
};

}  // namespace

std::vector<DatePart> scan_dates(const Skeleton& text) {
  return Scanner(text).scan();
}

}  // namespace cotejo::normalise
