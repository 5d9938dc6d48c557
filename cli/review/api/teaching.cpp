#include "cli/review/api/jobs.h"
#include "cli/review/api/router.h"
#include "cli/review/api/shape.h"
#include "pipeline/checks/archive.h"
#include "pipeline/normalise/text/text.h"
#include "pipeline/reading/taught.h"
#include "pipeline/run/run_log.h"

namespace cotejo::cli::review {
namespace {

using model::Result;
using store::Store;

constexpr std::size_t kLongestWord = 300;  // bytes

Response meanings(const Call&) {
  Json items = Json::array();
  for (const reading::Meaning& it : reading::teachable(mapping::Vocabulary::standard()))
    items.push_back({{"section", it.section}, {"name", it.name}, {"meaning", it.section + ":" + it.name}});
  return json_response({{"items", std::move(items)}});
}

Response list(const Call& call) {
  Json items = Json::array();
  for (const store::TaughtWord& it : call.take(call.bench.use([](Store& store) { return store.taught(); }))) {
    items.push_back({{"word", it.word},
                     {"meaning", it.meaning},
                     {"section", it.section},
                     {"entity", known_or_null(it.entity)},
                     {"author", known_or_null(it.author)},
                     {"time", known_or_null(it.time)}});
  }
  return json_response({{"items", std::move(items)}});
}

std::string word_in(const Call& call, const Json& body) {
  const std::string word = text_of(call, body, "word", kLongestWord).value_or("");
  if (normalise::fold(word).empty()) throw Refusal{400, "usage", call.says().say(Text::word_without_letters, word)};
  return word;
}

// The entity that the word is for, by its key or any of its names: as the base names it. Empty: every document.
std::string entity_in(const Call& call, const Json& body) {
  const std::string given = text_of(call, body, "entity").value_or("");
  if (given.empty()) return given;
  return call.take(call.bench.use_index([&](Store&, ArchiveIndex& index) -> Result<std::string> {
    for (const std::string& key : {given, checks::entity_key(given)})
      if (const auto found = index.entities().find(key); found != index.entities().end()) return found->second;
    throw call.usage("entity");
  }));
}

Response teach(const Call& call) {
  const Json body = call.body();
  const std::string word = word_in(call, body);
  const auto found =
      reading::meanings_named(mapping::Vocabulary::standard(), text_of(call, body, "meaning").value_or(""));
  if (found.size() != 1) throw call.usage("meaning");
  const std::string entity = entity_in(call, body);
  store::TaughtWord taught = reading::taught_word(word, found.front(), entity);
  taught.author = call.author();
  taught.time = run::utc_now();
  const model::Status kept = call.bench.use([&](Store& store) {
    call.bench.wrote();
    return store.teach({taught});
  });
  if (!kept) throw call.failed(kept.error());
  return recheck_entity(call, entity.empty() ? "" : checks::entity_key(entity), Json::object());
}

Response forget(const Call& call) {
  const Json body = call.body();
  const std::string word = word_in(call, body);
  const std::string entity = entity_in(call, body);
  const int dropped = call.take(call.bench.use([&](Store& store) {
    call.bench.wrote();
    return store.forget(normalise::fold(word), entity);
  }));
  if (dropped == 0) throw Refusal{404, "not_found", call.says().say(Text::word_not_taught, word)};
  return recheck_entity(call, entity.empty() ? "" : checks::entity_key(entity), Json::object());
}

}  // namespace

void add_teaching(Router& router) {
  router.add("GET", "meanings", meanings);
  router.add("GET", "taught", list);
  router.add("POST", "taught", teach);
  router.add("POST", "taught/remove", forget);
}

}  // namespace cotejo::cli::review
