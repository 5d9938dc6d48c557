#include "pipeline/normalise/dates/dates.h"

#include <algorithm>
#include <array>

#include "pipeline/normalise/dates/calendar.h"
#include "pipeline/normalise/dates/date_parts.h"
#include "pipeline/normalise/text/skeleton.h"

namespace cotejo::normalise {
namespace {

// Words and signs that tie two dates to one year: "30 Abril, 30 de Agosto y el 31 de diciembre de 2021".
bool is_tie(const Skeleton& text, std::size_t begin, std::size_t end) {
  constexpr std::array<std::string_view, 17> kWords{"y",  "e",     "o",     "u",   "a",  "al",  "hasta", "el",    "del",
                                                    "de", "desde", "entre", "los", "la", "dia", "dias",  "fiscal"};
  for (std::size_t i = begin; i < end;) {
    if (!is_letter(text[i])) {
      constexpr std::string_view kSigns = ",;-/().:";
      if (!is_space(text[i]) && kSigns.find(text[i]) == kSigns.npos) return false;
      ++i;
      continue;
    }
    std::size_t last = i;
    while (last < end && is_letter(text[last])) ++last;
    const std::string_view word = std::string_view(text.chars).substr(i, last - i);
    if (std::find(kWords.begin(), kWords.end(), word) == kWords.end()) return false;
    i = last;
  }
  return true;
}

// "al", "hasta el", a dash; "y" after "entre": the two dates are the ends of one span.
bool is_range(const Skeleton& text, const DatePart& first, const DatePart& second) {
  std::size_t i = skip_spaces(text, first.end);
  if (text[i] == '.') i = skip_spaces(text, i + 1);
  std::size_t next = text[i] == '-' ? i + 1 : 0;
  for (const std::string_view joint : {"hasta el", "hasta", "al dia", "al", "a el", "a"}) {
    if (next == 0 && phrase_at(text, i, joint) != 0) next = i + phrase_at(text, i, joint);
  }
  if (next == 0 && phrase_at(text, i, "y") != 0) {
    std::size_t before = first.begin;
    while (before > 0 && is_space(text[before - 1])) --before;
    const std::string_view head = std::string_view(text.chars).substr(0, before);
    const auto ends_with = [&](std::string_view word) {
      return head.size() >= word.size() && head.substr(head.size() - word.size()) == word;
    };
    if (ends_with("entre") || ends_with("entre el")) next = i + 1;
    if (next != 0 && phrase_at(text, skip_spaces(text, next), "el") != 0) next = skip_spaces(text, next) + 2;
  }
  return next != 0 && skip_spaces(text, next) == second.begin;
}

void share_years(const Skeleton& text, std::vector<DatePart>& parts) {
  const auto take = [&](DatePart& part, const DatePart& from, const DatePart& earlier, const DatePart& later) {
    if (part.year != 0 || part.periodic || from.year == 0 || from.year != from.last_year) return;
    if (is_tie(text, earlier.end, later.begin)) part.year = part.last_year = from.year;
  };
  for (std::size_t i = parts.size(); i-- > 1;) take(parts[i - 1], parts[i], parts[i - 1], parts[i]);
  for (std::size_t i = 1; i < parts.size(); ++i) take(parts[i], parts[i - 1], parts[i - 1], parts[i]);
}

int last_day(const DatePart& part) {
  if (part.ranged) return part.last_day;
  return part.day != 0 ? part.day : days_in_month(part.last_year, part.last_month);
}

// (month, day) of two ends, to tell whether a span runs over a new year.
bool runs_back(const DatePart& first, const DatePart& second) {
  return first.last_month > second.first_month ||
         (first.last_month == second.first_month && first.day > 0 && second.day > 0 && first.day > second.day);
}

std::vector<DatePart> merged(const Skeleton& text, const std::vector<DatePart>& parts,
                             const std::vector<bool>& own_year, int context_year) {
  std::vector<DatePart> result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    DatePart part = parts[i];
    const bool next = i + 1 < parts.size() && !part.periodic && !parts[i + 1].periodic;
    if (next && is_range(text, part, parts[i + 1])) {
      DatePart last = parts[i + 1];
      if (part.year == 0) part.year = part.last_year = context_year;
      if (last.year == 0) last.year = last.last_year = context_year;
      const bool back = part.year == last.year && part.year == part.last_year && runs_back(part, last);
      if (back && !own_year[i] && part.year > 0) part.year = part.last_year = part.year - 1;
      const bool forward = part.year < last.year || (part.year == last.year && !runs_back(part, last));
      if (forward) {
        DatePart span = part;
        span.end = last.end;
        span.ranged = true;
        span.year = parts[i].year == 0 && parts[i + 1].year == 0 ? 0 : part.year;
        span.last_year = span.year == 0 ? 0 : last.last_year;
        span.last_month = last.last_month;
        span.last_day = last.day;  // 0: the whole month
        if (span.last_day == 0) {
          span.last_day = days_in_month(last.last_year == 0 ? 2000 : last.last_year, last.last_month);
        }
        result.push_back(span);
        ++i;
        continue;
      }
    }
    result.push_back(part);
  }
  return result;
}

}  // namespace

std::vector<DateReading> find_dates(std::string_view text, int context_year) {
  const Skeleton skeleton = skeleton_of(text);
  std::vector<DatePart> parts = scan_dates(skeleton);
  std::vector<bool> own_year;
  int only_year = 0;
  for (const DatePart& part : parts) {
    own_year.push_back(part.year != 0);
    if (part.year != 0) only_year = only_year == 0 || only_year == part.year ? part.year : -1;
  }
  share_years(skeleton, parts);
  std::vector<DateReading> readings;
  for (DatePart& part : merged(skeleton, parts, own_year, context_year)) {
    DateReading reading;
    reading.begin = skeleton.place(part.begin);
    reading.end = skeleton.place(part.end);
    reading.text = std::string(text.substr(reading.begin, reading.end - reading.begin));
    reading.periodic = part.periodic;
    if (part.periodic && only_year > 0) part.year = part.last_year = only_year;
    reading.year_printed = part.year != 0;
    if (part.year == 0) part.year = part.last_year = context_year;
    if (part.year != 0) {
      const int first_day = part.day != 0 ? part.day : 1;
      const bool exists = is_day(part.year, part.first_month, first_day);
      if (!exists) continue;  // 29 de febrero of a year that has none
      const int day = std::min(last_day(part), days_in_month(part.last_year, part.last_month));
      reading.span = {iso_day(part.year, part.first_month, first_day), iso_day(part.last_year, part.last_month, day)};
    }
    readings.push_back(std::move(reading));
  }
  return readings;
}

model::DaySpan span_of(std::string_view text, int context_year) {
  model::DaySpan dated;
  model::DaySpan periodic;
  for (const DateReading& reading : find_dates(text, context_year)) {
    if (reading.span.from.empty()) continue;
    model::DaySpan& span = reading.periodic ? periodic : dated;
    if (span.from.empty() || reading.span.from < span.from) span.from = reading.span.from;
    if (span.to.empty() || reading.span.to > span.to) span.to = reading.span.to;
  }
  return dated.from.empty() ? periodic : dated;
}

bool valid_day(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return false;
  const auto number = [&](std::size_t begin, std::size_t count) {
    int value = 0;
    for (std::size_t i = begin; i < begin + count; ++i) {
      if (!is_digit(iso[i])) return -1;
      value = value * 10 + (iso[i] - '0');
    }
    return value;
  };
  return is_day(number(0, 4), number(5, 2), number(8, 2));
}

}  // namespace cotejo::normalise
