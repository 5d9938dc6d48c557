#include "pipeline/run/run.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "base/paths.h"
#include "model/codec/codec.h"
#include "model/store/archive/archive.h"
#include "pipeline/run/archive_checks.h"
#include "pipeline/run/reuse.h"

namespace cotejo::run {

using model::Done;
using model::Error;
using model::Result;
using model::Status;
using reading::Outcome;
using reading::SourceFile;

namespace {

// Of a file that is to be read; what is no file has none.
std::int64_t size_of(const std::string& item) {
  std::error_code none;
  const auto size = std::filesystem::file_size(item, none);
  return none ? 0 : static_cast<std::int64_t>(size);
}

}  // namespace

Run::Run(store::Store& store, reading::Readers& readers, const Settings& settings, const Observer& observer)
    : store_(store),
      readers_(readers),
      settings_(settings),
      fingerprint_(settings.fingerprint()),
      observer_(observer) {}

Result<Summary> Run::run(const std::vector<std::string>& items) {
  summary_.files = static_cast<int>(items.size());
  for (const std::string& item : items) bytes_ahead_ += size_of(item);
  std::size_t next = 0;
  // While one outcome is saved the readers work on; a single reader rests, so that -j1 keeps to one core.
  const bool overlap = readers_.capacity() > 1;
  while (!stopped_) {
    if (const Status status = fill(items, next); !status) return status.error();
    if (readers_.under_way() == 0) break;
    std::optional<Outcome> outcome = readers_.next([this](long) { return tick(); });
    if (!outcome) break;
    if (overlap) {
      if (const Status status = fill(items, next); !status) return status.error();
    }
    const bool attached = outcome->attachment > 0;
    const Status status = attached ? receive(std::move(*outcome)) : conclude(std::move(*outcome));
    if (!status) return status.error();
  }
  if (const Status status = let_go(); !status) return status.error();
  summary_.not_reached = summary_.files - static_cast<int>(done_);
  if (const Status status = settle(); !status) return status.error();
  if (const Status status = check_archive(store_, settings_.analysis.rules); !status) return status.error();
  const auto findings = store::finding_count(store_);
  if (!findings) return findings.error();
  summary_.findings = findings.value();
  return summary_;
}

Status Run::fill(const std::vector<std::string>& items, std::size_t& next) {
  const auto postponed = [&] { return !postponed_.empty() && readers_.under_way() == 0; };
  const auto left = [&] { return next < items.size() || unpacking_.waiting() || postponed(); };
  const auto begin_one = [&]() -> Status {
    if (unpacking_.waiting()) return take_out(unpacking_.next());
    std::string item;
    if (next < items.size()) {
      item = items[next++];
      bytes_ahead_ -= size_of(item);
    } else {
      item = std::move(postponed_.front());
      postponed_.pop_front();
    }
    return decide(item);
  };
  while (left() && readers_.under_way() < readers_.capacity() && !observer_.interrupted()) {
    if (const Status status = begin_one(); !status) return status;
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
  // One that may have been closed, and now a key to it was given.
  if (stored.value()->state == model::DocumentState::failed && !file.password.empty()) {
    report.decision = Decision::settings_changed;
    report.other = stored.value()->settings;
    return true;
  }
  report.decision = Decision::unchanged;
  report.state = stored.value()->state;
  const std::vector<std::string>& paths = stored.value()->paths;
  if (std::find(paths.begin(), paths.end(), report.path) == paths.end()) {
    if (const Status status = add_place(paths, file.sha256, report); !status) return status.error();
  }
  finish(std::move(report));
  if (const Status status = queue_of_stored(file); !status) return status.error();
  return false;
}

// Another place of known content: a copy if an older place still holds a file, else the file was moved.
Status Run::add_place(const std::vector<std::string>& others, const std::string& sha256, FileReport& report) {
  report.decision = others.empty() ? Decision::unchanged : Decision::moved;  // an older version that was put back
  for (const std::string& other : others) {
    std::error_code ignored;
    report.other = other;
    // What came as a bundle has no file; its place gives way to one on the disk.
    const bool there = on_disk(other) ? std::filesystem::exists(file_of(other), ignored) : !on_disk(report.path);
    if (there) {
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
  auto told = told_of(task.file.sha256);
  if (!told) return told.error();
  task.file.told = std::move(told).value();
  const bool held = !task.content.empty();
  bytes_ += report.bytes;
  reading_[task.file.sha256] = {
      std::move(report), {}, held ? std::make_shared<const std::string>(task.content) : nullptr};
  readers_.begin(std::move(task));
  return Done{};
}

Status Run::conclude(Outcome outcome) {
  auto node = reading_.extract(outcome.file.sha256);
  FileReport report = std::move(node.mapped().report);
  if (const Status status = hold(); !status) return status;
  if (const Status status = save(outcome, report); !status) return status;
  tell(outcome, report);
  summary_.pages += report.pages;
  const std::vector<model::Page>& pages = outcome.bundle.pages;
  scanned_ += std::count_if(pages.begin(), pages.end(), reading::is_scanned);
  if (report.pages > 0) ++summary_.read;
  const bool seen = report.decision == Decision::analysis_changed;
  if (opens_files()) queue(outcome.file, node.mapped().content, outcome.bundle, seen);
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

void Run::queue(const SourceFile& container, const std::shared_ptr<const std::string>& content,
                const model::Bundle& bundle, bool seen) {
  for (Attached& attached : attached_to(container, content, bundle)) {
    attached.seen = seen;
    unpacking_.add(std::move(attached));
    ++summary_.files;
  }
}

// Those of a document that needed no reading: a run that was cut may have left them out.
Status Run::queue_of_stored(const SourceFile& container) {
  if (!opens_files() || is_inside(container.path)) return Done{};
  const auto attached = store_.has_attachments(container.sha256);
  if (!attached) return attached.error();
  if (!attached.value()) return Done{};
  const auto encoded = store_.encoded(container.sha256);
  const auto bundle = encoded ? model::decode_bundle(encoded.value()) : encoded.error();
  if (bundle) queue(container, nullptr, bundle.value(), true);
  return Done{};
}

Status Run::take_out(const Attached& attached) {
  if (attached.seen) {
    const auto stored = store_.find_path(attached.path());
    if (!stored) return stored.error();
    if (stored.value()) return analyse_stored(attached, *stored.value());
    if (is_inside(attached.container.path) && !attached.content) {  // it comes with its own container
      --summary_.files;
      return Done{};
    }
  }
  readers_.begin(unpacking_.take_out(attached));
  return Done{};
}

// One that was read when its container was: there is no need to open either again.
Status Run::analyse_stored(const Attached& attached, const store::StoredDocument& stored) {
  FileReport report;
  report.path = attached.path();
  report.route = base::relative_to(report.path, settings_.folder);
  report.settings = fingerprint_;
  report.sha256 = stored.sha256;
  const SourceFile file{attached.path(), attached.name, stored.sha256, 0};
  const Result<bool> wanted = known(file, report);
  if (!wanted) return wanted.error();
  if (!wanted.value()) return Done{};
  auto encoded = store_.encoded(stored.sha256);
  if (!encoded) return encoded.error();
  reading::Task task;
  task.file = file;
  task.bundle = std::move(encoded).value();
  return begin(std::move(report), std::move(task));
}

// What was taken out of a container is a file like any other, but for its place.
Status Run::receive(Outcome outcome) {
  const Attached attached = unpacking_.taken(outcome);
  FileReport report;
  report.path = attached.path();
  report.route = base::relative_to(report.path, settings_.folder);
  report.settings = fingerprint_;
  if (!outcome.attached) return unreadable(std::move(report), outcome.bundle.errors.front(), true);
  reading::Task task = task_to_read(attached, std::move(outcome), settings_.passwords);
  report.sha256 = task.file.sha256;
  report.bytes = task.file.size;
  const Result<bool> wanted = known(task.file, report);
  if (!wanted) return wanted.error();
  if (!wanted.value()) return Done{};
  return begin(std::move(report), std::move(task));
}

// Makes room for one more document in the transaction that is open, or opens the next.
Status Run::hold() {
  if (saved_together() <= 1) return Done{};
  if (held_ >= saved_together()) {
    if (const Status status = let_go(); !status) return status;
  }
  if (held_++ > 0) return Done{};
  return store_.begin_many();
}

Status Run::let_go() {
  if (held_ == 0) return Done{};
  held_ = 0;
  return store_.end_many();
}

Status Run::save_whole(Outcome& outcome, const std::string& route) {
  outcome.bundle.settings += " | " + settings_.analysis.fingerprint();
  store::DocumentResult result;
  result.bundle = &outcome.bundle;
  result.path = outcome.file.path;
  result.route = route;
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
    if (const Status status = save_whole(outcome, report.route); !status) return status;
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
  const reading::PagesRead read = readers_.pages_read();
  return {static_cast<std::size_t>(summary_.files),
          done_,
          read.pages,
          read.scanned,
          read.ahead,
          summary_.pages,
          scanned_,
          bytes_,
          bytes_ahead_,
          read.scanning};
}

bool Run::tick() {
  observer_.progress(progress());
  return !observer_.interrupted();
}

}  // namespace cotejo::run
