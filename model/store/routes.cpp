#include "model/store/routes.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "base/paths.h"
#include "model/store/touched.h"

namespace cotejo::store {
namespace {

struct Place {
  std::string path;
  std::string route;
  std::int64_t document = 0;

  [[nodiscard]] std::string name() const { return path.substr(path.find_last_of('/') + 1); }
  friend bool operator<(const Place& a, const Place& b) {
    return std::tuple(a.name(), a.route, a.path) < std::tuple(b.name(), b.route, b.path);
  }
};

std::vector<Place> places_of(Statement& query) {
  std::vector<Place> places;
  while (query.step()) places.push_back({query.text(0), query.text(1), query.integer(2)});
  return places;
}

void set_route(Store::Connection& sql, const Place& place, const std::string& route) {
  sql("UPDATE document_path SET route = ?2 WHERE path = ?1").bind(place.path, route).run();
}

// Where documents of several runs came to have one route, each takes one folder more of its path until they differ.
void part_from_others(Store::Connection& sql, std::string route, std::int64_t document) {
  while (true) {
    const std::vector<Place> same =
        places_of(sql("SELECT path, route, document_id FROM document_path WHERE route = ?1").bind(route));
    const bool alone = std::all_of(same.begin(), same.end(), [&](const Place& it) { return it.document == document; });
    if (alone) return;
    std::string own = route;
    for (const Place& place : same) {
      const std::string longer = base::longer_route(place.route, place.path);
      set_route(sql, place, longer);
      if (place.document == document) own = longer;
      show_first_place(sql, place.document);
    }
    if (own == route) return;  // the whole path, or a name alone: no more can be told
    route = own;
  }
}

std::int64_t document_at(Store::Connection& sql, const std::string& path) {
  std::int64_t document = 0;
  Statement& query = sql("SELECT document_id FROM document_path WHERE path = ?1").bind(path);
  while (query.step()) document = query.integer(0);
  return document;
}

// What stood in a place that another document took: an older version, unless it stands elsewhere, too. A file that
// could not be read is no version of anything.
void replaced(Store::Connection& sql, std::int64_t before, std::int64_t now) {
  sql(R"sql(
UPDATE document SET replaced_by = ?2
WHERE (id = ?1 OR replaced_by = ?1) AND id <> ?2 AND sha256 IS NOT NULL
  AND (SELECT sha256 FROM document WHERE id = ?2) IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM document_path p WHERE p.document_id = document.id))sql")
      .bind(before, now)
      .run();
  touch(sql, before);
}

// A document that has a place is no older version, whatever it was before.
void present(Store::Connection& sql, std::int64_t document) {
  Statement& query = sql("SELECT count(*) FROM document WHERE id = ?1 AND replaced_by IS NOT NULL").bind(document);
  if (query.run_for_integer() == 0) return;
  sql("UPDATE document SET replaced_by = NULL WHERE id = ?1").bind(document).run();
  touch(sql, document);
}

}  // namespace

void show_first_place(Store::Connection& sql, std::int64_t document) {
  const std::vector<Place> places =
      places_of(sql("SELECT path, route, document_id FROM document_path WHERE document_id = ?1").bind(document));
  if (places.empty()) return;
  const Place& first = *std::min_element(places.begin(), places.end());
  sql("UPDATE document SET file_name = ?2, route = ?3 WHERE id = ?1").bind(document, first.name(), first.route).run();
}

void set_path(Store::Connection& sql, const std::string& path, const std::string& route, std::int64_t document) {
  const std::string told = route.empty() ? path.substr(path.find_last_of('/') + 1) : route;
  const std::int64_t before = document_at(sql, path);
  sql(R"sql(
INSERT INTO document_path (path, document_id, route) VALUES (?1, ?2, ?3)
ON CONFLICT (path) DO UPDATE SET document_id = ?2)sql")
      .bind(path, document, told)
      .run();
  sql(R"sql(
DELETE FROM document
WHERE sha256 IS NULL AND NOT EXISTS (SELECT 1 FROM document_path WHERE document_id = document.id))sql")
      .bind()
      .run();
  if (before != 0 && before != document) replaced(sql, before, document);
  present(sql, document);
  part_from_others(sql, told, document);
  show_first_place(sql, document);
}

void fill_routes(sqlite3* db) {
  const Borrowed borrowed(db);
  Store::Connection& sql = borrowed();
  const auto places = places_of(sql("SELECT path, route, document_id FROM document_path").bind());
  std::vector<std::string> folders;
  for (const Place& place : places)
    if (place.path.starts_with('/')) folders.push_back(base::folder_of(place.path));
  const std::string folder = base::common_folder(folders);
  for (const Place& place : places) set_route(sql, place, base::relative_to(place.path, folder));
  for (const Place& place : places) show_first_place(sql, place.document);
}

}  // namespace cotejo::store
