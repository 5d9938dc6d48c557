#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/digits.h"
#include "model/document.h"
#include "pipeline/checks/arithmetic/figures.h"
#include "pipeline/checks/faults/analysis.h"
#include "pipeline/checks/faults/tolerances.h"

namespace cotejo::checks {
namespace {

using Columns = std::map<int, model::Micro>;  // what a total row is too large by, by column
using Printed = std::vector<std::string>;     // digits of the figures of a text, in reading order, zeros left out

std::string digits_of(const std::string& text) {
  std::string digits;
  for (const char c : text)
    if (base::is_digit(c)) digits += c;
  return digits;
}

void add_figures(const std::string& text, Printed& printed) {
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ' && c != '\n') {
      word += c;
      continue;
    }
    const std::string digits = digits_of(word);
    if (digits.find_first_not_of('0') != std::string::npos) printed.push_back(digits);
    word.clear();
  }
}

// Total rows that are too large in so many columns that nobody slips so, by figures that keep the sums of the row
// themselves, as those of one line would.
std::map<int, Columns> rows_that_lack_a_line(const TableAnalysis& table) {
  std::map<int, Columns> off;
  for (const Fault& fault : table.faults) {
    const Relation& relation = table.relations[static_cast<std::size_t>(fault.relations.front())];
    if (relation.kind == RelationKind::column_sum && relation.result == fault.place && !fault.rounding)
      off[fault.place.row][fault.place.column] = fault.reported - fault.expected;
  }
  std::erase_if(off, [&](const auto& entry) {
    const auto& [row, columns] = entry;
    if (columns.size() < kColumnsOfALine) return true;
    bool every = std::all_of(columns.begin(), columns.end(), [](const auto& column) { return column.second > 0; });
    bool makes = false;
    const auto at = [&own = columns](Place place) {
      const auto found = own.find(place.column);
      return found == own.end() ? model::Micro{0} : found->second;
    };
    for (const Relation& relation : table.relations) {
      if (relation.result.row != row) continue;
      if (relation.kind == RelationKind::column_sum)
        every = every && (at(relation.result) != 0 || table.figures.at(relation.result).value == 0);
      if (relation.kind != RelationKind::row_sum) continue;
      model::Micro sum = 0;
      for (const Part& part : relation.parts) sum += part.weight * at(part.place);
      makes = makes || sum == at(relation.result);
      every = every && sum == at(relation.result);
    }
    return !every || !makes;
  });
  return off;
}

// What stands on the pages of a table beside it: text, other tables, figures that no table holds.
std::vector<Printed> printed_beside(const model::Table& table, const model::Bundle& bundle) {
  const auto near = [&](int first, int last) { return first <= table.last_page && last >= table.first_page; };
  std::vector<Printed> all;
  for (const model::Block& block : bundle.blocks)
    if (near(block.page, block.page)) add_figures(block.text, all.emplace_back());
  Printed outside;
  for (const model::OutsideFigure& figure : bundle.outside)
    if (near(figure.page, figure.page)) add_figures(figure.text, outside);
  all.push_back(std::move(outside));
  for (const model::Table& other : bundle.tables) {
    if (&other == &table || !near(other.first_page, other.last_page)) continue;
    Printed cells;
    for (const model::Cell& cell : other.cells) add_figures(cell.text, cells);
    all.push_back(std::move(cells));
  }
  return all;
}

// Whether the figures stand one after the other, as a line prints them.
bool has_line(const Printed& printed, const Columns& columns) {
  Printed line;
  for (const auto& [column, value] : columns) line.push_back(digits_of(model::micro_to_string(value)));
  const auto same = [](const std::string& text, const std::string& digits) {
    // "13,50" and 13.5
    return text.starts_with(digits) && text.size() <= digits.size() + 2 &&
           text.find_first_not_of('0', digits.size()) == std::string::npos;
  };
  return std::search(printed.begin(), printed.end(), line.begin(), line.end(), same) != printed.end();
}

}  // namespace

void judge_lost_lines(const model::Bundle& bundle, const model::Table& read, TableAnalysis& table) {
  const std::map<int, Columns> lacking = rows_that_lack_a_line(table);
  if (lacking.empty()) return;
  const std::vector<Printed> beside = printed_beside(read, bundle);
  for (Fault& fault : table.faults) {
    const auto row = lacking.find(fault.place.row);
    if (row == lacking.end() || fault.rounding || fault.misread) continue;
    if (std::none_of(beside.begin(), beside.end(),
                     [&](const Printed& printed) { return has_line(printed, row->second); }))
      continue;
    fault.misread = true;
    fault.reading =
        "lo que sobra en cada columna está impreso junto a la tabla, como una línea que no se leyó con ella";
  }
}

}  // namespace cotejo::checks
