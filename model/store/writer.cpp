#include <zstd.h>

#include <optional>
#include <set>

#include "model/page_text.h"
#include "model/store/connection.h"

namespace cotejo::store {
namespace {

using model::Bundle;
using model::CheckResult;
using model::Finding;
using model::Records;
using model::Source;

// Level 1: the bundle is read rarely, and stored beside every document.
std::string compressed(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1);
  if (ZSTD_isError(size) != 0U) throw SqlFailure{0, ZSTD_getErrorName(size)};
  out.resize(size);
  return out;
}

std::string_view state_of(const Bundle& bundle) {
  if (bundle.pages.empty()) return "fallido";
  return bundle.errors.empty() ? "completo" : "parcial";
}

// What `documentos.error` says: the first error, and how many more there are.
std::string error_text(const Bundle& bundle) {
  if (bundle.errors.empty()) return "";
  model::Error first = bundle.errors.front();
  first.file.clear();
  std::string text = model::describe(first, model::Language::spanish);
  if (bundle.errors.size() > 1) text += " (y " + std::to_string(bundle.errors.size() - 1) + " más)";
  return text;
}

}  // namespace

// Writes the parts of one document inside the caller's transaction.
class DocumentWriter {
 public:
  DocumentWriter(Store::Connection& connection, std::int64_t document) : sql_(connection), document_(document) {}

  void errors_and_attachments(const Bundle& bundle) {
    int ordinal = 0;
    for (const model::Error& error : bundle.errors) {
      sql_("INSERT INTO document_error VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
          .bind(document_, ordinal++, model::name(error.code), model::name(error.stage), known(error.page),
                known(error.detail))
          .run();
    }
    ordinal = 0;
    for (const std::string& name : bundle.attachments) {
      sql_("INSERT INTO attachment VALUES (?1, ?2, ?3)").bind(document_, ordinal++, name).run();
    }
  }

  void bundle(std::string_view encoded) {
    if (encoded.empty()) return;
    Statement& insert = sql_("INSERT INTO bundle VALUES (?1, ?2)").bind(document_);
    bind_blob(insert, 2, compressed(encoded));
    insert.run();
  }

  void pages(const Bundle& bundle) {
    const std::vector<std::string> texts = model::page_texts(bundle);
    Statement& insert = sql_(
        "INSERT INTO page (document_id, number, width, height, rotation, skew, origin, confidence, text, note) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    for (std::size_t i = 0; i < bundle.pages.size(); ++i) {
      const model::Page& page = bundle.pages[i];
      insert
          .bind(document_, page.number, page.width, page.height, page.rotation, page.skew,
                model::origin_name(page.origin), page.confidence, texts[i], known(page.note))
          .run();
    }
  }

  void tables(const Bundle& bundle, const Records* records) {
    Statement& insert_table = sql_(
        "INSERT INTO logical_table (document_id, ordinal, title, kind, first_page, last_page, row_count, column_count, "
        "header_rows, method) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING id");
    Statement& insert_cell = sql_("INSERT INTO cell VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
    for (std::size_t i = 0; i < bundle.tables.size(); ++i) {
      const model::Table& table = bundle.tables[i];
      const std::string kind =
          records != nullptr && i < records->table_kinds.size() ? records->table_kinds[i] : std::string("otra");
      insert_table.bind(document_, static_cast<std::int64_t>(i), table.title, kind, table.first_page, table.last_page,
                        table.rows, table.columns, table.header_rows, model::method_name(table.method));
      insert_table.step();
      const std::int64_t id = insert_table.integer(0);
      while (insert_table.step()) {
      }
      table_ids_.push_back(id);
      for (const model::Cell& cell : table.cells) {
        insert_cell
            .bind(id, cell.row, cell.column, cell.row_span, cell.column_span, cell.page, cell.box.x0, cell.box.y0,
                  cell.box.x1, cell.box.y1, cell.text, model::origin_name(cell.origin), cell.confidence)
            .run();
      }
    }
  }

  void outside(const Bundle& bundle) {
    Statement& insert = sql_("INSERT INTO outside_figure VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    int ordinal = 0;
    for (const model::OutsideFigure& figure : bundle.outside) {
      insert
          .bind(document_, ordinal++, figure.page, figure.box.x0, figure.box.y0, figure.box.x1, figure.box.y1,
                figure.text, model::origin_name(figure.origin), figure.confidence)
          .run();
    }
  }

  // For a document whose tables are stored already.
  void load_table_ids() {
    Statement& query = sql_("SELECT id FROM logical_table WHERE document_id = ?1 ORDER BY ordinal").bind(document_);
    while (query.step()) table_ids_.push_back(query.integer(0));
  }

  void table_kinds(const Records& records) {
    for (std::size_t i = 0; i < records.table_kinds.size(); ++i) {
      sql_("UPDATE logical_table SET kind = ?3 WHERE document_id = ?1 AND ordinal = ?2")
          .bind(document_, static_cast<std::int64_t>(i), records.table_kinds[i])
          .run();
    }
  }

  void info(const model::DocumentInfo& info) {
    sql_(
        "UPDATE document SET entity = ?2, dependency = ?3, kind = ?4, title = ?5, vigencia_from = ?6, vigencia_to = "
        "?7, "
        "cutoff = ?8 WHERE id = ?1")
        .bind(document_, known(info.entity), known(info.dependency), known(info.kind), known(info.title),
              known(info.vigencia_from), known(info.vigencia_to), known(info.cutoff))
        .run();
  }

  void records(const Records& records) {
    for (const model::BudgetEntry& entry : records.budget) {
      const std::int64_t id = source(entry.source);
      sql_("INSERT INTO budget_entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
          .bind(id, known(entry.vigencia), known(entry.code), known(entry.bpin), known(entry.description),
                entry.measure, entry.amount.value, entry.amount.value.mantissa,
                static_cast<int>(entry.amount.value.exponent), model::unit_name(entry.amount.unit), entry.total)
          .run();
    }
    for (const model::PqrsCount& count : records.pqrs) {
      const std::int64_t id = source(count.source);
      sql_("INSERT INTO pqrs_count VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
          .bind(id, known(count.vigencia), known(count.period), count.dimension, known(count.label), count.measure,
                count.count, count.total)
          .run();
    }
    for (const model::Commitment& it : records.commitments) {
      const std::int64_t id = source(it.source);
      sql_("INSERT INTO commitment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)")
          .bind(id, known(it.number), it.text, known(it.component), known(it.responsible), known(it.due_text),
                known(it.due.from), known(it.due.to), known(it.indicator), known(it.goal_text), it.goal_value,
                known(it.goal_unit), known(it.progress_text), it.progress_percent, known(it.status), known(it.stages),
                known(it.periods))
          .run();
    }
    for (const model::ProseFigure& figure : records.prose) {
      const std::int64_t id = source(figure.source);
      const auto value = [](const std::optional<model::Amount>& amount) {
        return amount ? std::optional(amount->value) : std::nullopt;
      };
      sql_("INSERT INTO prose_figure VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
          .bind(id, known(figure.vigencia), known(figure.measure), known(figure.code), known(figure.label),
                value(figure.amount),
                figure.amount ? std::optional(model::unit_name(figure.amount->unit)) : std::nullopt,
                value(figure.in_words))
          .run();
    }
  }

  void dependencies(const Records& records) {
    int ordinal = 0;
    for (const model::DependencyName& name : records.dependencies) {
      sql_("INSERT INTO dependency_name VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
          .bind(document_, ordinal++, name.printed, name.part, name.canonical, name.key, name.times)
          .run();
    }
  }

  void checks(const CheckResult& checks) {
    int ordinal = 0;
    for (const Finding& it : checks.findings) finding(it, ordinal++, false);
    ordinal = 0;
    for (const model::Untested& it : checks.untested) {
      sql_("INSERT INTO untested VALUES (?1, ?2, ?3, ?4, ?5)")
          .bind(document_, ordinal++, it.rule, it.table < 0 ? std::nullopt : std::optional(it.table), it.reason)
          .run();
    }
    sql_("UPDATE document SET relations_tested = ?2 WHERE id = ?1").bind(document_, checks.relations_tested).run();
  }

  void finding(const Finding& it, int ordinal, bool archive) {
    const std::int64_t id = finding_number(it.fingerprint);
    sql_("INSERT INTO finding VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")
        .bind(id, document_, table_id(it.table), ordinal, archive, it.rule, model::severity_name(it.severity),
              known(it.page), it.message, known(it.reported), known(it.expected), known(it.difference),
              known(it.diagnosis))
        .run();
    int step = 0;
    for (const std::string& text : it.steps) {
      sql_("INSERT INTO finding_step VALUES (?1, ?2, ?3)").bind(id, step++, text).run();
    }
    int place = 0;
    for (const model::Evidence& evidence : it.evidence) {
      const model::Rect& box = evidence.source.box;
      sql_(
          "INSERT INTO evidence SELECT ?1, ?2, ?3, coalesce(?4, file_name), ?5, ?6, ?7, ?8, ?9, ?10, ?11 "
          "FROM document WHERE id = ?12")
          .bind(id, place++, evidence.role, known(evidence.file), evidence.source.page, box.x0, box.y0, box.x1, box.y1,
                evidence.source.text, known(evidence.value), document_)
          .run();
    }
  }

 private:
  std::optional<std::int64_t> table_id(int table) const {
    if (table < 0 || static_cast<std::size_t>(table) >= table_ids_.size()) return std::nullopt;
    return table_ids_[static_cast<std::size_t>(table)];
  }

  std::int64_t source(const Source& source) {
    const auto place = [](int index) { return index < 0 ? std::nullopt : std::optional(index); };
    Statement& insert = sql_(
        "INSERT INTO source (document_id, table_id, page, row, col, block, x0, y0, x1, y1, text, sentence, origin, "
        "confidence) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) RETURNING id");
    insert.bind(document_, table_id(source.table), source.page, place(source.row), place(source.column),
                place(source.block), source.box.x0, source.box.y0, source.box.x1, source.box.y1, source.text,
                known(source.sentence), model::origin_name(source.origin), source.confidence);
    insert.step();
    const std::int64_t id = insert.integer(0);
    while (insert.step()) {
    }
    return id;
  }

  // Two findings of one fingerprint in a document would be one to a person; the rules keep them apart, and where they
  // fail to, the second gets a fingerprint of its own rather than being lost.
  std::int64_t finding_number(const std::string& fingerprint) {
    std::string own = fingerprint;
    for (int copy = 2; !used_.insert(own).second; ++copy) own = fingerprint + "-" + std::to_string(copy);
    sql_("INSERT INTO finding_number (document_id, fingerprint) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
        .bind(document_, own)
        .run();
    Statement& query =
        sql_("SELECT id FROM finding_number WHERE document_id = ?1 AND fingerprint = ?2").bind(document_, own);
    query.step();
    const std::int64_t id = query.integer(0);
    while (query.step()) {
    }
    return id;
  }

  Store::Connection& sql_;
  std::int64_t document_;
  std::vector<std::int64_t> table_ids_;
  std::set<std::string> used_;
};

namespace {

std::optional<std::int64_t> document_id(Store::Connection& sql, std::string_view sha256) {
  Statement& query = sql("SELECT id FROM document WHERE sha256 = ?1").bind(sha256);
  std::optional<std::int64_t> id;
  while (query.step()) id = query.integer(0);
  return id;
}

std::optional<std::int64_t> unreadable_at(Store::Connection& sql, const std::string& path) {
  Statement& query =
      sql("SELECT d.id FROM document d JOIN document_path p ON p.document_id = d.id WHERE p.path = ?1 AND d.sha256 IS "
          "NULL");
  query.bind(path);
  std::optional<std::int64_t> id;
  while (query.step()) id = query.integer(0);
  return id;
}

// A path belongs to one content. A document that could never be read goes with its last path: nothing else names it.
void set_path(Store::Connection& sql, const std::string& path, std::int64_t document) {
  sql("INSERT INTO document_path (path, document_id) VALUES (?1, ?2) ON CONFLICT (path) DO UPDATE SET document_id = ?2")
      .bind(path, document)
      .run();
  sql("DELETE FROM document WHERE sha256 IS NULL AND NOT EXISTS (SELECT 1 FROM document_path WHERE document_id = "
      "document.id)")
      .bind()
      .run();
  // The shown name is the first of its names, so that it does not depend on the order in which copies were met.
  std::optional<std::string> first;
  Statement& names = sql("SELECT path FROM document_path WHERE document_id = ?1").bind(document);
  while (names.step()) {
    const std::string place = names.text(0);
    const std::string name = place.substr(place.find_last_of('/') + 1);
    if (!first || name < *first) first = name;
  }
  if (first) sql("UPDATE document SET file_name = ?2 WHERE id = ?1").bind(document, *first).run();
}

constexpr const char* kChildren[] = {"DELETE FROM finding WHERE document_id = ?1",
                                     "DELETE FROM untested WHERE document_id = ?1",
                                     "DELETE FROM source WHERE document_id = ?1",
                                     "DELETE FROM logical_table WHERE document_id = ?1",
                                     "DELETE FROM page WHERE document_id = ?1",
                                     "DELETE FROM bundle WHERE document_id = ?1",
                                     "DELETE FROM document_error WHERE document_id = ?1",
                                     "DELETE FROM attachment WHERE document_id = ?1",
                                     "DELETE FROM dependency_name WHERE document_id = ?1",
                                     "DELETE FROM outside_figure WHERE document_id = ?1"};
constexpr const char* kRecordsAndFindings[] = {
    "DELETE FROM finding WHERE document_id = ?1 AND archive = 0", "DELETE FROM untested WHERE document_id = ?1",
    "DELETE FROM dependency_name WHERE document_id = ?1", "DELETE FROM source WHERE document_id = ?1"};

}  // namespace

model::Status Store::save(const DocumentResult& result) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    const Bundle& bundle = *result.bundle;
    Transaction transaction(sql.db);
    std::optional<std::int64_t> id =
        bundle.sha256.empty() ? unreadable_at(sql, result.path) : document_id(sql, bundle.sha256);
    if (!id) {
      Statement& insert =
          sql("INSERT INTO document (sha256, file_name, size, settings, page_count, state) VALUES (?1, ?2, 0, '', 0, "
              "'fallido') RETURNING id");
      insert.bind(known(bundle.sha256), bundle.file_name);
      insert.step();
      id = insert.integer(0);
      while (insert.step()) {
      }
    } else {
      for (const char* statement : kChildren) sql(statement).bind(*id).run();
    }
    sql("UPDATE document SET size = ?2, settings = ?3, page_count = ?4, state = ?5, error = ?6 WHERE id = ?1")
        .bind(*id, bundle.file_size, bundle.settings, bundle.page_count, state_of(bundle), known(error_text(bundle)))
        .run();
    set_path(sql, result.path.empty() ? bundle.file_name : result.path, *id);
    DocumentWriter writer(sql, *id);
    writer.errors_and_attachments(bundle);
    writer.bundle(result.encoded);
    writer.pages(bundle);
    writer.tables(bundle, result.records);
    writer.outside(bundle);
    if (result.records != nullptr) {
      writer.info(result.records->document);
      writer.records(*result.records);
      writer.dependencies(*result.records);
    }
    if (result.checks != nullptr) writer.checks(*result.checks);
    transaction.commit();
    return model::Done{};
  });
}

model::Status Store::add_path(std::string_view sha256, const std::string& path) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Transaction transaction(sql.db);
    if (const auto id = document_id(sql, sha256)) set_path(sql, path, *id);
    transaction.commit();
    return model::Done{};
  });
}

model::Status Store::remove_path(const std::string& path) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Transaction transaction(sql.db);
    sql("DELETE FROM document_path WHERE path = ?1").bind(path).run();
    transaction.commit();
    return model::Done{};
  });
}

model::Status Store::save_checks(std::string_view sha256, const Records& records, const CheckResult& checks) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Transaction transaction(sql.db);
    if (const auto id = document_id(sql, sha256)) {
      for (const char* statement : kRecordsAndFindings) sql(statement).bind(*id).run();
      DocumentWriter writer(sql, *id);
      writer.load_table_ids();
      writer.table_kinds(records);
      writer.info(records.document);
      writer.records(records);
      writer.dependencies(records);
      writer.checks(checks);
    }
    transaction.commit();
    return model::Done{};
  });
}

model::Status Store::save_archive_findings(const std::vector<ArchiveFinding>& findings) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Transaction transaction(sql.db);
    sql("DELETE FROM finding WHERE archive = 1").bind().run();
    std::map<std::string, std::vector<const Finding*>> by_document;
    for (const ArchiveFinding& it : findings) by_document[it.sha256].push_back(it.finding);
    for (const auto& [sha256, list] : by_document) {
      const auto id = document_id(sql, sha256);
      if (!id) continue;
      DocumentWriter writer(sql, *id);
      writer.load_table_ids();
      int ordinal = 0;
      for (const Finding* it : list) writer.finding(*it, ordinal++, true);
    }
    transaction.commit();
    return model::Done{};
  });
}

model::Status Store::decide(std::int64_t finding_id, const DecisionRow& decision) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Transaction transaction(sql.db);
    sql("INSERT INTO decision (finding_id, state, value, note, author, time) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(finding_id, decision.state, known(decision.value), known(decision.note), decision.author, decision.time)
        .run();
    transaction.commit();
    return model::Done{};
  });
}

}  // namespace cotejo::store
