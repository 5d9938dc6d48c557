#include "model/store/connection.h"
#include "model/store/touched.h"

// Scans whose digital original is in the base, too, and how pairs of them are found.
namespace cotejo::store {
namespace {

// One figure two reports may have in common by accident; the sketches of twins share many.
constexpr int kLeastShared = 2;
// So many of those that have the most in common are looked at: reports with small figures alone are alike by the
// thousand, and what is the same report stands before all that is alike by accident.
constexpr int kMostAlike = 32;

}  // namespace

model::Status Store::save_sketch(std::string_view sha256, bool scanned, const std::vector<std::int64_t>& values) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Transaction transaction(sql.db);
    sql("DELETE FROM figure_sketch WHERE document_id = (SELECT id FROM document WHERE sha256 = ?1)").bind(sha256).run();
    for (const std::int64_t value : values) {
      sql("INSERT INTO figure_sketch (value, document_id, scanned) SELECT ?2, id, ?3 FROM document WHERE sha256 = ?1")
          .bind(sha256, value, scanned)
          .run();
    }
    transaction.commit();
    return model::Done{};
  });
}

model::Result<std::vector<std::string>> Store::alike(std::string_view sha256) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    return texts(sql(R"sql(
SELECT * FROM (
  SELECT o.sha256
  FROM document d JOIN (
    SELECT its.document_id AS id, count(*) AS shared
    FROM figure_sketch mine JOIN figure_sketch its ON its.value = mine.value AND its.scanned = 1 - mine.scanned
    WHERE mine.document_id = (SELECT id FROM document WHERE sha256 = ?1)
    GROUP BY its.document_id HAVING count(*) >= ?2) near JOIN document o ON o.id = near.id
  WHERE d.sha256 = ?1
  ORDER BY near.shared DESC, o.entity IS d.entity DESC,
           o.vigencia_from IS d.vigencia_from AND o.vigencia_to IS d.vigencia_to DESC, o.sha256
  LIMIT ?3)
UNION SELECT sha256 FROM document WHERE twin_of = (SELECT id FROM document WHERE sha256 = ?1))sql")
                     .bind(sha256, kLeastShared, kMostAlike));
  });
}

model::Status Store::save_twins(const std::map<std::string, std::string>& twins, const std::set<std::string>& scans,
                                std::int64_t check) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Transaction transaction(sql.db);
    for (const std::string& scan : scans) {
      const auto twin = twins.find(scan);
      std::int64_t changed = 0;
      Statement& query = sql(R"sql(
SELECT id FROM document
WHERE sha256 = ?1 AND twin_of IS NOT (SELECT id FROM document WHERE sha256 = ?2))sql");
      for (query.bind(scan, twin == twins.end() ? "" : twin->second); query.step();) changed = query.integer(0);
      if (changed == 0) continue;
      sql("UPDATE document SET twin_of = (SELECT id FROM document WHERE sha256 = ?2) WHERE id = ?1")
          .bind(changed, twin == twins.end() ? "" : twin->second)
          .run();
      touch(sql, changed, check);
    }
    transaction.commit();
    return model::Done{};
  });
}

}  // namespace cotejo::store
