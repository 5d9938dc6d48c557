#include "model/store/document_writer.h"

#include <zstd.h>

#include <algorithm>

#include "model/doubtful.h"
#include "model/page_text.h"
#include "model/store/marks.h"
#include "model/store/readings.h"
#include "model/store/sql/rows.h"

namespace cotejo::store {
namespace {

// Level 1: the bundle is read rarely, and stored beside every document.
std::string compressed(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1);
  if (ZSTD_isError(size) != 0U) throw SqlFailure{0, ZSTD_getErrorName(size)};
  out.resize(size);
  return out;
}

// ["1.254","1 254"]
std::string json_list(const std::vector<std::string>& texts) {
  std::string list = "[";
  for (const std::string& text : texts) {
    if (list.size() > 1) list += ',';
    list += '"';
    for (const char c : text) {
      if (c == '"' || c == '\\') list += '\\';
      list += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    list += '"';
  }
  return list + "]";
}

}  // namespace

void DocumentWriter::errors_and_attachments(const model::Bundle& bundle) {
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

void DocumentWriter::bundle(std::string_view encoded) {
  if (encoded.empty()) return;
  Statement& insert = sql_("INSERT INTO bundle VALUES (?1, ?2)").bind(document_);
  bind_blob(insert, 2, compressed(encoded));
  insert.run();
}

void DocumentWriter::pages(const model::Bundle& bundle) {
  const std::vector<std::string> texts = model::page_texts(bundle);
  Statement& insert = sql_(R"sql(
INSERT INTO page (document_id, number, width, height, rotation, skew, origin, confidence, text, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10))sql");
  for (std::size_t i = 0; i < bundle.pages.size(); ++i) {
    const model::Page& page = bundle.pages[i];
    insert
        .bind(document_, page.number, page.width, page.height, page.rotation, page.skew, page.origin, page.confidence,
              texts[i], known(page.note))
        .run();
  }
}

void DocumentWriter::tables(const model::Bundle& bundle) {
  Statement& insert_table = sql_(R"sql(
INSERT INTO logical_table (document_id, ordinal, title, kind, first_page, last_page, row_count, column_count,
                           header_rows, method)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING id)sql");
  Statement& insert_cell = sql_("INSERT INTO cell VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
  for (const model::Table& table : bundle.tables) {
    const std::int64_t id =
        insert_table
            .bind(document_, static_cast<std::int64_t>(table_ids_.size()), table.title, model::TableKind::other,
                  table.first_page, table.last_page, table.rows, table.columns, table.header_rows, table.method)
            .run_for_integer();
    table_ids_.push_back(id);
    for (const model::Cell& cell : table.cells) {
      insert_cell
          .bind(id, cell.row, cell.column, cell.row_span, cell.column_span, cell.page, cell.box.x0, cell.box.y0,
                cell.box.x1, cell.box.y1, cell.text, cell.origin, cell.confidence)
          .run();
    }
  }
}

void DocumentWriter::outside(const model::Bundle& bundle) {
  Statement& insert = sql_("INSERT INTO outside_figure VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
  int ordinal = 0;
  for (const model::OutsideFigure& figure : bundle.outside) {
    insert
        .bind(document_, ordinal++, figure.page, figure.box.x0, figure.box.y0, figure.box.x1, figure.box.y1,
              figure.text, figure.origin, figure.confidence)
        .run();
  }
}

void DocumentWriter::readings(const model::Bundle& bundle) {
  const std::vector<KeptReading> kept = kept_readings(sql_, document_);
  sql_("DELETE FROM doubtful_reading WHERE document_id = ?1").bind(document_).run();
  Statement& insert = sql_(R"sql(
INSERT INTO doubtful_reading (document_id, ordinal, page, x0, y0, x1, y1, text, alternatives, confidence, doubt, figure,
                              table_id, row, col, told)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16))sql");
  int ordinal = 0;
  for (const model::DoubtfulReading& it : model::doubtful_readings(bundle)) {
    const auto own = std::find_if(kept.begin(), kept.end(), [&](const KeptReading& word) {
      return word.told.page == it.page && model::same_place(word.told.box, it.box);
    });
    const bool holds = own != kept.end() && !own->told.text.empty();
    const auto place = [&](int index) { return it.table < 0 ? std::nullopt : std::optional(index); };
    insert
        .bind(document_, ordinal++, it.page, it.box.x0, it.box.y0, it.box.x1, it.box.y1, it.text,
              json_list(it.alternatives), it.confidence, it.doubt, it.figure, table_id(it.table), place(it.row),
              place(it.column), holds ? std::optional(own->id) : std::nullopt)
        .run();
  }
  if (kept.empty()) return;
  model::Bundle told = bundle;
  model::put_right(told, told_readings(sql_, document_));
  Statement& update = sql_(R"sql(
UPDATE cell SET text = ?4, confidence = ?5
WHERE table_id = ?1 AND row = ?2 AND col = ?3 AND (text <> ?4 OR confidence <> ?5))sql");
  for (std::size_t i = 0; i < std::min(told.tables.size(), table_ids_.size()); ++i)
    for (const model::Cell& cell : told.tables[i].cells)
      update.bind(table_ids_[i], cell.row, cell.column, cell.text, cell.confidence).run();
}

void DocumentWriter::load_table_ids() {
  Statement& query = sql_("SELECT id FROM logical_table WHERE document_id = ?1 ORDER BY ordinal").bind(document_);
  while (query.step()) table_ids_.push_back(query.integer(0));
}

void DocumentWriter::records(const model::Records& records) {
  for (std::size_t i = 0; i < std::min(records.table_kinds.size(), table_ids_.size()); ++i) {
    sql_("UPDATE logical_table SET kind = ?2 WHERE id = ?1").bind(table_ids_[i], records.table_kinds[i]).run();
  }
  static const std::string update = "UPDATE document SET (" + listed(column_names<model::DocumentInfo>()) + ") = (" +
                                    places(2, column_names<model::DocumentInfo>().size()) + ") WHERE id = ?1";
  Statement& info = sql_(update.c_str()).bind(document_);
  put_columns(info, records.document);
  info.run();
  model::kinds([&](const auto& kind) { list(kind); }, records);
  dependencies(records.dependencies);
}

template <class Record>
void DocumentWriter::list(const std::vector<Record>& records) {
  static const std::string insert = insert_sql(model::kTable<Record>, {"source_id"}, column_names<Record>());
  for (const Record& record : records) {
    const std::int64_t id = source(record.source);
    Statement& statement = sql_(insert.c_str()).bind(id);
    put_columns(statement, record);
    statement.run();
  }
}

void DocumentWriter::dependencies(const std::vector<model::DependencyName>& names) {
  static const std::string insert = insert_sql(model::kTable<model::DependencyName>, {"document_id", "ordinal"},
                                               column_names<model::DependencyName>());
  int ordinal = 0;
  for (const model::DependencyName& name : names) {
    Statement& statement = sql_(insert.c_str()).bind(document_, ordinal++);
    put_columns(statement, name);
    statement.run();
  }
}

void DocumentWriter::checks(const model::CheckResult& checks) {
  int ordinal = 0;
  for (const model::Finding& it : checks.findings) finding(it, ordinal++, false);
  ordinal = 0;
  for (const model::Untested& it : checks.untested) {
    sql_("INSERT INTO untested VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(document_, ordinal++, it.rule, it.table < 0 ? std::nullopt : std::optional(it.table), it.reason)
        .run();
  }
  sql_("UPDATE document SET relations_tested = ?2 WHERE id = ?1").bind(document_, checks.relations_tested).run();
}

void DocumentWriter::finding(const model::Finding& it, int ordinal, bool archive) {
  const std::int64_t id = finding_number(it.fingerprint);
  sql_("INSERT INTO finding VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")
      .bind(id, document_, table_id(it.table), ordinal, archive, it.rule, it.severity, known(it.page), it.message,
            known(it.reported), known(it.expected), known(it.difference), known(model::name_of(it.diagnosis)))
      .run();
  int step = 0;
  for (const std::string& text : it.steps) {
    sql_("INSERT INTO finding_step VALUES (?1, ?2, ?3)").bind(id, step++, text).run();
  }
  int place = 0;
  for (const model::Evidence& evidence : it.evidence) {
    const model::Rect& box = evidence.source.box;
    sql_(R"sql(
INSERT INTO evidence (finding_id, ordinal, role, document_id, page, x0, y0, x1, y1, text, value)
VALUES (?1, ?2, ?3, coalesce((SELECT id FROM document WHERE sha256 = ?4), ?5), ?6, ?7, ?8, ?9, ?10, ?11, ?12))sql")
        .bind(id, place++, evidence.role, known(evidence.document), document_, evidence.source.page, box.x0, box.y0,
              box.x1, box.y1, evidence.source.text, known(evidence.value))
        .run();
  }
}

std::optional<std::int64_t> DocumentWriter::table_id(int table) const {
  if (table < 0 || static_cast<std::size_t>(table) >= table_ids_.size()) return std::nullopt;
  return table_ids_[static_cast<std::size_t>(table)];
}

std::int64_t DocumentWriter::source(const model::Source& source) {
  static const std::string insert =
      insert_sql(model::kTable<model::Source>, {"document_id", "table_id"}, column_names<model::Source>()) +
      " RETURNING id";
  Statement& statement = sql_(insert.c_str()).bind(document_, table_id(source.table));
  put_columns(statement, source);
  return statement.run_for_integer();
}

// Two findings of one fingerprint in a document would be one to a person; the rules keep them apart, and where they
// fail to, the second gets a fingerprint of its own rather than being lost.
std::int64_t DocumentWriter::finding_number(const std::string& fingerprint) {
  std::string own = fingerprint;
  for (int copy = 2; !used_.insert(own).second; ++copy) own = fingerprint + "-" + std::to_string(copy);
  return named_finding(sql_, document_, own);
}

}  // namespace cotejo::store
