#include <optional>

#include "model/store/document_writer.h"
#include "model/store/marks.h"
#include "model/store/readings.h"
#include "model/store/routes.h"
#include "model/store/touched.h"

namespace cotejo::store {
namespace {

using model::Bundle;
using model::CheckResult;
using model::Finding;
using model::Records;

// What `documentos.error` says: the first error, and how many more there are.
std::string error_text(const Bundle& bundle) {
  if (bundle.errors.empty()) return "";
  model::Error first = bundle.errors.front();
  first.file.clear();
  std::string text = model::describe(first, model::Language::spanish);
  if (bundle.errors.size() > 1) text += " (y " + std::to_string(bundle.errors.size() - 1) + " más)";
  return text;
}

std::optional<std::int64_t> document_id(Store::Connection& sql, std::string_view sha256) {
  Statement& query = sql("SELECT id FROM document WHERE sha256 = ?1").bind(sha256);
  std::optional<std::int64_t> id;
  while (query.step()) id = query.integer(0);
  return id;
}

std::optional<std::int64_t> unreadable_at(Store::Connection& sql, const std::string& path) {
  Statement& query = sql(R"sql(
SELECT d.id FROM document d JOIN document_path p ON p.document_id = d.id WHERE p.path = ?1 AND d.sha256 IS NULL)sql");
  query.bind(path);
  std::optional<std::int64_t> id;
  while (query.step()) id = query.integer(0);
  return id;
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
                                     "DELETE FROM outside_figure WHERE document_id = ?1",
                                     "DELETE FROM doubtful_reading WHERE document_id = ?1"};
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
      id = sql(R"sql(
INSERT INTO document (sha256, file_name, size, settings, page_count, state) VALUES (?1, ?2, 0, '', 0, 'fallido')
RETURNING id)sql")
               .bind(known(bundle.sha256), bundle.file_name)
               .run_for_integer();
    } else {
      touch(sql, *id);  // under the entity that it had
      for (const char* statement : kChildren) sql(statement).bind(*id).run();
    }
    sql("UPDATE document SET size = ?2, settings = ?3, page_count = ?4, state = ?5, error = ?6 WHERE id = ?1")
        .bind(*id, bundle.file_size, bundle.settings, bundle.page_count, model::state_of(bundle),
              known(error_text(bundle)))
        .run();
    set_path(sql, result.path.empty() ? bundle.file_name : result.path, result.route, *id);
    DocumentWriter writer(sql, *id);
    writer.errors_and_attachments(bundle);
    writer.bundle(result.encoded);
    writer.pages(bundle);
    writer.tables(bundle);
    writer.outside(bundle);
    writer.readings(bundle);
    if (result.records != nullptr) writer.records(*result.records);
    if (result.checks != nullptr) writer.checks(*result.checks);
    weigh_readings(sql, *id);
    touch(sql, *id);
    transaction.commit();
    return model::Done{};
  });
}

model::Status Store::add_path(std::string_view sha256, const std::string& path, const std::string& route) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Transaction transaction(sql.db);
    if (const auto id = document_id(sql, sha256)) set_path(sql, path, route, *id);
    transaction.commit();
    return model::Done{};
  });
}

model::Status Store::begin_many() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    execute(sql.db, "BEGIN IMMEDIATE");
    return model::Done{};
  });
}

model::Status Store::end_many() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    execute(sql.db, "COMMIT");
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

model::Status Store::save_checks(std::string_view sha256, const Records& records, const CheckResult& checks,
                                 const std::string& settings, const model::Bundle* bundle) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Transaction transaction(sql.db);
    if (const auto id = document_id(sql, sha256)) {
      touch(sql, *id);
      for (const char* statement : kRecordsAndFindings) sql(statement).bind(*id).run();
      DocumentWriter writer(sql, *id);
      writer.load_table_ids();
      if (bundle != nullptr) writer.readings(*bundle);
      writer.records(records);
      writer.checks(checks);
      weigh_readings(sql, *id);
      if (!settings.empty()) sql("UPDATE document SET settings = ?2 WHERE id = ?1").bind(*id, settings).run();
      touch(sql, *id);
    }
    transaction.commit();
    return model::Done{};
  });
}

}  // namespace cotejo::store
