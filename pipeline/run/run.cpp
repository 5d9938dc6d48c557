#include "pipeline/run/run.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "base/paths.h"
#include "pipeline/run/archive_checks.h"
#include "pipeline/run/reuse.h"

namespace cotejo::run {

using model::Done;
using model::Error;
using model::Result;
using model::Status;
using reading::Outcome;
using reading::SourceFile;

Run::Run(store::Store& store, reading::Readers& readers, const Settings& settings, const Observer& observer)
    : store_(store),
      readers_(readers),
      settings_(settings),
      fingerprint_(settings.fingerprint()),
      observer_(observer) {}

Result<Summary> Run::run(const std::vector<std::string>& items) {
  summary_.files = static_cast<int>(items.size());
  std::size_t next = 0;
  // While one outcome is saved the readers work on; a single reader rests, so that -j1 keeps to one core.
  const bool overlap = readers_.capacity() > 1;
  while (!stopped_) {
    if (const Status status = fill(items, next); !status) return status.error();
    if (readers_.under_way() == 0) break;
    std::optional<Outcome> outcome = readers_.next([this](long pages) { return tick(pages); });
    if (!outcome) break;
    if (overlap) {
      if (const Status status = fill(items, next); !status) return status.error();
    }
    if (const Status status = conclude(std::move(*outcome)); !status) return status.error();
  }
  summary_.not_reached = summary_.files - static_cast<int>(done_);
  if (changed_) {
    if (const Status status = check_archive(store_, settings_.analysis.rules); !status) return status.error();
  }
  const auto counts = store_.counts();
  if (!counts) return counts.error();
  summary_.findings = counts.value().findings;
  return summary_;
}

Status Run::fill(const std::vector<std::string>& items, std::size_t& next) {
  while (next < items.size() && readers_.under_way() < readers_.capacity() && !observer_.interrupted()) {
    if (const Status status = decide(items[next++]); !status) return status;
  }
  if (observer_.interrupted()) stopped_ = true;
  return Done{};
}

Result<bool> Run::known(const SourceFile& file, FileReport& report) {
  // The same content is being read already from another place.
  if (const auto twin = reading_.find(file.sha256); twin != reading_.end()) {
    twin->second.twins.push_back(std::move(report));
    return false;
  }
  const auto stored = store_.find(file.sha256);
  if (!stored) return stored.error();
  if (!stored.value()) return true;
  if (stored.value()->settings != report.settings) {
    const bool same_extract = extract_part(stored.value()->settings) == extract_part(report.settings);
    if (!same_extract || stored.value()->state != model::DocumentState::failed) {
      report.decision = same_extract ? Decision::analysis_changed : Decision::settings_changed;
      report.other = stored.value()->settings;
      return true;
    }
  }
  report.decision = Decision::unchanged;
  report.state = stored.value()->state;
  const std::vector<std::string>& paths = stored.value()->paths;
  if (std::find(paths.begin(), paths.end(), report.path) == paths.end()) {
    if (const Status status = add_place(paths, file.sha256, report); !status) return status.error();
    changed_ = true;
  }
  finish(std::move(report));
  return false;
}

// Another place of known content: a copy if an older place still holds a file, else the file was moved.
Status Run::add_place(const std::vector<std::string>& others, const std::string& sha256, FileReport& report) {
  report.decision = Decision::moved;
  for (const std::string& other : others) {
    std::error_code ignored;
    report.other = other;
    if (std::filesystem::exists(other, ignored)) {
      report.decision = Decision::copy;
      break;
    }
  }
  if (report.decision == Decision::moved) {
    for (const std::string& other : others) {
      if (const Status status = store_.remove_path(other); !status) return status;
    }
  }
  return store_.add_path(sha256, report.path, report.route);
}

Status Run::begin(FileReport report, reading::Task task) {
  auto told = store_.told_of(task.file.sha256);
  if (!told) return told.error();
  task.file.told = std::move(told).value();
  reading_[task.file.sha256] = {std::move(report), {}};
  readers_.begin(std::move(task));
  return Done{};
}

Status Run::conclude(Outcome outcome) {
  auto node = reading_.extract(outcome.file.sha256);
  FileReport report = std::move(node.mapped().report);
  if (const Status status = save(outcome); !status) return status;
  changed_ = true;
  tell(outcome, report);
  summary_.pages += report.pages;
  if (report.pages > 0) ++summary_.read;
  const model::DocumentState state = report.state;
  const std::vector<std::string> here{report.path};
  finish(std::move(report));
  for (FileReport& twin : node.mapped().twins) {
    twin.state = state;
    if (const Status status = add_place(here, outcome.file.sha256, twin); !status) return status;
    finish(std::move(twin));
  }
  return Done{};
}

Status Run::save_whole(Outcome& outcome) {
  outcome.bundle.settings += " | " + settings_.analysis.fingerprint();
  store::DocumentResult result;
  result.bundle = &outcome.bundle;
  result.path = outcome.file.path;
  result.route = base::relative_to(outcome.file.path, settings_.folder);
  if (!outcome.bundle.pages.empty()) result.encoded = outcome.encoded;
  if (outcome.analysis) {
    result.records = &outcome.analysis->records;
    result.checks = &outcome.analysis->checks;
  }
  return store_.save(result);
}

Status Run::unreadable(FileReport report, Error error, bool note) {
  report.decision = Decision::unreadable;
  error.file = name_of(report.path);
  const SourceFile file{report.path, error.file, "", 0};
  Outcome outcome;
  outcome.file = file;
  outcome.bundle = reading::failed_bundle(file, settings_.extract, error);
  if (note) {
    if (const Status status = save_whole(outcome); !status) return status;
  }
  report.errors = outcome.bundle.errors;
  report.state = model::DocumentState::failed;
  finish(std::move(report));
  return Done{};
}

void Run::finish(FileReport report) {
  ++done_;
  count(report, summary_);
  observer_.file(report);
  observer_.progress(progress());
}

Progress Run::progress() const {
  return {static_cast<std::size_t>(summary_.files), done_, pages_, static_cast<std::size_t>(summary_.read),
          summary_.pages};
}

bool Run::tick(long pages) {
  pages_ = pages;
  observer_.progress(progress());
  return !observer_.interrupted();
}

}  // namespace cotejo::run
