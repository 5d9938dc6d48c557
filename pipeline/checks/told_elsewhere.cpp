#include "pipeline/checks/told_elsewhere.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/digits.h"
#include "pipeline/checks/tolerances.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

std::string digits_of(const std::string& text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return base::is_digit(c); });
  return digits;
}

bool one_digit_apart(const std::string& a, const std::string& b) {
  const std::string x = digits_of(a), y = digits_of(b);
  if (x.size() != y.size() || x.size() < tolerances::reading_repair::kWitnessDigits) return false;
  int other = 0;
  for (std::size_t i = 0; i < x.size(); ++i) other += x[i] != y[i];
  return other == 1;
}

std::string name_of(const model::BudgetEntry& entry) {
  return entry.code.empty() ? normalise::fold(entry.description) : entry.code;
}

// Two prints of one thing: the same measure and year of lines of one name.
bool same_thing(const model::BudgetEntry& a, const model::BudgetEntry& b) {
  return a.measure == b.measure && a.vigencia == b.vigencia && a.budget_class == b.budget_class && a.total == b.total;
}

int cell_of(const model::Table& table, const model::Source& source) {
  const auto found = std::find_if(table.cells.begin(), table.cells.end(), [&](const model::Cell& cell) {
    return cell.page == source.page && cell.column == source.column && cell.box.y0 == source.box.y0 &&
           cell.text == source.text;
  });
  return found == table.cells.end() ? -1 : static_cast<int>(found - table.cells.begin());
}

}  // namespace

std::map<int, std::vector<std::string>> told_elsewhere(const mapping::DocumentReading& document, int table) {
  std::map<int, std::vector<std::string>> told;
  const model::Table& read = document.bundle->tables[static_cast<std::size_t>(table)];
  // By code or description: most entries of a document have few others of their own.
  std::multimap<std::string, const model::BudgetEntry*> others;
  for (const model::BudgetEntry& entry : document.records.budget)
    if (entry.source.table >= 0 && entry.source.table != table) others.emplace(name_of(entry), &entry);
  if (others.empty()) return told;
  for (const model::BudgetEntry& own : document.records.budget) {
    if (own.source.table != table || own.source.origin != model::Origin::ocr) continue;
    const auto [first, last] = others.equal_range(name_of(own));
    for (auto it = first; it != last; ++it) {
      const model::BudgetEntry& other = *it->second;
      if (!same_thing(own, other) || !one_digit_apart(own.source.text, other.source.text)) continue;
      if (const int cell = cell_of(read, own.source); cell >= 0) told[cell].push_back(other.source.text);
    }
  }
  return told;
}

}  // namespace cotejo::checks
