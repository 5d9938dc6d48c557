#pragma once

#include <cstdint>
#include <string>

#include "model/store/connection.h"

namespace cotejo::store {

// Internal to this folder: the places a document was found at, and its route, by which a person tells it from others
// of the same name. No two documents have one route as long as their paths differ.

// Notes a place of the document; what was there before loses it. A document that could never be read goes with its last
// path: nothing else names it.
void set_path(Store::Connection& sql, const std::string& path, const std::string& route, std::int64_t document);

// The name and route that the document shows: of its places the first by name, then by route, so that they do not
// depend on the order in which copies were met.
void show_first_place(Store::Connection& sql, std::int64_t document);

// Gives every place that was stored without a route the one from the deepest folder that holds them all.
void fill_routes(sqlite3* db);

}  // namespace cotejo::store
