#include "pipeline/checks/arithmetic/relation.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "pipeline/checks/arithmetic/tolerances.h"

namespace cotejo::checks {
namespace {

using model::Interval;
using model::Micro;

// What the parts of a sum make, in both ways of cutting decimals.
struct Sum {
  Interval rounded;
  Interval truncated;
  Micro middle = 0;
  Micro coarsest = 0;  // the widest printed unit among the parts
  bool money = true;
};

Micro printed_unit(const model::Amount& amount) {
  return model::micro({1, amount.value.exponent});
}

Interval scaled(const Interval& interval, int weight) {
  return weight >= 0 ? interval : Interval{-interval.high, -interval.low};
}

Outcome test_sum(const Relation& relation, const Figures& figures, bool open, Micro slack) {
  Outcome outcome;
  Sum sum;
  int terms = 0;
  for (const Part& part : relation.parts) {
    const Figure& figure = figures.at(part.place);
    if (figure.known == Known::blank) continue;  // zero, or missing and already reported
    sum.rounded = sum.rounded + scaled(figure.interval, part.weight);
    sum.truncated = sum.truncated + scaled(figure.truncated, part.weight);
    sum.middle += part.weight * figure.value;
    sum.coarsest = std::max(sum.coarsest, printed_unit(figure.amount));
    sum.money = sum.money && figure.amount.unit != model::Unit::count;
    ++terms;
  }
  const Figure& result = figures.at(relation.result);
  outcome.reported = result.value;
  outcome.expected = sum.middle;
  outcome.difference = outcome.reported - outcome.expected;
  Interval claimed = result.interval;
  claimed.low -= slack;
  claimed.high += slack;
  Interval cut = result.truncated;
  cut.low -= slack;
  cut.high += slack;
  if (claimed.meets(sum.rounded) || (result.amount.value.exponent != 0 && cut.meets(sum.truncated))) {
    outcome.verdict = Verdict::holds;
  } else if (open) {
    outcome.verdict = Verdict::no_data;
  } else {
    // Each term may hide half a unit that its printing dropped, and the result half of its own.
    const Micro unit = std::max(sum.coarsest, printed_unit(result.amount));
    const bool near = sum.money && 2 * magnitude(outcome.difference) <= (terms + 1) * unit;
    outcome.verdict = near ? Verdict::rounding : Verdict::fails;
  }
  return outcome;
}

Outcome test_ratio(const Relation& relation, const Figures& figures, bool open, Micro slack) {
  Outcome outcome;
  const Figure& top = figures.at(relation.parts[0].place);
  const Figure& result = figures.at(relation.result);
  const double a = top.amount.value.to_double();
  double b = 0, half_b = 0;
  for (std::size_t i = 1; i < relation.parts.size(); ++i) {
    const Figure& bottom = figures.at(relation.parts[i].place);
    b += bottom.amount.value.to_double();
    half_b += static_cast<double>(bottom.interval.high - bottom.interval.low) / 2 / model::kMicro;
  }
  outcome.reported = result.value;
  if (b == 0) {  // 0 / 0 is printed as 0 %, 100 % or nothing: no claim
    outcome.verdict = Verdict::no_data;
    return outcome;
  }
  const bool change = relation.kind == RelationKind::change;
  const auto percent = [&](double x, double y) { return change ? 100 * (x - y) / y : 100 * x / y; };
  const double value = percent(a, b);
  const double half_a = static_cast<double>(top.interval.high - top.interval.low) / 2 / model::kMicro;
  double low = value, high = value;
  if (half_a > 0 || half_b > 0) {
    for (const double x : {a - half_a, a + half_a}) {
      for (const double y : {b - half_b, b + half_b}) {
        if (y == 0) continue;
        low = std::min(low, percent(x, y));
        high = std::max(high, percent(x, y));
      }
    }
  }
  if (std::abs(value) > 1e9) return outcome;
  const double sign =
      change && value * static_cast<double>(outcome.reported) < 0 ? -1 : 1;  // "-92%" and "92 %" of fall
  if (sign < 0) {
    std::swap(low, high);
    low = -low;
    high = -high;
  }
  const auto micro = [](double x) { return static_cast<Micro>(std::llround(x * model::kMicro)); };
  outcome.expected = micro(sign * value);
  outcome.difference = outcome.reported - outcome.expected;
  Interval claimed = result.interval;
  claimed.low -= slack + 1;
  claimed.high += slack + 1;
  const Interval made{micro(low), micro(high)};
  const Micro unit = printed_unit(result.amount);
  if (claimed.meets(made)) {
    outcome.verdict = Verdict::holds;
  } else if (open) {
    outcome.verdict = Verdict::no_data;
  } else {
    outcome.verdict = magnitude(outcome.difference) <= unit ? Verdict::rounding : Verdict::fails;
  }
  return outcome;
}

Outcome test_product(const Relation& relation, const Figures& figures, bool open, Micro slack) {
  Outcome outcome;
  const Figure& a = figures.at(relation.parts[0].place);
  const Figure& b = figures.at(relation.parts[1].place);
  const Figure& result = figures.at(relation.result);
  const auto plain = [](const Figure& figure, Micro value) {
    const auto number = static_cast<long double>(value) / model::kMicro;
    return figure.amount.unit == model::Unit::percent ? number / 100 : number;
  };
  long double low = 0, high = 0;
  for (const Micro x : {a.interval.low, a.interval.high})
    for (const Micro y : {b.interval.low, b.interval.high}) {
      const long double made = plain(a, x) * plain(b, y);
      const bool first = x == a.interval.low && y == b.interval.low;
      low = first ? made : std::min(low, made);
      high = first ? made : std::max(high, made);
    }
  const long double value = plain(a, a.value) * plain(b, b.value);
  outcome.reported = result.value;
  constexpr long double largest = 1e18L;  // whole pesos: far above any budget, far below the limits of Micro
  if (std::abs(value) > largest) return outcome;
  const auto micro = [](long double x) { return static_cast<Micro>(std::roundl(x * model::kMicro)); };
  outcome.expected = micro(value);
  outcome.difference = outcome.reported - outcome.expected;
  const Interval claimed{result.interval.low - slack - 1, result.interval.high + slack + 1};
  if (claimed.meets({micro(low), micro(high)}))
    outcome.verdict = Verdict::holds;
  else if (!open)
    outcome.verdict = magnitude(outcome.difference) <= printed_unit(result.amount) ? Verdict::rounding : Verdict::fails;
  return outcome;
}

// Sums alone take a blank for none.
bool additive(RelationKind kind) {
  return kind == RelationKind::column_sum || kind == RelationKind::row_sum || kind == RelationKind::hundred;
}

// What a family fails for. A balance reckoned from a figure that slipped is off by as much as the figure.
class Causes {
 public:
  void add(const Outcome& outcome, bool explained) {
    const double off = std::abs(static_cast<double>(outcome.difference));
    const auto known = std::find_if(causes_.begin(), causes_.end(),
                                    [&](const Cause& cause) { return std::abs(cause.off - off) <= kOneCause * off; });
    if (known == causes_.end()) {
      causes_.push_back({off, explained});
    } else {
      known->explained = known->explained || explained;
    }
  }

  [[nodiscard]] int count() const { return static_cast<int>(causes_.size()); }
  [[nodiscard]] int explained() const {
    return static_cast<int>(
        std::count_if(causes_.begin(), causes_.end(), [](const Cause& cause) { return cause.explained; }));
  }

 private:
  struct Cause {
    double off = 0;
    bool explained = false;
  };
  std::vector<Cause> causes_;
};

}  // namespace

void move_to_row(Relation& relation, int row) {
  relation.result.row = row;
  for (Part& part : relation.parts) part.place.row = row;
}

Outcome test(const Relation& relation, const Figures& figures, double tolerance) {
  Outcome outcome;
  const Figure& result = figures.at(relation.result);
  bool open = result.known == Known::open;
  int printed = 0;
  for (const Part& part : relation.parts) {
    const Known known = figures.at(part.place).known;
    printed += known == Known::printed || known == Known::open;
    open = open || known == Known::open;
    const bool blank_counts = figures.blank_is_zero && additive(relation.kind);
    if (known == Known::unknown || (known == Known::blank && !blank_counts)) outcome.missing.push_back(part.place);
  }
  if (result.known != Known::printed && result.known != Known::open) outcome.missing.push_back(relation.result);
  if (!outcome.missing.empty() || printed == 0) return outcome;
  const auto slack = static_cast<Micro>(tolerance * static_cast<double>(model::kMicro));
  if (additive(relation.kind)) return test_sum(relation, figures, open, slack);
  return relation.kind == RelationKind::product ? test_product(relation, figures, open, slack)
                                                : test_ratio(relation, figures, open, slack);
}

Tally tally(const std::vector<Relation>& family, const Figures& figures) {
  Tally result;
  Causes causes;
  for (const Relation& relation : family) {
    const Outcome outcome = test(relation, figures);
    if (outcome.verdict == Verdict::holds || outcome.verdict == Verdict::rounding) {
      int nonzero = 0;
      for (const Part& part : relation.parts) {
        const Figure& figure = figures.at(part.place);
        nonzero += figure.known == Known::printed && figure.amount.value.mantissa != 0;
      }
      result.holds += nonzero > 0;  // a column of dashes adds up to a dash, whatever its lines are
      if (nonzero >= 2) {
        result.digits += std::log10(1 + std::abs(figures.at(relation.result).amount.value.to_double()));
      }
    } else if (outcome.verdict == Verdict::fails) {
      causes.add(outcome, false);
    }
  }
  result.fails = causes.count();
  return result;
}

int explained_causes(const std::vector<Relation>& family, const Figures& figures,
                     const std::function<bool(const Relation&, const Outcome&)>& explained) {
  Causes causes;
  for (const Relation& relation : family) {
    const Outcome outcome = test(relation, figures);
    if (outcome.verdict == Verdict::fails) causes.add(outcome, explained(relation, outcome));
  }
  return causes.explained();
}

}  // namespace cotejo::checks
