#include "pipeline/run/ingest.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include "pipeline/run/bundle_file.h"
#include "pipeline/run/hash.h"
#include "pipeline/run/reuse.h"

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

// One run over a list of things to be brought into the database. What kind of things decides `decide`: skip one, or
// begin to read it.
class Run {
 public:
  Run(store::Store& store, worker::Readers& readers, const Settings& settings, const Observer& observer)
      : store_(store),
        readers_(readers),
        settings_(settings),
        fingerprint_(settings.fingerprint()),
        observer_(observer) {}
  virtual ~Run() = default;

  Result<Summary> run(const std::vector<std::string>& items) {
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

 protected:
  virtual Status decide(const std::string& item) = 0;
  virtual Status save(Outcome& outcome) { return save_whole(outcome); }

  Status save_whole(Outcome& outcome) {
    outcome.bundle.settings = fingerprint_;  // those of the analysis beside those of the extract
    store::DocumentResult result;
    result.bundle = &outcome.bundle;
    result.path = outcome.file.path;
    if (!outcome.bundle.pages.empty()) result.encoded = outcome.encoded;
    if (outcome.analysis) {
      result.records = &outcome.analysis->records;
      result.checks = &outcome.analysis->checks;
    }
    return store_.save(result);
  }

  // Content that is in the database: skipped, linked, or (with reasons in the report) to be begun: then true.
  Result<bool> known(const SourceFile& file, FileReport& report) {
    // The same content is being read already from another place.
    if (const auto twin = reading_.find(file.sha256); twin != reading_.end()) {
      twin->second.twins.push_back(std::move(report));
      return false;
    }
    const auto stored = store_.find(file.sha256);
    if (!stored) return stored.error();
    if (!stored.value()) return true;
    if (stored.value()->settings != fingerprint_) {
      const bool same_extract = extract_part(stored.value()->settings) == extract_part(fingerprint_);
      if (!same_extract || stored.value()->state != "fallido") {
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

  void begin(FileReport report, worker::Task task) {
    reading_[task.file.sha256] = {std::move(report), {}};
    readers_.begin(std::move(task));
  }

  void finish(FileReport report) {
    ++done_;
    const bool untouched = report.decision == Decision::unchanged || report.decision == Decision::copy ||
                           report.decision == Decision::moved;
    if (untouched) ++summary_.skipped;
    if (report.state == "parcial") ++summary_.partial;
    if (report.state == "fallido") ++summary_.failed;
    if (!report.errors.empty()) ++summary_.reasons[report.errors.front().code];
    observer_.file(report);
    observer_.progress({static_cast<std::size_t>(summary_.files), done_, pages_});
  }

  // Something that cannot even be hashed. It is noted in the database when it has a place there.
  Status unreadable(FileReport report, Error error, bool note) {
    report.decision = Decision::unreadable;
    error.file = name_of(report.path);
    const SourceFile file{report.path, error.file, "", 0};
    Outcome outcome;
    outcome.file = file;
    outcome.bundle = worker::failed_bundle(file, settings_.extract, error);
    if (note) {
      if (const Status status = save_whole(outcome); !status) return status;
    }
    report.errors = outcome.bundle.errors;
    report.state = "fallido";
    finish(std::move(report));
    return Done{};
  }

  store::Store& store_;
  worker::Readers& readers_;
  const Settings& settings_;
  std::string fingerprint_;

 private:
  Status fill(const std::vector<std::string>& items, std::size_t& next) {
    while (next < items.size() && readers_.under_way() < readers_.capacity() && !observer_.interrupted()) {
      if (const Status status = decide(items[next++]); !status) return status;
    }
    if (observer_.interrupted()) stopped_ = true;
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
    }
    if (report.decision == Decision::moved) {
      for (const std::string& other : others) {
        if (const Status status = store_.remove_path(other); !status) return status;
      }
    }
    return store_.add_path(sha256, report.path);
  }

  Status conclude(Outcome outcome) {
    auto node = reading_.extract(outcome.file.sha256);
    FileReport report = std::move(node.mapped().report);
    if (const Status status = save(outcome); !status) return status;
    changed_ = true;
    report.pages = static_cast<int>(outcome.bundle.pages.size());
    report.tables = static_cast<int>(outcome.bundle.tables.size());
    if (outcome.analysis) report.findings = static_cast<int>(outcome.analysis->checks.findings.size());
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

  bool tick(long pages) {
    pages_ = pages;
    observer_.progress({static_cast<std::size_t>(summary_.files), done_, pages});
    return !observer_.interrupted();
  }

  struct Reading {
    FileReport report;
    std::vector<FileReport> twins;  // other places of the same content, met while it is being read
  };

  const Observer& observer_;
  Summary summary_;
  std::map<std::string, Reading> reading_;  // by sha256
  std::size_t done_ = 0;
  long pages_ = 0;
  bool changed_ = false;
  bool stopped_ = false;
};

class PdfRun : public Run {
 public:
  using Run::Run;

 private:
  Status decide(const std::string& path) override {
    FileReport report;
    report.path = path;
    report.settings = fingerprint_;
    const Result<FileHash> hash = hash_file(path);
    if (!hash) return unreadable(std::move(report), hash.error(), true);
    const SourceFile file{path, name_of(path), hash.value().sha256, hash.value().size};
    const auto before = store_.find_path(path);
    if (!before) return before.error();
    report.content_changed = before.value() && before.value()->sha256 != file.sha256 && !before.value()->sha256.empty();
    const Result<bool> wanted = known(file, report);
    if (!wanted) return wanted.error();
    if (!wanted.value()) return Done{};
    worker::Task task{file, {}, true};
    if (report.decision != Decision::new_content) {
      const auto encoded = store_.encoded(file.sha256);
      if (encoded) {
        std::string reused = reused_bundle(encoded.value(), settings_.extract);
        if (!reused.empty()) {
          report.decision = Decision::analysis_changed;
          task.bundle = std::move(reused);
        }
      }
      if (task.bundle.empty()) report.decision = Decision::settings_changed;
    }
    begin(std::move(report), std::move(task));
    return Done{};
  }
};

class BundleRun : public Run {
 public:
  using Run::Run;

 private:
  Status decide(const std::string& path) override {
    FileReport report;
    report.path = path;
    report.settings = fingerprint_;
    Result<BundleFile> file = read_bundle_file(path);
    if (!file) return unreadable(std::move(report), file.error(), false);
    model::Bundle& bundle = file.value().bundle;
    const SourceFile source{bundle.file_name, bundle.file_name, bundle.sha256, bundle.file_size};
    report.path = bundle.file_name;
    const Result<bool> wanted = known(source, report);
    if (!wanted) return wanted.error();
    if (!wanted.value()) return Done{};
    begin(std::move(report), {source, std::move(file.value().encoded), !bundle.pages.empty()});
    return Done{};
  }
};

class CheckRun : public Run {
 public:
  using Run::Run;

 private:
  Status decide(const std::string& sha256) override {
    auto encoded = store_.encoded(sha256);
    if (!encoded) return encoded.error();
    const auto stored = store_.find(sha256);
    if (!stored) return stored.error();
    FileReport report;
    report.path = stored.value() ? stored.value()->file_name : sha256;
    report.decision = Decision::analysis_changed;
    report.other = stored.value() ? stored.value()->settings : "";
    report.settings = fingerprint_;
    begin(std::move(report), {{report.path, report.path, sha256, 0}, std::move(encoded).value(), true});
    return Done{};
  }

  Status save(Outcome& outcome) override {
    if (!outcome.analysis) return Done{};  // the findings there were stay; the report tells the error
    return store_.save_checks(outcome.file.sha256, outcome.analysis->records, outcome.analysis->checks);
  }
};

}  // namespace

std::string Settings::fingerprint() const {
  return extract.fingerprint() + " | " + analysis.fingerprint();
}

Result<Summary> ingest(const std::vector<std::string>& files, store::Store& store, worker::Readers& readers,
                       const Settings& settings, const Observer& observer) {
  return PdfRun(store, readers, settings, observer).run(files);
}

Result<Summary> load(const std::vector<std::string>& files, store::Store& store, worker::Readers& readers,
                     const Settings& settings, const Observer& observer) {
  return BundleRun(store, readers, settings, observer).run(files);
}

Result<Summary> check_again(store::Store& store, worker::Readers& readers, const Settings& settings,
                            const Observer& observer) {
  const auto documents = store.documents();
  if (!documents) return documents.error();
  return CheckRun(store, readers, settings, observer).run(documents.value());
}

Status check_archive(store::Store& store, const checks::Settings& rules) {
  const auto entities = store.entities();
  if (!entities) return entities.error();
  // One entity under its several names ("Alcaldía Municipal de Honda", "MUNICIPIO DE HONDA") is checked as one.
  std::map<std::string, std::vector<std::string>> names;
  std::map<std::string, int> counts;
  for (const auto& [entity, count] : entities.value()) {
    const std::string key = checks::entity_key(entity);
    names[key].push_back(entity);
    counts[key] += count;
  }
  std::vector<checks::ArchiveFinding> all;
  for (const auto& [key, entries] : names) {
    if (counts[key] < 2) continue;
    std::vector<checks::ArchiveDocument> documents;
    for (const std::string& entity : entries) {
      auto stored = store.records_of(entity);
      if (!stored) return stored.error();
      for (store::StoredRecords& it : stored.value()) {
        documents.push_back({std::move(it.file_name), std::move(it.sha256), std::move(it.records)});
      }
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
