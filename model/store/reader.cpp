#include <zstd.h>

#include "model/store/connection.h"

namespace cotejo::store {
namespace {

// Larger than any bundle of a document within the extractor's limits; a damaged size must not take the memory.
constexpr unsigned long long kLargestBundle = 4ULL << 30U;

std::string expanded(const std::string& data) {
  const unsigned long long size = ZSTD_getFrameContentSize(data.data(), data.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kLargestBundle) {
    throw SqlFailure{0, "extracto dañado"};
  }
  std::string out(size, '\0');
  const std::size_t done = ZSTD_decompress(out.data(), out.size(), data.data(), data.size());
  if (ZSTD_isError(done) != 0U || done != size) throw SqlFailure{0, "extracto dañado"};
  return out;
}

constexpr const char* kFindingColumns =
    "SELECT h.hallazgo_id, h.huella, h.archivo, d.entity, coalesce(d.vigencia_from, 0), coalesce(d.vigencia_to, 0), "
    "coalesce(h.pagina, 0), coalesce(h.tabla_id, 0), t.title, h.regla, h.gravedad, h.mensaje, h.valor_reportado, "
    "h.valor_esperado, h.diferencia, h.diagnostico, h.estado, d.sha256, d.id "
    "FROM hallazgos h JOIN finding f ON f.id = h.hallazgo_id JOIN document d ON d.id = f.document_id "
    "LEFT JOIN logical_table t ON t.id = h.tabla_id ";

FindingRow finding_row(const Statement& row) {
  return {row.integer(0),
          row.text(1),
          row.text(2),
          row.text(3),
          static_cast<int>(row.integer(4)),
          static_cast<int>(row.integer(5)),
          static_cast<int>(row.integer(6)),
          row.integer(7),
          row.text(8),
          row.text(9),
          row.text(10),
          row.text(11),
          row.text(12),
          row.text(13),
          row.text(14),
          row.text(15),
          row.text(16)};
}

model::Origin origin_of(const std::string& name) {
  for (const model::Origin origin : {model::Origin::text, model::Origin::ocr, model::Origin::mixed}) {
    if (name == model::origin_name(origin)) return origin;
  }
  return model::Origin::empty;
}

model::Unit unit_of(const std::string& name) {
  for (const model::Unit unit : {model::Unit::cop, model::Unit::usd, model::Unit::percent}) {
    if (name == model::unit_name(unit)) return unit;
  }
  return model::Unit::count;
}

// The columns of `source` from `first` on: table ordinal, page, row, col, block, box, text, origin, confidence.
model::Source source_at(const Statement& row, int first) {
  const auto place = [&](int column) { return row.null(column) ? -1 : static_cast<int>(row.integer(column)); };
  model::Source source;
  source.table = place(first);
  source.page = static_cast<int>(row.integer(first + 1));
  source.row = place(first + 2);
  source.column = place(first + 3);
  source.block = place(first + 4);
  source.box = {row.real(first + 5), row.real(first + 6), row.real(first + 7), row.real(first + 8)};
  source.text = row.text(first + 9);
  source.origin = origin_of(row.text(first + 10));
  source.confidence = row.real(first + 11);
  return source;
}

#define COTEJO_SOURCE_COLUMNS \
  "t.ordinal, s.page, s.row, s.col, s.block, s.x0, s.y0, s.x1, s.y1, s.text, s.origin, s.confidence"
#define COTEJO_SOURCE_JOIN                                                                                        \
  " JOIN source s ON s.id = r.source_id LEFT JOIN logical_table t ON t.id = s.table_id WHERE s.document_id = ?1 " \
  "ORDER BY s.id"

model::Records records_of_document(Store::Connection& sql, std::int64_t document) {
  model::Records records;
  Statement& info =
      sql("SELECT entity, dependency, kind, title, coalesce(vigencia_from, 0), coalesce(vigencia_to, 0), cutoff "
          "FROM document WHERE id = ?1");
  for (info.bind(document); info.step();) {
    records.document = {info.text(0),
                        info.text(1),
                        info.text(2),
                        info.text(3),
                        static_cast<int>(info.integer(4)),
                        static_cast<int>(info.integer(5)),
                        info.text(6)};
  }
  Statement& kinds = sql("SELECT kind FROM logical_table WHERE document_id = ?1 ORDER BY ordinal");
  for (kinds.bind(document); kinds.step();) records.table_kinds.push_back(kinds.text(0));
  Statement& budget =
      sql("SELECT " COTEJO_SOURCE_COLUMNS
          ", coalesce(r.vigencia, 0), r.code, r.bpin, r.description, r.measure, r.mantissa, r.exponent, "
          "r.unit, r.total FROM budget_entry r" COTEJO_SOURCE_JOIN);
  for (budget.bind(document); budget.step();) {
    records.budget.push_back(
        {static_cast<int>(budget.integer(12)),
         budget.text(13),
         budget.text(14),
         budget.text(15),
         budget.text(16),
         {{budget.integer(17), static_cast<std::int8_t>(budget.integer(18))}, unit_of(budget.text(19))},
         budget.integer(20) != 0,
         source_at(budget, 0)});
  }
  Statement& pqrs = sql("SELECT " COTEJO_SOURCE_COLUMNS
                        ", coalesce(r.vigencia, 0), r.period, r.dimension, r.label, r.measure, r.count, r.total "
                        "FROM pqrs_count r" COTEJO_SOURCE_JOIN);
  for (pqrs.bind(document); pqrs.step();) {
    records.pqrs.push_back({static_cast<int>(pqrs.integer(12)), pqrs.text(13), pqrs.text(14), pqrs.text(15),
                            pqrs.text(16), pqrs.integer(17), pqrs.integer(18) != 0, source_at(pqrs, 0)});
  }
  Statement& commitments = sql("SELECT " COTEJO_SOURCE_COLUMNS
                               ", r.number, r.text, r.component, r.responsible, r.due_text, r.due_from, r.due_to, "
                               "r.indicator, r.goal_text, r.progress_text, r.status, r.stages, r.periods "
                               "FROM commitment r" COTEJO_SOURCE_JOIN);
  for (commitments.bind(document); commitments.step();) {
    model::Commitment it;
    it.number = commitments.text(12);
    it.text = commitments.text(13);
    it.component = commitments.text(14);
    it.responsible = commitments.text(15);
    it.due_text = commitments.text(16);
    it.due = {commitments.text(17), commitments.text(18)};
    it.indicator = commitments.text(19);
    it.goal_text = commitments.text(20);
    it.progress_text = commitments.text(21);
    it.status = commitments.text(22);
    it.stages = commitments.text(23);
    it.periods = commitments.text(24);
    it.source = source_at(commitments, 0);
    records.commitments.push_back(std::move(it));
  }
  return records;
}

#undef COTEJO_SOURCE_COLUMNS
#undef COTEJO_SOURCE_JOIN

std::optional<StoredDocument> stored_document(Store::Connection& sql, Statement& query) {
  std::optional<StoredDocument> found;
  while (query.step()) {
    found = StoredDocument{query.integer(0), query.text(1), query.text(2), query.text(3), query.text(4), {}};
  }
  if (found) {
    Statement& paths = sql("SELECT path FROM document_path WHERE document_id = ?1 ORDER BY path").bind(found->id);
    while (paths.step()) found->paths.push_back(paths.text(0));
  }
  return found;
}

// What a person typed as an FTS5 expression: every word quoted, so that no character of it is an operator.
std::string search_expression(std::string_view words) {
  std::string expression;
  std::size_t at = 0;
  while (at < words.size()) {
    const std::size_t end = std::min(words.find_first_of(" \t\n", at), words.size());
    std::string word(words.substr(at, end - at));
    at = end + 1;
    const bool beginning = word.size() > 1 && word.back() == '*';
    if (beginning) word.pop_back();
    std::erase(word, '"');
    if (word.empty()) continue;
    if (!expression.empty()) expression += ' ';
    expression += '"' + word + '"' + (beginning ? "*" : "");
  }
  return expression;
}

}  // namespace

model::Result<std::optional<StoredDocument>> Store::find(std::string_view sha256) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    return stored_document(
        sql, sql("SELECT id, file_name, sha256, settings, state FROM document WHERE sha256 = ?1").bind(sha256));
  });
}

model::Result<std::optional<StoredDocument>> Store::find_path(std::string_view path) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    return stored_document(sql,
                           sql("SELECT d.id, file_name, sha256, settings, state FROM document d JOIN document_path p "
                               "ON p.document_id = d.id WHERE p.path = ?1")
                               .bind(path));
  });
}

model::Result<std::vector<std::string>> Store::documents() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    std::vector<std::string> all;
    Statement& query =
        sql("SELECT d.sha256 FROM document d JOIN bundle b ON b.document_id = d.id ORDER BY file_name, sha256");
    for (query.bind(); query.step();) all.push_back(query.text(0));
    return all;
  });
}

model::Result<std::string> Store::encoded(std::string_view sha256) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    std::string data;
    Statement& query =
        sql("SELECT data FROM bundle b JOIN document d ON d.id = b.document_id WHERE d.sha256 = ?1").bind(sha256);
    while (query.step()) data = query.text(0);
    if (data.empty()) throw SqlFailure{0, "sin extracto guardado"};
    return expanded(data);
  });
}

model::Result<std::map<std::string, int>> Store::entities() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    std::map<std::string, int> all;
    Statement& query = sql("SELECT entity, count(*) FROM document WHERE entity IS NOT NULL GROUP BY entity");
    for (query.bind(); query.step();) all.emplace(query.text(0), static_cast<int>(query.integer(1)));
    return all;
  });
}

model::Result<std::vector<StoredRecords>> Store::records_of(std::string_view entity) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    struct Key {
      std::int64_t id;
      std::string file_name, sha256;
    };
    std::vector<Key> keys;
    Statement& query =
        sql("SELECT id, file_name, sha256 FROM document WHERE entity = ?1 AND sha256 IS NOT NULL ORDER BY file_name, "
            "sha256");
    for (query.bind(entity); query.step();) keys.push_back({query.integer(0), query.text(1), query.text(2)});
    std::vector<StoredRecords> all;
    for (const Key& key : keys) all.push_back({key.file_name, key.sha256, records_of_document(sql, key.id)});
    return all;
  });
}

model::Result<std::vector<FindingRow>> Store::findings(const FindingFilter& filter) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    std::vector<FindingRow> all;
    Statement query(sql.db, std::string(kFindingColumns) +
                                "WHERE (?1 = '' OR h.regla = ?1) AND (?2 = '' OR h.gravedad = ?2) "
                                "AND (?3 = '' OR instr(lower(h.archivo), lower(?3)) > 0) "
                                "AND (?4 = '' OR instr(lower(d.entity), lower(?4)) > 0) "
                                "AND (?5 = 0 OR ?5 BETWEEN d.vigencia_from AND d.vigencia_to) "
                                "AND (?6 = '' OR h.estado = ?6) "
                                "ORDER BY h.archivo, d.sha256, coalesce(h.pagina, 0), f.archive, f.ordinal");
    query.bind(filter.rule, filter.severity, filter.document, filter.entity, filter.vigencia, filter.state);
    while (query.step()) all.push_back(finding_row(query));
    return all;
  });
}

model::Result<FindingDetail> Store::finding(std::int64_t id) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    FindingDetail detail;
    Statement query(sql.db, std::string(kFindingColumns) + "WHERE h.hallazgo_id = ?1");
    query.bind(id);
    if (!query.step()) throw SqlFailure{0, "no existe el hallazgo " + std::to_string(id)};
    detail.finding = finding_row(query);
    detail.sha256 = query.text(17);
    const std::int64_t document = query.integer(18);
    Statement& path = sql("SELECT min(path) FROM document_path WHERE document_id = ?1").bind(document);
    while (path.step()) detail.path = path.text(0);
    Statement& steps = sql("SELECT text FROM finding_step WHERE finding_id = ?1 ORDER BY ordinal").bind(id);
    while (steps.step()) detail.steps.push_back(steps.text(0));
    Statement& evidence =
        sql("SELECT role, file_name, page, x0, y0, x1, y1, text, value FROM evidence WHERE finding_id = ?1 ORDER BY "
            "ordinal");
    for (evidence.bind(id); evidence.step();) {
      detail.evidence.push_back({evidence.text(0),
                                 evidence.text(1),
                                 static_cast<int>(evidence.integer(2)),
                                 {evidence.real(3), evidence.real(4), evidence.real(5), evidence.real(6)},
                                 evidence.text(7),
                                 evidence.text(8)});
    }
    Statement& decisions =
        sql("SELECT state, value, note, author, time FROM decision WHERE finding_id = ?1 ORDER BY id");
    for (decisions.bind(id); decisions.step();) {
      detail.decisions.push_back(
          {decisions.text(0), decisions.text(1), decisions.text(2), decisions.text(3), decisions.text(4)});
    }
    return detail;
  });
}

model::Result<std::vector<UntestedRow>> Store::untested() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    std::vector<UntestedRow> all;
    Statement& query =
        sql("SELECT d.file_name, u.rule, u.reason, count(*) FROM untested u JOIN document d ON d.id = u.document_id "
            "GROUP BY d.id, u.rule, u.reason ORDER BY d.file_name, u.rule, u.reason");
    for (query.bind(); query.step();) {
      all.push_back({query.text(0), query.text(1), query.text(2), static_cast<int>(query.integer(3))});
    }
    return all;
  });
}

model::Result<std::vector<SearchHit>> Store::search(std::string_view words, int most) {
  Connection& sql = *connection_;
  const std::string expression = search_expression(words);
  if (expression.empty()) return std::vector<SearchHit>{};
  return sql.guard([&] {
    std::vector<SearchHit> hits;
    Statement& query =
        sql("SELECT d.file_name, p.number, snippet(page_search, 0, '«', '»', '…', 24) FROM page_search "
            "JOIN page p ON p.id = page_search.rowid JOIN document d ON d.id = p.document_id "
            "WHERE page_search MATCH ?1 ORDER BY rank, d.file_name, p.number LIMIT ?2");
    for (query.bind(expression, most); query.step();) {
      hits.push_back({query.text(0), static_cast<int>(query.integer(1)), query.text(2)});
    }
    return hits;
  });
}

model::Result<std::vector<PathRow>> Store::paths() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    std::vector<PathRow> all;
    Statement& query = sql(
        "SELECT p.path, d.sha256, d.size FROM document_path p JOIN document d ON d.id = p.document_id ORDER BY p.path");
    for (query.bind(); query.step();) all.push_back({query.text(0), query.text(1), query.integer(2)});
    return all;
  });
}

model::Result<Store::Counts> Store::counts() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Counts counts;
    Statement& query =
        sql("SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM document WHERE state = 'completo'), "
            "(SELECT count(*) FROM document WHERE state = 'parcial'), (SELECT count(*) FROM document WHERE state = "
            "'fallido'), "
            "(SELECT count(*) FROM page), (SELECT count(*) FROM logical_table), (SELECT count(*) FROM budget_entry), "
            "(SELECT count(*) FROM pqrs_count), (SELECT count(*) FROM commitment), (SELECT count(*) FROM finding), "
            "(SELECT count(*) FROM untested)");
    for (query.bind(); query.step();) {
      counts = {query.integer(0), query.integer(1), query.integer(2), query.integer(3),
                query.integer(4), query.integer(5), query.integer(6), query.integer(7),
                query.integer(8), query.integer(9), query.integer(10)};
    }
    return counts;
  });
}

}  // namespace cotejo::store
