#include "model/store/merge/other_base.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "model/codec/fields.h"
#include "model/store/connection.h"
#include "model/store/marks.h"
#include "model/store/sql/rows.h"
#include "model/store/touched.h"

namespace cotejo::store {
namespace {

std::optional<std::int64_t> document_id(Store::Connection& sql, const std::string& sha256) {
  Statement& query = sql("SELECT id FROM document WHERE sha256 = ?1").bind(sha256);
  std::optional<std::int64_t> id;
  while (query.step()) id = query.integer(0);
  return id;
}

DecisionRow decision_at(const Statement& row, int first) {
  return {model::named<model::DecisionState>(row.text(first)).value_or(model::DecisionState::open), row.text(first + 1),
          row.text(first + 2), row.text(first + 3), row.text(first + 4)};
}

auto fields_of(const DecisionRow& row) {
  return std::tie(row.time, row.state, row.value, row.note, row.author);
}
bool same(const DecisionRow& a, const DecisionRow& b) {
  return fields_of(a) == fields_of(b);
}
bool same(const Correction& a, const Correction& b) {
  return a == b;
}

bool same(const ReadingCorrection& a, const ReadingCorrection& b) {
  const auto fields = [](const ReadingCorrection& it) {
    return std::tie(it.time, it.told.page, it.told.text, it.printed, it.note, it.author);
  };
  return fields(a) == fields(b) && model::same_place(a.told.box, b.told.box);
}

template <class Row>
bool put_rows_among(std::vector<Row>& rows, const std::vector<Row>& more) {
  const std::size_t before = rows.size();
  for (const Row& row : more) {
    if (std::none_of(rows.begin(), rows.end(), [&](const Row& it) { return same(it, row); })) rows.push_back(row);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.time < b.time; });
  return rows.size() > before;
}

void add_to_finding(Store::Connection& sql, std::int64_t document, const std::string& fingerprint,
                    const std::vector<DecisionRow>& more) {
  const std::int64_t finding = named_finding(sql, document, fingerprint);
  std::vector<DecisionRow> rows;
  Statement& query = sql("SELECT state, value, note, author, time FROM decision WHERE finding_id = ?1 ORDER BY id");
  for (query.bind(finding); query.step();) rows.push_back(decision_at(query, 0));
  if (!put_among(rows, more)) return;
  sql("DELETE FROM decision WHERE finding_id = ?1").bind(finding).run();
  for (const DecisionRow& row : rows) {
    sql("INSERT INTO decision (finding_id, state, value, note, author, time) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(finding, row.state, known(row.value), known(row.note), row.author, row.time)
        .run();
  }
}

std::vector<Correction> corrections(Statement& query) {
  std::vector<Correction> all;
  while (query.step())
    all.push_back(
        {query.text(0), query.text(1), query.text(2), query.text(3), query.text(4), query.text(5), query.text(6)});
  return all;
}

std::vector<ReadingCorrection> reading_corrections(Statement& query) {
  std::vector<ReadingCorrection> all;
  while (query.step()) {
    const model::Rect box{query.real(2), query.real(3), query.real(4), query.real(5)};
    all.push_back({query.text(0),
                   {static_cast<int>(query.integer(1)), box, query.text(6)},
                   query.text(7),
                   query.text(8),
                   query.text(9),
                   query.text(10)});
  }
  return all;
}

void add_to_document(Store::Connection& sql, std::int64_t document, const std::vector<Correction>& more) {
  std::vector<Correction> rows = corrections(sql(R"sql(
SELECT d.sha256, c.field, c.printed, c.value, c.note, c.author, c.time
FROM document_correction c JOIN document d ON d.id = c.document_id WHERE d.id = ?1 ORDER BY c.id)sql")
                                                 .bind(document));
  if (!put_among(rows, more)) return;
  sql("DELETE FROM document_correction WHERE document_id = ?1").bind(document).run();
  for (const Correction& row : rows) {
    sql(R"sql(
INSERT INTO document_correction (document_id, field, printed, value, note, author, time)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7))sql")
        .bind(document, row.field, known(row.printed), row.value, known(row.note), row.author, row.time)
        .run();
  }
}

template <class Code>
Code code_named(const std::string& text, Code unknown) {
  for (int i = 0; i <= static_cast<int>(model::codec::kLast<Code>); ++i)
    if (model::name(static_cast<Code>(i)) == text) return static_cast<Code>(i);
  return unknown;
}

}  // namespace

bool put_among(std::vector<DecisionRow>& rows, const std::vector<DecisionRow>& more) {
  return put_rows_among(rows, more);
}

bool put_among(std::vector<Correction>& rows, const std::vector<Correction>& more) {
  return put_rows_among(rows, more);
}

bool put_among(std::vector<ReadingCorrection>& rows, const std::vector<ReadingCorrection>& more) {
  return put_rows_among(rows, more);
}

model::Told told_by(const std::vector<Correction>& corrections, const std::vector<ReadingCorrection>& readings) {
  std::map<std::string, std::string> values;
  for (const Correction& it : corrections) values[it.field] = it.value;
  model::Told told = told_from(std::move(values));
  for (const ReadingCorrection& it : readings) {
    std::erase_if(told.readings, [&](const model::ToldReading& before) {
      return before.page == it.told.page && model::same_place(before.box, it.told.box);
    });
    if (!it.told.text.empty()) told.readings.push_back(it.told);
  }
  return told;
}

model::Result<std::vector<OtherDocument>> documents_of(Store& store) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    std::vector<OtherDocument> all;
    Statement& query = sql(R"sql(
SELECT d.id, coalesce(d.sha256, ''), d.file_name, d.route, d.size, d.settings, d.state, coalesce(now.sha256, ''),
       p.path, p.route
FROM document d LEFT JOIN document now ON now.id = d.replaced_by LEFT JOIN document_path p ON p.document_id = d.id
ORDER BY d.sha256, d.route, d.id, p.path)sql");
    for (query.bind(); query.step();) {
      if (all.empty() || all.back().id != query.integer(0)) {
        all.push_back({query.integer(0),
                       query.text(1),
                       query.text(2),
                       query.text(3),
                       query.integer(4),
                       query.text(5),
                       model::named<model::DocumentState>(query.text(6)).value(),
                       query.text(7),
                       {}});
      }
      if (!query.null(8)) all.back().places.push_back({query.text(8), query.text(9)});
    }
    return all;
  });
}

model::Result<model::Bundle> failed_bundle_of(Store& store, std::int64_t document) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    model::Bundle bundle;
    Statement& head =
        sql("SELECT file_name, coalesce(sha256, ''), size, settings, page_count FROM document WHERE id = ?1");
    for (head.bind(document); head.step();) {
      bundle.file_name = head.text(0);
      bundle.sha256 = head.text(1);
      bundle.file_size = head.integer(2);
      bundle.settings = head.text(3);
      bundle.page_count = static_cast<int>(head.integer(4));
    }
    Statement& errors =
        sql("SELECT code, stage, page, detail FROM document_error WHERE document_id = ?1 ORDER BY ordinal");
    for (errors.bind(document); errors.step();) {
      bundle.errors.push_back({code_named(errors.text(0), model::ErrorCode::damaged),
                               code_named(errors.text(1), model::Stage::open), bundle.file_name,
                               static_cast<int>(errors.integer(2)), errors.text(3)});
    }
    Statement& attachments = sql("SELECT name FROM attachment WHERE document_id = ?1 ORDER BY ordinal");
    for (attachments.bind(document); attachments.step();) bundle.attachments.push_back(attachments.text(0));
    return bundle;
  });
}

model::Result<std::vector<DecisionOn>> decisions_of(Store& store) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    std::vector<DecisionOn> all;
    Statement& query = sql(R"sql(
SELECT d.sha256, n.fingerprint, coalesce(n.mark, ''), x.state, x.value, x.note, x.author, x.time
FROM decision x JOIN finding_number n ON n.id = x.finding_id JOIN document d ON d.id = n.document_id
WHERE d.sha256 IS NOT NULL ORDER BY d.sha256, n.fingerprint, x.id)sql");
    for (query.bind(); query.step();)
      all.push_back({query.text(0), query.text(1), query.text(2), decision_at(query, 3)});
    return all;
  });
}

model::Result<std::vector<Correction>> corrections_of(Store& store) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    return corrections(sql(R"sql(
SELECT d.sha256, c.field, c.printed, c.value, c.note, c.author, c.time
FROM document_correction c JOIN document d ON d.id = c.document_id
WHERE d.sha256 IS NOT NULL ORDER BY d.sha256, c.id)sql")
                           .bind());
  });
}

model::Result<std::vector<ReadingCorrection>> reading_corrections_of(Store& store) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    return reading_corrections(sql(R"sql(
SELECT d.sha256, r.page, r.x0, r.y0, r.x1, r.y1, coalesce(r.value, ''), r.printed, coalesce(r.note, ''), r.author, r.time
FROM reading_correction r JOIN document d ON d.id = r.document_id WHERE d.sha256 IS NOT NULL
ORDER BY d.sha256, r.id)sql")
                                   .bind());
  });
}

model::Status add_reading_corrections(Store& store, const std::string& sha256,
                                      const std::vector<ReadingCorrection>& readings) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    const auto id = document_id(sql, sha256);
    if (!id) return model::Done{};
    Transaction transaction(sql.db);
    std::vector<ReadingCorrection> rows = reading_corrections(sql(R"sql(
SELECT d.sha256, r.page, r.x0, r.y0, r.x1, r.y1, coalesce(r.value, ''), r.printed, coalesce(r.note, ''), r.author, r.time
FROM reading_correction r JOIN document d ON d.id = r.document_id WHERE d.id = ?1 ORDER BY r.id)sql")
                                                                  .bind(*id));
    if (put_among(rows, readings)) {
      sql("DELETE FROM reading_correction WHERE document_id = ?1").bind(*id).run();
      for (const ReadingCorrection& row : rows) {
        const model::Rect& box = row.told.box;
        sql(R"sql(
INSERT INTO reading_correction (document_id, page, x0, y0, x1, y1, printed, value, note, author, time)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11))sql")
            .bind(*id, row.told.page, box.x0, box.y0, box.x1, box.y1, row.printed, known(row.told.text),
                  known(row.note), row.author, row.time)
            .run();
      }
    }
    transaction.commit();
    return model::Done{};
  });
}

model::Status add_decisions(Store& store, const std::vector<DecisionOn>& decisions) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    std::map<std::pair<std::string, std::string>, std::vector<DecisionRow>> by_finding;
    for (const DecisionOn& it : decisions) by_finding[{it.sha256, it.fingerprint}].push_back(it.decision);
    Transaction transaction(sql.db);
    for (const auto& [finding, rows] : by_finding) {
      if (const auto id = document_id(sql, finding.first)) add_to_finding(sql, *id, finding.second, rows);
    }
    transaction.commit();
    return model::Done{};
  });
}

model::Status add_corrections(Store& store, const std::vector<Correction>& corrections) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    std::map<std::string, std::vector<Correction>> by_document;
    for (const Correction& it : corrections) by_document[it.sha256].push_back(it);
    Transaction transaction(sql.db);
    for (const auto& [sha256, rows] : by_document) {
      if (const auto id = document_id(sql, sha256)) add_to_document(sql, *id, rows);
    }
    transaction.commit();
    return model::Done{};
  });
}

model::Status set_replaced(Store& store, const std::vector<OlderVersion>& versions) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    Transaction transaction(sql.db);
    for (const OlderVersion& it : versions) {
      const auto id = document_id(sql, it.sha256);
      const auto now = document_id(sql, it.now);
      if (!id || !now) continue;
      sql("DELETE FROM document_path WHERE path = ?1 AND document_id = ?2").bind(it.place, *id).run();
      sql(R"sql(
UPDATE document SET replaced_by = ?2
WHERE id = ?1 AND replaced_by IS NOT ?2 AND NOT EXISTS (SELECT 1 FROM document_path p WHERE p.document_id = ?1))sql")
          .bind(*id, *now)
          .run();
      touch(sql, *id);
    }
    transaction.commit();
    return model::Done{};
  });
}

}  // namespace cotejo::store
