#include "model/store/connection.h"

namespace cotejo::store {

model::Result<bool> Store::has_attachments(std::string_view sha256) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Statement& query =
        sql("SELECT count(*) FROM attachment a JOIN document d ON d.id = a.document_id WHERE d.sha256 = ?1");
    bool any = false;
    for (query.bind(sha256); query.step();) any = query.integer(0) > 0;
    return any;
  });
}

model::Result<std::vector<SourceRow>> Store::sources() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    std::vector<SourceRow> all;
    Statement& query = sql(R"sql(
SELECT d.sha256, d.route, p.path, d.replaced_by IS NOT NULL FROM document d LEFT JOIN document_path p ON p.document_id = d.id
WHERE d.sha256 IS NOT NULL ORDER BY d.route, d.sha256, p.path)sql");
    for (query.bind(); query.step();) {
      if (all.empty() || all.back().sha256 != query.text(0))
        all.push_back({query.text(0), query.text(1), {}, query.integer(3) != 0});
      if (!query.null(2)) all.back().paths.push_back(query.text(2));
    }
    return all;
  });
}

}  // namespace cotejo::store
