#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <set>

#include "pipeline/checks/arithmetic/slips.h"
#include "pipeline/checks/relations/find_relations.h"
#include "pipeline/checks/relations/tolerances.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

using model::Measure;

struct Form {
  RelationKind kind = RelationKind::ratio;
  int top = -1;
  int bottom = -1;      // column
  int bottom_row = -1;  // a total row for shares; -1: the own row; or one of the two below
  std::string meaning;
};

struct Score {
  int holds = 0;
  int fails = 0;
  double digits = 0;
};

class Searcher {
 public:
  explicit Searcher(const Figures& figures) : figures_(figures) {
    for (int c = 0; c < figures.columns(); ++c) {
      if (figures.use(c) == ColumnUse::additive) columns_.push_back(c);
    }
    for (int r = 0; r < figures.rows(); ++r) {
      if (!figures.row(r).body) continue;
      body_.push_back(r);
      if (figures.row(r).total) totals_.push_back(r);
    }
    const std::size_t step = std::max<std::size_t>(1, body_.size() / kPercentageSample);
    for (std::size_t i = 0; i < body_.size(); i += step) sample_.push_back(body_[i]);
  }

  void run(int column, std::vector<Relation>& found) const {
    std::optional<Form> best;
    Score best_score;
    for (Form& form : forms(column)) {
      const Score fit = score(column, form, best ? best_score.holds - best_score.fails : -(1 << 20));
      if (fit.holds == 0) continue;
      const bool wins = !best || fit.holds - fit.fails > best_score.holds - best_score.fails ||
                        (fit.holds - fit.fails == best_score.holds - best_score.fails &&
                         std::abs(form.top - column) < std::abs(best->top - column));
      if (wins) {
        best = std::move(form);
        best_score = fit;
      }
    }
    if (!best || best_score.digits < kEnoughDigits || best_score.holds < 2 * best_score.fails) {
      if (const std::optional<Form> said = stated(column)) {
        add_stated(column, *said, best_score, found);
      } else if (!add_shares_of_total(column, found)) {
        add_change_taken_for_ratio(column, found);
      }
      return;
    }
    best->meaning = meaning(*best);
    for (const int r : body_) {
      if (figures_.at({r, column}).known != Known::printed) continue;
      Relation relation = relation_of(r, column, *best);
      if (is_mean_of_lines(relation)) continue;
      if (best->bottom_row == kOwnLines) {
        // With several shares of a group off, a line of it is: which one, nothing tells.
        relation.stated = relation.unclear = failing_lines(r, column, *best) > 1;
      }
      found.push_back(std::move(relation));
    }
  }

 private:
  const Figures& figures_;
  std::vector<int> columns_;
  std::vector<int> body_;
  std::vector<int> sample_;
  std::vector<int> totals_;

  [[nodiscard]] Relation relation_of(int row, int column, const Form& form) const {
    Relation relation;
    relation.kind = form.kind;
    relation.result = {row, column};
    relation.meaning = form.meaning;
    int bottom_row = row;
    if (form.bottom_row == kOwnTotal) bottom_row = own_total(row);
    if (form.bottom_row >= 0) bottom_row = form.bottom_row;
    relation.parts = {{{row, form.top}, 1}, {{bottom_row, form.bottom}, 1}};
    if (form.bottom_row == kOwnLines) {
      relation.parts.pop_back();
      for (const int r : own_lines(row))
        if (figures_.at({r, form.bottom}).known != Known::blank) relation.parts.push_back({{r, form.bottom}, 1});
    }
    return relation;
  }

  static constexpr int kOwnTotal = -2;
  static constexpr int kOwnLines = -3;  // all lines of the row's group, whose total is not printed

  // The cell that several rows share on their left, which names their group; -1 when they share none.
  [[nodiscard]] int group_of(int row) const {
    for (int c = 0; c < figures_.columns() && figures_.use(c) == ColumnUse::none; ++c) {
      const int cell = figures_.reading().at(row, c).cell;
      if (cell >= 0 && figures_.table().cells[static_cast<std::size_t>(cell)].row_span > 1) return cell;
    }
    return -1;
  }

  [[nodiscard]] std::vector<int> own_lines(int row) const {
    const int group = group_of(row);
    std::vector<int> lines;
    std::set<int> summed;  // lines that print the sum of others
    for (const int r : body_)
      if (figures_.row(r).parent >= 0) summed.insert(figures_.row(r).parent);
    for (const int r : body_)
      if (group_of(r) == group && !summed.contains(r)) lines.push_back(r);
    return lines;
  }

  [[nodiscard]] int failing_lines(int row, int column, const Form& form) const {
    int fails = 0;
    for (const int r : own_lines(row)) fails += test(relation_of(r, column, form), figures_).verdict == Verdict::fails;
    return fails;
  }

  // The next total row from here on; the last one when none follows.
  [[nodiscard]] int own_total(int row) const {
    const auto next = std::lower_bound(totals_.begin(), totals_.end(), row);
    if (next != totals_.end()) return *next;
    return totals_.empty() ? row : totals_.back();
  }

  // The columns near a percentage are tried first, so that of two equal ones the nearer explains it.
  [[nodiscard]] std::vector<Form> forms(int column) const {
    std::vector<Form> list;
    if (columns_.size() > kPercentageColumns) return list;
    // What was executed of a budget is no change, though what is left of it falls short of the budget by as much.
    const bool execution =
        figures_.reading().columns[static_cast<std::size_t>(column)].measure == Measure::porcentaje_ejecucion;
    for (const int a : columns_) {
      for (const int b : columns_) {
        if (a == b) continue;
        list.push_back({RelationKind::ratio, a, b, -1, ""});
        if (!execution) list.push_back({RelationKind::change, a, b, -1, ""});
      }
      if (totals_.empty()) {
        if (body_.size() <= kPercentageSample) list.push_back({RelationKind::ratio, a, a, kOwnLines, ""});
        continue;
      }
      list.push_back({RelationKind::ratio, a, a, totals_.back(), ""});
      if (totals_.size() > 1) {
        list.push_back({RelationKind::ratio, a, a, kOwnTotal, ""});
        list.push_back({RelationKind::ratio, a, a, totals_.front(), ""});
      }
    }
    std::stable_sort(list.begin(), list.end(), [column](const Form& x, const Form& y) {
      return std::abs(x.top - column) + std::abs(x.bottom - column) <
             std::abs(y.top - column) + std::abs(y.bottom - column);
    });
    return list;
  }

  // Ends as soon as the rows that hold cannot exceed those that fail by `least` any more.
  [[nodiscard]] Score score(int column, const Form& form, int least = -(1 << 20)) const {
    Score total;
    Relation tried;
    auto left = static_cast<int>(sample_.size());
    for (const int r : sample_) {
      if (total.holds - total.fails + left-- < least) return total;
      const Figure& printed = figures_.at({r, column});
      if (printed.known != Known::printed) continue;
      if (form.bottom_row < -1 || tried.parts.empty()) {
        tried = relation_of(r, column, form);
      } else {
        tried.result.row = tried.parts[0].place.row = r;
        if (form.bottom_row == -1) tried.parts[1].place.row = r;
      }
      const Outcome outcome = test(tried, figures_);
      if (outcome.verdict == Verdict::no_data) continue;
      if (outcome.verdict == Verdict::fails) {
        ++total.fails;
        continue;
      }
      const double value = std::abs(printed.amount.value.to_double());
      if (value == 0 || value == 100) continue;  // tells nothing about which form it is
      ++total.holds;
      total.digits += 2 - printed.amount.value.exponent;
    }
    return total;
  }

  // The form that the heads say, where its rows are too few to show it: a column of execution over the one column of
  // what was executed and the one of the appropriation.
  [[nodiscard]] std::optional<Form> stated(int column) const {
    const auto measure = [&](int c) { return figures_.reading().columns[static_cast<std::size_t>(c)].measure; };
    const auto only = [&](std::initializer_list<Measure> names) {
      int place = -1;
      for (const int c : columns_) {
        if (std::find(names.begin(), names.end(), measure(c)) == names.end()) continue;
        if (place >= 0) return -1;
        place = c;
      }
      return place;
    };
    if (measure(column) != Measure::porcentaje_ejecucion) return {};
    for (int c = 0; c < figures_.columns(); ++c)
      if (c != column && measure(c) == measure(column)) return {};  // each of another stage
    const int top =
        only({Measure::compromisos, Measure::obligaciones, Measure::pagos, Measure::ejecucion, Measure::recaudo});
    const int definite = only({Measure::apropiacion_definitiva});
    const int bottom = definite >= 0 ? definite : only({Measure::apropiacion_inicial});
    if (top < 0 || bottom < 0) return {};
    Form form{RelationKind::ratio, top, bottom, -1, {}};
    form.meaning = meaning(form);
    return form;
  }

  // A percentage may be of the work and not of the money, so that words alone accuse no row: as many rows must keep the
  // form, or what is printed must be one slip of the pen away from it.
  void add_stated(int column, const Form& form, const Score& shown, std::vector<Relation>& found) const {
    const Score fit = score(column, form);
    if (shown.holds > fit.holds) return;  // the numbers speak for another form
    for (const int r : body_) {
      if (figures_.at({r, column}).known != Known::printed) continue;
      Relation relation = relation_of(r, column, form);
      const Outcome outcome = test(relation, figures_);
      const bool slip = outcome.verdict == Verdict::fails && !writing_slip(outcome.reported, outcome.expected).none();
      if (outcome.verdict == Verdict::fails && !slip && (fit.holds == 0 || fit.holds < fit.fails)) continue;
      relation.stated = true;
      if (!is_mean_of_lines(relation)) found.push_back(std::move(relation));
    }
  }

  // «% part.» beside a count whose total adds up, with 100 % in the row of the total: shares of it, though a row or two
  // are off. They must be off by little, and one other must hold.
  bool add_shares_of_total(int column, std::vector<Relation>& found) const {
    if (totals_.empty()) return false;
    const int total = totals_.back();
    const Figure& hundred = figures_.at({total, column});
    if (hundred.known != Known::printed || hundred.amount.value.to_double() != 100) return false;
    const auto left = std::find_if(columns_.rbegin(), columns_.rend(), [&](int c) { return c < column; });
    if (left == columns_.rend()) return false;
    const bool adds_up = std::any_of(found.begin(), found.end(), [&](const Relation& relation) {
      return relation.kind == RelationKind::column_sum && relation.result == Place{total, *left} &&
             test(relation, figures_).verdict == Verdict::holds;
    });
    if (!adds_up) return false;
    Form form{RelationKind::ratio, *left, *left, total, {}};
    form.meaning = meaning(form);
    int holds = 0;
    std::vector<Relation> family;
    for (const int r : body_) {
      const Figure& printed = figures_.at({r, column});
      if (r == total || printed.known != Known::printed || printed.value == 0) continue;
      Relation relation = relation_of(r, column, form);
      relation.stated = true;
      const Outcome outcome = test(relation, figures_);
      if (outcome.verdict == Verdict::fails) {
        if (magnitude(outcome.difference) > kNearShareOfTotal * model::kMicro || printed.amount.value.exponent == 0)
          return false;
      } else {
        holds += outcome.verdict != Verdict::no_data;
      }
      family.push_back(std::move(relation));
    }
    if (holds == 0) return false;
    std::move(family.begin(), family.end(), std::back_inserter(found));
    return true;
  }

  // «% Variación» of the two columns beside it where a row prints what the later is of the earlier: 14 of 59 as −23 %.
  void add_change_taken_for_ratio(int column, std::vector<Relation>& found) const {
    std::string head = " " + normalise::fold(figures_.column_name(column)) + " ";
    const bool change = head.find(" variacion ") != std::string::npos || head.find(" var ") != std::string::npos ||
                        head.find(" cambio ") != std::string::npos;
    if (!change || columns_.size() != 2 || columns_[1] > column) return;
    for (const auto& [now, before] : {std::pair{columns_[1], columns_[0]}, std::pair{columns_[0], columns_[1]}}) {
      Form form{RelationKind::change, now, before, -1, {}};
      form.meaning = meaning(form);
      for (const int r : body_) {
        const Figure& printed = figures_.at({r, column});
        const Figure& a = figures_.at({r, now});
        const Figure& b = figures_.at({r, before});
        if (printed.known != Known::printed || a.known != Known::printed || b.known != Known::printed || b.value <= 0 ||
            a.value <= 0)
          continue;
        Relation relation = relation_of(r, column, form);
        if (test(relation, figures_).verdict != Verdict::fails) continue;
        const double ratio = 100 * a.amount.value.to_double() / b.amount.value.to_double();
        const double said = std::abs(printed.amount.value.to_double());
        if (std::abs(ratio - said) >= std::pow(10.0, printed.amount.value.exponent)) continue;
        relation.stated = true;
        found.push_back(std::move(relation));
      }
      if (head.find(" variacion ") != std::string::npos) return;  // the later column comes last
    }
  }

  // Some reports print the plain mean of the lines' percentages in the total row.
  [[nodiscard]] bool is_mean_of_lines(const Relation& relation) const {
    if (!figures_.row(relation.result.row).total || test(relation, figures_).verdict != Verdict::fails) return false;
    double sum = 0;
    int count = 0;
    for (const int r : body_) {
      const Figure& figure = figures_.at({r, relation.result.column});
      if (figures_.row(r).total || figure.known != Known::printed) continue;
      sum += figure.amount.value.to_double();
      ++count;
    }
    const model::Interval& printed = figures_.at(relation.result).interval;
    const auto mean =
        count == 0 ? model::Micro{0} : static_cast<model::Micro>(std::llround(sum / count * model::kMicro));
    return count > 0 && mean >= printed.low && mean <= printed.high;
  }

  [[nodiscard]] std::string meaning(const Form& form) const {
    const std::string top = "«" + figures_.column_name(form.top) + "»";
    if (form.bottom_row == kOwnLines) return top + " de la fila / la suma de sus líneas";
    if (form.bottom_row != -1) return top + " de la fila / " + top + " del total";
    const std::string bottom = "«" + figures_.column_name(form.bottom) + "»";
    if (form.kind == RelationKind::change) return "variación de " + top + " frente a " + bottom;
    return top + " / " + bottom;
  }
};

}  // namespace

void find_percentages(const Figures& figures, std::vector<Relation>& found) {
  const Searcher searcher(figures);
  for (int c = 0; c < figures.columns(); ++c) {
    if (figures.use(c) == ColumnUse::percent) searcher.run(c, found);
  }
}

}  // namespace cotejo::checks
