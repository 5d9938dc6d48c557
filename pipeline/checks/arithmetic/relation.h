#pragma once

#include <functional>
#include <string>
#include <vector>

#include "pipeline/checks/arithmetic/figures.h"

namespace cotejo::checks {

enum class RelationKind : std::uint8_t {
  column_sum,  // result = Σ weight × part, down a column
  row_sum,     // result = Σ weight × part, along a row
  ratio,       // result = 100 × parts[0] / Σ parts[1…]
  change,      // result = ±100 × (parts[0] − parts[1]) / parts[1]
  product,     // result = parts[0] × parts[1]: quantity by unit price, mark by weight
  hundred,     // parts of a whole: result prints 100 %, parts are percentages
};

struct Part {
  Place place;
  int weight = 1;  // +1 or −1; of no meaning in a ratio or product
};

// One claim of a table about its own figures, as data.
struct Relation {
  RelationKind kind = RelationKind::column_sum;
  std::vector<Part> parts;
  Place result;
  std::string meaning;   // Spanish: "sus líneas", "inicial + adiciones − reducciones", "compromisos / definitiva"
  bool stated = false;   // the table's words say it (a total row, a Total column), not its numbers alone
  bool unclear = false;  // its words name a total, but of what cannot be told: not tested, reported as «sin datos»
};

// The same claim about another row, for a relation whose places stand in one.
void move_to_row(Relation& relation, int row);

enum class Verdict : std::uint8_t {
  holds,     // the intervals meet
  rounding,  // they miss each other by no more than rounding the parts can explain
  fails,
  no_data,  // a part is missing: blocked, not failed
};

[[nodiscard]] constexpr model::Micro magnitude(model::Micro value) {
  return value < 0 ? -value : value;
}

struct Outcome {
  Verdict verdict = Verdict::no_data;
  model::Micro expected = 0;  // from the parts as printed, in millionths
  model::Micro reported = 0;
  model::Micro difference = 0;  // reported − expected
  std::vector<Place> missing;   // verdict no_data
};

// Tests one relation by interval arithmetic: first with rounded, then with truncated intervals. A blank part is zero
// where figures.blank_is_zero, else missing; an `open` part may let a relation hold but never fail.
// `tolerance` in units of the figure widens the result's interval either way.
[[nodiscard]] Outcome test(const Relation& relation, const Figures& figures, double tolerance = 0);

// Helper of the finders: how a family of relations fares.
struct Tally {
  int holds = 0;
  int fails = 0;      // columns that are off by as much, either way, are so for one cause and count once
  double digits = 0;  // Σ log10 of the results of holding relations with two parts or more: how unlikely by accident
};
[[nodiscard]] Tally tally(const std::vector<Relation>& family, const Figures& figures);

// Of the causes that a family fails for (as `tally` counts them), those of which one failure at least is explained.
[[nodiscard]] int explained_causes(const std::vector<Relation>& family, const Figures& figures,
                                   const std::function<bool(const Relation&, const Outcome&)>& explained);

}  // namespace cotejo::checks
