#include <algorithm>
#include <cmath>

#include "pipeline/checks/arithmetic/slips.h"
#include "pipeline/checks/relations/find_relations.h"
#include "pipeline/checks/relations/heading_groups.h"
#include "pipeline/checks/relations/tolerances.h"

namespace cotejo::checks {
namespace {

bool has_figure(const Figures& figures, int row) {
  for (int c = 0; c < figures.columns(); ++c) {
    const Known known = figures.at({row, c}).known;
    if (figures.use(c) != ColumnUse::none && (known == Known::printed || known == Known::open)) return true;
  }
  return false;
}

struct Fit {
  std::vector<Relation> family;
  std::vector<HeadingGroup> groups;  // of the candidate
  Tally tally;
  bool near = false;     // its failures are near misses or known slips
  bool repeats = false;  // no sum: the same total printed again
  int slips = 0;         // failures that a way of slipping explains
  [[nodiscard]] bool meant() const { return (tally.holds > 0 && tally.holds >= tally.fails - slips) || near; }
};

// A total that is one of its two lines: of the other it says nothing.
bool repeats_one_of_two(const Relation& relation, const Figures& figures) {
  int lines = 0;
  bool same = false;
  for (const Part& part : relation.parts) {
    const Figure& figure = figures.at(part.place);
    if (figure.known != Known::printed || figure.value == 0) continue;
    ++lines;
    same = same || figure.value == figures.at(relation.result).value;
  }
  return lines == 2 && same;
}

bool explained(const Relation& relation, const Figures& figures, const Outcome& outcome, bool simple) {
  if (repeats_one_of_two(relation, figures)) return false;
  if (!sum_slip(relation, figures, outcome).none()) return true;
  if (!simple) return false;
  const double expected = static_cast<double>(outcome.expected);
  return std::abs(static_cast<double>(outcome.difference)) <= kNear * std::abs(expected);
}

// Of what a family fails for, how much a slip explains, or (`simple`) that it is missed by little.
int explained_by(const std::vector<Relation>& family, const Figures& figures, bool simple) {
  return explained_causes(family, figures, [&](const Relation& relation, const Outcome& outcome) {
    return explained(relation, figures, outcome, simple);
  });
}

// Every column is off, and none by a way that people slip: lines are missing, or it is a total of something else. One
// column that can be tested says nothing of the others.
bool lacks_lines(const std::vector<Relation>& family, const Tally& fit, const Figures& figures) {
  if (fit.holds > 0 || explained_by(family, figures, false) > 0) return false;
  return std::count_if(family.begin(), family.end(),
                       [&](const Relation& relation) { return test(relation, figures).verdict == Verdict::fails; }) > 1;
}

// `simple`: a table with one total row, where a near miss can be a miss of nothing else.
Fit fit_of(const Figures& figures, int total, const Candidate& candidate, bool stated, bool simple) {
  Fit fit;
  fit.family = relations_of(figures, total, candidate, stated);
  fit.groups = candidate.groups;
  fit.tally = tally(fit.family, figures);
  fit.repeats =
      candidate.rows.size() == 1 && (candidate.rows.front() > total || figures.row(candidate.rows.front()).total);
  fit.near = !fit.family.empty() && explained_by(fit.family, figures, simple) == fit.tally.fails;
  fit.slips = explained_by(fit.family, figures, false);
  if (lacks_lines(fit.family, fit.tally, figures)) fit.near = false;
  return fit;
}

bool better(const Fit& a, const Fit& b) {
  // That a total is printed twice does not speak against a sum that it nearly is.
  if (a.repeats != b.repeats && (a.repeats ? b : a).meant()) return b.repeats;
  if (a.tally.holds != b.tally.holds) return a.tally.holds > b.tally.holds;
  if (a.tally.fails != b.tally.fails && a.tally.holds > 0) return a.tally.fails < b.tally.fails;
  return a.near && !b.near;
}

class Finder {
 public:
  explicit Finder(const Figures& figures) : figures_(figures) {
    children_.resize(static_cast<std::size_t>(figures.rows()));
    for (int r = 0; r < figures.rows(); ++r) {
      const RowFacts& facts = figures.row(r);
      if (facts.body && facts.parent >= 0 && !facts.total)
        children_[static_cast<std::size_t>(facts.parent)].push_back(r);
      with_figure_.push_back(facts.body && has_figure(figures, r));
    }
  }

  void parents(std::vector<Relation>& found) {
    std::vector<std::vector<Relation>> families;
    Tally all;
    int slips = 0;
    for (int r = 0; r < figures_.rows(); ++r) {
      const auto& rows = children_[static_cast<std::size_t>(r)];
      if (rows.empty() || !with_figure_[static_cast<std::size_t>(r)]) continue;
      families.push_back(relations_of(figures_, r, {rows, "sus líneas"}, true));
      const Tally one = tally(families.back(), figures_);
      if (cut_off(families.back(), one)) continue;
      all.holds += one.holds;
      all.fails += one.fails;
      if (one.fails > 0) slips += slips_of(families.back(), figures_);
    }
    const bool slips_alone = all.holds > 0 && all.holds >= all.fails && slips == all.fails;
    if (!slips_alone && all.holds < 2 * all.fails && !(all.holds >= all.fails && all.holds >= 4))
      return;  // these codes are not a tree of sums
    for (std::vector<Relation>& family : families) {
      const Tally one = tally(family, figures_);
      const bool near = explained_by(family, figures_, true) == one.fails && !lacks_lines(family, one, figures_);
      // A parent with most of its columns off prints only some of its children.
      if (cut_off(family, one))
        for (Relation& relation : family) relation.unclear = true;
      if (one.holds >= one.fails || near) {
        summed_.push_back(family.empty() ? -1 : family.front().result.row);
        std::move(family.begin(), family.end(), std::back_inserter(found));
      }
    }
  }

  void totals(std::vector<Relation>& found) {
    int total_rows = 0;
    for (int r = 0; r < figures_.rows(); ++r) total_rows += figures_.row(r).total;
    for (int r = 0; r < figures_.rows(); ++r) {
      if (!with_figure_[static_cast<std::size_t>(r)]) continue;
      const bool stated = figures_.row(r).total;
      if (says_balance(figures_.row(r).label)) continue;
      if (!stated && !((last_row(r) || above_last_row(r)) && figures_.row(r).code.empty())) continue;
      if (!stated && std::find(summed_.begin(), summed_.end(), r) != summed_.end()) continue;
      Fit best;
      const auto try_one = [&](const Candidate& candidate) {
        if (candidate.rows.empty()) return;
        Fit fit = fit_of(figures_, r, candidate, stated, total_rows == 1);
        if (!fit.family.empty() && (best.family.empty() || better(fit, best))) best = std::move(fit);
      };
      for (const Candidate& candidate : candidates(r)) try_one(candidate);
      // The last and dearest to find: tried where nothing else adds up.
      if (best.tally.holds == 0 || best.tally.fails > 0) {
        const HeadingGroups groups = groups_above(r);
        try_one({groups.outer, "las líneas principales", groups.groups});
        try_one({groups.opened, "las líneas principales", groups.groups});
      }
      if (best.tally.holds == 0 || best.tally.fails > 0) try_one(run_candidate(r));
      if (best.family.empty()) continue;
      const bool meant =
          stated ? best.meant()
                 : best.tally.holds >= 2 && best.tally.digits >= 6 && best.tally.fails * 2 <= best.tally.holds;
      if (!meant && !stated) continue;
      // That the headings make the total shows that they are meant as sums themselves.
      if (meant && best.tally.holds > 0) add_groups(best.groups, found);
      for (Relation& relation : best.family) {
        relation.unclear = !meant;
        found.push_back(std::move(relation));
      }
    }
  }

 private:
  const Figures& figures_;
  std::vector<std::vector<int>> children_;
  std::vector<bool> with_figure_;
  std::vector<int> summed_;  // rows that are sums of their children

  void add_groups(const std::vector<HeadingGroup>& groups, std::vector<Relation>& found) {
    for (const HeadingGroup& group : groups) {
      if (std::find(summed_.begin(), summed_.end(), group.heading) != summed_.end()) continue;
      summed_.push_back(group.heading);
      for (Relation& relation : relations_of(figures_, group.heading, {group.lines, "sus líneas"}, true))
        found.push_back(std::move(relation));
    }
  }

  // A parent that no column adds up to, and whose lines run to the table's end: they may go on in another table.
  [[nodiscard]] bool cut_off(const std::vector<Relation>& family, const Tally& fit) const {
    if (family.empty() || fit.holds > 0) return false;
    return std::any_of(family.front().parts.begin(), family.front().parts.end(),
                       [&](const Part& part) { return last_row(part.place.row); }) &&
           slips_of(family, figures_) == 0;
  }

  [[nodiscard]] bool last_row(int row) const {
    for (int r = row + 1; r < figures_.rows(); ++r) {
      if (with_figure_[static_cast<std::size_t>(r)]) return false;
    }
    return true;
  }

  // The line above the last one, which is the total of something wider, may sum those over it, whatever it is called:
  // "Rentas propias del municipio" above "INGRESOS TOTALES".
  [[nodiscard]] bool above_last_row(int row) const {
    for (int r = row + 1; r < figures_.rows(); ++r)
      if (with_figure_[static_cast<std::size_t>(r)]) return last_row(r) && !last_row(row);
    return false;
  }

  [[nodiscard]] bool leaf(int row) const {
    return with_figure_[static_cast<std::size_t>(row)] && !figures_.row(row).total &&
           children_[static_cast<std::size_t>(row)].empty();
  }

  // The rows above a total, each heading in place of the lines that it sums.
  [[nodiscard]] HeadingGroups groups_above(int total) const {
    int previous_grand = -1;
    for (int r = 0; r < total; ++r)
      if (figures_.row(r).total && figures_.row(r).grand) previous_grand = r;
    std::vector<int> rows;
    for (int r = previous_grand + 1; r < total; ++r) {
      // A heading whose lines are known is one of the headings, unless codes tell of more than one level of them.
      const bool row = with_figure_[static_cast<std::size_t>(r)] && !figures_.row(r).total;
      if (row && (leaf(r) || figures_.row(r).code.empty())) rows.push_back(r);
    }
    return heading_groups(figures_, rows);
  }

  // The lines right above the total, as far up as most columns add up: blocks that stand under one another.
  [[nodiscard]] Candidate run_candidate(int total) const {
    std::vector<model::Micro> sums(static_cast<std::size_t>(figures_.columns()));
    std::vector<int> run;
    Candidate best{{}, "sus líneas", {}};
    int most = 1;  // one column alone may agree by accident
    for (int r = total - 1; r >= 0 && run.size() < kRunRows; --r) {
      if (figures_.row(r).total) break;
      if (!leaf(r)) continue;
      run.push_back(r);
      int agree = 0;
      for (int c = 0; c < figures_.columns(); ++c) {
        const Figure& result = figures_.at({total, c});
        const Figure& line = figures_.at({r, c});
        model::Micro& sum = sums[static_cast<std::size_t>(c)];
        if (figures_.use(c) != ColumnUse::additive || result.known != Known::printed) continue;
        if (line.known == Known::printed) sum += line.value;
        agree += sum != 0 && sum == result.value;
      }
      if (run.size() < 2 || agree <= most) continue;
      most = agree;
      best.rows.assign(run.rbegin(), run.rend());
    }
    return best;
  }

  // What a total row may sum, the likelier first (a later one must fit better to be taken).
  [[nodiscard]] std::vector<Candidate> candidates(int total) const {
    const int n = figures_.rows();
    std::vector<Candidate> list;
    const auto rows_if = [&](int from, int to, auto&& wanted) {
      std::vector<int> rows;
      for (int r = std::max(0, from); r < std::min(n, to); ++r) {
        if (r != total && with_figure_[static_cast<std::size_t>(r)] && wanted(r)) rows.push_back(r);
      }
      return rows;
    };
    const auto is_leaf = [&](int r) { return leaf(r); };
    const auto is_total = [&](int r) { return figures_.row(r).total; };
    const auto is_top = [&](int r) { return figures_.row(r).parent < 0 && !figures_.row(r).total; };
    int previous_total = -1, previous_grand = -1, next_total = n, previous_section = -1;
    for (int r = 0; r < n; ++r) {
      if (r < total && is_total(r)) previous_total = r;
      if (r < total && is_total(r) && figures_.row(r).grand) previous_grand = r;
      if (r < total && figures_.row(r).section) previous_section = r;
      if (r > total && is_total(r) && next_total == n) next_total = r;
    }
    list.push_back({children_[static_cast<std::size_t>(total)], "sus líneas", {}});
    list.push_back({rows_if(previous_grand + 1, total, is_top), "sus líneas", {}});
    list.push_back({rows_if(previous_total + 1, total, is_leaf), "sus líneas", {}});
    list.push_back({rows_if(previous_section + 1, total, is_leaf), "las líneas de su sección", {}});
    list.push_back({rows_if(0, total, is_leaf), "todas las líneas", {}});
    list.push_back({rows_if(0, total, is_top), "las líneas principales", {}});
    list.push_back({rows_if(0, total, is_total), "los subtotales", {}});
    list.push_back({rows_if(previous_grand + 1, total, is_total), "los subtotales", {}});
    std::vector<int> mixed =
        rows_if(previous_grand + 1, previous_total + 1, is_total);  // and lines after the last of them
    for (const int r : rows_if(previous_total + 1, total, is_leaf)) mixed.push_back(r);
    list.push_back({std::move(mixed), "los subtotales y las líneas sueltas", {}});
    // Codes of one length of which some lost their end ("1110103000" beside "1110103000-27") put lines under lines.
    list.push_back({rows_if(previous_grand + 1, total, [&](int r) { return !is_total(r); }), "sus líneas", {}});
    list.push_back({rows_if(total + 1, next_total, is_leaf), "las líneas que le siguen", {}});
    list.push_back({rows_if(total + 1, n, is_top), "las líneas que le siguen", {}});
    return list;
  }
};

}  // namespace

void find_column_sums(const Figures& figures, std::vector<Relation>& found) {
  if (figures.columns() == 0) return;
  Finder finder(figures);
  finder.parents(found);
  finder.totals(found);
}

}  // namespace cotejo::checks
