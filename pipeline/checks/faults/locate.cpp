#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "pipeline/checks/faults/surroundings.h"
#include "pipeline/checks/faults/tolerances.h"

namespace cotejo::checks {
namespace {

using model::Micro;

class Locator {
 public:
  Locator(const Figures& figures, const std::vector<Relation>& relations, const std::vector<Outcome>& outcomes)
      : figures_(figures), relations_(relations), outcomes_(outcomes), around_(figures, relations, outcomes) {
    for (std::size_t i = 0; i < relations.size(); ++i) {
      if (outcomes[i].verdict != Verdict::fails) continue;
      const bool ratio = relations[i].kind == RelationKind::ratio || relations[i].kind == RelationKind::change;
      const int index = static_cast<int>(i);
      for (const Part& part : relations[i].parts)
        if (ratio) ratios_at_[part.place].push_back(index);
      if (additive(relations[i])) open_.insert(index);
    }
  }

  std::vector<Fault> run() {
    while (take_shared_place()) {
    }
    join_consequences();
    join_made_totals();
    for (const int index : std::vector<int>(open_.begin(), open_.end())) take_alone(index);
    for (std::size_t i = 0; i < relations_.size(); ++i) {
      if (additive(relations_[i])) {
        if (outcomes_[i].verdict == Verdict::rounding) take_alone(static_cast<int>(i));
      } else if (outcomes_[i].verdict == Verdict::fails && relations_[i].kind != RelationKind::hundred) {
        take_percentage(static_cast<int>(i));
      }
    }
    for (std::size_t i = 0; i < relations_.size(); ++i) {  // after the percentages that they are made of
      if (relations_[i].kind == RelationKind::hundred && outcomes_[i].verdict == Verdict::fails) {
        take_percentage(static_cast<int>(i));
      }
    }
    std::stable_sort(faults_.begin(), faults_.end(), [](const Fault& a, const Fault& b) { return a.place < b.place; });
    return std::move(faults_);
  }

 private:
  const Figures& figures_;
  const std::vector<Relation>& relations_;
  const std::vector<Outcome>& outcomes_;
  Surroundings around_;
  std::set<int> open_;                           // failed and not yet explained
  std::map<Place, std::vector<int>> ratios_at_;  // failed percentages that a place takes part in
  std::vector<Fault> faults_;

  [[nodiscard]] const Outcome& outcome(int index) const { return around_.outcome(index); }
  [[nodiscard]] const Relation& relation(int index) const { return around_.relation(index); }

  struct Repair {
    Place place;
    Micro value = 0;
    std::vector<int> relations;
    bool breaks = false;
    double cost = 0;         // the less, the likelier
    std::set<int> caused{};  // sums that fail by a figure reckoned from this one
  };

  // Repairs of one place: the values that its failed relations want, each with all that it mends.
  [[nodiscard]] std::vector<Repair> repairs_at(Place place) const {
    std::vector<Repair> repairs;
    const auto& around = around_.sums_at(place);
    for (const int index : around) {
      if (!open_.contains(index)) continue;
      const Micro value = around_.wanted(place, index);
      if (std::any_of(repairs.begin(), repairs.end(), [&](const Repair& r) { return r.value == value; })) continue;
      const std::optional<model::Amount> amount = amount_like(figures_.at(place).amount, value);
      if (!amount) continue;
      Repair repair{place, value, {}, false, 0};
      for (const int other : around) {
        if (open_.contains(other)) {
          if (around_.wanted(place, other) == value) repair.relations.push_back(other);
        } else if (outcome(other).verdict == Verdict::holds) {
          // A change of more than the precision fails what holds, unless it was reckoned from the slip.
          const std::vector<int> sums = handed_on(other, place, value);
          repair.breaks = repair.breaks || sums.empty();
          repair.caused.insert(sums.begin(), sums.end());
        }
      }
      repairs.push_back(std::move(repair));
    }
    return repairs;
  }

  // The failed sums of what a row that holds makes, where they ask it to change by as much as `place`, a part of it,
  // does to become `value`: a balance that was reckoned from the slip.
  [[nodiscard]] std::vector<int> handed_on(int row, Place place, Micro value) const {
    const Place made = relation(row).result;
    if (relation(row).kind != RelationKind::row_sum || made == place || figures_.at(made).known != Known::printed)
      return {};
    const auto part = std::find_if(relation(row).parts.begin(), relation(row).parts.end(),
                                   [&](const Part& one) { return one.place == place; });
    const Micro change = value - model::micro(figures_.at(place).amount.value);
    const Micro mended = model::micro(figures_.at(made).amount.value) + part->weight * change;
    std::vector<int> sums;
    for (const int index : around_.sums_at(made))
      if (open_.contains(index) && relation(index).kind == RelationKind::column_sum &&
          around_.wanted(made, index) == mended)
        sums.push_back(index);
    return sums;
  }

  [[nodiscard]] double cost(const Repair& repair) const {
    const Figure& figure = figures_.at(repair.place);
    double value = figure.confidence;  // a doubtful reading is likelier wrong
    bool result = false;
    for (const int index : repair.relations) result = result || relation(index).result == repair.place;
    if (!result) value += kCopied;
    if (writing_slip(model::micro(figure.amount.value), repair.value).none()) value += kNoSlip;
    return value;
  }

  // The one place that explains the most failed relations, two at least, and breaks none that holds.
  bool take_shared_place() {
    std::optional<Repair> best;
    std::set<Place> seen;
    for (const int index : open_) {
      std::vector<Place> places{relation(index).result};
      for (const Part& part : relation(index).parts) places.push_back(part.place);
      for (const Place place : places) {
        if (around_.sums_at(place).size() < 2 || figures_.at(place).known != Known::printed ||
            !seen.insert(place).second)
          continue;
        for (Repair& repair : repairs_at(place)) {
          if (repair.breaks || repair.relations.size() < 2) continue;
          repair.cost = cost(repair);
          if (!best || repair.relations.size() > best->relations.size() ||
              (repair.relations.size() == best->relations.size() && repair.cost < best->cost)) {
            best = std::move(repair);
          }
        }
      }
    }
    if (!best) return false;
    Fault fault;
    fault.place = best->place;
    fault.reported = model::micro(figures_.at(best->place).amount.value);
    fault.expected = best->value;
    fault.relations = best->relations;
    // The relation that names the fault: one that has it for its result, a row's own before a column's.
    std::stable_sort(fault.relations.begin(), fault.relations.end(), [&](int a, int b) {
      const auto rank = [&](int i) {
        return (relation(i).result == fault.place ? 0 : 2) + (relation(i).kind == RelationKind::column_sum ? 0 : 1);
      };
      return rank(a) < rank(b);
    });
    for (const int index : fault.relations) open_.erase(index);
    for (const int index : best->caused) open_.erase(index);
    fault.consequences.assign(best->caused.begin(), best->caused.end());
    const int first = fault.relations.front();
    if (relation(first).result == fault.place) fault.slip = sum_slip(relation(first), figures_, outcome(first));
    if (fault.slip.none()) fault.slip = writing_slip(fault.reported, fault.expected);
    judge_reading(around_, fault);
    faults_.push_back(std::move(fault));
    return true;
  }

  // A total row breaks its own row identity by the sum of what its lines break it by: no slip of its own.
  void join_consequences() {
    for (const int index : std::vector<int>(open_.begin(), open_.end())) {
      if (!open_.contains(index) || relation(index).kind != RelationKind::row_sum) continue;
      const int row = relation(index).result.row;
      std::vector<int> lines;
      bool every_column_holds = true;
      std::set<int> rows;
      for (const Place place : places_of(relation(index))) {
        bool held = false;
        for (const int other : around_.sums_at(place)) {
          if (relation(other).kind != RelationKind::column_sum || relation(other).result != place) continue;
          if (outcome(other).verdict != Verdict::holds && open_.contains(other)) continue;  // not mended elsewhere
          held = true;
          for (const Part& part : relation(other).parts) rows.insert(part.place.row);
        }
        every_column_holds = every_column_holds && held;
      }
      if (!every_column_holds) continue;
      Micro sum = 0;
      for (const int other : open_) {
        if (relation(other).kind != RelationKind::row_sum || relation(other).result.row == row) continue;
        if (relation(other).result.column != relation(index).result.column ||
            !rows.contains(relation(other).result.row))
          continue;
        if (relation(other).meaning != relation(index).meaning) continue;
        lines.push_back(other);
        sum += outcome(other).difference;
      }
      if (lines.empty() || sum != outcome(index).difference) continue;
      open_.erase(index);
      consequences_[lines.front()].push_back(index);
    }
  }
  std::map<int, std::vector<int>> consequences_;

  // A total that its own row makes of another total that is off by as much: the difference of two totals of which one
  // is wrong.
  void join_made_totals() {
    for (const int index : std::vector<int>(open_.begin(), open_.end())) {
      if (relation(index).kind != RelationKind::column_sum) continue;
      for (const int made : around_.sums_at(relation(index).result)) {
        if (relation(made).kind != RelationKind::row_sum || relation(made).result != relation(index).result ||
            outcome(made).verdict != Verdict::holds)
          continue;
        const int cause = cause_among(relation(made), outcome(index).difference);
        if (cause < 0) continue;
        open_.erase(index);
        consequences_[cause].push_back(index);
        break;
      }
    }
  }

  // The open sum of a part of the row whose difference the row hands on; −1 when there is none.
  [[nodiscard]] int cause_among(const Relation& row, Micro difference) const {
    for (const Part& part : row.parts)
      for (const int other : around_.sums_at(part.place))
        if (open_.contains(other) && relation(other).kind == RelationKind::column_sum &&
            relation(other).result == part.place && part.weight * outcome(other).difference == difference)
          return other;
    return -1;
  }

  void take_alone(int index) {
    Fault fault;
    fault.place = relation(index).result;
    fault.reported = outcome(index).reported;
    fault.expected = outcome(index).expected;
    fault.relations = {index};
    fault.rounding = outcome(index).verdict == Verdict::rounding;
    fault.slip = sum_slip(relation(index), figures_, outcome(index));
    if (!fault.rounding) {
      // A line is worth naming when nothing that holds vouches for it.
      for (const Place place : doubtful_parts(relation(index), figures_, outcome(index))) {
        const auto& around = around_.sums_at(place);
        const bool vouched =
            std::any_of(around.begin(), around.end(), [&](int i) { return outcome(i).verdict == Verdict::holds; });
        if (!vouched) fault.suspects.push_back(place);
      }
      if (fault.suspects.size() > 3) fault.suspects.clear();
      find_culprit(fault);
      judge_reading(around_, fault);
    }
    const auto caused = consequences_.find(index);
    if (caused != consequences_.end()) {
      fault.consequences.insert(fault.consequences.end(), caused->second.begin(), caused->second.end());
    }
    faults_.push_back(std::move(fault));
  }

  // The one line whose correction makes its own percentage hold too.
  void find_culprit(Fault& fault) const {
    const int index = fault.relations.front();
    std::vector<int> mended;
    for (const Part& part : relation(index).parts) {
      const auto around = ratios_at_.find(part.place);
      if (around == ratios_at_.end() || figures_.at(part.place).known != Known::printed) continue;
      const Micro value = around_.wanted(part.place, index);
      const auto amount = amount_like(figures_.at(part.place).amount, value);
      if (!amount) continue;
      const Figures changed = figures_.with(part.place, *amount);
      std::vector<int> own;
      for (const int ratio : around->second) {
        if (relation(ratio).result.row != part.place.row) continue;  // its own share, not those that it is the whole of
        if (test(relation(ratio), changed).verdict != Verdict::fails) own.push_back(ratio);
      }
      if (own.empty()) continue;
      if (fault.culprit) return void(fault.culprit.reset());
      fault.culprit = part.place;
      fault.culprit_value = value;
      mended = std::move(own);
    }
    if (fault.culprit) fault.consequences.insert(fault.consequences.end(), mended.begin(), mended.end());
  }

  // A percentage of figures that are at fault themselves is their consequence, if it holds once they are mended.
  void take_percentage(int index) {
    for (const Fault& fault : faults_) {
      if (std::find(fault.consequences.begin(), fault.consequences.end(), index) != fault.consequences.end()) return;
    }
    Figures mended = figures_;
    bool touched = false;
    for (Fault& fault : faults_) {
      for (const Part& part : relation(index).parts) {
        if (fault.place != part.place || fault.rounding) continue;
        if (const auto amount = amount_like(figures_.at(part.place).amount, fault.expected)) {
          mended = mended.with(part.place, *amount);
          touched = true;
        }
      }
    }
    if (touched && test(relation(index), mended).verdict != Verdict::fails) {
      for (Fault& fault : faults_) {
        for (const Part& part : relation(index).parts) {
          if (fault.place == part.place) fault.consequences.push_back(index);
        }
      }
      return;
    }
    Fault fault;
    fault.place = relation(index).result;
    fault.reported = outcome(index).reported;
    fault.expected = rounded_like(figures_.at(fault.place).amount, outcome(index).expected);
    fault.relations = {index};
    fault.slip = writing_slip(fault.reported, fault.expected);
    if (relation(index).kind == RelationKind::product) take_sums_of(fault);
    judge_reading(around_, fault);
    faults_.push_back(std::move(fault));
  }

  // Failed sums that the figure takes part in, and that hold with what its product asks for, are one slip with it.
  void take_sums_of(Fault& fault) {
    const auto amount = amount_like(figures_.at(fault.place).amount, fault.expected);
    if (!amount) return;
    const Figures mended = figures_.with(fault.place, *amount);
    std::erase_if(faults_, [&](const Fault& other) {
      const auto mends = [&](int i) {
        const auto& around = around_.sums_at(fault.place);
        return additive(relation(i)) && std::find(around.begin(), around.end(), i) != around.end() &&
               test(relation(i), mended).verdict != Verdict::fails;
      };
      if (other.rounding || !std::all_of(other.relations.begin(), other.relations.end(), mends)) return false;
      fault.relations.insert(fault.relations.end(), other.relations.begin(), other.relations.end());
      fault.consequences.insert(fault.consequences.end(), other.consequences.begin(), other.consequences.end());
      return true;
    });
  }

  [[nodiscard]] static Micro rounded_like(const model::Amount& printed, Micro value) {
    Micro unit = 1;
    for (int i = 0; i < printed.value.exponent + 6; ++i) unit *= 10;
    const Micro half = unit / 2;
    return value >= 0 ? (value + half) / unit * unit : -((-value + half) / unit * unit);
  }
};

}  // namespace

std::vector<Fault> locate_faults(const Figures& figures, const std::vector<Relation>& relations,
                                 const std::vector<Outcome>& outcomes) {
  return Locator(figures, relations, outcomes).run();
}

}  // namespace cotejo::checks
