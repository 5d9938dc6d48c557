#include "cli/review/api/jobs.h"

#include <algorithm>

#include "cli/review/api/router.h"
#include "cli/review/api/shape.h"

namespace cotejo::cli::review {
namespace {

using model::Result;
using store::Store;

constexpr double kLongestWait = 25;  // seconds

std::string_view name_of(Rechecks::State state) {
  return state == Rechecks::State::running ? "running" : state == Rechecks::State::done ? "done" : "failed";
}

Json items_of(const std::vector<store::FindingLine>& lines) {
  Json items = Json::array();
  for (const store::FindingLine& line : lines) items.push_back(finding_item(line, amount_of(line.row.difference)));
  return items;
}

Response look(const Call& call) {
  const double wait = std::clamp(call.real("wait").value_or(0), 0.0, kLongestWait);
  const std::int64_t id = call.number(0);
  const auto job = id < 1 || id > 1'000'000'000 ? std::nullopt : call.bench.rechecks().look(static_cast<int>(id), wait);
  if (!job) throw call.not_found();
  return json_response(
      {{"id", job->id},
       {"state", name_of(job->state)},
       {"done", job->done},
       {"total", job->total},
       {"message", job->error ? Json(model::describe(*job->error, call.says().language)) : Json(nullptr)},
       {"vanished", items_of(job->vanished)},
       {"appeared", items_of(job->appeared)},
       {"vanished_total", job->vanished_total},
       {"appeared_total", job->appeared_total},
       {"changed", job->changed}});
}

Response begun(const Call& call, const Rechecks::Scope& scope, Json answer) {
  answer["job"] = call.bench.rechecks().begin(scope);
  return json_response(answer, 202);
}

}  // namespace

Rechecks::Scope scope_of(const ArchiveIndex& index, const std::string& entity_key) {
  Rechecks::Scope scope;
  scope.all = entity_key.empty();
  if (scope.all) return scope;
  for (const ArchiveIndex::Document& it : index.documents()) {
    if (it.entity_key != entity_key) continue;
    scope.documents.push_back(it.line.id);
    if (it.line.state != model::DocumentState::failed) scope.sha256s.push_back(it.line.sha256);
  }
  return scope;
}

Response recheck(const Call& call, const ArchiveIndex::Document& document, Json answer) {
  Rechecks::Scope scope;
  if (document.entity_key.empty())
    scope.documents = {document.line.id};
  else
    scope = call.take(call.bench.use_index(
        [&](Store&, ArchiveIndex& index) -> Result<Rechecks::Scope> { return scope_of(index, document.entity_key); }));
  scope.sha256s.clear();
  // What could not be read has nothing to be mapped again: the archive's rules alone may say something else of it.
  if (document.line.state != model::DocumentState::failed) scope.sha256s.push_back(document.line.sha256);
  return begun(call, scope, std::move(answer));
}

Response recheck_entity(const Call& call, const std::string& entity_key, Json answer) {
  const Rechecks::Scope scope = call.take(call.bench.use_index(
      [&](Store&, ArchiveIndex& index) -> Result<Rechecks::Scope> { return scope_of(index, entity_key); }));
  return begun(call, scope, std::move(answer));
}

void add_jobs(Router& router) {
  router.add("GET", "jobs/{}", look);
}

}  // namespace cotejo::cli::review
