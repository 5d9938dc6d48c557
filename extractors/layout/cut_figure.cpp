#include "extractors/layout/cut_figure.h"

#include <string>

#include "base/digits.h"
#include "base/grouped_figure.h"

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

// One to three digits, then at least `least` groups of three behind one kind of sign, then at most two decimals behind
// another.
bool grouped(std::string_view text, std::size_t least) {
  const base::DigitRuns runs = base::digit_runs(text, ".,'");
  if (runs.count < 2 || runs.end != text.size()) return false;
  std::size_t alike = 1;  // runs with the first sign before them, and the first
  while (alike < runs.count && runs.signs[alike - 1] == runs.signs[0]) ++alike;
  if (alike - 1 < least || !runs.grouped(alike)) return false;
  return alike == runs.count || (alike + 1 == runs.count && runs.lengths[alike] <= 2);
}

}  // namespace

bool cut_figure(std::string_view above, std::string_view below, int groups) {
  const std::string first = bare(above), rest = bare(below);
  if (first.size() < 4 || rest.empty() || rest.size() >= first.size()) return false;
  // A rest that is a figure of its own ("1.250.000" under "3.000.000") makes no whole with what stands above it.
  return grouped(first + rest, static_cast<std::size_t>(groups)) &&
         (!grouped(first, 1) || !base::is_digit(rest.front()));
}

}  // namespace cotejo::layout
