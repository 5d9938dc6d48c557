#include "pipeline/normalise/dates/date_lexer.h"

#include <algorithm>
#include <string>

#include "pipeline/normalise/dates/calendar.h"

namespace cotejo::normalise {

using std::size_t;

size_t DateLexer::word_end(size_t at) const {
  while (is_letter(text_[at])) ++at;
  return at;
}
size_t DateLexer::digits_end(size_t at) const {
  while (is_digit(text_[at])) ++at;
  return at;
}
std::string_view DateLexer::word(size_t at) const {
  return std::string_view(text_.chars).substr(at, word_end(at) - at);
}
size_t DateLexer::after(size_t at, std::string_view phrase) const {
  const size_t length = phrase_at(text_, at, phrase);
  return length == 0 ? 0 : at + length;
}

std::optional<DateLexer::Value> DateLexer::number(size_t at, size_t most) const {
  const size_t end = digits_end(at);
  if (end == at || end - at > most) return std::nullopt;
  int value = 0;
  for (size_t i = at; i < end; ++i) value = value * 10 + (text_[i] - '0');
  return Value{value, end};
}

std::optional<DateLexer::Value> DateLexer::year(size_t at) const {
  auto found = number(at, 4);
  if (found && found->end - at == 1 && (text_[found->end] == '.' || text_[found->end] == ',')) {
    const auto rest = number(found->end + 1, 3);
    if (!rest || rest->end - found->end != 4) return std::nullopt;
    found = Value{found->value * 1000 + rest->value, rest->end};
  } else if (!found || found->end - at != 4) {
    return std::nullopt;
  }
  const char next = text_[found->end];
  const bool goes_on =
      is_letter(next) || ((next == '.' || next == ',' || next == '/') && is_digit(text_[found->end + 1]));
  return found->value < 1900 || found->value > 2099 || goes_on || next == '%' ? std::nullopt : found;
}

std::optional<DateLexer::Value> DateLexer::year_after(size_t at) const {
  size_t i = skip(at);
  if (text_[i] == '.' && is_space(text_[i + 1])) i = skip(i + 1);  // "dic. 2020"
  if (text_[i] == ',' || text_[i] == '/' || text_[i] == '-' || text_[i] == '(') i = skip(i + 1);
  for (int words = 0; words < 4; ++words) {
    size_t next = 0;
    if (!is_letter(text_[i])) break;
    for (const std::string_view joint : {"de", "del", "la", "el", "ano", "vigencia", "presente", "fiscal"}) {
      if (next == 0) next = after(i, joint);
    }
    if (next == 0) break;
    i = skip(next);
    if (text_[i] == ':') i = skip(i + 1);
  }
  if (auto found = year(i)) {
    if (text_[i - 1] == '(' && text_[found->end] == ')') ++found->end;
    return found;
  }
  if (after(i, "dos") == 0) return std::nullopt;  // a year in words, with its figures after it
  size_t bracket = i;
  constexpr size_t kLongestYear = 40;  // "dos mil veinticinco", with room to spare
  while (bracket < i + kLongestYear && (is_letter(text_[bracket]) || is_space(text_[bracket]))) ++bracket;
  if (text_[bracket] != '(') return std::nullopt;
  const auto found = year(bracket + 1);
  if (!found || text_[found->end] != ')') return std::nullopt;
  return Value{found->value, found->end + 1};
}

std::optional<DateLexer::Value> DateLexer::month(size_t at) const {
  if (month_beginning(std::string_view(text_.chars).substr(std::min(at, text_.size()))) == 0) return std::nullopt;
  const size_t end = word_end(at);
  if (const int found = month_number(word(at))) return Value{found, end};
  const size_t second = skip(end);
  if (second == end || end - at < 3) return std::nullopt;
  std::string joined(word(at));
  joined += word(second);
  const int found = joined.size() > 4 ? month_number(joined) : 0;
  return found == 0 ? std::nullopt : std::optional(Value{found, word_end(second)});
}

std::optional<DateLexer::Day> DateLexer::day(size_t at) const {
  const auto found = number(at, 2);
  if (!found || found->value < 1 || found->value > 31) return std::nullopt;
  size_t end = found->end;
  if (text_[end] == '.' && text_[end + 1] == kOrdinalSign) ++end;
  if (text_[end] == kOrdinalSign) ++end;
  for (const std::string_view suffix : {"ro", "ero", "er"}) {
    if (found->value == 1 && word(end) == suffix) end = word_end(end);
  }
  if (text_[end] == ')') ++end;
  return Day{at, end, found->value};
}

}  // namespace cotejo::normalise
