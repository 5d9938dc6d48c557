#include "pipeline/mapping/table/budget_code.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/digits.h"
#include "base/grouped_figure.h"
#include "pipeline/mapping/table/tolerances.h"
#include "pipeline/mapping/words/tolerances.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::budget_code;
using base::is_digit;

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_separator(char c) {
  return c == '.' || c == '-' || c == '_' || c == '/';
}
bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool code_characters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_capital(c) || is_separator(c); });
}

// `1.234.567`: groups of three after the first, as thousands are written.
bool thousands(std::string_view text, char separator) {
  const base::DigitRuns runs = base::digit_runs(text, std::string_view(&separator, 1));
  return runs.count > 1 && runs.end == text.size() && runs.grouped(runs.count);
}

// `29/01/2021`, `1-2-20`: three numbers that can be a day.
bool day(std::string_view text) {
  std::array<int, 3> parts{};
  std::array<int, 3> lengths{};
  std::size_t part = 0;
  for (const char c : text) {
    if (is_digit(c) && lengths[part] < 4) {
      parts[part] = parts[part] * 10 + (c - '0');
      ++lengths[part];
    } else if ((c == '/' || c == '-' || c == '.') && part + 1 < parts.size()) {
      ++part;
    } else {
      return false;
    }
  }
  if (part + 1 != parts.size()) return false;
  const bool day_first = lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 4 || lengths[2] == 2);
  const bool year_first = lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2;
  if (!day_first && !year_first) return false;
  const int year = day_first ? parts[2] : parts[0];
  const bool plausible = parts[1] >= 1 && parts[1] <= 12 && (day_first ? parts[0] : parts[2]) <= 31;
  return plausible && ((year >= tolerances::year::kFirst && year <= tolerances::year::kLast) ||
                       (lengths[2] == 2 && text.find('.') == std::string_view::npos));
}

std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::size_t i = 0;
  while (i < text.size()) {
    while (i < text.size() && is_space(text[i])) ++i;
    const std::size_t begin = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    if (i > begin) pieces.push_back(text.substr(begin, i - begin));
  }
  return pieces;
}

}  // namespace

bool may_be_code(std::string_view text) {
  if (text.empty() || text.size() > kLongest || !code_characters(text) || !base::has_digit(text)) return false;
  if (is_separator(text.front()) || day(text)) return false;
  // Words in capitals with a number in them ("COVID19") are no codes: letters come in short groups.
  std::size_t letters = 0;
  for (const char c : text) {
    letters = is_capital(c) ? letters + 1 : 0;
    if (letters > kMostLetters) return false;
  }
  return true;
}

bool is_certain_code(std::string_view text) {
  if (!may_be_code(text)) return false;
  const auto separators = std::count_if(text.begin(), text.end(), is_separator);
  const bool letters = std::any_of(text.begin(), text.end(), is_capital);
  if (letters) return separators >= 1;
  if (text.find('/') != std::string_view::npos) return false;
  if (text.find('_') != std::string_view::npos) return text.size() >= kShortestParted && !text.ends_with('_');
  if (text.find('-') != std::string_view::npos) return text.size() >= kShortestParted && !text.ends_with('-');
  if (thousands(text, '.')) return false;
  return separators >= 2;
}

CodeReading read_code(std::string_view text) {
  CodeReading reading;
  const std::vector<std::string_view> pieces = pieces_of(text);
  // In a cell of nothing but code every piece belongs to it; before words only what the cut left open does.
  const bool all_code = std::all_of(pieces.begin(), pieces.end(), [](std::string_view piece) {
    return piece == "-" ||
           std::all_of(piece.begin(), piece.end(), [](char c) { return is_digit(c) || is_separator(c); });
  });
  std::size_t used = 0;
  for (; used < pieces.size(); ++used) {
    std::string_view piece = pieces[used];
    const bool goes_on = is_separator(piece.front());
    while (used > 0 && piece.size() > 1 && is_separator(piece.front()) && base::has_digit(piece)) {
      // a separator that the cut left at the beginning of the next piece
      reading.code += piece.front();
      piece.remove_prefix(1);
    }
    const bool last_open = !reading.code.empty() && is_separator(reading.code.back());
    if (piece == "-" || piece == "–") {
      if (used == 0) break;
      // " - " between code and name, or inside a code when digits follow
      if (used + 1 < pieces.size() && may_be_code(pieces[used + 1])) {
        reading.code += '-';
        continue;
      }
      break;
    }
    if (!may_be_code(piece)) {
      // a code that ends in a colon or in the hyphen that parts it from its name
      while (!piece.empty() && (piece.back() == ':' || piece.back() == ',' || piece.back() == ';'))
        piece.remove_suffix(1);
      if (used == 0 && may_be_code(piece)) {
        reading.code += piece;
        ++used;
      }
      break;
    }
    if (used > 0 && !last_open && !goes_on && !all_code) break;
    reading.code += piece;
  }
  while (!reading.code.empty() && (reading.code.back() == '-' || reading.code.back() == '_')) reading.code.pop_back();
  if (reading.code.empty()) used = 0;
  while (used < pieces.size() && (pieces[used] == "-" || pieces[used] == "–" || pieces[used] == ":")) ++used;
  if (used < pieces.size()) {
    const char* begin = pieces[used].data();
    reading.rest.assign(begin, static_cast<std::size_t>(text.data() + text.size() - begin));
    while (!reading.rest.empty() && is_space(reading.rest.back())) reading.rest.pop_back();
  }
  reading.bpin = bpin_of(reading.code);
  return reading;
}

std::string bpin_of(std::string_view code) {
  std::size_t i = 0;
  while (i < code.size()) {
    while (i < code.size() && !is_digit(code[i])) ++i;
    const std::size_t begin = i;
    while (i < code.size() && is_digit(code[i])) ++i;
    const std::string_view digits = code.substr(begin, i - begin);
    if (digits.size() < kShortestProject || digits.size() > kLongestProject) continue;
    if (digits.substr(0, 2) == "20" && digits[2] >= '0' && digits[2] <= '3') return std::string(digits);
  }
  return {};
}

bool is_dotted_prefix(std::string_view parent, std::string_view child) {
  while (!parent.empty() && parent.back() == '.') parent.remove_suffix(1);
  return !parent.empty() && child.size() > parent.size() + 1 && child.starts_with(parent) &&
         (child[parent.size()] == '.' || child[parent.size()] == '-') && is_digit(child[parent.size() + 1]);
}

}  // namespace cotejo::mapping
