#include "model/store/review/readings.h"

#include <charconv>

#include "cli/review/api/jobs.h"
#include "cli/review/api/router.h"
#include "cli/review/api/shape.h"
#include "pipeline/run/run_log.h"

namespace cotejo::cli::review {
namespace {

using model::Result;
using store::Store;

constexpr std::size_t kLongestReading = 2000;  // bytes

Json reading_json(const store::Rows& rows, std::size_t i) {
  Json row = row_of(rows, i);
  Json item{{"id", std::to_string(row["document"]["id"].get<std::int64_t>()) + "-" +
                       std::to_string(row["ordinal"].get<std::int64_t>())},
            {"state", row["value"].is_null() ? "pendiente" : "revisada"}};
  for (const char* name : {"document", "page", "box", "text", "kind", "why", "confidence", "money", "findings",
                           "version", "value", "author", "time"})
    item[name] = std::move(row[name]);
  item["alternatives"] = Json::parse(row["alternatives"].get<std::string>(), nullptr, false);
  item["table"] =
      row["table"].is_null()
          ? Json(nullptr)
          : Json{{"id", row["table"]},      {"title", row["table_title"]},   {"row", row["row"]},
                 {"column", row["column"]}, {"row_label", row["row_label"]}, {"column_label", row["column_label"]}};
  return item;
}

Response list(const Call& call) {
  store::ReadingFilter filter;
  filter.document = call.integer("document");
  if (const auto page = call.integer("page")) filter.page = static_cast<int>(*page);
  filter.kind = call.choice("kind", {"", "cifra", "palabra"});
  filter.reviewed = call.choice("state", {"pendiente", "revisada"}) == "revisada";
  filter.by_document = call.choice("sort", {"weight", "document"}) == "document";
  filter.text = std::string(call.request.one("q"));
  const store::Window window = call.window();
  const store::Page page =
      call.take(call.bench.use([&](Store& store) { return store::reading_queue(store, filter, window); }));
  Json items = Json::array();
  for (std::size_t i = 0; i < page.items.rows.size(); ++i) items.push_back(reading_json(page.items, i));
  return json_response(window_of(page.total, window, std::move(items)));
}

struct Place {
  std::int64_t document = 0;
  std::int64_t ordinal = 0;
};

// "3-17"
Place place_of(const Call& call) {
  const std::string& id = call.captured.at(0);
  Place place;
  const char* end = id.data() + id.size();
  const auto first = std::from_chars(id.data(), end, place.document);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != '-') throw call.not_found();
  const auto second = std::from_chars(first.ptr + 1, end, place.ordinal);
  if (second.ec != std::errc() || second.ptr != end) throw call.not_found();
  return place;
}

Json reading_at(const Call& call, Store& store, const Place& place) {
  const store::Rows rows = call.take(store::reading(store, place.document, place.ordinal));
  if (rows.empty()) throw call.not_found();
  return reading_json(rows, 0);
}

// Keeps the word and has the document checked again; `text` gives it, once the reading is known to be there.
template <class TextOf>
Response tell(const Call& call, std::int64_t version, const std::string& note, TextOf text) {
  const Place place = place_of(call);
  ArchiveIndex::Document document;
  Json reading = call.take(call.bench.use_index([&](Store& store, ArchiveIndex& index) -> Result<Json> {
    const Json before = reading_at(call, store, place);
    const ArchiveIndex::Document* found = index.document(place.document);
    if (found == nullptr) throw call.not_found();
    document = *found;
    const store::DecisionRow by{model::DecisionState::open, "", note, call.author(), run::utc_now()};
    const auto told = store::tell_reading(store, place.document, place.ordinal, version, text(store), by);
    if (!told) return told.error();
    if (told.value() == 0) {
      const std::string author = before["author"].is_string() ? before["author"].get<std::string>() : "";
      throw Refusal{409, "conflict", call.says().say(Text::review_reading_conflict, author), {{"conflicts", {before}}}};
    }
    call.bench.wrote();
    return reading_at(call, store, place);
  }));
  return recheck(call, document, {{"reading", std::move(reading)}});
}

Response correct(const Call& call) {
  const Json body = call.body();
  const std::string text = text_of(call, body, "text", kLongestReading).value_or("");
  if (text.empty()) throw call.usage("text");
  return tell(call, integer_of(call, body, "version"), text_of(call, body, "note").value_or(""),
              [&](Store&) { return text; });
}

Response undo(const Call& call) {
  const std::int64_t version = integer_of(call, call.body(), "version");
  return tell(call, version, "", [&](Store& store) { return call.take(store::told_before(store, version)); });
}

}  // namespace

void add_readings(Router& router) {
  router.add("GET", "readings", list);
  router.add("POST", "readings/{}", correct);
  router.add("POST", "readings/{}/undo", undo);
}

}  // namespace cotejo::cli::review
