#pragma once

#include <map>
#include <optional>
#include <vector>

#include "pipeline/checks/faults/analysis.h"

namespace cotejo::checks {

// The tested relations of a table as its places see them. Keeps references to what it is made of.
class Surroundings {
 public:
  Surroundings(const Figures& figures, const std::vector<Relation>& relations, const std::vector<Outcome>& outcomes);

  [[nodiscard]] const Figures& figures() const { return figures_; }
  [[nodiscard]] const Relation& relation(int index) const { return relations_[static_cast<std::size_t>(index)]; }
  [[nodiscard]] const Outcome& outcome(int index) const { return outcomes_[static_cast<std::size_t>(index)]; }
  // Sums with data that a place is the result or a part of; none for a place of no sum.
  [[nodiscard]] const std::vector<int>& sums_at(Place place) const;
  // What a place must print for a failed relation to hold, the others as they are.
  [[nodiscard]] model::Micro wanted(Place place, int index) const;

 private:
  const Figures& figures_;
  const std::vector<Relation>& relations_;
  const std::vector<Outcome>& outcomes_;
  std::map<Place, std::vector<int>> sums_at_;
};

// Sums down columns and along rows; products and percentages are none.
[[nodiscard]] bool additive(const Relation& relation);

// The result of a relation and its parts.
[[nodiscard]] std::vector<Place> places_of(const Relation& relation);

// The amount that is `value` in the form that the figure was printed in; nothing where that form cannot print it.
[[nodiscard]] std::optional<model::Amount> amount_like(const model::Amount& printed, model::Micro value);

// Report or reading? Another reading of one of the cells that repairs the fault's relation and breaks none is a slip of
// the reader; so is a fault that repairs two relations by one digit in a cell read by OCR. Fills in `misread` and
// `reading`.
void judge_reading(const Surroundings& around, Fault& fault);

}  // namespace cotejo::checks
