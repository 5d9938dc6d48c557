#include "pipeline/checks/reading_repair.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "pipeline/checks/faults/analysis.h"
#include "pipeline/checks/told_elsewhere.h"
#include "pipeline/checks/tolerances.h"
#include "pipeline/normalise/numbers/numbers.h"

namespace cotejo::checks {
namespace {

// Another reading of one place, with the failed relations that it mends.
struct Candidate {
  Place place;
  std::string text;
  model::Amount amount;
  std::vector<int> mends;
};

// Signs that a reader takes for one another (DOMAIN: Numbers), either way.
constexpr std::string_view kConfused[] = {"0O", "1l", "1I", "17", "5S", "8B", "35", "38", "56", "68"};
// A figure has fewer signs; what is longer is no figure.
constexpr std::size_t kLongestFigure = 40;

bool is_doubtful(const model::Cell& cell) {
  return cell.origin == model::Origin::ocr &&
         (!cell.alternatives.empty() || (cell.confidence < kSureReading && !cell.text.empty()));
}

// Whether a reading says enough by itself for one relation to decide between it and the first: the table would agree
// with what a slip of the report ought to be, too. What a blot may have been, at a guess, is no reading; nor does a
// sure one give way to one that is less so.
bool is_supported(const model::Reading& other, const model::Cell& cell) {
  return other.confidence >= tolerances::reading_repair::kRead &&
         (cell.confidence < kSureReading || other.confidence >= cell.confidence);
}

bool has_doubtful(const model::Table& table) {
  return std::any_of(table.cells.begin(), table.cells.end(), is_doubtful);
}

// The text with one sign taken for one that looks like it.
std::vector<std::string> one_sign_apart(const std::string& text) {
  std::vector<std::string> readings;
  if (text.size() > kLongestFigure) return readings;
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const std::string_view pair : kConfused) {
      const std::size_t at = pair.find(text[i]);
      if (at == std::string_view::npos) continue;
      readings.push_back(text);
      readings.back()[i] = pair[1 - at];
    }
  }
  return readings;
}

class TableRepair {
 public:
  TableRepair(const model::Table& table, const mapping::TableReading& reading,
              std::map<int, std::vector<std::string>> elsewhere)
      : table_(table),
        reading_(reading),
        elsewhere_(std::move(elsewhere)),
        analysis_(analyse(table, reading)),
        figures_(analysis_.figures) {
    for (std::size_t i = 0; i < analysis_.relations.size(); ++i) {
      const Relation& relation = analysis_.relations[i];
      if (relation.unclear) continue;
      const int index = static_cast<int>(i);
      if (verdict(index) == Verdict::fails) ++failed_;
      around_[relation.result].push_back(index);
      for (const Part& part : relation.parts) {
        std::vector<int>& list = around_[part.place];
        if (list.empty() || list.back() != index) list.push_back(index);
      }
    }
  }

  std::vector<ReadingRepair> run() {
    std::vector<ReadingRepair> repairs;
    for (int turn = failed_; turn > 0; --turn) {  // each turn mends one relation at least
      const std::optional<Candidate> best = only_best(candidates());
      if (!best) break;
      const int cell = figures_.at(best->place).cell;
      const model::Cell& from = table_.cells[static_cast<std::size_t>(cell)];
      repairs.push_back({reading_.table, cell, from.text, best->text, !is_doubtful(from)});
      figures_ = figures_.with(best->place, best->amount);
      for (const int index : around_.at(best->place)) {
        analysis_.outcomes[static_cast<std::size_t>(index)] = test(relation(index), figures_);
      }
      taken_.push_back(best->place);
    }
    std::sort(repairs.begin(), repairs.end(),
              [](const ReadingRepair& a, const ReadingRepair& b) { return a.cell < b.cell; });
    return repairs;
  }

 private:
  const model::Table& table_;
  const mapping::TableReading& reading_;
  std::map<int, std::vector<std::string>> elsewhere_;  // by cell, what other tables print for it
  TableAnalysis analysis_;
  Figures figures_;
  std::map<Place, std::vector<int>> around_;  // relations that a place takes part in
  std::vector<Place> taken_;
  int failed_ = 0;

  [[nodiscard]] const Relation& relation(int index) const {
    return analysis_.relations[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] Verdict verdict(int index) const { return analysis_.outcomes[static_cast<std::size_t>(index)].verdict; }

  // Readings of doubtful cells that mend a relation and break none, by place.
  [[nodiscard]] std::vector<Candidate> candidates() const {
    std::vector<Candidate> found;
    for (const auto& [place, indices] : around_) {
      const Figure& figure = figures_.at(place);
      if (figure.cell < 0 || figure.known == Known::blank) continue;
      const model::Cell& cell = table_.cells[static_cast<std::size_t>(figure.cell)];
      const auto told = elsewhere_.find(figure.cell);
      if (!is_doubtful(cell) && told == elsewhere_.end()) continue;
      if (std::find(taken_.begin(), taken_.end(), place) != taken_.end()) continue;
      if (std::none_of(indices.begin(), indices.end(), [&](int i) { return verdict(i) == Verdict::fails; })) continue;
      const auto add = [&](std::optional<Candidate> candidate) {
        const bool known = !candidate || std::any_of(found.begin(), found.end(), [&](const Candidate& other) {
          return other.place == candidate->place && other.amount.value == candidate->amount.value;
        });
        if (!known) found.push_back(std::move(*candidate));  // "2.200.000" and "$2.200.000" are one
      };
      // A sum of its own table and another table ask for the same digit: two witnesses against one reading.
      if (told != elsewhere_.end())
        for (const std::string& other : told->second) add(judge(place, indices, other, figure));
      for (const model::Reading& other : cell.alternatives) {
        std::optional<Candidate> candidate = judge(place, indices, other.text, figure);
        if (candidate && (is_supported(other, cell) || stands_alone(*candidate))) add(std::move(candidate));
      }
      if (cell.confidence >= kSureReading) continue;
      for (const std::string& other : one_sign_apart(cell.text)) {
        std::optional<Candidate> candidate = judge(place, indices, other, figure);
        if (candidate && stands_alone(*candidate)) add(std::move(candidate));
      }
    }
    return found;
  }

  // Nobody read it so, or hardly: two relations that have nothing else in common must ask for it.
  [[nodiscard]] bool stands_alone(const Candidate& candidate) const {
    const auto apart = [&](int a, int b) {
      const std::vector<Place> x = others(a, candidate.place), y = others(b, candidate.place);
      return std::find_first_of(x.begin(), x.end(), y.begin(), y.end()) == x.end();
    };
    for (std::size_t i = 0; i < candidate.mends.size(); ++i) {
      for (std::size_t j = i + 1; j < candidate.mends.size(); ++j) {
        if (apart(candidate.mends[i], candidate.mends[j])) return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::vector<Place> others(int index, Place place) const {
    std::vector<Place> places{relation(index).result};
    for (const Part& part : relation(index).parts) places.push_back(part.place);
    std::erase(places, place);
    return places;
  }

  [[nodiscard]] std::optional<Candidate> judge(Place place, const std::vector<int>& indices, const std::string& text,
                                               const Figure& figure) const {
    const mapping::ColumnReading& column = reading_.columns[static_cast<std::size_t>(place.column)];
    const normalise::NumberReading number =
        normalise::read_number(text, {column.mark, figure.amount.unit, column.scale});
    if (number.kind != normalise::NumberKind::number || !number.rest.empty()) return std::nullopt;
    Candidate candidate{place, text, number.amount, {}};
    const Figures changed = figures_.with(place, number.amount);
    for (const int index : indices) {
      const Verdict before = verdict(index), after = test(relation(index), changed).verdict;
      if (before == Verdict::fails && after == Verdict::holds) candidate.mends.push_back(index);
      const bool held = before == Verdict::holds || before == Verdict::rounding;
      if (held && after != Verdict::holds && after != before) return std::nullopt;
    }
    if (candidate.mends.empty()) return std::nullopt;
    return candidate;
  }

  // The candidate that mends the most, where no other one contends for what it mends with as much to show.
  [[nodiscard]] static std::optional<Candidate> only_best(const std::vector<Candidate>& candidates) {
    const Candidate* best = nullptr;
    for (const Candidate& candidate : candidates) {
      const bool contested = std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
        return &other != &candidate && other.mends.size() >= candidate.mends.size() &&
               std::find_first_of(other.mends.begin(), other.mends.end(), candidate.mends.begin(),
                                  candidate.mends.end()) != other.mends.end();
      });
      if (!contested && (best == nullptr || candidate.mends.size() > best->mends.size())) best = &candidate;
    }
    return best == nullptr ? std::nullopt : std::optional(*best);
  }
};

}  // namespace

std::vector<ReadingRepair> find_reading_repairs(const mapping::DocumentReading& document) {
  std::vector<ReadingRepair> repairs;
  for (std::size_t i = 0; i < document.tables.size() && i < document.bundle->tables.size(); ++i) {
    const model::Table& table = document.bundle->tables[i];
    if (document.tables[i].kind == model::TableKind::commitments) continue;
    std::map<int, std::vector<std::string>> elsewhere = told_elsewhere(document, static_cast<int>(i));
    if (!has_doubtful(table) && elsewhere.empty()) continue;
    for (ReadingRepair& repair : TableRepair(table, document.tables[i], std::move(elsewhere)).run()) {
      repair.table = static_cast<int>(i);
      repairs.push_back(std::move(repair));
    }
  }
  return repairs;
}

model::Bundle repaired(const model::Bundle& bundle, const std::vector<ReadingRepair>& repairs) {
  model::Bundle copy = bundle;
  for (const ReadingRepair& repair : repairs) {
    model::Cell& cell =
        copy.tables[static_cast<std::size_t>(repair.table)].cells[static_cast<std::size_t>(repair.cell)];
    cell.text = repair.taken;
    cell.lines = {repair.taken};
    cell.alternatives.clear();  // the first reading is none to try again
    if (repair.sure) cell.confidence = std::min(cell.confidence, tolerances::reading_repair::kOverruled);
  }
  return copy;
}

namespace {

// The repair of the cell that a record was read from, or nullptr.
const ReadingRepair* repair_of(const model::Source& source, const model::Bundle& repaired,
                               const std::vector<ReadingRepair>& repairs) {
  for (const ReadingRepair& repair : repairs) {
    if (source.table != repair.table || source.text != repair.taken) continue;
    const model::Cell& cell =
        repaired.tables[static_cast<std::size_t>(repair.table)].cells[static_cast<std::size_t>(repair.cell)];
    // By the box: the row of a record may be another than its cell's.
    if (source.page == cell.page && source.column == cell.column && source.box.y0 == cell.box.y0) return &repair;
  }
  return nullptr;
}

}  // namespace

void doubt_overruled(const model::Bundle& repaired, const std::vector<ReadingRepair>& repairs,
                     model::Records& records) {
  const auto doubt = [&](auto& record) {
    const ReadingRepair* repair = repair_of(record.source, repaired, repairs);
    if (repair == nullptr || !repair->sure || !record.doubt.empty()) return;
    record.doubt = "en la imagen se leyó primero «" + repair->read +
                   "», y son la suma y otra tabla del informe las que piden esta cifra";
  };
  for (model::BudgetEntry& entry : records.budget) doubt(entry);
  for (model::PqrsCount& count : records.pqrs) doubt(count);
}

void tell_first_readings(const model::Bundle& repaired, const std::vector<ReadingRepair>& repairs,
                         model::Records& records, model::CheckResult& checks) {
  const auto tell = [&](model::Source& source) {
    if (const ReadingRepair* repair = repair_of(source, repaired, repairs))
      source.text = repair->taken + " (leído «" + repair->read + "»)";
  };
  for (model::BudgetEntry& entry : records.budget) tell(entry.source);
  for (model::PqrsCount& count : records.pqrs) tell(count.source);
  for (model::Finding& finding : checks.findings) {
    for (model::Evidence& evidence : finding.evidence) {
      if (evidence.document.empty()) tell(evidence.source);
    }
  }
}

}  // namespace cotejo::checks
