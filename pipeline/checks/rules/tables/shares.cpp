#include "pipeline/checks/rules/tables/shares.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "pipeline/checks/arithmetic/implied_whole.h"
#include "pipeline/checks/arithmetic/share.h"
#include "pipeline/checks/rules/tolerances.h"
#include "pipeline/checks/spanish.h"

namespace cotejo::checks {
namespace {

// The lines of a column of percentages from `from` on that are parts of one whole.
struct Group {
  std::size_t from = 0;
  std::size_t to = 0;  // exclusive
};

double percent_at(const Figures& figures, Place place) {
  return figures.at(place).amount.value.to_double();
}

double unit_at(const Figures& figures, Place place) {
  return unit_of_percent(figures.at(place).amount);
}

bool explained(const TableAnalysis& table, int column) {
  return std::any_of(table.relations.begin(), table.relations.end(),
                     [&](const Relation& relation) { return relation.result.column == column; });
}

// The rows of a column that are parts: printed percentages of lines, none of them a whole by itself.
std::vector<int> parts_of(const Figures& figures, int column) {
  std::vector<int> rows;
  for (int r = 0; r < figures.rows(); ++r) {
    if (!figures.row(r).body || figures.row(r).total) continue;
    const Figure& figure = figures.at({r, column});
    if (figure.known != Known::printed || figure.value < 0 || percent_at(figures, {r, column}) > 100) return {};
    rows.push_back(r);
  }
  return rows;
}

// Each part may hide half a unit, or a whole one where it was cut.
bool makes_hundred(double sum, double parts, double unit) {
  return sum <= 100 + parts / 2 * unit + 1e-9 && sum >= 100 - parts * unit - 1e-9;
}

// Cuts the parts into groups that make 100, with no more than one that misses it by little. Empty when they do not so.
std::vector<Group> groups_of(const Figures& figures, int column, const std::vector<int>& rows) {
  constexpr int never = std::numeric_limits<int>::max() / 2;
  const std::size_t n = rows.size();
  std::vector<int> cost(n + 1, never);
  std::vector<std::size_t> from(n + 1, 0);
  cost[0] = 0;
  for (std::size_t to = 2; to <= n; ++to) {
    double sum = percent_at(figures, {rows[to - 1], column});
    for (std::size_t begin = to - 1; begin-- > 0;) {
      sum += percent_at(figures, {rows[begin], column});
      if (sum > 100 + kNearHundred) break;
      if (cost[begin] == never || sum < 100 - kNearHundred) continue;
      const bool holds = makes_hundred(sum, static_cast<double>(to - begin), unit_at(figures, {rows[begin], column}));
      const int here = cost[begin] + (holds ? 0 : 1);
      if (here < cost[to]) cost[to] = here, from[to] = begin;
    }
  }
  if (cost[n] > 1) return {};
  std::vector<Group> groups;
  for (std::size_t to = n; to > 0; to = from[to]) groups.push_back({from[to], to});
  std::reverse(groups.begin(), groups.end());
  return groups;
}

void report_group(const TableAnalysis& table, int column, const std::vector<int>& rows, const Group& group,
                  Report& report) {
  const Figures& figures = table.figures;
  model::Micro sum = 0;
  model::Finding finding;
  finding.table = figures.reading().table;
  std::string names;
  for (std::size_t i = group.from; i < group.to; ++i) {
    const Place place{rows[i], column};
    sum += figures.at(place).value;
    names += (names.empty() ? "" : i + 1 == group.to ? " y " : ", ") + guillemets(figures.row_name(rows[i]), 40);
    finding.steps.push_back("+ " + written(figures.at(place).amount) + "  " + guillemets(figures.row_name(rows[i])));
    finding.evidence.push_back(
        evidence_of(table, place, i == group.from ? model::Role::reported : model::Role::addend));
  }
  finding.steps.push_back("= " + written(sum, model::Unit::percent));
  finding.reported = model::micro_to_string(sum);
  finding.expected = "100";
  finding.difference = model::micro_to_string(sum - 100 * model::kMicro);
  finding.message = "Los porcentajes de " + names + " en " + guillemets(figures.column_name(column), 60) + " suman " +
                    written(sum, model::Unit::percent) + "; los demás grupos de la tabla suman 100 %.";
  report.add(std::move(finding), figures.table().title + "|" + names);
}

struct Shares {
  int column = -1;  // of the parts
  std::vector<int> rows;
  std::vector<SharePair> pairs;
  ImpliedWhole whole;
};

// The column of parts whose rows agree best on a whole, the nearest on the left first.
std::optional<Shares> shares_of(const Figures& figures, int percent) {
  std::optional<Shares> best;
  for (int c = percent - 1; c >= 0; --c) {
    if (figures.use(c) != ColumnUse::additive) continue;
    Shares shares{c, {}, {}, {}};
    for (int r = 0; r < figures.rows(); ++r) {
      const Figure& part = figures.at({r, c});
      const Figure& share = figures.at({r, percent});
      if (!figures.row(r).body || part.known != Known::printed || share.known != Known::printed) continue;
      if (part.value <= 0 || share.value <= 0) continue;
      shares.rows.push_back(r);
      shares.pairs.push_back(
          {part.amount.value.to_double(), percent_at(figures, {r, percent}), unit_at(figures, {r, percent})});
    }
    shares.whole = implied_whole(shares.pairs);
    if (!best || shares.whole.agree > best->whole.agree) best = std::move(shares);
  }
  return best;
}

void report_share(const TableAnalysis& table, int percent, const Shares& shares, std::size_t i, Report& report) {
  const Figures& figures = table.figures;
  const Place place{shares.rows[i], percent};
  const model::Micro hundredths = share_in_hundredths(shares.pairs[i].part, shares.whole.value);
  const auto whole = static_cast<model::Micro>(std::llround(shares.whole.value)) * model::kMicro;
  const Figure& part = figures.at({shares.rows[i], shares.column});
  model::Finding finding;
  finding.table = figures.reading().table;
  finding.reported = model::micro_to_string(figures.at(place).value);
  finding.expected = model::micro_to_string(hundredths);
  finding.difference = model::micro_to_string(figures.at(place).value - hundredths);
  finding.message =
      "El porcentaje de " + guillemets(figures.row_name(place.row)) + " en " +
      guillemets(figures.column_name(percent), 60) + " dice " + written(figures.at(place).amount) +
      (shares.whole.agree == 1 ? "; la otra fila es parte de unos "
                               : "; las otras " + std::to_string(shares.whole.agree) + " filas son partes de unos ") +
      written(whole, part.amount.unit) + ", de los que " + written(part.amount) + " es " +
      written(hundredths, model::Unit::percent) + ".";
  finding.steps = {written(part.amount) + " / " + written(whole, part.amount.unit) + " = " +
                       written(hundredths, model::Unit::percent),
                   "≠ " + written(figures.at(place).amount) + " impreso"};
  finding.evidence = {evidence_of(table, place, model::Role::reported),
                      evidence_of(table, {place.row, shares.column}, model::Role::source)};
  report.add(std::move(finding),
             figures.table().title + "|" + figures.row_name(place.row) + "|" + figures.column_name(percent));
}

}  // namespace

void report_parts_of_hundred(const Context& context, Report& report) {
  for (const TableAnalysis& table : context.tables) {
    for (int c = 0; c < table.figures.columns(); ++c) {
      if (table.figures.use(c) != ColumnUse::percent) continue;
      const std::vector<int> rows = parts_of(table.figures, c);
      if (rows.size() > kMostParts) continue;
      const std::vector<Group> groups = groups_of(table.figures, c, rows);
      if (groups.size() < kLeastGroups) continue;
      report.tested(static_cast<int>(groups.size()));
      for (const Group& group : groups) {
        double sum = 0;
        for (std::size_t i = group.from; i < group.to; ++i) sum += percent_at(table.figures, {rows[i], c});
        if (!makes_hundred(sum, static_cast<double>(group.to - group.from),
                           unit_at(table.figures, {rows[group.from], c})))
          report_group(table, c, rows, group, report);
      }
    }
  }
}

void report_shares_of_implied_whole(const Context& context, Report& report) {
  for (const TableAnalysis& table : context.tables) {
    for (int c = 0; c < table.figures.columns(); ++c) {
      if (table.figures.use(c) != ColumnUse::percent || explained(table, c)) continue;
      const std::optional<Shares> shares = shares_of(table.figures, c);
      if (!shares || shares->whole.agree < kAgreeOnWhole) continue;
      const int others = static_cast<int>(shares->pairs.size()) - shares->whole.agree;
      report.tested(static_cast<int>(shares->pairs.size()));
      if (others == 0 || others * kAgreeOnWhole > shares->whole.agree) continue;
      for (std::size_t i = 0; i < shares->pairs.size(); ++i) {
        const SharePair& pair = shares->pairs[i];
        const double share = 100 * pair.part / shares->whole.value;
        if (!shares->whole.keeps[i] && pair.percent > pair.unit && pair.unit <= kFineShare &&
            std::abs(share - pair.percent) <= kNearPrinted * pair.percent)
          report_share(table, c, *shares, i, report);
      }
    }
  }
}

}  // namespace cotejo::checks
