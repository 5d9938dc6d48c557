#include <string>
#include <vector>

#include "model/store/schema.h"
#include "model/store/sql/statement.h"
#include "model/store/store.h"
#include "model/store/views.h"

namespace cotejo::store {
namespace {

void drop_views(sqlite3* db) {
  Statement query(db, "SELECT name FROM sqlite_schema WHERE type = 'view'");
  for (const std::string& name : texts(query)) execute(db, "DROP VIEW " + name);
}

}  // namespace

int schema_version() {
  return static_cast<int>(migrations().size());
}

void migrate(sqlite3* db) {
  const auto version = [db] {
    Statement statement(db, "PRAGMA user_version");
    statement.step();
    return static_cast<std::size_t>(statement.integer(0));
  };
  if (version() >= migrations().size()) return;
  Transaction transaction(db);
  std::size_t done = version();  // read again: another run may have migrated while this one waited
  if (done < migrations().size()) {
    drop_views(db);
    for (; done < migrations().size(); ++done) {
      execute(db, migrations()[done].sql);
      if (migrations()[done].then != nullptr) migrations()[done].then(db);
    }
    for (const char* view : kViews) execute(db, view);
    execute(db, "PRAGMA application_id = " + std::to_string(kApplicationId));
    execute(db, "PRAGMA user_version = " + std::to_string(done));
  }
  transaction.commit();
}

}  // namespace cotejo::store
