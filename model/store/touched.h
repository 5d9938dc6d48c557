#pragma once

#include <cstdint>

#include "model/store/connection.h"

namespace cotejo::store {

// Internal to this folder. Notes that the document, under the entity that it has now, is to be looked at when the
// archive is next checked. Part of the transaction that changes it, so that no run that is cut leaves it out.
void touch(Store::Connection& sql, std::int64_t document);

}  // namespace cotejo::store
