#include "model/store/readings.h"

#include <algorithm>

#include "model/store/sql/rows.h"

namespace cotejo::store {

std::vector<KeptReading> kept_readings(Store::Connection& sql, std::int64_t document) {
  std::vector<KeptReading> kept;
  Statement& query = sql(R"sql(
SELECT id, page, x0, y0, x1, y1, value FROM reading_correction WHERE document_id = ?1 ORDER BY id)sql");
  for (query.bind(document); query.step();) {
    KeptReading one;
    GetColumns get(query, 0);
    get("", one.id);
    get("", one.told.page);
    get("", one.told.box);
    get("", one.told.text);
    const auto before = std::find_if(kept.begin(), kept.end(), [&](const KeptReading& it) {
      return it.told.page == one.told.page && model::same_place(it.told.box, one.told.box);
    });
    if (before == kept.end())
      kept.push_back(std::move(one));
    else
      *before = std::move(one);
  }
  return kept;
}

std::vector<model::ToldReading> told_readings(Store::Connection& sql, std::int64_t document) {
  std::vector<model::ToldReading> told;
  for (KeptReading& it : kept_readings(sql, document))
    if (!it.told.text.empty()) told.push_back(std::move(it.told));
  return told;
}

// A record rests on the cell or word that it was read from; a finding points at what its evidence lies on.
void weigh_readings(Store::Connection& sql, std::int64_t document) {
  sql(R"sql(
UPDATE doubtful_reading AS r SET
  money = CASE WHEN table_id IS NULL
    THEN (SELECT max(abs(f.value)) FROM source s JOIN prose_figure f ON f.source_id = s.id
          WHERE s.document_id = r.document_id AND s.page = r.page AND s.table_id IS NULL AND f.unit = 'COP'
            AND (s.x0 + s.x1) / 2 BETWEEN r.x0 AND r.x1 AND (s.y0 + s.y1) / 2 BETWEEN r.y0 AND r.y1)
    ELSE (SELECT max(abs(v.value)) FROM source s JOIN
            (SELECT source_id, value FROM budget_entry WHERE unit = 'COP'
             UNION ALL SELECT source_id, value FROM account_value WHERE unit = 'COP') v ON v.source_id = s.id
          WHERE s.table_id = r.table_id AND s.row = r.row AND s.col = r.col) END,
  findings = (SELECT count(DISTINCT e.finding_id) FROM evidence e
              WHERE e.document_id = r.document_id AND e.page = r.page
                AND (e.x0 + e.x1) / 2 BETWEEN r.x0 AND r.x1 AND (e.y0 + e.y1) / 2 BETWEEN r.y0 AND r.y1)
WHERE r.document_id = ?1)sql")
      .bind(document)
      .run();
}

}  // namespace cotejo::store
