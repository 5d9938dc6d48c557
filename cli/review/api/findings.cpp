#include <algorithm>
#include <set>

#include "cli/review/api/account.h"
#include "cli/review/api/router.h"
#include "cli/review/api/shape.h"

namespace cotejo::cli::review {
namespace {

using model::Result;
using store::Store;

FindingFilter filter_of(const Call& call) {
  FindingFilter filter;
  filter.rules = call.request.all("rule");
  for (const std::string& name : call.request.all("severity")) {
    const auto severity = model::named<model::Severity>(name);
    if (!severity) throw call.usage("severity");
    filter.severities.push_back(*severity);
  }
  filter.entities = call.request.all("entity");
  for (const std::int64_t year : call.integers("vigencia")) filter.vigencias.push_back(static_cast<int>(year));
  filter.documents = call.integers("document");
  for (const std::string& name : call.request.all("state")) {
    const auto state = model::named<model::DecisionState>(name);
    if (!state) throw call.usage("state");
    filter.states.push_back(*state);
  }
  filter.least = call.real("min");
  filter.most = call.real("max");
  filter.words = call.words("q");
  filter.sort = call.choice("sort", {"amount", "document", "severity", "id", "decided"});
  const bool falls = filter.sort == "amount" || filter.sort == "severity" || filter.sort == "decided";
  filter.descending = call.choice("order", falls ? std::vector<std::string>{"desc", "asc"}
                                                 : std::vector<std::string>{"asc", "desc"}) == "desc";
  return filter;
}

Response list(const Call& call) {
  const FindingFilter filter = filter_of(call);
  const store::Window window = call.window();
  return json_response(call.take(call.bench.use_index([&](Store& store, ArchiveIndex& index) -> Result<Json> {
    const auto places = index.select(store, filter);
    if (!places) return places.error();
    const std::vector<std::uint32_t>& all = *places.value();
    std::vector<std::int64_t> ids;
    for (std::int64_t i = window.offset; i < window.offset + window.limit && i < std::ssize(all); ++i)
      ids.push_back(index.finding(all[static_cast<std::size_t>(i)]).id);
    const auto lines = store::finding_lines(store, ids);
    if (!lines) return lines.error();
    Json items = Json::array();
    for (const store::FindingLine& line : lines.value())
      items.push_back(finding_item(line, amount_of(line.row.difference)));
    Json answer = window_of(std::ssize(all), window, std::move(items));
    answer["version"] = call.bench.version();
    return answer;
  })));
}

Response ids(const Call& call) {
  const FindingFilter filter = filter_of(call);
  return json_response(call.take(call.bench.use_index([&](Store& store, ArchiveIndex& index) -> Result<Json> {
    const auto places = index.select(store, filter);
    if (!places) return places.error();
    Json items = Json::array();
    for (const std::uint32_t place : *places.value()) {
      const store::FindingKey& key = index.finding(place);
      items.push_back({key.id, key.version});
    }
    return Json{{"total", places.value()->size()}, {"items", std::move(items)}};
  })));
}

Json facet_json(const Facet& facet) {
  Json items = Json::array();
  for (const FacetValue& it : facet.items)
    items.push_back({{"value", it.value}, {"label", it.label}, {"count", it.count}});
  return {{"items", std::move(items)}, {"more", facet.more}};
}

Response facets(const Call& call) {
  const FindingFilter filter = filter_of(call);
  const Facets it = call.take(call.bench.use_index(
      [&](Store& store, ArchiveIndex& index) -> Result<Facets> { return index.facets(store, filter); }));
  Json bins = Json::array();
  for (const Bin& bin : it.bins) bins.push_back({{"from", bin.from}, {"to", bin.to}, {"count", bin.count}});
  const auto bound = [](const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); };
  return json_response({{"total", it.total},
                        {"rule", facet_json(it.rule)},
                        {"severity", facet_json(it.severity)},
                        {"entity", facet_json(it.entity)},
                        {"vigencia", facet_json(it.vigencia)},
                        {"document", facet_json(it.document)},
                        {"state", facet_json(it.state)},
                        {"amount", {{"min", bound(it.least)}, {"max", bound(it.most)}, {"bins", std::move(bins)}}}});
}

// Every page that evidence stands on, the finding's own first.
Json pages_of(Store& store, std::int64_t document, int page, const Json& evidence, const Call& call) {
  Json pages = Json::array();
  std::set<std::pair<std::int64_t, int>> told;
  const auto tell = [&](std::int64_t of, int number) {
    if (number < 1 || !told.insert({of, number}).second) return;
    const store::Rows size = call.take(store::page_part(store, store::PagePart::size, of, number));
    if (size.empty()) return;
    pages.push_back(
        {{"document", of}, {"page", number}, {"width", at(size, 0, "width")}, {"height", at(size, 0, "height")}});
  };
  tell(document, page);
  for (const Json& it : evidence) tell(it["document"]["id"].get<std::int64_t>(), it["page"].get<int>());
  return pages;
}

Json evidence_of(const store::FindingDetail& detail, ArchiveIndex& index) {
  // Some rules report no figure, but a place alone: two commitments with one number.
  const bool reported = std::any_of(detail.evidence.begin(), detail.evidence.end(),
                                    [](const store::EvidenceRow& it) { return it.role == model::Role::reported; });
  Json list = Json::array();
  for (const store::EvidenceRow& it : detail.evidence) {
    const ArchiveIndex::Document* document = index.document_of(it.sha256);
    const std::int64_t id = document != nullptr ? document->line.id : detail.finding.document;
    list.push_back({{"role", model::name_of(it.role)},
                    {"document", {{"id", id}, {"file", it.file}, {"route", it.route}}},
                    {"page", it.page},
                    {"box", box_of(it.box)},
                    {"text", it.text},
                    {"value", known_or_null(it.value)},
                    {"red", !reported || it.role == model::Role::reported}});
  }
  return list;
}

Response one(const Call& call) {
  const std::int64_t id = call.number(0);
  return json_response(call.take(call.bench.use_index([&](Store& store, ArchiveIndex& index) -> Result<Json> {
    const auto found = store.finding(id);
    if (!found) return found.error();
    if (!found.value()) throw call.not_found();
    const store::FindingDetail& detail = *found.value();
    const auto lines = store::finding_lines(store, {id});
    if (!lines) return lines.error();
    if (lines.value().empty()) throw call.not_found();  // of a run that has not ended
    Json answer = finding_item(lines.value().front(), amount_of(detail.finding.difference));
    answer["steps"] = detail.steps;
    answer["evidence"] = evidence_of(detail, index);
    std::vector<std::string> labels;
    for (const store::EvidenceRow& it : detail.evidence)
      labels.push_back(call.take(store::row_label(store, detail.finding.table_id, it.page, it.box)));
    answer["account"] = account_of(detail, labels);
    const std::vector<std::int64_t> versions = call.take(store::versions(store, id));
    Json history = Json::array();
    for (std::size_t i = 0; i < detail.decisions.size() && i < versions.size(); ++i) {
      const store::DecisionRow& it = detail.decisions[i];
      history.push_back({{"version", versions[i]},
                         {"state", model::name_of(it.state)},
                         {"value", known_or_null(it.value)},
                         {"note", known_or_null(it.note)},
                         {"author", known_or_null(it.author)},
                         {"time", known_or_null(it.time)}});
    }
    answer["history"] = std::move(history);
    answer["pages"] = pages_of(store, detail.finding.document, detail.finding.page, answer["evidence"], call);
    return answer;
  })));
}

Response state(const Call& call) {
  return json_response(call.take(call.bench.use_index([&](Store&, ArchiveIndex& index) -> Result<Json> {
    return Json{{"version", call.bench.version()}, {"findings", index.size()}, {"documents", index.documents().size()}};
  })));
}

}  // namespace

void add_findings(Router& router) {
  router.add("GET", "state", state);
  router.add("GET", "findings", list);
  router.add("GET", "findings/facets", facets);
  router.add("GET", "findings/ids", ids);
  router.add("GET", "findings/{}", one);
}

}  // namespace cotejo::cli::review
