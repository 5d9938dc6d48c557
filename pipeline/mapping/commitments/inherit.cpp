#include "pipeline/mapping/commitments/inherit.h"

#include <algorithm>

namespace cotejo::mapping {
namespace {

// At least half of the narrower one lies within the other.
bool same_place(const CommitmentColumn& a, const CommitmentColumn& b) {
  if (a.x1 <= a.x0 || b.x1 <= b.x0) return true;  // only merged cells in it
  return (std::min(a.x1, b.x1) - std::max(a.x0, b.x0)) * 2 > std::min(a.x1 - a.x0, b.x1 - b.x0);
}

}  // namespace

bool take_columns(const CommitmentColumns& from, const model::Table& table, CommitmentColumns& columns) {
  if (from.columns.size() == columns.columns.size()) {
    for (std::size_t c = 0; c < from.columns.size(); ++c) {
      if (!same_place(from.columns[c], columns.columns[c])) return false;
    }
    columns = from;
    columns.last_page = table.last_page;
    return true;
  }
  if (table.first_page <= from.last_page) return false;  // nothing cuts a table within a page
  columns.text = -1;
  for (CommitmentColumn& column : columns.columns) column.field = CommitmentField::none;
  for (std::size_t p = 0; p < from.columns.size(); ++p) {
    const CommitmentColumn& old = from.columns[p];
    int best = -1;
    double most = 0;
    if (old.x1 <= old.x0) return false;
    for (int c = 0; c < table.columns; ++c) {
      const CommitmentColumn& mine = columns.columns[static_cast<std::size_t>(c)];
      const double common = std::min(old.x1, mine.x1) - std::max(old.x0, mine.x0);
      if (mine.x1 > mine.x0 && same_place(old, mine) && common > most) {
        most = common;
        best = c;
      }
    }
    if (best < 0) return false;
    CommitmentColumn& mine = columns.columns[static_cast<std::size_t>(best)];
    if (mine.field != CommitmentField::none) return false;
    const double x0 = mine.x0;
    const double x1 = mine.x1;
    mine = old;
    mine.x0 = x0;
    mine.x1 = x1;
    if (static_cast<int>(p) == from.text) columns.text = best;
  }
  columns.head_words = from.head_words;
  return columns.text >= 0;
}

}  // namespace cotejo::mapping
