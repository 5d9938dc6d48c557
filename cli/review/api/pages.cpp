#include <algorithm>
#include <array>
#include <set>

#include "cli/review/api/heads.h"
#include "cli/review/api/router.h"
#include "cli/review/api/shape.h"
#include "extractors/layout/skew.h"
#include "model/codec/head.h"

namespace cotejo::cli::review {
namespace {

using model::Result;
using store::Store;

constexpr std::array<int, 7> kResolutions{24, 48, 72, 110, 150, 220, 300};
// Pixels of the longer side of a picture: a sheet of A4 at the finest resolution has fewer. Scans whose points are
// pixels would have four times as many.
constexpr double kLongestSide = 3600;
constexpr double kMostMargin = 100;  // points
constexpr std::int64_t kMostPages = 1'000'000;

struct Asked {
  Draftsman::Page page;
  std::int64_t document = 0;
};

int page_in(const Call& call) {
  const std::int64_t page = call.number(1);
  if (page < 1 || page > kMostPages) throw call.not_found();
  return static_cast<int>(page);
}

Asked asked_in(const Call& call, int usual) {
  Asked asked;
  asked.document = call.number(0);
  asked.page.number = page_in(call);
  const std::int64_t dpi = call.integer("dpi").value_or(usual);
  if (std::find(kResolutions.begin(), kResolutions.end(), dpi) == kResolutions.end()) throw call.usage("dpi");
  asked.page.dpi = static_cast<double>(dpi);
  const auto done = call.bench.use_index([&](Store& store, ArchiveIndex& index) -> model::Status {
    const ArchiveIndex::Document* document = index.document(asked.document);
    if (document == nullptr || document->line.sha256.empty() || asked.page.number > document->line.pages)
      throw call.not_found();
    const store::Rows size =
        call.take(store::page_part(store, store::PagePart::size, asked.document, asked.page.number));
    if (!size.empty()) {
      const double longer = std::max(at(size, 0, "width").get<double>(), at(size, 0, "height").get<double>());
      asked.page.dpi = std::min(asked.page.dpi, kLongestSide * 72 / std::max(longer, 1.0));
    }
    asked.page.path = document->line.path;
    asked.page.sha256 = document->line.sha256;
    return model::Done{};
  });
  if (!done) throw call.failed(done.error());
  return asked;
}

// The tag tells the content, page and size; the address does not, for another base may have another document 1.
Response drawn(const Call& call, const Asked& asked, const std::optional<model::Rect>& part, const std::string& what) {
  Response response;
  const std::string tag = "\"" + std::to_string(model::checksum(asked.page.sha256 + what)) + "\"";
  response.headers = {{"ETag", tag}, {"Cache-Control", "private, no-cache"}};
  if (call.request.if_none_match == tag) {
    response.status = 304;
    return response;
  }
  if (!asked.page.path.starts_with('/')) throw Refusal{404, "no_source", call.says().say(Text::review_no_source)};
  const auto bytes = call.bench.draftsman().draw(asked.page, part);
  if (!bytes) {
    const model::Error& error = bytes.error();
    if (error.code == model::ErrorCode::not_found)
      throw Refusal{404, "no_source", call.says().say(Text::review_no_source)};
    if (error.detail == "cambió") throw Refusal{404, "no_source", call.says().say(Text::review_source_changed)};
    throw call.failed(error);
  }
  response.type = "image/png";
  response.body = *bytes.value();
  return response;
}

Response picture(const Call& call) {
  const Asked asked = asked_in(call, 110);
  return drawn(call, asked, std::nullopt, call.captured[1] + " " + std::to_string(asked.page.dpi));
}

// "x0,y0,x1,y1"
model::Rect box_in(const Call& call) {
  std::array<double, 4> edges{};
  std::string text(call.request.one("box"));
  for (std::size_t i = 0; i < edges.size(); ++i) {
    char* end = nullptr;
    edges[i] = std::strtod(text.c_str(), &end);
    if (end == text.c_str() || *end != (i + 1 < edges.size() ? ',' : '\0')) throw call.usage("box");
    text = i + 1 < edges.size() ? std::string(end + 1) : "";
  }
  return {edges[0], edges[1], edges[2], edges[3]};
}

Response clip(const Call& call) {
  const Asked asked = asked_in(call, 300);
  const double margin = std::clamp(call.real("margin").value_or(4), 0.0, kMostMargin);
  model::Rect box = box_in(call);
  box = {box.x0 - margin, box.y0 - margin, box.x1 + margin, box.y1 + margin};
  return drawn(call, asked, box, call.captured[1] + " " + std::to_string(asked.page.dpi) + " " + box_of(box).dump());
}

// What the page's tables are called in the base, in the order of the bundle.
struct Tables {
  std::vector<std::int64_t> ids;
  std::vector<std::string> kinds;
};

Tables tables_of(const Call& call, Store& store, std::int64_t document) {
  const store::Rows rows = call.take(store::document_part(store, store::DocumentPart::tables, document));
  Tables tables;
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    tables.ids.push_back(at(rows, i, "id").get<std::int64_t>());
    tables.kinds.push_back(at(rows, i, "kind").get<std::string>());
  }
  return tables;
}

Json rules_of(const model::Page& page) {
  Json rules = Json::array();
  for (const model::Rule& rule : page.rules) {
    const model::Point from = layout::as_shown(rule.from, page), to = layout::as_shown(rule.to, page);
    rules.push_back(box_of({from.x, from.y, to.x, to.y}));
  }
  return rules;
}

void add_tables_of(const model::Bundle& bundle, const Tables& tables, int page, const Json& meanings, Json& answer) {
  Json cells = Json::array(), boxes = Json::array(), heads = Json::array();
  for (std::size_t t = 0; t < std::min(bundle.tables.size(), tables.ids.size()); ++t) {
    const model::Table& table = bundle.tables[t];
    if (page < table.first_page || page > table.last_page) continue;
    const auto place = static_cast<std::size_t>(page - table.first_page);
    if (place < table.page_boxes.size()) {
      boxes.push_back({{"box", box_of(table.page_boxes[place])},
                       {"id", tables.ids[t]},
                       {"title", known_or_null(table.title)},
                       {"kind", tables.kinds[t]}});
    }
    const Json& columns = meanings[std::to_string(tables.ids[t])];
    for (const model::Cell& cell : table.cells) {
      if (cell.page != page) continue;
      const bool head = cell.row < table.header_rows;
      cells.push_back({{"box", box_of(cell.box)},
                       {"table", tables.ids[t]},
                       {"row", cell.row},
                       {"column", cell.column},
                       {"head", head},
                       {"text", cell.text}});
      if (!head || cell.text.empty()) continue;
      const auto meaning = columns.find(std::to_string(cell.column));
      const Json what = cell.column_span == 1 && meaning != columns.end()
                            ? *meaning
                            : known_or_null(known_head(tables.kinds[t], cell.text));
      heads.push_back({{"box", box_of(cell.box)},
                       {"table", tables.ids[t]},
                       {"text", cell.text},
                       {"known", !what.is_null()},
                       {"meaning", what}});
    }
  }
  answer["cells"] = std::move(cells);
  answer["tables"] = std::move(boxes);
  answer["heads"] = std::move(heads);
}

// By table, what its columns were taken for, by column.
Json meanings_of(const Call& call, Store& store, const Tables& tables, const model::Bundle& bundle, int page) {
  Json all = Json::object();
  for (std::size_t t = 0; t < std::min(bundle.tables.size(), tables.ids.size()); ++t) {
    if (page < bundle.tables[t].first_page || page > bundle.tables[t].last_page) continue;
    Json& columns = all[std::to_string(tables.ids[t])] = Json::object();
    const store::Rows rows = call.take(store::table_columns(store, tables.ids[t]));
    for (std::size_t i = 0; i < rows.rows.size(); ++i)
      columns[std::to_string(at(rows, i, "column").get<std::int64_t>())] = at(rows, i, "what");
  }
  return all;
}

// The evidence of a page; that of a finding that reports no figure is in doubt as a whole.
Json evidence_of(const Call& call, Store& store, std::int64_t document, int page) {
  Json list = rows_of(call.take(store::page_part(store, store::PagePart::evidence, document, page)));
  std::set<std::int64_t> reported;
  const std::string_view name = model::name_of(model::Role::reported);
  for (const Json& it : list)
    if (it["role"] == name) reported.insert(it["id"].get<std::int64_t>());
  for (Json& it : list) {
    it["red"] = it["role"] == name || !reported.contains(it["id"].get<std::int64_t>());
    it.erase("ordinal");
  }
  return list;
}

Response layers(const Call& call) {
  const std::int64_t id = call.number(0);
  const int number = page_in(call);
  std::string sha256;
  const auto found = call.bench.use_index([&](Store&, ArchiveIndex& index) -> model::Status {
    const ArchiveIndex::Document* document = index.document(id);
    if (document == nullptr || document->line.sha256.empty()) throw call.not_found();
    sha256 = document->line.sha256;
    return model::Done{};
  });
  if (!found) throw call.failed(found.error());
  const std::shared_ptr<const model::Bundle> bundle = call.take(call.bench.bundle(sha256));
  const auto page = std::find_if(bundle->pages.begin(), bundle->pages.end(),
                                 [&](const model::Page& it) { return it.number == number; });
  if (page == bundle->pages.end()) throw call.not_found();
  Json answer{{"width", page->width}, {"height", page->height}, {"rules", rules_of(*page)}};
  Json words = Json::array();
  for (const model::Word& word : page->words)
    if (!word.hidden)
      words.push_back({{"box", box_of(word.box)}, {"text", word.text}, {"confidence", word.confidence}});
  answer["words"] = std::move(words);
  call.bench.use([&](Store& store) {
    const Tables tables = tables_of(call, store, id);
    add_tables_of(*bundle, tables, number, meanings_of(call, store, tables, *bundle, number), answer);
    answer["records"] = rows_of(call.take(store::page_part(store, store::PagePart::records, id, number)));
    answer["outside"] = rows_of(call.take(store::page_part(store, store::PagePart::outside, id, number)));
    answer["findings"] = evidence_of(call, store, id, number);
  });
  return json_response(answer);
}

}  // namespace

void add_pages(Router& router) {
  router.add("GET", "documents/{}/pages/{}/picture", picture);
  router.add("GET", "documents/{}/pages/{}/clip", clip);
  router.add("GET", "documents/{}/pages/{}/layers", layers);
}

}  // namespace cotejo::cli::review
