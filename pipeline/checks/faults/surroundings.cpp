#include "pipeline/checks/faults/surroundings.h"

namespace cotejo::checks {

using model::Micro;

Surroundings::Surroundings(const Figures& figures, const std::vector<Relation>& relations,
                           const std::vector<Outcome>& outcomes)
    : figures_(figures), relations_(relations), outcomes_(outcomes) {
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (!additive(relations[i]) || outcomes[i].verdict == Verdict::no_data) continue;
    for (const Place place : places_of(relations[i])) sums_at_[place].push_back(static_cast<int>(i));
  }
}

const std::vector<int>& Surroundings::sums_at(Place place) const {
  static const std::vector<int> none;
  const auto found = sums_at_.find(place);
  return found == sums_at_.end() ? none : found->second;
}

Micro Surroundings::wanted(Place place, int index) const {
  const Micro printed = model::micro(figures_.at(place).amount.value);
  if (relation(index).result == place) return printed - outcome(index).difference;
  for (const Part& part : relation(index).parts) {
    if (part.place == place) return printed + part.weight * outcome(index).difference;
  }
  return printed;
}

bool additive(const Relation& relation) {
  return relation.kind == RelationKind::column_sum || relation.kind == RelationKind::row_sum;
}

std::vector<Place> places_of(const Relation& relation) {
  std::vector<Place> places{relation.result};
  for (const Part& part : relation.parts) places.push_back(part.place);
  return places;
}

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

}  // namespace cotejo::checks
