#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "pipeline/checks/arithmetic/relation.h"
#include "pipeline/checks/arithmetic/slips.h"

namespace cotejo::checks {

// One figure that is probably wrong, and what shows it.
struct Fault {
  Place place;
  model::Micro reported = 0;
  model::Micro expected = 0;
  std::vector<int> relations;     // indices into TableAnalysis::relations that it fails, the one that names it first
  std::vector<int> consequences;  // others that fail only because these do
  std::vector<Place> suspects;    // lines that could be wrong instead: one slip of writing in them repairs it
  // A line whose correction repairs the sum and another relation of its row as well: the likelier slip, though what
  // does not add up is the total.
  std::optional<Place> culprit;
  model::Micro culprit_value = 0;
  Slip slip;
  bool rounding = false;  // no more than rounding
  bool misread = false;   // another reading of this place or a suspect repairs it: the reader's slip
  std::string reading;    // Spanish: on what ground `misread` was decided
};

// A table with its relations tested, and the failed ones traced to the smallest and likeliest set of wrong figures.
struct TableAnalysis {
  Figures figures;
  std::vector<Relation> relations;
  std::vector<Outcome> outcomes;  // of each relation
  std::vector<Fault> faults;      // by page order of their places

  // The fault whose place or culprit this is, or nullptr.
  [[nodiscard]] const Fault* fault_at(Place place) const;
};

[[nodiscard]] TableAnalysis analyse(const model::Table& table, const mapping::TableReading& reading,
                                    double sum_tolerance = 0, double percent_tolerance = 0);

// The error localisation by itself: failed relations of `relations` → faults.
[[nodiscard]] std::vector<Fault> locate_faults(const Figures& figures, const std::vector<Relation>& relations,
                                               const std::vector<Outcome>& outcomes);

// Marks the faults of a scan that are slips of readers and not of writers: other separators between the same digits, a
// sign that is a speck, a line that every column leaves out, a difference that no slip explains beside a figure that
// was not read surely.
void judge_misreadings(const Figures& figures, const std::vector<Relation>& relations, std::vector<Fault>& faults);

// Marks the faults of total rows that lack a line which stands on the table's pages and was not read with it.
void judge_lost_lines(const model::Bundle& bundle, const model::Table& read, TableAnalysis& table);

}  // namespace cotejo::checks
