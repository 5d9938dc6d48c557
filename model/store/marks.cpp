#include "model/store/marks.h"

#include <vector>

#include "base/sha256.h"

namespace cotejo::store {
namespace {

constexpr std::size_t kLetters = 8;

bool taken(Store::Connection& sql, const std::string& mark) {
  return sql("SELECT count(*) FROM finding_number WHERE mark = ?1").bind(mark).run_for_integer() > 0;
}

// What tells the document from all others, in any base.
std::string document_text(Store::Connection& sql, std::int64_t document) {
  std::string text;
  Statement& query = sql("SELECT coalesce(sha256, route) FROM document WHERE id = ?1").bind(document);
  while (query.step()) text = query.text(0);
  return text;
}

std::string free_mark(Store::Connection& sql, const std::string& document, const std::string& fingerprint) {
  int attempt = 0;
  std::string mark = mark_of(document, fingerprint);
  while (taken(sql, mark)) mark = mark_of(document, fingerprint, ++attempt);
  return mark;
}

}  // namespace

std::string mark_of(std::string_view document, std::string_view fingerprint, int attempt) {
  base::Sha256 digest;
  digest.add(document.data(), document.size());
  digest.add(":", 1);
  digest.add(fingerprint.data(), fingerprint.size());
  digest.add(&attempt, sizeof attempt);
  std::string mark = digest.hex().substr(0, kLetters);
  for (char& c : mark) c = static_cast<char>(c <= '9' ? 'a' + (c - '0') : c + 10);
  return mark;
}

std::int64_t named_finding(Store::Connection& sql, std::int64_t document, const std::string& fingerprint) {
  const auto known = [&] {
    Statement& query = sql("SELECT id FROM finding_number WHERE document_id = ?1 AND fingerprint = ?2");
    std::int64_t id = 0;
    for (query.bind(document, fingerprint); query.step();) id = query.integer(0);
    return id;
  };
  if (const std::int64_t id = known(); id != 0) return id;
  sql("INSERT INTO finding_number (document_id, fingerprint, mark) VALUES (?1, ?2, ?3)")
      .bind(document, fingerprint, free_mark(sql, document_text(sql, document), fingerprint))
      .run();
  return known();
}

void number_findings(Store::Connection& sql) {
  sql(R"sql(
DELETE FROM finding_number
WHERE number IS NULL AND id NOT IN (SELECT id FROM finding) AND id NOT IN (SELECT finding_id FROM decision))sql")
      .bind()
      .run();
  sql("UPDATE finding_number SET number = fresh.number FROM " COTEJO_FRESH_NUMBERS
      " AS fresh WHERE finding_number.id = fresh.id")
      .bind()
      .run();
}

void carry_decisions(Store::Connection& sql) {
  sql(R"sql(
INSERT INTO decision (finding_id, state, value, note, author, time)
SELECT here.id, x.state, x.value,
       CASE WHEN x.note LIKE 'De la versión anterior%' THEN x.note
            ELSE 'De la versión anterior (documento ' || before.id || '): ' || coalesce(x.note, '') END,
       x.author, x.time
FROM document before JOIN finding_number there ON there.document_id = before.id
JOIN finding_number here ON here.document_id = before.replaced_by AND here.fingerprint = there.fingerprint
JOIN finding f ON f.id = here.id
JOIN decision x ON x.finding_id = there.id
WHERE before.replaced_by IS NOT NULL AND x.state <> 'abierto' AND NOT EXISTS (SELECT 1 FROM decision WHERE finding_id = here.id)
  AND x.id = (SELECT max(y.id) FROM decision y JOIN finding_number n ON n.id = y.finding_id
              JOIN document d ON d.id = n.document_id
              WHERE d.replaced_by = before.replaced_by AND n.fingerprint = there.fingerprint))sql")
      .bind()
      .run();
}

void fill_marks(sqlite3* db) {
  const Borrowed sql(db);
  struct Finding {
    std::int64_t id;
    std::string document, fingerprint;
  };
  std::vector<Finding> all;
  Statement& query = sql()(R"sql(
SELECT n.id, coalesce(d.sha256, d.route), n.fingerprint FROM finding_number n JOIN document d ON d.id = n.document_id
WHERE n.mark IS NULL ORDER BY n.id)sql");
  for (query.bind(); query.step();) all.push_back({query.integer(0), query.text(1), query.text(2)});
  for (const Finding& it : all) {
    sql()("UPDATE finding_number SET mark = ?2 WHERE id = ?1")
        .bind(it.id, free_mark(sql(), it.document, it.fingerprint))
        .run();
  }
}

}  // namespace cotejo::store
