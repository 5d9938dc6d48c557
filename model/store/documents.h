#pragma once

#include <functional>

#include "model/store/store.h"

namespace cotejo::store {

// The documents of a base one by one, by route: an archive's are too many to hold.

// What tells a document from the others, for whoever chooses some of them.
struct DocumentName {
  std::int64_t id = 0;
  std::string route, sha256, entity;
  model::DocumentState state = model::DocumentState::failed;
  int vigencia_from = 0, vigencia_to = 0;
  std::int64_t replaced_by = 0;  // as in DocumentRow
};
[[nodiscard]] model::Status each_document_name(Store& store, const std::function<void(const DocumentName&)>& take);

// Those of these numbers; all, where none are given.
[[nodiscard]] model::Status each_document(Store& store, const std::optional<std::vector<std::int64_t>>& ids,
                                          const std::function<void(const DocumentRow&)>& take);

[[nodiscard]] model::Result<bool> has_document(Store& store, std::int64_t id);

}  // namespace cotejo::store
