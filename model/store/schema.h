#pragma once

#include <span>

struct sqlite3;

namespace cotejo::store {

// Internal to this folder, as all of this header. A step from one version of the schema to the next; about tables
// alone, for the views are made anew after every migration (views.h).
struct Migration {
  const char* sql;
  void (*then)(sqlite3* db) = nullptr;  // what SQL cannot say
};

// Number N stands at place N − 1.
[[nodiscard]] std::span<const Migration> migrations();

// Brings a database to the newest schema, one numbered migration after the other, each in a
// transaction of its own; PRAGMA user_version is the number of the last one. Throws SqlFailure.
void migrate(sqlite3* db);

// Written to every database of ours (PRAGMA application_id): "ctjo".
inline constexpr int kApplicationId = 0x63746A6F;

}  // namespace cotejo::store
