#pragma once

#include "cli/review/api/call.h"

namespace cotejo::cli::review {

// The answer to what has to be checked again: 202 with the number of the job that does it. Findings may change in the
// documents of the same entity, which are compared with this one.
[[nodiscard]] Response recheck(const Call& call, const ArchiveIndex::Document& document, Json answer);
// The same for every document of an entity ("": of the base).
[[nodiscard]] Response recheck_entity(const Call& call, const std::string& entity_key, Json answer);

// What is checked again for it.
[[nodiscard]] Rechecks::Scope scope_of(const ArchiveIndex& index, const std::string& entity_key);

}  // namespace cotejo::cli::review
