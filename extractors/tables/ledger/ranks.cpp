#include "extractors/tables/ledger/ranks.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/disjoint_sets.h"
#include "extractors/tables/ledger/tolerances.h"

namespace cotejo::tables {

namespace {

using Edge = double (*)(const model::Rect&);
constexpr Edge edges[] = {+[](const model::Rect& box) { return box.x1; },
                          +[](const model::Rect& box) { return box.x0; },
                          +[](const model::Rect& box) { return box.center_x(); }};

// Figures one under the other at one edge, from top to bottom: at least two, on lines of their own.
using File = std::vector<std::size_t>;

bool follows(const RankFigure& above, const RankFigure& below) {
  const double em = std::max(above.em, below.em);
  const double reach = above.held != below.held ? ledger::next_to_table.of(em) : ledger::next_in_rank.of(em);
  return below.box.y0 - above.box.y1 <= reach && below.line != above.line;
}

void add_files(const std::vector<RankFigure>& figures, std::vector<std::size_t> column, std::vector<File>& files) {
  std::stable_sort(column.begin(), column.end(),
                   [&](std::size_t a, std::size_t b) { return figures[a].box.center_y() < figures[b].box.center_y(); });
  File file;
  const auto close = [&] {
    if (file.size() >= 2) files.push_back(file);
    file.clear();
  };
  for (const std::size_t i : column) {
    if (!file.empty() && !follows(figures[file.back()], figures[i])) close();
    file.push_back(i);
  }
  close();
}

// Every file at every edge.
std::vector<File> files_of(const std::vector<RankFigure>& figures) {
  std::vector<File> files;
  std::vector<std::size_t> order(figures.size());
  for (const Edge edge : edges) {
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return edge(figures[a].box) < edge(figures[b].box); });
    for (std::size_t i = 0; i < order.size();) {
      std::size_t j = i + 1;
      while (j < order.size() && edge(figures[order[j]].box) - edge(figures[order[j - 1]].box) <=
                                     ledger::same_edge.of(figures[order[j]].em))
        ++j;
      add_files(figures,
                {order.begin() + static_cast<std::ptrdiff_t>(i), order.begin() + static_cast<std::ptrdiff_t>(j)},
                files);
      i = j;
    }
  }
  return files;
}

// Most of what follows the line's first part is figures: a row, and no sentence with figures in it.
bool is_row(const TextLine& line) {
  const auto values = std::count_if(line.segments.begin() + 1, line.segments.end(),
                                    [](const Segment& segment) { return is_value(segment.text()); });
  return 2 * static_cast<std::size_t>(values) > line.segments.size() - 1;
}

// What a set of figures that are joined by files and lines shows.
struct Group {
  std::vector<std::size_t> free;   // figures that are not held
  std::set<std::size_t> rows;      // lines with such a figure
  std::set<std::size_t> labelled;  // … and words at its left
  std::set<std::size_t> of_texts;  // … and other texts beside it
  bool held = false;               // beside figures of a table
  std::size_t inside = 0;          // free figures that do not open their lines
  std::size_t widest = 0;          // figures of the fullest row
};

Group group_of(const std::vector<std::size_t>& members, const std::vector<RankFigure>& figures,
               const std::vector<TextLine>& lines) {
  Group group;
  std::map<std::size_t, std::size_t> in_row;
  group.held = std::any_of(members.begin(), members.end(), [&](std::size_t i) { return figures[i].held; });
  for (const std::size_t i : members) {
    const RankFigure& figure = figures[i];
    if (figure.held || (group.held && !is_row(lines[figure.line]))) continue;
    group.free.push_back(i);
    group.rows.insert(figure.line);
    group.widest = std::max(group.widest, ++in_row[figure.line]);
    if (lines[figure.line].segments.size() >= ledger::texts_of_a_row) group.of_texts.insert(figure.line);
    if (figure.segment == 0) continue;
    ++group.inside;
    if (!is_value(lines[figure.line].segments.front().text())) group.labelled.insert(figure.line);
  }
  return group;
}

bool is_table_like(const Group& group) {
  if (group.held) return group.inside >= ledger::figures_beside_table;
  if (group.of_texts.size() >= ledger::rows_of_texts) return true;
  if (group.inside < ledger::least_figures) return false;
  if (group.widest < 2) return group.labelled.size() >= ledger::rows_of_one_figure;
  return group.rows.size() >= ledger::rows_without_label || (group.rows.size() >= 2 && !group.labelled.empty());
}

}  // namespace

std::vector<std::vector<std::size_t>> ranks_of(const std::vector<RankFigure>& figures,
                                               const std::vector<TextLine>& lines) {
  base::DisjointSets sets(figures.size());
  std::vector<char> filed(figures.size(), 0);
  for (const File& file : files_of(figures)) {
    for (const std::size_t i : file) {
      filed[i] = 1;
      sets.join(file.front(), i);
    }
  }
  // Figures of one line belong together once each stands in a file.
  std::map<std::size_t, std::size_t> first_of_line;
  for (std::size_t i = 0; i < figures.size(); ++i)
    if (filed[i]) sets.join(first_of_line.try_emplace(figures[i].line, i).first->second, i);
  std::vector<std::vector<std::size_t>> ranks;
  for (const std::vector<std::size_t>& members : sets.groups()) {
    if (!filed[members.front()]) continue;
    Group group = group_of(members, figures, lines);
    if (is_table_like(group)) ranks.push_back(std::move(group.free));
  }
  return ranks;
}

}  // namespace cotejo::tables
