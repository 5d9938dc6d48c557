#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "pipeline/checks/faults/analysis.h"
#include "pipeline/checks/faults/tolerances.h"
#include "pipeline/normalise/numbers/numbers.h"

namespace cotejo::checks {
namespace {

using model::Micro;

bool additive(const Relation& relation) {
  return relation.kind == RelationKind::column_sum || relation.kind == RelationKind::row_sum;
}

// The amount nearest to `value` in the form that the figure was printed in.
std::optional<model::Amount> amount_like(const model::Amount& printed, Micro value) {
  Micro unit = 1;
  for (int i = 0; i < printed.value.exponent + 6; ++i) unit *= 10;
  if (value % unit != 0) return std::nullopt;
  const Micro mantissa = value / unit;
  if (mantissa > Micro{9'000'000'000'000'000'000} || mantissa < -Micro{9'000'000'000'000'000'000}) return std::nullopt;
  model::Amount amount = printed;
  amount.value.mantissa = static_cast<std::int64_t>(mantissa);
  return amount;
}

class Locator {
 public:
  Locator(const Figures& figures, const std::vector<Relation>& relations, const std::vector<Outcome>& outcomes)
      : figures_(figures), relations_(relations), outcomes_(outcomes) {
    for (std::size_t i = 0; i < relations.size(); ++i) {
      const bool ratio = relations[i].kind == RelationKind::ratio || relations[i].kind == RelationKind::change;
      if (ratio && outcomes[i].verdict == Verdict::fails) {
        for (const Part& part : relations[i].parts) ratios_at_[part.place].push_back(static_cast<int>(i));
      }
      if (!additive(relations[i])) continue;
      const int index = static_cast<int>(i);
      if (outcomes[i].verdict == Verdict::fails) open_.insert(index);
      if (outcomes[i].verdict == Verdict::no_data) continue;
      at_[relations[i].result].push_back(index);
      for (const Part& part : relations[i].parts) at_[part.place].push_back(index);
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
  std::set<int> open_;                           // failed and not yet explained
  std::map<Place, std::vector<int>> at_;         // additive relations that a place takes part in
  std::map<Place, std::vector<int>> ratios_at_;  // failed percentages that a place takes part in
  std::vector<Fault> faults_;

  [[nodiscard]] const Outcome& outcome(int index) const { return outcomes_[static_cast<std::size_t>(index)]; }
  [[nodiscard]] const Relation& relation(int index) const { return relations_[static_cast<std::size_t>(index)]; }

  // What a place must print for a failed relation to hold, the others as they are.
  [[nodiscard]] Micro wanted(Place place, int index) const {
    const Micro printed = model::micro(figures_.at(place).amount.value);
    if (relation(index).result == place) return printed - outcome(index).difference;
    for (const Part& part : relation(index).parts) {
      if (part.place == place) return printed + part.weight * outcome(index).difference;
    }
    return printed;
  }

  struct Repair {
    Place place;
    Micro value = 0;
    std::vector<int> relations;
    bool breaks = false;
    double cost = 0;  // the less, the likelier
  };

  // Repairs of one place: the values that its failed relations want, each with all that it mends.
  [[nodiscard]] std::vector<Repair> repairs_at(Place place) const {
    std::vector<Repair> repairs;
    const auto& around = at_.at(place);
    for (const int index : around) {
      if (!open_.contains(index)) continue;
      const Micro value = wanted(place, index);
      if (std::any_of(repairs.begin(), repairs.end(), [&](const Repair& r) { return r.value == value; })) continue;
      const std::optional<model::Amount> amount = amount_like(figures_.at(place).amount, value);
      if (!amount) continue;
      Repair repair{place, value, {}, false, 0};
      for (const int other : around) {
        if (open_.contains(other)) {
          if (wanted(place, other) == value) repair.relations.push_back(other);
        } else if (outcome(other).verdict == Verdict::holds) {
          repair.breaks = true;  // a change of more than the precision fails what holds
        }
      }
      repairs.push_back(std::move(repair));
    }
    return repairs;
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
        if (at_.at(place).size() < 2 || figures_.at(place).known != Known::printed || !seen.insert(place).second)
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
    const int first = fault.relations.front();
    if (relation(first).result == fault.place) fault.slip = sum_slip(relation(first), figures_, outcome(first));
    if (fault.slip.none()) fault.slip = writing_slip(fault.reported, fault.expected);
    judge_reading(fault);
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
        for (const int other : at_.at(place)) {
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

  [[nodiscard]] static std::vector<Place> places_of(const Relation& relation) {
    std::vector<Place> places{relation.result};
    for (const Part& part : relation.parts) places.push_back(part.place);
    return places;
  }

  // A total that its own row makes of another total that is off by as much: the difference of two totals of which one
  // is wrong.
  void join_made_totals() {
    for (const int index : std::vector<int>(open_.begin(), open_.end())) {
      if (relation(index).kind != RelationKind::column_sum) continue;
      for (const int made : at_.at(relation(index).result)) {
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
      for (const int other : at_.at(part.place))
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
        const auto& around = at_.at(place);
        const bool vouched =
            std::any_of(around.begin(), around.end(), [&](int i) { return outcome(i).verdict == Verdict::holds; });
        if (!vouched) fault.suspects.push_back(place);
      }
      if (fault.suspects.size() > 3) fault.suspects.clear();
      find_culprit(fault);
      judge_reading(fault);
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
      const Micro value = wanted(part.place, index);
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
    judge_reading(fault);
    faults_.push_back(std::move(fault));
  }

  // Failed sums that the figure takes part in, and that hold with what its product asks for, are one slip with it.
  void take_sums_of(Fault& fault) {
    const auto amount = amount_like(figures_.at(fault.place).amount, fault.expected);
    if (!amount) return;
    const Figures mended = figures_.with(fault.place, *amount);
    std::erase_if(faults_, [&](const Fault& other) {
      const auto mends = [&](int i) {
        const auto& around = at_[fault.place];
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

  // A figure read with little confidence, that no sum that holds vouches for and that a digit or two would mend.
  bool judge_doubtful(Fault& fault, int index) const {
    for (const Place place : places_of(relation(index))) {
      const Figure& figure = figures_.at(place);
      if (!figure.ocr || figure.confidence >= kSureReading || figure.known != Known::printed) continue;
      const auto& around = at_.at(place);
      if (std::any_of(around.begin(), around.end(), [&](int i) { return outcome(i).verdict == Verdict::holds; }))
        continue;
      const Micro printed = model::micro(figure.amount.value);
      const Micro value = wanted(place, index);
      if (!few_digits_apart(printed, value)) continue;
      fault.misread = true;
      fault.reading = "«" + model::micro_to_string(printed) + "» se leyó con poca confianza y con «" +
                      model::micro_to_string(value) + "» cuadraría";
      return true;
    }
    return false;
  }

  [[nodiscard]] static bool few_digits_apart(Micro a, Micro b) {
    const std::string x = model::micro_to_string(a);
    const std::string y = model::micro_to_string(b);
    if (x.size() != y.size()) return x.size() + 1 == y.size() || y.size() + 1 == x.size();
    int differ = 0;
    for (std::size_t i = 0; i < x.size(); ++i) differ += x[i] != y[i];
    return differ <= 2;
  }

  // Report or reading? Another reading of one of the cells that repairs the relation and breaks none is a slip of the
  // reader; so is a fault that repairs two relations by one digit in a cell read by OCR.
  void judge_reading(Fault& fault) const {
    const int index = fault.relations.front();
    for (const Place place : places_of(relation(index))) {
      const Figure& figure = figures_.at(place);
      if (!figure.ocr || figure.cell < 0) continue;
      const model::Cell& cell = figures_.table().cells[static_cast<std::size_t>(figure.cell)];
      const normalise::NumberContext context{figures_.reading().columns[static_cast<std::size_t>(place.column)].mark,
                                             figure.amount.unit,
                                             figures_.reading().columns[static_cast<std::size_t>(place.column)].scale};
      for (const model::Reading& other : cell.alternatives) {
        const normalise::NumberReading number = normalise::read_number(other.text, context);
        if (number.kind != normalise::NumberKind::number) continue;
        const Figures changed = figures_.with(place, number.amount);
        const auto around = at_.find(place);
        bool good = test(relation(index), changed).verdict == Verdict::holds;
        if (around != at_.end()) {
          for (const int i : around->second) {
            good =
                good && (outcome(i).verdict != Verdict::holds || test(relation(i), changed).verdict == Verdict::holds);
          }
        }
        if (!good) continue;
        fault.misread = true;
        fault.reading = "la lectura «" + other.text + "» en vez de «" + cell.text + "» hace cuadrar la relación";
        return;
      }
    }
    if (fault.relations.size() == 1 && additive(relation(index)) && judge_doubtful(fault, index)) return;
    const Figure& figure = figures_.at(fault.place);
    const bool one_digit = writing_slip(fault.reported, fault.expected).kind == model::Diagnosis::wrong_digit;
    if (figure.ocr && fault.relations.size() >= 2 && one_digit) {
      fault.misread = true;
      fault.reading =
          "un solo dígito leído distinto hace cuadrar " + std::to_string(fault.relations.size()) + " relaciones";
    }
  }
};

}  // namespace

std::vector<Fault> locate_faults(const Figures& figures, const std::vector<Relation>& relations,
                                 const std::vector<Outcome>& outcomes) {
  return Locator(figures, relations, outcomes).run();
}

}  // namespace cotejo::checks
