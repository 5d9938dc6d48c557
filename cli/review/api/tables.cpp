#include <algorithm>
#include <map>

#include "cli/review/api/heads.h"
#include "cli/review/api/router.h"
#include "cli/review/api/shape.h"

namespace cotejo::cli::review {
namespace {

using model::Result;
using store::Store;

constexpr std::int64_t kMostRows = 500;

// The lowest text over each column, and what the column was taken for.
Json heads_of(const Json& head_cells, const store::Rows& columns, std::int64_t count, const std::string& kind) {
  std::map<std::int64_t, Json> meanings;
  for (std::size_t i = 0; i < columns.rows.size(); ++i)
    meanings[at(columns, i, "column").get<std::int64_t>()] = at(columns, i, "what");
  Json heads = Json::array();
  for (std::int64_t column = 0; column < count; ++column) {
    const Json* lowest = nullptr;
    for (const Json& cell : head_cells) {
      const auto first = cell["column"].get<std::int64_t>();
      const bool over = first <= column && column < first + cell["column_span"].get<std::int64_t>();
      if (over && !cell["text"].get_ref<const std::string&>().empty()) lowest = &cell;
    }
    if (lowest == nullptr) continue;
    const auto meaning = meanings.find(column);
    heads.push_back(
        {{"column", column},
         {"text", (*lowest)["text"]},
         {"meaning", meaning == meanings.end() ? known_or_null(known_head(kind, (*lowest)["text"].get<std::string>()))
                                               : meaning->second}});
  }
  return heads;
}

Response one(const Call& call) {
  const std::int64_t id = call.number(0);
  const auto first = static_cast<int>(std::clamp<std::int64_t>(call.integer("row").value_or(0), 0, 10'000'000));
  const auto count = static_cast<int>(std::clamp<std::int64_t>(call.integer("rows").value_or(200), 1, kMostRows));
  return json_response(call.bench.use([&](Store& store) {
    const store::Rows table = call.take(store::table(store, id));
    if (table.empty()) throw call.not_found();
    Json answer = row_of(table, 0);
    Json cells = rows_of(call.take(store::table_cells(store, id, first, count)));
    const auto head_rows = answer["header_rows"].get<int>();
    const Json head_cells =
        head_rows == 0 ? Json::array() : rows_of(call.take(store::table_cells(store, id, 0, head_rows)));
    answer["heads"] = heads_of(head_cells, call.take(store::table_columns(store, id)),
                               answer["columns"].get<std::int64_t>(), answer["kind"].get<std::string>());
    std::map<std::pair<std::int64_t, std::int64_t>, Json*> by_place;
    for (Json& cell : cells) {
      cell["records"] = Json::array();
      cell["doubt"] = nullptr;
      by_place[{cell["row"].get<std::int64_t>(), cell["column"].get<std::int64_t>()}] = &cell;
    }
    const store::Rows records = call.take(store::table_records(store, id, first, count));
    for (std::size_t i = 0; i < records.rows.size(); ++i) {
      const Json row = row_of(records, i);
      if (row["column"].is_null()) continue;
      const auto cell = by_place.find({row["row"].get<std::int64_t>(), row["column"].get<std::int64_t>()});
      if (cell == by_place.end()) continue;
      (*cell->second)["records"].push_back(row["id"]);
      if (!row["doubt"].is_null()) (*cell->second)["doubt"] = row["doubt"];
    }
    answer["cells"] = std::move(cells);
    return answer;
  }));
}

}  // namespace

void add_tables(Router& router) {
  router.add("GET", "tables/{}", one);
}

}  // namespace cotejo::cli::review
