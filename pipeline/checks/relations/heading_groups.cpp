#include "pipeline/checks/relations/heading_groups.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "pipeline/checks/arithmetic/slips.h"
#include "pipeline/checks/relations/tolerances.h"

namespace cotejo::checks {
namespace {

using model::Micro;

// Small counts are the sum of what follows by accident.
bool is_large(const Figures& figures, int row) {
  for (int c = 0; c < figures.columns(); ++c) {
    const Figure& figure = figures.at({row, c});
    if (figures.use(c) == ColumnUse::additive && figure.known == Known::printed &&
        std::abs(figure.amount.value.to_double()) >= kLargeSum)
      return true;
  }
  return false;
}

bool sum_slips(const Relation& relation, const Figures& figures, const Outcome& outcome) {
  return !written_sum_slip(outcome.reported, outcome.expected, figures.at(relation.result).amount.value.exponent,
                           relation.parts.size())
              .none();
}

// How the lines that follow a heading fare as its parts.
enum class Keeps { no, slips, holds };

class Groups {
 public:
  Groups(const Figures& figures, const std::vector<int>& rows) : figures_(figures), rows_(rows) {}

  HeadingGroups run() {
    HeadingGroups result;
    bool sound = false;
    for (std::size_t i = 0; i < rows_.size();) {
      result.outer.push_back(rows_[i]);
      result.opened.push_back(rows_[i]);
      const std::optional<Group> group = group_at(i);
      if (!group) {
        ++i;
        continue;
      }
      sound = sound || group->keeps == Keeps::holds;
      result.groups.push_back({rows_[i], lines(i, group->last)});
      if (fails(i, group->last)) {
        result.opened.pop_back();
        result.opened.insert(result.opened.end(), result.groups.back().lines.begin(), result.groups.back().lines.end());
      }
      i = group->last + 1;
    }
    if (!sound) return {};
    return result;
  }

 private:
  const Figures& figures_;
  const std::vector<int>& rows_;  // in order

  struct Group {
    std::size_t last = 0;
    Keeps keeps = Keeps::no;
  };

  [[nodiscard]] std::vector<int> lines(std::size_t heading, std::size_t last) const {
    return {rows_.begin() + static_cast<std::ptrdiff_t>(heading) + 1,
            rows_.begin() + static_cast<std::ptrdiff_t>(last) + 1};
  }

  [[nodiscard]] Keeps keeps(std::size_t heading, std::size_t last) const {
    const std::vector<Relation> family = relations_of(figures_, rows_[heading], {lines(heading, last), "", {}}, false);
    const Tally fit = tally(family, figures_);
    if (fit.fails == 0) return fit.holds > 0 ? Keeps::holds : Keeps::no;
    if (fit.holds >= fit.fails) return slips_of(family, figures_) == fit.fails ? Keeps::holds : Keeps::no;
    return fit.holds == 0 && slips_of_heading(family) == fit.fails ? Keeps::slips : Keeps::no;
  }

  [[nodiscard]] int slips_of_heading(const std::vector<Relation>& family) const {
    return explained_causes(family, figures_, [&](const Relation& relation, const Outcome& outcome) {
      return sum_slips(relation, figures_, outcome);
    });
  }

  [[nodiscard]] bool fails(std::size_t heading, std::size_t last) const {
    return tally(relations_of(figures_, rows_[heading], {lines(heading, last), "", {}}, false), figures_).fails > 0;
  }

  // The fewest lines that make the heading; where none do, those to the next heading that it is one slip away from.
  // Lines of nothing before that heading are of the group, too.
  [[nodiscard]] std::optional<Group> group_at(std::size_t heading) const {
    const std::optional<std::size_t> held = last_that(heading, Keeps::holds);
    if (held) return Group{*held, Keeps::holds};
    for (auto near = last_that(heading, Keeps::slips); near; near = last_that(heading, Keeps::slips, *near))
      if (*near + 1 == rows_.size() || last_that(*near + 1, Keeps::holds)) return Group{*near, Keeps::slips};
    return std::nullopt;
  }

  // The next such line behind `after`.
  [[nodiscard]] std::optional<std::size_t> last_that(std::size_t heading, Keeps wanted, std::size_t after = 0) const {
    if (!is_large(figures_, rows_[heading])) return std::nullopt;
    std::vector<Micro> sums(static_cast<std::size_t>(figures_.columns()));
    for (std::size_t last = heading + 1; last < rows_.size(); ++last) {
      if (may_agree(heading, last, sums, wanted) && last > after && keeps(heading, last) == wanted) return last;
    }
    return std::nullopt;
  }

  // Adds a line to the running sums; whether a column of them could agree with the heading: tested before all else,
  // as it is cheap.
  [[nodiscard]] bool may_agree(std::size_t heading, std::size_t last, std::vector<Micro>& sums, Keeps wanted) const {
    bool may = false;
    for (int c = 0; c < figures_.columns(); ++c) {
      const Figure& result = figures_.at({rows_[heading], c});
      const Figure& line = figures_.at({rows_[last], c});
      Micro& sum = sums[static_cast<std::size_t>(c)];
      if (figures_.use(c) != ColumnUse::additive || result.known != Known::printed) continue;
      if (line.known == Known::printed) sum += line.value;
      const Micro unit = result.interval.high - result.interval.low + 1;
      const Micro difference = magnitude(sum - result.value);
      may = may || (wanted == Keeps::holds
                        ? difference <= unit * static_cast<Micro>(last - heading + 1)
                        : !written_sum_slip(result.value, sum, result.amount.value.exponent, last - heading).none());
    }
    return may;
  }
};

}  // namespace

std::vector<Relation> relations_of(const Figures& figures, int total, const Candidate& candidate, bool stated) {
  std::vector<Relation> family;
  for (int c = 0; c < figures.columns(); ++c) {
    if (figures.use(c) == ColumnUse::none) continue;
    const Figure& result = figures.at({total, c});
    if (result.known != Known::printed && result.known != Known::open) continue;
    Relation relation;
    relation.result = {total, c};
    relation.meaning = candidate.meaning;
    relation.stated = stated;
    int printed = 0;
    double sum = 0;
    for (const int r : candidate.rows) {
      const Figure& figure = figures.at({r, c});
      printed += figure.known == Known::printed || figure.known == Known::open;
      sum += figure.known == Known::printed ? figure.amount.value.to_double() : 0;
      relation.parts.push_back({{r, c}, 1});
    }
    if (printed == 0) continue;
    if (figures.use(c) == ColumnUse::percent) {  // only parts of a whole add up
      if (result.amount.value.to_double() != 100 || std::abs(sum - 100) > 10 || printed < 2) continue;
      relation.kind = RelationKind::hundred;
    }
    family.push_back(std::move(relation));
  }
  return family;
}

int slips_of(const std::vector<Relation>& family, const Figures& figures) {
  return explained_causes(family, figures, [&](const Relation& relation, const Outcome& outcome) {
    return sum_slips(relation, figures, outcome) || !doubtful_parts(relation, figures, outcome).empty();
  });
}

HeadingGroups heading_groups(const Figures& figures, const std::vector<int>& rows) {
  if (rows.size() > kOuterRows) return {};
  return Groups(figures, rows).run();
}

}  // namespace cotejo::checks
