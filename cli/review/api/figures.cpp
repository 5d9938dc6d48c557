#include "model/store/review/figures.h"

#include <algorithm>

#include "cli/review/api/router.h"
#include "cli/review/api/shape.h"

namespace cotejo::cli::review {
namespace {

using model::Result;
using store::Store;

// Entities and documents as ids, for the records know nothing of their keys.
store::FigureFilter filter_of(const Call& call) {
  store::FigureFilter filter;
  filter.vigencias = call.integers("vigencia");
  filter.words = call.words("q");
  filter.measure = std::string(call.request.one("measure"));
  const std::vector<std::string> entities = call.request.all("entity");
  const std::vector<std::int64_t> documents = call.integers("document");
  if (entities.empty() && documents.empty()) return filter;
  filter.documents =
      call.take(call.bench.use_index([&](Store&, ArchiveIndex& index) -> Result<std::vector<std::int64_t>> {
        std::vector<std::int64_t> ids;
        for (const ArchiveIndex::Document& it : index.documents()) {
          const bool of_entity =
              entities.empty() || std::find(entities.begin(), entities.end(), it.entity_key) != entities.end();
          const bool named =
              documents.empty() || std::find(documents.begin(), documents.end(), it.line.id) != documents.end();
          if (of_entity && named) ids.push_back(it.line.id);
        }
        return ids;
      }));
  return filter;
}

// The series with their points inside; `called` is the field that says what a series is called.
Json series_json(const store::Series& series, std::int64_t offset, const char* called) {
  Json items = Json::array();
  for (std::size_t i = 0; i < series.items.rows.size(); ++i) {
    Json item = row_of(series.items, i);
    item[called] = item["called"].is_null() ? item["name"] : item["called"];
    for (const char* own : {"called", "name", "series", "largest"}) item.erase(own);
    for (Json& field : item)
      if (field == "") field = nullptr;
    item["points"] = Json::array();
    items.push_back(std::move(item));
  }
  for (std::size_t i = 0; i < series.points.rows.size(); ++i) {
    Json point = row_of(series.points, i);
    const auto of = static_cast<std::size_t>(point["series"].get<std::int64_t>() - offset);
    point.erase("series");
    if (of < items.size()) items[of]["points"].push_back(std::move(point));
  }
  return items;
}

Response budget(const Call& call) {
  const store::Window window = call.window();
  store::FigureFilter filter = filter_of(call);
  filter.kind = std::string(call.request.one("class"));
  filter.totals = call.choice("level", {"all", "total"}) == "total";
  const store::Series series =
      call.take(call.bench.use_reader([&](Store& store) { return store::budget_series(store, filter, window); }));
  return json_response(window_of(series.total, window, series_json(series, window.offset, "description")));
}

Response petitions(const Call& call) {
  const store::Window window = call.window();
  store::FigureFilter filter = filter_of(call);
  filter.kind = std::string(call.request.one("dimension"));
  const store::Series series =
      call.take(call.bench.use_reader([&](Store& store) { return store::petition_series(store, filter, window); }));
  return json_response(window_of(series.total, window, series_json(series, window.offset, "label")));
}

std::string date_in(const Call& call, const std::string& name) {
  const std::string date(call.request.one(name));
  const bool plain = date.empty() || (date.size() == 10 && date.find_first_not_of("0123456789-") == std::string::npos);
  if (!plain) throw call.usage(name);
  return date;
}

Response commitments(const Call& call) {
  const store::Window window = call.window();
  store::CommitmentFilter filter;
  filter.of = filter_of(call);
  filter.responsible = std::string(call.request.one("responsible"));
  filter.from = date_in(call, "from");
  filter.to = date_in(call, "to");
  filter.status = std::string(call.request.one("status"));
  filter.by_responsible = call.choice("sort", {"due", "responsible"}) == "responsible";
  const store::Commitments found =
      call.take(call.bench.use_reader([&](Store& store) { return store::commitments(store, filter, window); }));
  Json items = rows_of(found.page.items);
  for (Json& it : items) {
    const bool unknown = it["due_from"].is_null() && it["due_to"].is_null();
    it["due"] = unknown ? Json(nullptr) : Json::array({it["due_from"], it["due_to"]});
    it.erase("due_from");
    it.erase("due_to");
  }
  Json answer = window_of(found.page.total, window, std::move(items));
  answer["by_responsible"] = rows_of(found.by_responsible);
  answer["by_month"] = rows_of(found.by_month);
  return json_response(answer);
}

Json values_of(const store::Rows& rows) {
  Json values = Json::array();
  for (std::size_t i = 0; i < rows.rows.size(); ++i) values.push_back(at(rows, i, "value"));
  return values;
}

Response options(const Call& call) {
  Json entities = call.take(call.bench.use_index([&](Store&, ArchiveIndex& index) -> Result<Json> {
    Json list = Json::array();
    for (const auto& [key, name] : index.entities()) list.push_back({{"value", key}, {"label", name}});
    return list;
  }));
  const store::FigureOptions it =
      call.take(call.bench.use_reader([](Store& store) { return store::figure_options(store); }));
  return json_response(
      {{"entities", std::move(entities)},
       {"vigencias", values_of(it.vigencias)},
       {"measures", {{"budget", values_of(it.budget_measures)}, {"pqrs", values_of(it.petition_measures)}}},
       {"classes", values_of(it.classes)},
       {"dimensions", values_of(it.dimensions)},
       {"responsibles", rows_of(it.responsibles)}});
}

}  // namespace

void add_figures(Router& router) {
  router.add("GET", "figures/options", options);
  router.add("GET", "figures/budget", budget);
  router.add("GET", "figures/pqrs", petitions);
  router.add("GET", "figures/commitments", commitments);
}

}  // namespace cotejo::cli::review
