#include <algorithm>
#include <filesystem>

#include "cli/review/api/jobs.h"
#include "cli/review/api/router.h"
#include "cli/review/api/shape.h"
#include "model/told.h"
#include "pipeline/reading/told_values.h"
#include "pipeline/run/attachments.h"
#include "pipeline/run/run_log.h"

namespace cotejo::cli::review {
namespace {

using model::Result;
using store::Store;
using Document = ArchiveIndex::Document;

bool on_disk(const store::DocumentLine& line) {
  std::error_code ignored;
  return run::on_disk(line.path) && std::filesystem::exists(run::file_of(line.path), ignored);
}

Json document_item(const Call& call, Store& store, const Document& document) {
  const store::DocumentLine& it = document.line;
  const store::DocumentMeasures measures = call.take(store::document_measures(store, it.id));
  return {{"id", it.id},
          {"file", it.file},
          {"route", it.route},
          {"pages", it.pages},
          {"state", model::name_of(it.state)},
          {"error", known_or_null(it.error)},
          {"entity", known_or_null(it.info.entity)},
          {"dependency", known_or_null(it.info.dependency)},
          {"kind", known_or_null(it.info.kind)},
          {"title", known_or_null(it.info.title)},
          {"vigencia", years_of(it.info.vigencia_from, it.info.vigencia_to)},
          {"cutoff", known_or_null(it.info.cutoff)},
          {"findings", document.open},
          {"readings", measures.readings},
          {"confidence", measures.confidence},
          {"twin_of", known_or_null(it.twin_of)},
          {"replaced_by", known_or_null(it.replaced_by)},
          {"source", on_disk(it)},
          {"version", measures.version}};
}

struct DocumentFilter {
  std::vector<std::string> words, entities, states;
  std::vector<std::int64_t> vigencias;

  [[nodiscard]] bool takes(const Document& document) const {
    const model::DocumentInfo& info = document.line.info;
    const auto has = [](const auto& list, const auto& value) {
      return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
    };
    return has(entities, document.entity_key) && has(states, std::string(model::name_of(document.line.state))) &&
           (vigencias.empty() || std::any_of(vigencias.begin(), vigencias.end(),
                                             [&](std::int64_t year) {
                                               return info.vigencia_from <= year &&
                                                      year <= std::max(info.vigencia_from, info.vigencia_to);
                                             })) &&
           std::all_of(words.begin(), words.end(),
                       [&](const std::string& word) { return document.folded.find(word) != std::string::npos; });
  }
};

Response list(const Call& call) {
  const DocumentFilter filter{call.words("q"), call.request.all("entity"), call.request.all("state"),
                              call.integers("vigencia")};
  const bool by_findings = call.choice("sort", {"route", "findings"}) == "findings";
  const store::Window window = call.window();
  return json_response(call.take(call.bench.use_index([&](Store& store, ArchiveIndex& index) -> Result<Json> {
    std::vector<const Document*> found;
    for (const Document& it : index.documents())
      if (filter.takes(it)) found.push_back(&it);
    if (by_findings)
      std::stable_sort(found.begin(), found.end(),
                       [](const Document* a, const Document* b) { return a->open > b->open; });
    Json items = Json::array();
    for (std::int64_t i = window.offset; i < window.offset + window.limit && i < std::ssize(found); ++i)
      items.push_back(document_item(call, store, *found[static_cast<std::size_t>(i)]));
    return window_of(std::ssize(found), window, std::move(items));
  })));
}

const Document& document_in(const Call& call, ArchiveIndex& index) {
  const Document* document = index.document(call.number(0));
  if (document == nullptr) throw call.not_found();
  return *document;
}

Response one(const Call& call) {
  return json_response(call.take(call.bench.use_index([&](Store& store, ArchiveIndex& index) -> Result<Json> {
    const Document& document = document_in(call, index);
    const std::int64_t id = document.line.id;
    Json answer = document_item(call, store, document);
    const auto entity = index.entities().find(document.entity_key);
    answer["entity_canonical"] = entity == index.entities().end() ? Json(nullptr) : Json(entity->second);
    Json errors = Json::array();
    for (const model::Error& error : call.take(store::document_errors(store, id))) {
      errors.push_back({{"code", model::name(error.code)},
                        {"stage", model::name(error.stage)},
                        {"page", known_or_null(error.page)},
                        {"message", model::describe(error, call.says().language)}});
    }
    answer["errors"] = std::move(errors);
    answer["attachments"] = call.take(store::document_attachments(store, id));
    using store::DocumentPart;
    for (const auto& [name, part] :
         {std::pair{"corrections", DocumentPart::corrections}, std::pair{"page_list", DocumentPart::pages},
          std::pair{"tables", DocumentPart::tables}, std::pair{"outside", DocumentPart::outside},
          std::pair{"untested", DocumentPart::untested}})
      answer[name] = rows_of(call.take(store::document_part(store, part, id)));
    return answer;
  })));
}

// What the body tells, as `cotejo correct --document` takes it: a field given empty says that there is none.
model::Told told_in(const Call& call, const Json& body) {
  model::Told told;
  const auto tell = [&](const char* field, std::string& value, std::vector<std::string> columns) {
    const auto given = text_of(call, body, field);
    if (!given) return;
    value = *given;
    if (given->empty()) told.cleared.insert(told.cleared.end(), columns.begin(), columns.end());
  };
  std::string vigencia;
  tell("entity", told.is.entity, {"entity"});
  tell("dependency", told.is.dependency, {"dependency"});
  tell("title", told.is.title, {"title"});
  tell("vigencia", vigencia, {"vigencia_from", "vigencia_to"});
  if (!vigencia.empty() && !reading::read_vigencia(vigencia, told.is))
    throw Refusal{400, "usage", call.says().say(Text::vigencia_usage)};
  const model::DocumentInfo& is = told.is;
  if (is.entity.empty() && is.dependency.empty() && is.title.empty() && is.vigencia_from == 0 && told.cleared.empty())
    throw call.usage("entity, dependency, title, vigencia");
  return told;
}

Response correct(const Call& call) {
  const Json body = call.body();
  const model::Told told = told_in(call, body);
  const std::int64_t version = integer_of(call, body, "version");
  Document document;
  const std::int64_t now =
      call.take(call.bench.use_index([&](Store& store, ArchiveIndex& index) -> Result<std::int64_t> {
        document = document_in(call, index);
        const std::int64_t id = document.line.id;
        if (call.take(store::document_measures(store, id)).version != version) {
          const Json corrections =
              rows_of(call.take(store::document_part(store, store::DocumentPart::corrections, id)));
          Json newer = Json::array();
          for (const Json& it : corrections)
            if (it["version"].get<std::int64_t>() > version) newer.push_back(it);
          throw Refusal{
              409, "conflict", call.says().say(Text::review_document_conflict), {{"conflicts", std::move(newer)}}};
        }
        const store::DecisionRow by{model::DecisionState::open, "", text_of(call, body, "note").value_or(""),
                                    call.author(), run::utc_now()};
        if (const model::Status kept = store.correct_document(id, told, by); !kept) return kept.error();
        call.bench.wrote();
        // What was read says it once it is mapped again; of what was not, nothing else does.
        if (document.line.state == model::DocumentState::failed) call.bench.wrote_documents();
        return call.take(store::document_measures(store, id)).version;
      }));
  return recheck(call, document, {{"version", now}});
}

}  // namespace

void add_documents(Router& router) {
  router.add("GET", "documents", list);
  router.add("GET", "documents/{}", one);
  router.add("POST", "documents/{}", correct);
}

}  // namespace cotejo::cli::review
