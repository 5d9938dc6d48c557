#include "pipeline/run/ingest.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "pipeline/run/hash.h"

namespace cotejo::run {
namespace {

using model::Done;
using model::Error;
using model::Result;
using model::Status;
using worker::Outcome;
using worker::SourceFile;

std::string name_of(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

// Pages that show something (an image, a drawing) of which no word could be read.
std::vector<int> pages_without_text(const model::Bundle& bundle) {
  std::vector<int> pages;
  for (const model::Page& page : bundle.pages) {
    const bool shows = !page.images.empty() || page.has_curves || !page.rules.empty();
    if (page.words.empty() && shows) pages.push_back(page.number);
  }
  return pages;
}

class Ingest {
 public:
  Ingest(store::Store& store, worker::Readers& readers, const worker::ExtractSettings& settings,
         const Observer& observer)
      : store_(store),
        readers_(readers),
        settings_(settings),
        fingerprint_(settings.fingerprint()),
        observer_(observer) {}

  Result<Summary> run(const std::vector<std::string>& files, const checks::Settings& rules) {
    summary_.files = static_cast<int>(files.size());
    std::size_t next = 0;
    // While one outcome is saved the readers work on; a single reader rests, so that -j1 keeps to one core.
    const bool overlap = readers_.capacity() > 1;
    while (!stopped_) {
      if (const Status status = fill(files, next); !status) return status.error();
      if (readers_.under_way() == 0) break;
      std::optional<Outcome> outcome = readers_.next([this](long pages) { return tick(pages); });
      if (!outcome) {
        stopped_ = true;
        break;
      }
      if (overlap) {
        if (const Status status = fill(files, next); !status) return status.error();
      }
      if (const Status status = save(std::move(*outcome)); !status) return status.error();
    }
    summary_.not_reached = summary_.files - static_cast<int>(done_);
    if (changed_) {
      if (const Status status = check_archive(store_, rules); !status) return status.error();
    }
    const auto counts = store_.counts();
    if (!counts) return counts.error();
    summary_.findings = counts.value().findings;
    return summary_;
  }

 private:
  Status fill(const std::vector<std::string>& files, std::size_t& next) {
    while (next < files.size() && readers_.under_way() < readers_.capacity() && !observer_.interrupted()) {
      if (const Status status = decide(files[next++]); !status) return status;
    }
    if (observer_.interrupted()) stopped_ = true;
    return Done{};
  }

  // Skips the file, links it, or begins to read it.
  Status decide(const std::string& path) {
    FileReport report;
    report.path = path;
    report.settings = fingerprint_;
    const Result<FileHash> hash = hash_file(path);
    if (!hash) return note_unreadable(std::move(report), hash.error());
    SourceFile file{path, name_of(path), hash.value().sha256, hash.value().size};

    const auto before = store_.find_path(path);
    if (!before) return before.error();
    report.content_changed = before.value() && before.value()->sha256 != file.sha256 && !before.value()->sha256.empty();

    // The same content is being read already from another place.
    if (const auto twin = reading_.find(file.sha256); twin != reading_.end()) {
      twin->second.twins.push_back(std::move(report));
      return Done{};
    }
    const auto known = store_.find(file.sha256);
    if (!known) return known.error();
    if (known.value() && known.value()->settings == fingerprint_) return skip(*known.value(), std::move(report));
    if (known.value()) {
      report.decision = Decision::settings_changed;
      report.other = known.value()->settings;
    }
    reading_[file.sha256] = {std::move(report), {}};
    readers_.begin({std::move(file), {}, true});
    return Done{};
  }

  Status note_unreadable(FileReport report, Error error) {
    report.decision = Decision::unreadable;
    error.file = name_of(report.path);
    SourceFile file{report.path, error.file, "", 0};
    model::Bundle bundle = worker::failed_bundle(file, settings_, error);
    store::DocumentResult result;
    result.bundle = &bundle;
    result.path = report.path;
    if (const Status status = store_.save(result); !status) return status;
    report.errors = bundle.errors;
    report.state = "fallido";
    finish(std::move(report));
    return Done{};
  }

  Status skip(const store::StoredDocument& known, FileReport report) {
    report.decision = Decision::unchanged;
    report.state = known.state;
    if (std::find(known.paths.begin(), known.paths.end(), report.path) == known.paths.end()) {
      if (const Status status = add_place(known.paths, known.sha256, report); !status) return status;
      changed_ = true;
    }
    finish(std::move(report));
    return Done{};
  }

  // Another place of known content: a copy if an older place still holds a file, else the file was moved.
  Status add_place(const std::vector<std::string>& others, const std::string& sha256, FileReport& report) {
    report.decision = Decision::moved;
    for (const std::string& other : others) {
      std::error_code ignored;
      report.other = other;
      if (std::filesystem::exists(other, ignored)) {
        report.decision = Decision::copy;
        break;
      }
      if (const Status status = store_.remove_path(other); !status) return status;
    }
    return store_.add_path(sha256, report.path);
  }

  Status save(Outcome outcome) {
    auto node = reading_.extract(outcome.file.sha256);
    FileReport report = std::move(node.mapped().report);
    store::DocumentResult result;
    result.bundle = &outcome.bundle;
    result.path = outcome.file.path;
    if (!outcome.bundle.pages.empty()) result.encoded = outcome.encoded;
    if (outcome.analysis) {
      result.records = &outcome.analysis->records;
      result.checks = &outcome.analysis->checks;
      report.findings = static_cast<int>(outcome.analysis->checks.findings.size());
    }
    if (const Status status = store_.save(result); !status) return status;
    changed_ = true;
    report.pages = static_cast<int>(outcome.bundle.pages.size());
    report.tables = static_cast<int>(outcome.bundle.tables.size());
    report.errors = outcome.bundle.errors;
    report.state = outcome.bundle.pages.empty() ? "fallido" : outcome.bundle.errors.empty() ? "completo" : "parcial";
    report.pages_without_text = pages_without_text(outcome.bundle);
    report.attachments = outcome.bundle.attachments;
    summary_.pages += report.pages;
    if (report.pages > 0) ++summary_.read;
    const std::string state = report.state;
    const std::vector<std::string> here{report.path};
    finish(std::move(report));
    for (FileReport& twin : node.mapped().twins) {
      twin.state = state;
      if (const Status status = add_place(here, outcome.file.sha256, twin); !status) return status;
      finish(std::move(twin));
    }
    return Done{};
  }

  void finish(FileReport report) {
    ++done_;
    const bool touched = report.decision == Decision::new_content || report.decision == Decision::settings_changed ||
                         report.decision == Decision::unreadable;
    if (!touched) ++summary_.skipped;
    if (report.state == "parcial") ++summary_.partial;
    if (report.state == "fallido") ++summary_.failed;
    if (!report.errors.empty()) ++summary_.reasons[report.errors.front().code];
    observer_.file(report);
    observer_.progress({static_cast<std::size_t>(summary_.files), done_, pages_});
  }

  bool tick(long pages) {
    pages_ = pages;
    observer_.progress({static_cast<std::size_t>(summary_.files), done_, pages});
    return !observer_.interrupted();
  }

  struct Reading {
    FileReport report;
    std::vector<FileReport> twins;  // other places of the same content, met while it is being read
  };

  store::Store& store_;
  worker::Readers& readers_;
  const worker::ExtractSettings& settings_;
  std::string fingerprint_;
  const Observer& observer_;
  Summary summary_;
  std::map<std::string, Reading> reading_;  // by sha256
  std::size_t done_ = 0;
  long pages_ = 0;
  bool changed_ = false;
  bool stopped_ = false;
};

}  // namespace

Result<Summary> ingest(const std::vector<std::string>& files, store::Store& store, worker::Readers& readers,
                       const worker::ExtractSettings& settings, const checks::Settings& rules,
                       const Observer& observer) {
  return Ingest(store, readers, settings, observer).run(files, rules);
}

Status check_archive(store::Store& store, const checks::Settings& rules) {
  const auto entities = store.shared_entities();
  if (!entities) return entities.error();
  std::vector<checks::ArchiveFinding> all;
  for (const std::string& entity : entities.value()) {
    auto stored = store.records_of(entity);
    if (!stored) return stored.error();
    std::vector<checks::ArchiveDocument> documents;
    for (store::StoredRecords& it : stored.value()) {
      documents.push_back({std::move(it.file_name), std::move(it.sha256), std::move(it.records)});
    }
    std::vector<checks::ArchiveFinding> found = checks::check_archive(documents, rules);
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }
  std::vector<store::Store::ArchiveFinding> rows;
  rows.reserve(all.size());
  for (const checks::ArchiveFinding& it : all) rows.push_back({it.sha256, &it.finding});
  return store.save_archive_findings(rows);
}

}  // namespace cotejo::run
