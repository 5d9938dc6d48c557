#include "model/store/archive/archive.h"

#include <optional>

#include "model/store/document_writer.h"
#include "model/store/marks.h"
#include "model/store/readings.h"
#include "model/store/touched.h"

namespace cotejo::store {
namespace {

std::optional<std::int64_t> document_id(Store::Connection& sql, std::string_view sha256) {
  Statement& query = sql("SELECT id FROM document WHERE sha256 = ?1").bind(sha256);
  std::optional<std::int64_t> id;
  while (query.step()) id = query.integer(0);
  return id;
}

// Runs work(connection) in one transaction.
template <class Work>
model::Status all_or_nothing(Store& store, Work&& work) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    Transaction transaction(sql.db);
    work(sql);
    transaction.commit();
    return model::Done{};
  });
}

}  // namespace

model::Status save_shared_keys(Store& store, std::string_view sha256, const std::vector<std::int64_t>& keys) {
  return all_or_nothing(store, [&](Store::Connection& sql) {
    sql("DELETE FROM shared_key WHERE document_id = (SELECT id FROM document WHERE sha256 = ?1)").bind(sha256).run();
    for (const std::int64_t key : keys)
      sql("INSERT INTO shared_key (value, document_id) SELECT ?2, id FROM document WHERE sha256 = ?1")
          .bind(sha256, key)
          .run();
  });
}

model::Result<std::vector<std::int64_t>> shared_keys(Store& store, std::string_view sha256) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    return integers(sql(R"sql(
SELECT k.value FROM shared_key k JOIN document d ON d.id = k.document_id WHERE d.sha256 = ?1 ORDER BY k.value)sql")
                        .bind(sha256));
  });
}

model::Result<std::vector<std::string>> sharing(Store& store, std::int64_t key) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    return texts(sql(R"sql(
SELECT d.sha256 FROM shared_key k JOIN document d ON d.id = k.document_id WHERE k.value = ?1 ORDER BY d.sha256)sql")
                     .bind(key));
  });
}

model::Result<bool> is_compared(Store& store, std::string_view sha256) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    Statement& query =
        sql("SELECT count(*) FROM document WHERE sha256 = ?1 AND replaced_by IS NULL AND twin_of IS NULL");
    return query.bind(sha256).run_for_integer() > 0;
  });
}

model::Status in_one_step(Store& store, const std::function<model::Status()>& work) {
  Store::Connection& sql = store.connection();
  model::Status outcome = model::Done{};
  const model::Status saved = sql.guard([&] {
    Transaction transaction(sql.db);
    outcome = work();
    if (outcome) transaction.commit();
    return model::Done{};
  });
  return saved ? outcome : saved;
}

model::Result<std::int64_t> begin_archive_check(Store& store) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    Transaction transaction(sql.db);
    // Drawn by lot: a counter would begin anew with every base that was checked, and be that of a check that goes on.
    const std::int64_t check = sql("SELECT abs(random() / 2) + 1").bind().run_for_integer();
    sql("UPDATE archive_touch SET taken_by = ?1").bind(check).run();
    transaction.commit();
    return check;
  });
}

model::Result<std::vector<TouchedRow>> taken(Store& store, std::int64_t check) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    std::vector<TouchedRow> all;
    Statement& query = sql("SELECT sha256, entity FROM archive_touch WHERE taken_by = ?1 ORDER BY sha256, entity");
    for (query.bind(check); query.step();) all.push_back({query.text(0), query.text(1)});
    return all;
  });
}

model::Status take(Store& store, const std::set<std::string>& contents, std::int64_t check) {
  return all_or_nothing(store, [&](Store::Connection& sql) {
    for (const std::string& sha256 : contents)
      if (const auto id = document_id(sql, sha256)) touch(sql, *id, check);
  });
}

model::Status let_go(Store& store, std::int64_t check) {
  return all_or_nothing(
      store, [&](Store::Connection& sql) { sql("DELETE FROM archive_touch WHERE taken_by = ?1").bind(check).run(); });
}

model::Status save_compared(Store& store, const std::vector<ArchiveFinding>& findings,
                            const std::set<std::string>& of) {
  return all_or_nothing(store, [&](Store::Connection& sql) {
    for (const std::string& sha256 : of) {
      if (const auto id = document_id(sql, sha256))
        sql("DELETE FROM finding WHERE archive = 1 AND document_id = ?1").bind(*id).run();
    }
    std::map<std::string, std::vector<const model::Finding*>> by_document;
    for (const ArchiveFinding& it : findings) by_document[it.sha256].push_back(it.finding);
    for (const auto& [sha256, list] : by_document) {
      const auto id = document_id(sql, sha256);
      if (!id) continue;
      DocumentWriter writer(sql, *id);
      writer.load_table_ids();
      int ordinal = 0;
      for (const model::Finding* it : list) writer.finding(*it, ordinal++, true);
    }
  });
}

model::Status end_archive_check(Store& store, const std::set<std::string>& looked_at, std::int64_t check) {
  return all_or_nothing(store, [&](Store::Connection& sql) {
    for (const std::string& sha256 : looked_at) {
      // A finding of one of them may point at another.
      if (const auto id = document_id(sql, sha256)) weigh_readings(sql, *id);
    }
    sql("DELETE FROM archive_touch WHERE taken_by = ?1").bind(check).run();
    number_findings(sql);
    carry_decisions(sql);
  });
}

model::Result<int> documents_named(Store& store, const std::string& entity) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    return static_cast<int>(sql("SELECT count(*) FROM document WHERE entity = ?1").bind(entity).run_for_integer());
  });
}

model::Result<std::map<std::string, int>> names_of_body(Store& store, const std::string& key) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    std::map<std::string, int> all;
    Statement& query =
        sql("SELECT name, (SELECT count(*) FROM document WHERE entity = name) FROM entity_name WHERE key = ?1");
    for (query.bind(key); query.step();) all.emplace(query.text(0), static_cast<int>(query.integer(1)));
    return all;
  });
}

model::Status save_names(Store& store, const std::string& key, const std::vector<EntityName>& names) {
  return all_or_nothing(store, [&](Store::Connection& sql) {
    sql("DELETE FROM entity_name WHERE key = ?1").bind(key).run();
    for (const EntityName& it : names)
      sql("INSERT OR REPLACE INTO entity_name (name, canonical, key) VALUES (?1, ?2, ?3)")
          .bind(it.name, it.canonical, it.key)
          .run();
  });
}

model::Result<std::int64_t> finding_count(Store& store) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] { return sql("SELECT count(*) FROM finding").bind().run_for_integer(); });
}

}  // namespace cotejo::store
