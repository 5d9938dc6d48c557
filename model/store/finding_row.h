#pragma once

#include "model/store/sql/statement.h"
#include "model/store/store.h"

namespace cotejo::store {

// A finding with its last decision, of the columns that a row begins with: number, fingerprint, mark; document, file,
// route, entity, vigencia from and to, page; table and its title, rule, severity, message, reported, expected,
// difference, diagnosis; state, value, note, author and time of the decision.
[[nodiscard]] FindingRow finding_row(const Statement& row);

// How many columns those are.
inline constexpr int kFindingColumns = 24;

}  // namespace cotejo::store
