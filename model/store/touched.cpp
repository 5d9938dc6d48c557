#include "model/store/touched.h"

namespace cotejo::store {

void touch(Store::Connection& sql, std::int64_t document, std::int64_t check) {
  static const std::string touched = std::string(R"sql(
INSERT INTO archive_touch (sha256, entity, taken_by)
SELECT sha256, coalesce(entity, ''), ?2 FROM document WHERE id = ?1 AND sha256 IS NOT NULL)sql") +
                                     kTouchedAgain;
  sql(touched.c_str()).bind(document, check).run();
}

model::Result<std::vector<TouchedRow>> Store::touched() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    std::vector<TouchedRow> all;
    Statement& query = sql("SELECT sha256, entity FROM archive_touch ORDER BY sha256, entity");
    for (query.bind(); query.step();) all.push_back({query.text(0), query.text(1)});
    return all;
  });
}

}  // namespace cotejo::store
