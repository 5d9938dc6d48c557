#include "extractors/layout/cut_figure.h"

#include <string>

#include "base/digits.h"

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
bool grouped(std::string_view text, int least) {
  std::size_t at = 0;
  while (at < text.size() && base::is_digit(text[at])) ++at;
  if (at == 0 || at > 3 || at == text.size()) return false;
  const char sign = text[at];
  int groups = 0;
  while (at < text.size() && text[at] == sign) {
    const std::size_t begin = ++at;
    while (at < text.size() && base::is_digit(text[at])) ++at;
    if (at - begin != 3) return false;
    ++groups;
  }
  if (groups < least) return false;
  if (at == text.size()) return true;
  const std::size_t decimals = text.size() - at - 1;
  return decimals >= 1 && decimals <= 2 && base::all_digits(text.substr(at + 1));
}

}  // namespace

bool cut_figure(std::string_view above, std::string_view below, int groups) {
  const std::string first = bare(above), rest = bare(below);
  if (first.size() < 4 || rest.empty() || rest.size() >= first.size()) return false;
  // A rest that is a figure of its own ("1.250.000" under "3.000.000") makes no whole with what stands above it.
  return grouped(first + rest, groups) && (!grouped(first, 1) || !base::is_digit(rest.front()));
}

}  // namespace cotejo::layout
