#include "pipeline/mapping/columns/column_numbers.h"

#include <algorithm>

#include "base/digits.h"
#include "pipeline/mapping/columns/tolerances.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::column_numbers;

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

// Lower case, without spaces and parentheses; empty when there is a sign that no formula of columns has.
std::string bare(std::string_view text) {
  std::string out;
  if (text.size() > kLongestFormula) return out;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '(' || c == ')' || c == '[' || c == ']') continue;
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    constexpr std::string_view kSigns = "=+-*/%.,";
    if (!base::is_digit(small) && !is_letter(small) && kSigns.find(small) == std::string_view::npos) return {};
    out += small;
  }
  return out;
}

// One or two digits, or one letter.
bool is_name(std::string_view text) {
  if (base::all_digits(text)) return text.size() <= 2 && text != "0" && text != "00";
  return text.size() == 1 && is_letter(text.front());
}

// Names between signs: "3+4-5", "2/3*100", "3a6".
bool is_formula(std::string_view text) {
  std::size_t names = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_letter(text[at])) {
      ++at;
    } else if (base::is_digit(text[at])) {
      const std::size_t begin = at;
      while (at < text.size() && base::is_digit(text[at])) ++at;
      if (at - begin > 3) return false;  // "× 100" is the longest
    } else {
      ++at;
      continue;
    }
    ++names;
  }
  return names > 0;
}

// The place of a name in its order: 3 for "3", 3 for "c".
int place_of(const std::string& name) {
  return base::is_digit(name.front()) ? std::stoi(name) : name.front() - 'a' + 1;
}

}  // namespace

ColumnNumber column_number(std::string_view text) {
  const std::string all = bare(text);
  const std::size_t sign = all.find('=');
  const std::string name = all.substr(0, sign);
  if (!is_name(name)) return {};
  if (sign == std::string::npos) return {name, {}};
  const std::string formula = all.substr(sign + 1);
  return is_formula(formula) ? ColumnNumber{name, formula} : ColumnNumber{};
}

bool numbers_columns(const Sheet& sheet, int row) {
  int count = 0;
  int last = 0;
  bool letters = false;
  for (int column = 0; column < sheet.columns; ++column) {
    const model::Cell* cell = sheet.cell(row, column);
    if (cell == nullptr || cell->row != row || cell->column != column || sheet.shape(row, column) == Shape::blank)
      continue;
    const ColumnNumber number = column_number(cell->text);
    if (number.name.empty()) return false;
    const int place = place_of(number.name);
    const bool letter = is_letter(number.name.front());
    const bool next = count == 0 ? place <= 2 || letter : place == last + 1 && letter == letters;
    // "G = C - D" twice: two columns of one name are one place apart all the same
    const bool again = count > 0 && place == last && !number.formula.empty();
    if (!next && !again) return false;
    last = place;
    letters = letter;
    ++count;
  }
  return count >= kFewestNumbers;
}

}  // namespace cotejo::mapping
