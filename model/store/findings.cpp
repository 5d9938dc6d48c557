#include "model/store/connection.h"
#include "model/store/finding_row.h"
#include "model/store/marks.h"
#include "model/store/sql/json_list.h"
#include "model/store/sql/rows.h"

namespace cotejo::store {
namespace {

constexpr const char* kSelect = R"sql(
SELECT coalesce(n.number, fresh.number), n.fingerprint, n.mark, d.id, d.file_name, d.route, d.entity, d.vigencia_from,
       d.vigencia_to, f.page, f.table_id, t.title, f.rule, f.severity, f.message, f.reported, f.expected, f.difference,
       f.diagnosis, coalesce(x.state, 'abierto'), x.value, x.note, x.author, x.time, d.sha256, n.id
FROM finding f JOIN finding_number n ON n.id = f.id JOIN document d ON d.id = f.document_id
LEFT JOIN logical_table t ON t.id = f.table_id
LEFT JOIN )sql" COTEJO_FRESH_NUMBERS R"sql( fresh ON fresh.id = n.id
LEFT JOIN decision x ON x.id = (SELECT max(id) FROM decision WHERE finding_id = f.id)
)sql";

// What bind_filter() binds.
constexpr const char* kFiltered = R"sql(
WHERE (?1 = '' OR f.rule = ?1) AND (?2 = '' OR f.severity = ?2) AND (?3 = '' OR coalesce(x.state, 'abierto') = ?3)
  AND (?4 IS NULL OR f.document_id IN (SELECT value FROM json_each(?4)))
)sql";

constexpr const char* kFilteredFindings = R"sql(
FROM finding f LEFT JOIN decision x ON x.id = (SELECT max(id) FROM decision WHERE finding_id = f.id)
)sql";

constexpr std::string_view kByPlace = "d.route, d.sha256, coalesce(f.page, 0), f.archive, f.ordinal";
constexpr std::string_view kByAmount = "abs(CAST(f.difference AS REAL)) DESC, ";
constexpr std::string_view kBySeverity = "CASE f.severity WHEN 'error' THEN 0 WHEN 'advertencia' THEN 1 ELSE 2 END, ";

// Equal rows are told apart by place, so that the order is one and the same.
std::string ordered(FindingOrder order) {
  std::string by = " ORDER BY ";
  if (order == FindingOrder::severity) by += kBySeverity;
  if (order != FindingOrder::place) by += kByAmount;
  return by.append(kByPlace);
}

void bind_filter(Statement& query, const FindingFilter& filter) {
  query.bind(filter.rule, filter.severity, filter.state, json_list(filter.documents));
}

}  // namespace

FindingRow finding_row(const Statement& row) {
  FindingRow it;
  GetColumns get(row, 0);
  get("", it.id);
  for (std::string* text : {&it.fingerprint, &it.mark}) get("", *text);
  get("", it.document);
  for (std::string* text : {&it.file, &it.route, &it.entity}) get("", *text);
  for (int* number : {&it.vigencia_from, &it.vigencia_to, &it.page}) get("", *number);
  get("", it.table_id);
  for (std::string* text : {&it.table_title, &it.rule}) get("", *text);
  get("", it.severity);
  for (std::string* text : {&it.message, &it.reported, &it.expected, &it.difference, &it.diagnosis}) get("", *text);
  get("", it.decision.state);
  for (std::string* text : {&it.decision.value, &it.decision.note, &it.decision.author, &it.decision.time})
    get("", *text);
  return it;
}

model::Result<std::vector<FindingRow>> Store::findings(const FindingFilter& filter) {
  std::vector<FindingRow> all;
  const model::Status read =
      each_finding(filter, FindingOrder::place, [&](const FindingRow& row) { all.push_back(row); });
  if (!read) return read.error();
  return all;
}

model::Status Store::each_finding(const FindingFilter& filter, FindingOrder order,
                                  const std::function<void(const FindingRow&)>& take) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Statement query(sql.db, std::string(kSelect) + kFiltered + ordered(order));
    for (bind_filter(query, filter); query.step();) take(finding_row(query));
    return model::Done{};
  });
}

model::Status Store::each_count(const FindingFilter& filter, const std::function<void(const FindingCount&)>& take) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Statement query(sql.db, std::string(R"sql(
SELECT d.id, d.route, c.rule, c.errors, c.warnings, c.infos
FROM (SELECT f.document_id, f.rule, sum(f.severity = 'error') AS errors, sum(f.severity = 'advertencia') AS warnings,
             sum(f.severity = 'info') AS infos)sql") +
                                kFilteredFindings + kFiltered + R"sql(GROUP BY f.document_id, f.rule) c
JOIN document d ON d.id = c.document_id ORDER BY d.route, d.id, c.rule)sql");
    for (bind_filter(query, filter); query.step();) {
      take({query.integer(0), query.text(1), query.text(2), query.integer(3), query.integer(4), query.integer(5)});
    }
    return model::Done{};
  });
}

model::Result<std::int64_t> Store::how_many(const FindingFilter& filter) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Statement query(sql.db, std::string("SELECT count(*)") + kFilteredFindings + kFiltered);
    bind_filter(query, filter);
    return query.run_for_integer();
  });
}

model::Result<std::optional<FindingDetail>> Store::finding(std::int64_t number) {
  Connection& sql = *connection_;
  return sql.guard([&]() -> std::optional<FindingDetail> {
    FindingDetail detail;
    Statement query(sql.db, std::string(kSelect) +
                                "WHERE n.id = (SELECT id FROM finding_number WHERE number = ?1 "
                                "UNION ALL SELECT id FROM " COTEJO_FRESH_NUMBERS " WHERE number = ?1)");
    query.bind(number);
    if (!query.step()) return std::nullopt;
    detail.finding = finding_row(query);
    detail.sha256 = query.text(24);
    const std::int64_t id = query.integer(25);
    Statement& path = sql("SELECT min(path) FROM document_path WHERE document_id = ?1").bind(detail.finding.document);
    while (path.step()) detail.path = path.text(0);
    Statement& steps = sql("SELECT text FROM finding_step WHERE finding_id = ?1 ORDER BY ordinal").bind(id);
    while (steps.step()) detail.steps.push_back(steps.text(0));
    Statement& evidence = sql(R"sql(
SELECT e.role, d.sha256, d.file_name, d.route, e.page, e.x0, e.y0, e.x1, e.y1, e.text, e.value
FROM evidence e JOIN document d ON d.id = e.document_id WHERE e.finding_id = ?1 ORDER BY e.ordinal)sql");
    for (evidence.bind(id); evidence.step();) {
      EvidenceRow row;
      GetColumns get(evidence, 0);
      get("", row.role);
      get("", row.sha256);
      get("", row.file);
      get("", row.route);
      get("", row.page);
      get("", row.box);
      get("", row.text);
      get("", row.value);
      detail.evidence.push_back(std::move(row));
    }
    Statement& decisions =
        sql("SELECT state, value, note, author, time FROM decision WHERE finding_id = ?1 ORDER BY id");
    for (decisions.bind(id); decisions.step();) {
      detail.decisions.push_back({model::named<model::DecisionState>(decisions.text(0)).value(), decisions.text(1),
                                  decisions.text(2), decisions.text(3), decisions.text(4)});
    }
    return detail;
  });
}

model::Status Store::each_untested(const FindingFilter& filter, const std::function<void(const UntestedRow&)>& take) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Statement& query = sql(R"sql(
SELECT d.id, d.route, u.rule, u.reason, count(*) FROM untested u JOIN document d ON d.id = u.document_id
WHERE (?1 = '' OR u.rule = ?1) AND (?2 IS NULL OR d.id IN (SELECT value FROM json_each(?2)))
GROUP BY d.id, u.rule, u.reason ORDER BY d.route, d.id, u.rule, u.reason)sql");
    for (query.bind(filter.rule, json_list(filter.documents)); query.step();)
      take({query.integer(0), query.text(1), query.text(2), query.text(3), static_cast<int>(query.integer(4))});
    return model::Done{};
  });
}

model::Result<std::vector<std::pair<std::string, std::string>>> Store::marks(std::string_view begin, int most) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    std::vector<std::pair<std::string, std::string>> all;
    Statement& query = sql(R"sql(
SELECT n.mark, f.rule FROM finding_number n JOIN finding f ON f.id = n.id
WHERE n.mark >= lower(?1) AND n.mark < lower(?1) || '~' ORDER BY n.mark LIMIT ?2)sql");
    for (query.bind(begin, most); query.step();) all.emplace_back(query.text(0), query.text(1));
    return all;
  });
}

model::Result<std::int64_t> Store::number_of_mark(std::string_view mark) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Statement& query = sql(R"sql(
SELECT coalesce(n.number, fresh.number)
FROM finding_number n LEFT JOIN )sql" COTEJO_FRESH_NUMBERS R"sql( fresh ON fresh.id = n.id
WHERE n.mark = lower(?1) OR (length(?1) >= 4 AND substr(n.mark, 1, length(?1)) = lower(?1)))sql");
    const std::vector<std::int64_t> numbers = integers(query.bind(mark));
    return numbers.size() == 1 ? numbers.front() : 0;
  });
}

model::Status Store::decide(const std::vector<std::int64_t>& findings, const DecisionRow& decision) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Transaction transaction(sql.db);
    number_findings(sql);  // those that a run under way found meanwhile
    for (const std::int64_t number : findings) {
      sql(R"sql(
INSERT INTO decision (finding_id, state, value, note, author, time)
SELECT id, ?2, ?3, ?4, ?5, ?6 FROM finding_number WHERE number = ?1)sql")
          .bind(number, decision.state, known(decision.value), known(decision.note), decision.author, decision.time)
          .run();
    }
    transaction.commit();
    return model::Done{};
  });
}

model::Result<std::vector<DecisionLine>> Store::decisions() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    std::vector<DecisionLine> all;
    Statement& query = sql(R"sql(
SELECT hallazgo_id, marca, documento_id, ruta, coalesce(regla, ''), estado, valor, nota, autor, fecha FROM decisiones)sql");
    for (query.bind(); query.step();) {
      DecisionLine line;
      GetColumns get(query, 0);
      get("", line.finding);
      get("", line.mark);
      get("", line.document);
      for (std::string* text : {&line.route, &line.rule}) get("", *text);
      DecisionRow& it = line.decision;
      get("", it.state);
      for (std::string* text : {&it.value, &it.note, &it.author, &it.time}) get("", *text);
      all.push_back(std::move(line));
    }
    return all;
  });
}

}  // namespace cotejo::store
