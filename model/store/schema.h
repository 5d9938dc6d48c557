#pragma once

struct sqlite3;

namespace cotejo::store {

// Internal to this folder. Brings a database to the newest schema, one numbered migration after the other, each in a
// transaction of its own; PRAGMA user_version is the number of the last one. Throws SqlFailure.
void migrate(sqlite3* db);

// Written to every database of ours (PRAGMA application_id): "ctjo".
inline constexpr int kApplicationId = 0x63746A6F;

}  // namespace cotejo::store
