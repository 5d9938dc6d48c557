#include "model/store/review/decisions.h"

#include "cli/review/api/router.h"
#include "cli/review/api/shape.h"
#include "pipeline/reading/told_values.h"
#include "pipeline/run/run_log.h"

namespace cotejo::cli::review {
namespace {

using model::Result;
using store::Store;

std::vector<store::Versioned> findings_in(const Call& call, const Json& body) {
  const auto found = body.find("findings");
  if (found == body.end() || !found->is_array() || found->empty()) throw call.usage("findings");
  std::vector<store::Versioned> findings;
  for (const Json& it : *found) {
    if (!it.is_object()) throw call.usage("findings");
    findings.push_back({integer_of(call, it, "id"), integer_of(call, it, "version")});
  }
  return findings;
}

Json decision_json(const store::FindingKey& key, const store::DecisionRow& it) {
  return {{"id", key.id},
          {"version", key.version},
          {"state", model::name_of(it.state)},
          {"value", known_or_null(it.value)},
          {"note", known_or_null(it.note)},
          {"author", known_or_null(it.author)},
          {"time", known_or_null(it.time)}};
}

// Tells what was written, or who was there first.
Response told(const Call& call, const store::Decided& decided) {
  Json items = Json::array();
  for (std::size_t i = 0; i < decided.keys.size(); ++i)
    items.push_back(decision_json(decided.keys[i], decided.decisions[i]));
  if (decided.conflict) {
    const std::string& author = decided.decisions.front().author;
    throw Refusal{409,
                  "conflict",
                  call.says().say(Text::review_conflict, author, decided.keys.front().id),
                  {{"conflicts", std::move(items)}}};
  }
  return json_response({{"items", std::move(items)}});
}

template <class Write>
Response write(const Call& call, Write&& what) {
  const store::Decided decided =
      call.take(call.bench.use_index([&](Store& store, ArchiveIndex& index) -> Result<store::Decided> {
        Result<store::Decided> done = what(store);
        if (!done || done.value().conflict) return done;
        for (std::size_t i = 0; i < done.value().keys.size(); ++i) {
          const store::FindingKey& key = done.value().keys[i];
          index.decided(key.id, key.version, key.state);
        }
        call.bench.wrote();
        return done;
      }));
  return told(call, decided);
}

// The value for each finding, in the form that the base keeps.
std::vector<std::string> values_for(const Call& call, Store& store, const std::vector<store::Versioned>& findings,
                                    const std::string& given) {
  std::vector<std::int64_t> ids;
  for (const store::Versioned& it : findings) ids.push_back(it.finding);
  const std::vector<store::FindingLine> lines = call.take(store::finding_lines(store, ids));
  if (lines.size() != ids.size()) throw call.not_found();
  std::vector<std::string> values;
  for (const store::FindingLine& line : lines) {
    const reading::ValueKind kind = reading::kind_of_value(line.row.reported, line.row.expected);
    const auto plain = reading::plain_value(kind, given);
    if (!plain) {
      const Text why = kind == reading::ValueKind::date ? Text::value_no_date : Text::value_no_number;
      throw Refusal{400, "usage", call.says().say(why, given, line.row.id)};
    }
    values.push_back(*plain);
  }
  return values;
}

Response decide(const Call& call) {
  const Json body = call.body();
  const std::vector<store::Versioned> findings = findings_in(call, body);
  store::Verdict verdict;
  verdict.note = text_of(call, body, "note").value_or("");
  verdict.author = call.author();
  verdict.time = run::utc_now();
  if (const auto name = text_of(call, body, "state")) {
    verdict.state = model::named<model::DecisionState>(*name);
    if (!verdict.state) throw call.usage("state");
  } else if (verdict.note.empty()) {
    throw call.usage("note");
  }
  const std::string value = text_of(call, body, "value").value_or("");
  const bool corrects = verdict.state == model::DecisionState::corrected;
  if (corrects == value.empty()) throw call.usage("value");
  return write(call, [&](Store& store) {
    if (corrects) verdict.values = values_for(call, store, findings, value);
    return store::decide(store, findings, verdict);
  });
}

Response undo(const Call& call) {
  const std::vector<store::Versioned> findings = findings_in(call, call.body());
  return write(call, [&](Store& store) { return store::take_back(store, findings, call.author(), run::utc_now()); });
}

}  // namespace

void add_decisions(Router& router) {
  router.add("POST", "decisions", decide);
  router.add("POST", "decisions/undo", undo);
}

}  // namespace cotejo::cli::review
