#include "model/store/review/decisions.h"

#include <cmath>
#include <cstdlib>

#include "model/store/connection.h"
#include "model/store/finding_row.h"
#include "model/store/sql/rows.h"

namespace cotejo::store {
namespace {

// A finding without a number is of a run under way; it is shown when that ends.
constexpr const char* kKeys = R"sql(
SELECT n.number, f.document_id, coalesce(x.id, 0), coalesce(f.page, 0), f.severity, coalesce(x.state, 'abierto'),
       f.rule, f.difference
FROM finding f JOIN finding_number n ON n.id = f.id
LEFT JOIN decision x ON x.id = (SELECT max(id) FROM decision WHERE finding_id = f.id)
WHERE n.number IS NOT NULL)sql";

constexpr const char* kLine = R"sql(
SELECT n.number, n.fingerprint, n.mark, d.id, d.file_name, d.route, d.entity, d.vigencia_from, d.vigencia_to, f.page,
       f.table_id, t.title, f.rule, f.severity, f.message, f.reported, f.expected, f.difference, f.diagnosis,
       coalesce(x.state, 'abierto'), x.value, x.note, x.author, x.time, coalesce(x.id, 0)
FROM finding_number n JOIN finding f ON f.id = n.id JOIN document d ON d.id = f.document_id
LEFT JOIN logical_table t ON t.id = f.table_id
LEFT JOIN decision x ON x.id = (SELECT max(id) FROM decision WHERE finding_id = f.id)
WHERE n.number = ?1)sql";

// How much a difference is, whatever its sign; nothing where it is no number.
std::optional<double> amount_of(const std::string& difference) {
  if (difference.empty()) return std::nullopt;
  char* end = nullptr;
  const double value = std::strtod(difference.c_str(), &end);
  return *end == '\0' && std::isfinite(value) ? std::optional(std::abs(value)) : std::nullopt;
}

struct Last {
  std::int64_t id = 0;  // of finding_number
  std::int64_t version = 0;
  DecisionRow decision;
};

DecisionRow decision_at(const Statement& row, int first) {
  DecisionRow it;
  GetColumns get(row, first);
  get("", it.state);
  for (std::string* text : {&it.value, &it.note, &it.author, &it.time}) get("", *text);
  return it;
}

std::optional<Last> last_of(Store::Connection& sql, std::int64_t number) {
  Statement& query = sql(R"sql(
SELECT n.id, coalesce(x.id, 0), coalesce(x.state, 'abierto'), x.value, x.note, x.author, x.time
FROM finding_number n JOIN finding f ON f.id = n.id
LEFT JOIN decision x ON x.id = (SELECT max(id) FROM decision WHERE finding_id = n.id) WHERE n.number = ?1)sql");
  std::optional<Last> last;
  for (query.bind(number); query.step();) last = {query.integer(0), query.integer(1), decision_at(query, 2)};
  return last;
}

FindingKey key_of(const Versioned& finding, const Last& last) {
  FindingKey key;
  key.id = finding.finding;
  key.version = last.version;
  key.state = last.decision.state;
  return key;
}

// Writes next(finding's place, what holds) on every finding, unless somebody else wrote on one of them.
template <class Next>
model::Result<Decided> write(Store& store, const std::vector<Versioned>& findings, Next next) {
  Store::Connection& sql = store.connection();
  std::optional<std::int64_t> missing;
  model::Result<Decided> done = sql.guard([&] {
    Transaction transaction(sql.db);
    Decided result;
    std::vector<Last> all;
    for (const Versioned& finding : findings) {
      const auto last = last_of(sql, finding.finding);
      if (!last) {
        missing = finding.finding;
        return result;
      }
      all.push_back(*last);
      if (last->version == finding.version) continue;
      result.conflict = true;
      result.keys.push_back(key_of(finding, *last));
      result.decisions.push_back(last->decision);
    }
    if (result.conflict) return result;
    for (std::size_t i = 0; i < findings.size(); ++i) {
      Last& last = all[i];
      last.decision = next(i, last);
      const DecisionRow& it = last.decision;
      last.version = sql(R"sql(
INSERT INTO decision (finding_id, state, value, note, author, time) VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id)sql")
                         .bind(last.id, it.state, known(it.value), known(it.note), it.author, it.time)
                         .run_for_integer();
      result.keys.push_back(key_of(findings[i], last));
      result.decisions.push_back(last.decision);
    }
    transaction.commit();
    return result;
  });
  if (missing) return model::Error{model::ErrorCode::not_found, model::Stage::store, "", 0, std::to_string(*missing)};
  return done;
}

}  // namespace

model::Result<std::vector<FindingKey>> finding_keys(Store& store) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    std::vector<FindingKey> all;
    Statement& query = sql(kKeys);
    for (query.bind(); query.step();) {
      FindingKey key;
      GetColumns get(query, 0);
      for (std::int64_t* number : {&key.id, &key.document, &key.version}) get("", *number);
      get("", key.page);
      get("", key.severity);
      get("", key.state);
      get("", key.rule);
      key.amount = amount_of(query.text(7));
      all.push_back(std::move(key));
    }
    return all;
  });
}

model::Result<std::vector<FindingLine>> finding_lines(Store& store, const std::vector<std::int64_t>& ids) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    std::vector<FindingLine> all;
    Statement& query = sql(kLine);
    for (const std::int64_t id : ids) {
      for (query.bind(id); query.step();) {
        FindingLine line;
        line.row = finding_row(query);
        line.version = query.integer(kFindingColumns);
        all.push_back(std::move(line));
      }
    }
    return all;
  });
}

model::Status each_finding_text(Store& store,
                                const std::function<void(std::int64_t id, const std::string& text)>& take) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    Statement& query = sql(R"sql(
SELECT n.number, f.message || ' ' || coalesce(t.title, '') || ' ' || coalesce(f.diagnosis, '')
FROM finding f JOIN finding_number n ON n.id = f.id LEFT JOIN logical_table t ON t.id = f.table_id
WHERE n.number IS NOT NULL)sql");
    for (query.bind(); query.step();) take(query.integer(0), query.text(1));
    return model::Done{};
  });
}

model::Result<Decided> decide(Store& store, const std::vector<Versioned>& findings, const Verdict& verdict) {
  return write(store, findings, [&](std::size_t i, const Last& last) {
    DecisionRow next{last.decision.state, last.decision.value, verdict.note, verdict.author, verdict.time};
    if (verdict.state) {
      next.state = *verdict.state;
      next.value = i < verdict.values.size() ? verdict.values[i] : std::string();
    }
    return next;
  });
}

model::Result<Decided> take_back(Store& store, const std::vector<Versioned>& findings, const std::string& author,
                                 const std::string& time) {
  Store::Connection& sql = store.connection();
  return write(store, findings, [&](std::size_t, const Last& last) {
    DecisionRow before;
    Statement& query = sql(R"sql(
SELECT state, value, note, author, time FROM decision WHERE finding_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT 1)sql");
    for (query.bind(last.id, last.version); query.step();) before = decision_at(query, 0);
    before.author = author;
    before.time = time;
    return before;
  });
}

model::Result<std::vector<std::int64_t>> versions(Store& store, std::int64_t finding) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    return integers(sql(R"sql(
SELECT x.id FROM decision x JOIN finding_number n ON n.id = x.finding_id WHERE n.number = ?1 ORDER BY x.id)sql")
                        .bind(finding));
  });
}

model::Result<std::int64_t> changes_by_others(Store& store) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    std::int64_t version = 0;
    Statement& query = sql("PRAGMA data_version");
    for (query.bind(); query.step();) version = query.integer(0);
    return version;
  });
}

}  // namespace cotejo::store
