#include "pipeline/checks/prose/label_tables.h"

#include <algorithm>

#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

std::vector<std::string> stems_of(std::string_view text) {
  std::vector<std::string> words = normalise::folded_words(text);
  for (std::string& word : words) word = stem(word);
  return words;
}

// The column that prose means: the one of the document's period, else a Total column, else the only one.
int column_meant(const Figures& figures, ColumnUse use, const mapping::YearPart& period) {
  std::vector<int> columns;
  int of_period = -1, total = -1, periods = 0;
  for (int c = 0; c < figures.columns(); ++c) {
    if (figures.use(c) != use) continue;
    columns.push_back(c);
    const std::string head = normalise::fold(figures.column_name(c));
    const std::vector<mapping::YearPart> named = mapping::year_parts(head);
    if (!named.empty()) {
      ++periods;
      if (of_period < 0 && period.months > 0 && named.front() == period) of_period = c;
    } else if (head.find("total") != std::string::npos) {
      total = c;
    }
  }
  if (of_period >= 0) return of_period;
  if (periods > 0 && total < 0) return -1;
  if (total >= 0) return total;
  return columns.size() == 1 ? columns.front() : -1;
}

// What names the row: the words right before its figure, where its label is a cell that several rows share, or one that
// stands in another row ("ÁREA" beside the second of its two lines).
std::string own_label(const Figures& figures, int row, int count) {
  for (int c = count - 1; c >= 0; --c) {
    const int index = figures.at({row, c}).cell;
    if (index < 0 || figures.use(c) != ColumnUse::none) continue;
    const model::Cell& cell = figures.table().cells[static_cast<std::size_t>(index)];
    if (normalise::fold(cell.text).empty()) continue;
    return cell.row_span > 1 ? std::string() : cell.text;
  }
  return figures.row(row).label;
}

// A label that several rows share is their group's.
bool only_row(const Figures& figures, const std::string& label, int count) {
  int rows = 0;
  for (int r = 0; r < figures.rows(); ++r) rows += figures.row(r).body && own_label(figures, r, count) == label;
  return rows == 1;
}

}  // namespace

std::string stem(std::string word) {
  if (word.size() > 5 && word.ends_with("es"))
    word.resize(word.size() - 2);
  else if (word.size() > 4 && word.ends_with("s"))
    word.resize(word.size() - 1);
  return word;
}

std::string label_of(const LabelTable& table, int row) {
  return own_label(table.table->figures, row, table.count);
}

std::vector<LabelTable> label_tables(const Context& context, const mapping::YearPart& period) {
  std::vector<LabelTable> result;
  for (const TableAnalysis& table : context.tables) {
    const Figures& figures = table.figures;
    LabelTable entry{&table,
                     column_meant(figures, ColumnUse::additive, period),
                     column_meant(figures, ColumnUse::percent, period),
                     {}};
    if (entry.count < 0) continue;
    for (int r = 0; r < figures.rows(); ++r) {
      if (!figures.row(r).body || figures.row(r).total || figures.at({r, entry.count}).known != Known::printed)
        continue;
      if (figures.at({r, entry.count}).amount.unit != model::Unit::count) continue;
      const std::string label = own_label(figures, r, entry.count);
      std::vector<std::string> stems = stems_of(label);
      if (!only_row(figures, label, entry.count) || stems.empty() || stems.size() > 5 ||
          (stems.size() == 1 && stems[0].size() < 4))
        continue;
      entry.rows.push_back({std::move(stems), r});
    }
    if (entry.rows.size() >= 2) result.push_back(std::move(entry));
  }
  return result;
}

}  // namespace cotejo::checks
