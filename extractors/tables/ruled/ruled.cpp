#include "extractors/tables/ruled/ruled.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "extractors/tables/aside/drawing_signs.h"
#include "extractors/tables/ruled/edges.h"
#include "extractors/tables/ruled/grid.h"
#include "extractors/tables/ruled/gutters.h"
#include "extractors/tables/ruled/overflow.h"
#include "extractors/tables/ruled/tidy.h"
#include "extractors/tables/ruled/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace ruled;

using model::Rect;

double join_gap(double text_size) {
  return std::clamp<double>(join.of(text_size), least_join, most_join);
}
double snap_width(double text_size) {
  return std::clamp<double>(ruled::snap.of(text_size), least_snap, most_snap);
}

struct Group {
  std::vector<Edge> edges;
  Rect box;
};

Rect bounds(const std::vector<Edge>& edges) {
  Rect box;
  bool any = false;
  for (const Edge& e : edges) {
    const Rect r = e.level ? Rect{e.from, e.at, e.to, e.at} : Rect{e.at, e.from, e.at, e.to};
    box =
        any ? Rect{std::min(box.x0, r.x0), std::min(box.y0, r.y0), std::max(box.x1, r.x1), std::max(box.y1, r.y1)} : r;
    any = true;
  }
  return box;
}

bool holds(const Rect& outer, const Rect& inner, double slack) {
  return inner.x0 >= outer.x0 - slack && inner.x1 <= outer.x1 + slack && inner.y0 >= outer.y0 - slack &&
         inner.y1 <= outer.y1 + slack;
}

// Whether an edge of the group runs through the inside of the area.
bool crossed(const Group& group, const Rect& area, double slack) {
  return std::any_of(group.edges.begin(), group.edges.end(), [&](const Edge& e) {
    if (e.level)
      return e.at > area.y0 + slack && e.at < area.y1 - slack && e.from < area.x1 - slack && e.to > area.x0 + slack;
    return e.at > area.x0 + slack && e.at < area.x1 - slack && e.from < area.y1 - slack && e.to > area.y0 + slack;
  });
}

// Groups that belong together though their rules do not touch: broken rules, cells drawn as boxes of their own. A group
// that stands free inside one cell of another stays by itself.
bool belong_together(const Group& a, const Group& b, double gap) {
  if (a.box.x0 > b.box.x1 + gap || b.box.x0 > a.box.x1 + gap || a.box.y0 > b.box.y1 + gap || b.box.y0 > a.box.y1 + gap)
    return false;
  if (holds(a.box, b.box, inside) && !crossed(a, b.box, gap)) return false;
  return !holds(b.box, a.box, inside) || crossed(b, a.box, gap);
}

void merge_near(std::vector<Group>& groups, double gap) {
  for (int pass = 0; pass < most_passes; ++pass) {
    std::vector<Group> merged;
    std::vector<std::size_t> into(groups.size());
    std::iota(into.begin(), into.end(), 0);
    const auto root = [&](std::size_t i) {
      while (into[i] != i) i = into[i] = into[into[i]];
      return i;
    };
    for (std::size_t i = 0; i < groups.size(); ++i)
      for (std::size_t k = i + 1; k < groups.size(); ++k)
        if (root(i) != root(k) && belong_together(groups[i], groups[k], gap)) into[root(k)] = root(i);
    std::vector<std::size_t> place(groups.size(), groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const std::size_t r = root(i);
      if (place[r] == groups.size()) {
        place[r] = merged.size();
        merged.emplace_back();
      }
      Group& to = merged[place[r]];
      to.edges.insert(to.edges.end(), groups[i].edges.begin(), groups[i].edges.end());
    }
    const bool changed = merged.size() != groups.size();
    groups = std::move(merged);
    for (Group& group : groups) group.box = bounds(group.edges);
    if (!changed) return;
  }
}

// Gives a group the loose uprights inside it that stand in line with its own: the columns' rules that begin and end at
// a row of a single cell, where no level rule is drawn.
void take_in_line(Group& group, std::vector<Edge>& loose, double snap) {
  std::vector<double> lines;
  for (const Edge& edge : group.edges)
    if (!edge.level) lines.push_back(edge.at);
  std::erase_if(loose, [&](const Edge& edge) {
    const Rect box{edge.at, edge.from, edge.at, edge.to};
    const bool in_line =
        !edge.level && holds(group.box, box, touch) &&
        std::any_of(lines.begin(), lines.end(), [&](double x) { return std::abs(x - edge.at) <= snap; });
    if (in_line) group.edges.push_back(edge);
    return in_line;
  });
}

bool has_both(const Group& group) {
  const auto levels = std::count_if(group.edges.begin(), group.edges.end(), [](const Edge& e) { return e.level; });
  return levels > 0 && levels < static_cast<std::ptrdiff_t>(group.edges.size());
}

void place_words(const model::Page& page, const std::vector<int>& words, std::vector<PageTable>& tables) {
  // Innermost first: a table inside a cell keeps its words from that cell.
  std::vector<std::size_t> order(tables.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return tables[a].box.area() < tables[b].box.area(); });
  // The cell that covers each square of each lattice.
  std::vector<std::vector<int>> owner(tables.size());
  for (std::size_t t = 0; t < tables.size(); ++t) {
    const int columns = tables[t].columns();
    owner[t].assign(static_cast<std::size_t>(tables[t].rows()) * static_cast<std::size_t>(columns), -1);
    for (std::size_t c = 0; c < tables[t].cells.size(); ++c) {
      const PageCell& cell = tables[t].cells[c];
      for (int i = cell.row; i < cell.row + cell.row_span; ++i)
        for (int j = cell.column; j < cell.column + cell.column_span; ++j)
          owner[t][i * columns + j] = static_cast<int>(c);
    }
  }
  for (const int index : words) {
    const Rect& box = page.words[index].box;
    const model::Point middle{box.center_x(), box.center_y()};
    for (const std::size_t t : order) {
      PageTable& table = tables[t];
      if (!table.box.contains(middle)) continue;
      const auto column = std::upper_bound(table.xs.begin() + 1, table.xs.end() - 1, middle.x) - table.xs.begin() - 1;
      const auto row = std::upper_bound(table.ys.begin() + 1, table.ys.end() - 1, middle.y) - table.ys.begin() - 1;
      const int cell = owner[t][static_cast<std::size_t>(row) * static_cast<std::size_t>(table.columns()) +
                                static_cast<std::size_t>(column)];
      if (cell >= 0) table.cells[cell].words.push_back(index);
      break;
    }
  }
}

}  // namespace

RuledSteps ruled_steps(const std::vector<model::Rule>& rules, double text_size) {
  RuledSteps steps;
  const double gap = join_gap(text_size), snap = snap_width(text_size);
  steps.edges = joined_edges(rules, gap);
  std::vector<Group> groups;
  for (auto& edges : connected_edges(steps.edges, touch)) {
    Group group{std::move(edges), {}};
    group.box = bounds(group.edges);
    if (has_both(group))
      groups.push_back(std::move(group));
    else
      steps.loose.insert(steps.loose.end(), group.edges.begin(), group.edges.end());
  }
  if (groups.size() <= most_groups) merge_near(groups, gap);
  for (Group& group : groups) {
    take_in_line(group, steps.loose, snap);
    Grid grid = grid_of(group.edges, snap);
    // Lower than a line of text: a decorated rule.
    if (grid.rows() < 1 || grid.box().height() < text_size || grid.box().width() < 2 * text_size)
      steps.loose.insert(steps.loose.end(), group.edges.begin(), group.edges.end());
    else
      steps.grids.push_back(std::move(grid));
  }
  return steps;
}

std::vector<PageTable> tables_of(const std::vector<Grid>& grids, const model::Page& page,
                                 const std::vector<int>& words) {
  std::vector<PageTable> tables;
  for (const Grid& grid : grids) {
    PageTable& table = tables.emplace_back();
    table.method = model::TableMethod::ruled;
    table.box = grid.box();
    table.xs = grid.xs;
    table.ys = grid.ys;
    table.cells = cells_of(grid);
  }
  place_words(page, words, tables);
  return tables;
}

RuledFindings find_ruled_tables(const model::Page& page, const std::vector<model::Rule>& rules,
                                const std::vector<int>& words, double text_size) {
  RuledFindings found;
  const RuledSteps steps = ruled_steps(rules, text_size);
  for (const Edge& e : steps.loose) {
    if (e.to - e.from < text_size) continue;
    model::Rule rule;
    rule.from = e.level ? model::Point{e.from, e.at} : model::Point{e.at, e.from};
    rule.to = e.level ? model::Point{e.to, e.at} : model::Point{e.at, e.to};
    found.left_over.push_back(rule);
  }
  found.tables = tables_of(steps.grids, page, words);
  std::erase_if(found.tables, [&](const PageTable& table) {
    const auto filled =
        std::count_if(table.cells.begin(), table.cells.end(), [](const PageCell& c) { return !c.words.empty(); });
    const bool is_table =
        table.columns() >= 2 && table.cells.size() >= 2 && filled >= 1 && !is_drawing(drawing_signs(page, table));
    if (!is_table) found.boxes.push_back(table.box);
    if (table.cells.size() == 1) found.frames.push_back(table.box);
    return !is_table;
  });
  std::vector<PageTable> parted;
  for (const PageTable& table : found.tables)
    for (PageTable& part : parted_at_gutters(page, table, text_size)) parted.push_back(std::move(part));
  found.tables = std::move(parted);
  for (PageTable& table : found.tables)
    table = without_gaps(std::move(table), thinner_than_text.of(text_size), found.boxes);
  // What a frame inside a cell had taken goes back to the cell.
  for (PageTable& table : found.tables)
    for (PageCell& cell : table.cells) cell.words.clear();
  place_words(page, words, found.tables);
  for (PageTable& table : found.tables) give_back_overflow(page, table);
  std::stable_sort(found.tables.begin(), found.tables.end(), [](const PageTable& a, const PageTable& b) {
    return a.box.y0 != b.box.y0 ? a.box.y0 < b.box.y0 : a.box.x0 < b.box.x0;
  });
  return found;
}

}  // namespace cotejo::tables
