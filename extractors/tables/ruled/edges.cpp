#include "extractors/tables/ruled/edges.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/disjoint_sets.h"
#include "extractors/tables/ruled/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace ruled;

bool before(const Edge& a, const Edge& b) {
  if (a.level != b.level) return a.level;
  if (a.at != b.at) return a.at < b.at;
  return a.from != b.from ? a.from < b.from : a.to < b.to;
}

// Pieces of one direction whose lines lie within same_line of the first of them.
void join_line(std::vector<Edge>& pieces, double gap, std::vector<Edge>& out) {
  std::sort(pieces.begin(), pieces.end(),
            [](const Edge& a, const Edge& b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
  double weight = 0, moment = 0;
  const auto close = [&] {
    if (weight > 0) out.back().at = moment / weight;
  };
  bool open = false;
  for (const Edge& piece : pieces) {
    const double length = std::max(piece.to - piece.from, 1e-3);
    if (!open || piece.from > out.back().to + gap) {
      close();
      out.push_back(piece);
      weight = moment = 0;
      open = true;
    }
    out.back().to = std::max(out.back().to, piece.to);
    weight += length;
    moment += length * piece.at;
  }
  close();
}

}  // namespace

std::vector<Edge> joined_edges(const std::vector<model::Rule>& rules, double gap) {
  std::vector<Edge> pieces;
  pieces.reserve(rules.size());
  for (const model::Rule& rule : rules) {
    if (rule.horizontal())
      pieces.push_back({true, rule.from.y, rule.from.x, rule.to.x});
    else
      pieces.push_back({false, rule.from.x, rule.from.y, rule.to.y});
  }
  std::sort(pieces.begin(), pieces.end(), before);
  std::vector<Edge> edges, line;
  for (std::size_t i = 0; i < pieces.size();) {
    line.clear();
    const Edge first = pieces[i];
    for (; i < pieces.size() && pieces[i].level == first.level && pieces[i].at - first.at <= same_line; ++i)
      line.push_back(pieces[i]);
    join_line(line, gap, edges);
  }
  std::sort(edges.begin(), edges.end(), before);
  return edges;
}

std::vector<std::vector<Edge>> connected_edges(const std::vector<Edge>& edges, double reach) {
  base::DisjointSets sets(edges.size());
  const auto uprights = std::find_if(edges.begin(), edges.end(), [](const Edge& e) { return !e.level; });
  const auto first_upright = static_cast<std::size_t>(uprights - edges.begin());
  for (std::size_t h = 0; h < first_upright; ++h) {
    const Edge& level = edges[h];
    // Uprights are sorted by x: only those within the level edge's extent can touch it.
    auto v =
        std::lower_bound(uprights, edges.end(), level.from - reach, [](const Edge& e, double x) { return e.at < x; });
    for (; v != edges.end() && v->at <= level.to + reach; ++v)
      if (level.at >= v->from - reach && level.at <= v->to + reach)
        sets.join(h, static_cast<std::size_t>(v - edges.begin()));
  }
  std::vector<std::vector<Edge>> groups;
  for (const std::vector<std::size_t>& members : sets.groups()) {
    groups.emplace_back();
    for (const std::size_t i : members) groups.back().push_back(edges[i]);
  }
  return groups;
}

}  // namespace cotejo::tables
