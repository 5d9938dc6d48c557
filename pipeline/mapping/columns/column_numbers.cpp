#include "pipeline/mapping/columns/column_numbers.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

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

namespace {

// The columns by their names; -1 for a name that two of them have.
using Names = std::map<std::string, int>;

// Reads a formula without blanks and brackets, from left to right.
class FormulaReader {
 public:
  FormulaReader(std::string_view text, const Names& names) : text_(text), names_(names) {}

  std::optional<ColumnFormula> read(int result) {
    ColumnFormula formula;
    formula.result = result;
    int weight = 1;
    for (;;) {
      const std::string name = take_name();
      const int column = column_of(name);
      if (column < 0) return std::nullopt;
      formula.terms.push_back({column, weight});
      if (!take_range(name, column, weight, formula)) return std::nullopt;
      if (text_.empty() || (formula.ratio && is_hundred())) break;
      const char sign = text_.front();
      text_.remove_prefix(1);
      if (sign == '/' && formula.terms.size() == 1) {
        formula.ratio = true;
      } else if ((sign == '+' || sign == '-') && !formula.ratio) {
        weight = sign == '+' ? 1 : -1;
      } else {
        return std::nullopt;
      }
    }
    const bool own = std::any_of(formula.terms.begin(), formula.terms.end(),
                                 [&](const ColumnFormula::Term& term) { return term.column == result; });
    return formula.terms.size() < 2 || own ? std::nullopt : std::optional(formula);
  }

 private:
  std::string take_name() {
    std::size_t end = 0;
    if (!text_.empty() && is_letter(text_.front())) {
      end = 1;
    } else {
      while (end < text_.size() && base::is_digit(text_[end])) ++end;
    }
    std::string name(text_.substr(0, end));
    text_.remove_prefix(end);
    return name;
  }

  [[nodiscard]] int column_of(const std::string& name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? -1 : found->second;
  }

  // "3a6": all from one number to another. False where it leads nowhere.
  bool take_range(const std::string& from, int column, int weight, ColumnFormula& formula) {
    const bool range = base::all_digits(from) && text_.size() > 1 && text_.front() == 'a' && base::is_digit(text_[1]);
    if (!range) return true;
    text_.remove_prefix(1);
    const int last = column_of(take_name());
    if (last <= column) return false;
    for (int c = column + 1; c <= last; ++c) formula.terms.push_back({c, weight});
    return true;
  }

  [[nodiscard]] bool is_hundred() const { return text_ == "*100" || text_ == "%" || text_ == "*100%"; }

  std::string_view text_;
  const Names& names_;
};

}  // namespace

std::vector<ColumnFormula> column_formulas(const model::Table& table, const TableReading& reading) {
  std::vector<ColumnFormula> formulas;
  for (int row = 0; row < reading.header_rows; ++row) {
    Names names;
    std::vector<std::pair<int, std::string>> printed;  // of the columns that are made from others
    bool all = true;
    for (int c = 0; c < table.columns && all; ++c) {
      const int index = reading.at(row, c).cell;
      if (index < 0 || table.cells[static_cast<std::size_t>(index)].text.empty()) continue;
      const ColumnNumber number = column_number(table.cells[static_cast<std::size_t>(index)].text);
      all = !number.name.empty();
      const auto [known, fresh] = names.emplace(number.name, c);
      if (!fresh) known->second = -1;
      if (!number.formula.empty()) printed.emplace_back(c, number.formula);
    }
    if (!all || names.size() < static_cast<std::size_t>(kFewestNumbers)) continue;
    for (const auto& [column, text] : printed) {
      if (auto formula = FormulaReader(text, names).read(column)) formulas.push_back(std::move(*formula));
    }
  }
  return formulas;
}

}  // namespace cotejo::mapping
