#include "cli/review/desk/rechecks.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "pipeline/run/check_again.h"

namespace cotejo::cli::review {
namespace {

using model::Done;
using model::Result;
using model::Status;

constexpr std::size_t kMostJobs = 100;

bool says_the_same(const store::FindingRow& a, const store::FindingRow& b) {
  return a.message == b.message && a.severity == b.severity && a.reported == b.reported && a.expected == b.expected &&
         a.difference == b.difference && a.diagnosis == b.diagnosis;
}

}  // namespace

Rechecks::Rechecks(Makers makers) : makers_(std::move(makers)), thread_([this] { work(); }) {}

Rechecks::~Rechecks() {
  end();
  thread_.join();
}

void Rechecks::end() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_all();
  ended_.notify_all();
}

int Rechecks::begin(const Scope& scope) {
  const std::lock_guard lock(mutex_);
  for (const auto& [id, waiting] : waiting_)
    if (waiting == scope) return id;
  const int id = ++last_;
  Job& job = jobs_[id];
  job.id = id;
  job.total = scope.sha256s.size();
  waiting_.emplace_back(id, scope);
  while (jobs_.size() > kMostJobs && jobs_.begin()->second.state != State::running) jobs_.erase(jobs_.begin());
  wake_.notify_one();
  return id;
}

std::optional<Rechecks::Job> Rechecks::look(int id, double seconds) {
  std::unique_lock lock(mutex_);
  const auto found = jobs_.find(id);
  if (found == jobs_.end()) return std::nullopt;
  ended_.wait_for(lock, std::chrono::duration<double>(seconds), [&] {
    const auto now = jobs_.find(id);
    return ending_ || now == jobs_.end() || now->second.state != State::running;
  });
  const auto now = jobs_.find(id);
  return now == jobs_.end() ? std::nullopt : std::optional(now->second);
}

void Rechecks::work() {
  while (true) {
    std::pair<int, Scope> next;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
      if (ending_) return;
      next = std::move(waiting_.front());
      waiting_.pop_front();
    }
    Job result;
    Status status = Done{};
    try {
      status = check(next.second, next.first, result);
    } catch (const std::exception& fault) {  // of a library, or memory that ran out: this job alone is lost
      status = model::Error{model::ErrorCode::database, model::Stage::check, "", 0, fault.what()};
    }
    const std::lock_guard lock(mutex_);
    Job& job = jobs_[next.first];
    result.id = next.first;
    result.done = job.done;
    result.total = job.total;
    result.state = status ? State::done : State::failed;
    if (!status) result.error = status.error();
    job = std::move(result);
    ended_.notify_all();
  }
}

Result<Rechecks::Lines> Rechecks::lines_of(store::Store& store, const Scope& scope) {
  const auto keys = store::finding_keys(store);
  if (!keys) return keys.error();
  std::vector<std::int64_t> ids;
  for (const store::FindingKey& key : keys.value()) {
    const std::vector<std::int64_t>& of = scope.documents;
    if (scope.all || std::find(of.begin(), of.end(), key.document) != of.end()) ids.push_back(key.id);
  }
  auto lines = store::finding_lines(store, ids);
  if (!lines) return lines.error();
  Lines by_id;
  for (store::FindingLine& line : lines.value()) by_id.emplace(line.row.id, std::move(line));
  return by_id;
}

Status Rechecks::check(const Scope& scope, int id, Job& result) {
  Result<store::Store> store = makers_.store();
  if (!store) return store.error();
  const auto settings = makers_.settings(store.value());
  if (!settings) return settings.error();
  auto before = lines_of(store.value(), scope);
  if (!before) return before.error();
  const std::unique_ptr<reading::Readers> readers = makers_.readers(settings.value());
  run::Observer observer;
  observer.progress = [&](const run::Progress& progress) {
    const std::lock_guard lock(mutex_);
    jobs_[id].done = progress.done;
    jobs_[id].total = progress.files;
  };
  observer.interrupted = [this] {
    const std::lock_guard lock(mutex_);
    return ending_;
  };
  const auto summary = scope.all ? run::check_again(store.value(), *readers, settings.value(), observer)
                                 : run::check_again(scope.sha256s, store.value(), *readers, settings.value(), observer);
  if (!summary) return summary.error();
  auto after = lines_of(store.value(), scope);
  if (!after) return after.error();
  for (auto& [number, line] : before.value()) {
    const auto now = after.value().find(number);
    if (now != after.value().end()) {
      if (!says_the_same(line.row, now->second.row)) ++result.changed;
      continue;
    }
    if (result.vanished_total++ < kShown) result.vanished.push_back(std::move(line));
  }
  for (auto& [number, line] : after.value()) {
    if (before.value().contains(number)) continue;
    if (result.appeared_total++ < kShown) result.appeared.push_back(std::move(line));
  }
  return Done{};
}

}  // namespace cotejo::cli::review
