#include "extractors/layout/cut_figure.h"

#include <algorithm>
#include <string>

#include "base/digits.h"
#include "base/grouped_figure.h"
#include "extractors/layout/tolerances.h"

namespace cotejo::layout {
namespace {

// Signs that stand before a figure and after it are none of its digits.
std::string bare(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (base::is_digit(c) || c == '.' || c == ',' || c == '\'')
      out += c;
    else if (c != ' ' && c != '$' && c != '(' && c != ')' && c != '-' && c != '%')
      return {};
  return out;
}

// With one decimal at least.
bool grouped(std::string_view text, int least) {
  return base::is_grouped(text, ".,'", static_cast<std::size_t>(least), 1);
}

// "95,3" over "9%": a percentage whose last decimals stand below, with its sign. Two percentages would have a sign
// each.
bool cut_percentage(std::string_view above, std::string_view below) {
  const std::size_t mark = above.find_first_of(".,");
  if (mark == std::string_view::npos || mark == 0 || mark > most_whole || mark + 2 < above.size()) return false;
  if (below.size() < 2 || below.size() > most_rest + 1 || below.back() != '%') return false;
  const auto digits = [](std::string_view text) { return text.empty() || base::all_digits(text); };
  return digits(above.substr(0, mark)) && digits(above.substr(mark + 1)) &&
         base::all_digits(below.substr(0, below.size() - 1));
}

// "10" over "0%": of shares without decimals only the whole is wider than the others.
bool cut_whole(std::string_view above, std::string_view below) {
  return base::all_digits(above) && std::string(above) + std::string(below) == "100%";
}

// The rest without the mark of a note behind it: "000(1)", "333*", "650²".
std::string_view without_mark(std::string_view rest) {
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  const std::string_view behind = rest.substr(digits);
  if (digits == 0 || behind.empty()) return rest;
  const bool stars = behind.find_first_not_of('*') == behind.npos;
  const bool raised = behind == "\u00B9" || behind == "\u00B2" || behind == "\u00B3";
  const bool bracketed = behind.size() > 2 && behind.size() <= longest_mark && behind.front() == '(' &&
                         behind.back() == ')' && base::all_digits(behind.substr(1, behind.size() - 2));
  return stars || raised || bracketed ? rest.substr(0, digits) : rest;
}

// "$ 27 343 365 0" over "00": groups that spaces part.
bool cut_spaced(std::string_view above, std::string_view below, int groups) {
  while (!above.empty() && (above.front() == '$' || above.front() == ' ' || above.front() == '-'))
    above.remove_prefix(1);
  const bool digits = !above.empty() && base::is_digit(above.back()) && base::all_digits(below);
  return digits && !base::is_grouped(above, " ", 1, 1) &&
         base::is_grouped(std::string(above) + std::string(below), " ", static_cast<std::size_t>(groups), 3);
}

}  // namespace

bool cut_figure(std::string_view above, std::string_view below, int groups) {
  below = without_mark(below);
  if (cut_percentage(above, below) || cut_whole(above, below) || cut_spaced(above, below, groups)) return true;
  const std::string first = bare(above), rest = bare(below);
  if (first.size() < shortest_cut || rest.empty() || rest.size() >= first.size()) return false;
  // A rest that is a figure of its own ("1.250.000" under "3.000.000") makes no whole with what stands above it.
  return grouped(first + rest, groups) && (!grouped(first, 1) || !base::is_digit(rest.front()));
}

bool cut_decimals(std::string_view above, std::string_view below) {
  const std::string first = bare(above), rest = bare(below);
  if (rest.size() != 1 || !base::is_digit(rest.front())) return false;
  const std::size_t mark = first.find_last_of(".,'");
  return mark != std::string::npos && mark + 2 == first.size() && grouped(first, 2);
}

}  // namespace cotejo::layout
