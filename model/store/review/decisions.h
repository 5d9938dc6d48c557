#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/store/store.h"

namespace cotejo::store {

// Findings as several people decide on them at once. A finding's version is the number of the last decision on it, 0
// when there is none: who decides says which one they saw, so that nobody overwrites another's word unseen.

// What a list of findings is filtered and sorted by, small enough to be held for all of a large archive.
struct FindingKey {
  std::int64_t id = 0;        // hallazgo_id
  std::int64_t document = 0;  // documento_id
  std::int64_t version = 0;
  int page = 0;
  model::Severity severity = model::Severity::error;
  model::DecisionState state = model::DecisionState::open;
  std::string rule;
  std::optional<double> amount;  // how much the difference is
};

struct FindingLine {
  FindingRow row;
  std::int64_t version = 0;
};

struct Versioned {
  std::int64_t finding = 0;
  std::int64_t version = 0;
};

// A word on a finding. Without a state it is a note: the state and value before stay.
struct Verdict {
  std::optional<model::DecisionState> state;
  std::vector<std::string> values;  // with state corrected: one for each finding
  std::string note;
  std::string author;
  std::string time;  // ISO 8601, UTC
};

// What was written; or, with `conflict`, nothing was, and these are the findings on which somebody else decided.
struct Decided {
  bool conflict = false;
  std::vector<FindingKey> keys;  // as they are now; amount and rule are not given
  std::vector<DecisionRow> decisions;
};

[[nodiscard]] model::Result<std::vector<FindingKey>> finding_keys(Store& store);
// Those of these numbers that there are, in the order of the numbers.
[[nodiscard]] model::Result<std::vector<FindingLine>> finding_lines(Store& store, const std::vector<std::int64_t>& ids);
// What is searched of every finding: its message and the title of its table.
[[nodiscard]] model::Status each_finding_text(
    Store& store, const std::function<void(std::int64_t id, const std::string& text)>& take);

// All or nothing. not_found names the first finding that is not there.
[[nodiscard]] model::Result<Decided> decide(Store& store, const std::vector<Versioned>& findings,
                                            const Verdict& verdict);
// Puts on top what held before the decisions of these versions.
[[nodiscard]] model::Result<Decided> take_back(Store& store, const std::vector<Versioned>& findings,
                                               const std::string& author, const std::string& time);

// The numbers of the decisions on a finding, oldest first: those of Store::finding's.
[[nodiscard]] model::Result<std::vector<std::int64_t>> versions(Store& store, std::int64_t finding);

// A number that changes when anyone else than this store writes to the base.
[[nodiscard]] model::Result<std::int64_t> changes_by_others(Store& store);

}  // namespace cotejo::store
