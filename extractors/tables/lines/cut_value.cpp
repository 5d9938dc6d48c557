#include "extractors/tables/lines/cut_value.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/captions.h"
#include "base/digits.h"
#include "extractors/layout/cut_figure.h"
#include "extractors/layout/join_text.h"
#include "extractors/tables/lines/tolerances.h"

namespace cotejo::tables {
namespace {

bool of_digits_and_marks(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return base::is_digit(c) || c == '.' || c == '-'; });
}

// "2.3.01": digits in parts.
bool is_code(const std::string& text, std::ptrdiff_t parts) {
  return of_digits_and_marks(text) && text.size() > 2 && base::is_digit(text[0]) &&
         std::count_if(text.begin(), text.end(), [](char c) { return c == '.' || c == '-'; }) >= parts - 1;
}

}  // namespace

bool is_rest_of_value(const std::string& above, const std::string& below) {
  return layout::cut_figure(above, below, 1) ||
         (base::all_digits(below) && below.size() <= lines::longest_rest && above.size() >= lines::shortest_cut);
}

bool cut_code(const std::string& above, const std::string& below) {
  const bool number = above.size() >= lines::shortest_number && base::all_digits(above);
  return (number || is_code(above, 3)) && of_digits_and_marks(below) && below.size() <= lines::longest_rest;
}

bool is_date_in_words(std::string_view text) {
  std::array<std::string_view, 5> words;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (count == words.size()) return false;
    words[count] = text.substr(at, end - at);
    at = end + 1;
  }
  const auto number = [&](std::size_t at, std::size_t longest) {
    return words[at].size() <= longest && base::all_digits(words[at]);
  };
  constexpr std::size_t day = 2, year = 4, shortest_month = 4;
  const bool begun = count >= 3 && number(0, day) && words[1] == "de" && words[2].size() >= shortest_month &&
                     base::first_letters(words[2]) == words[2].size();
  return begun && (count == 3 || (count == 5 && (words[3] == "de" || words[3] == "del") && number(4, year)));
}

bool cut_date(const std::string& above, const std::string& below) {
  return base::all_digits(below) && is_date_in_words(above + " " + below);
}

bool lone_currency(const std::string& text) {
  return text == "$" || text == "US$" || text == "USD" || text == "COP";
}

bool asks_for_more(const std::string& text) {
  if (text.empty()) return false;
  const char last = text.back();
  if (last == ',' || last == '-' || last == '/' || last == '(' || last == '&') return true;
  if (std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')')) return true;
  return layout::ends_in_link(text);
}

}  // namespace cotejo::tables
