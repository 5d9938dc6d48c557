#include "pipeline/run/extract.h"

#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include "model/codec/codec.h"
#include "pipeline/run/files/bundle_file.h"
#include "pipeline/run/files/hash.h"

namespace cotejo::run {

using model::Result;
using model::Status;

namespace {

class Extractor {
 public:
  Extractor(std::string folder, reading::Readers& readers, const Settings& settings, const Observer& observer)
      : folder_(std::move(folder)),
        readers_(readers),
        fingerprint_(settings.extract.fingerprint()),
        observer_(observer) {}

  Result<Summary> run(const std::vector<std::string>& files) {
    summary_.files = static_cast<int>(files.size());
    std::size_t next = 0;
    while (!observer_.interrupted()) {
      while (next < files.size() && readers_.under_way() < readers_.capacity()) begin(files[next++]);
      if (readers_.under_way() == 0) break;
      const auto outcome = readers_.next([this](long pages) { return tick(pages); });
      if (!outcome) break;
      if (const Status status = conclude(*outcome); !status) return status.error();
    }
    summary_.not_reached = summary_.files - static_cast<int>(done_);
    return summary_;
  }

 private:
  void begin(const std::string& path) {
    FileReport report;
    report.path = path;
    report.settings = fingerprint_;
    const Result<FileHash> hash = hash_file(path);
    if (!hash) {
      report.decision = Decision::unreadable;
      report.state = model::DocumentState::failed;
      report.errors = {hash.error()};
      return finish(std::move(report));
    }
    report.other = place(hash.value().sha256);
    // A copy of what is being read would be written over it, under the name of whichever ended last.
    if (!begun_.emplace(hash.value().sha256, report).second) {
      report.decision = Decision::copy;
      return finish(std::move(report));
    }
    if (const auto there = read_bundle_file(report.other); there && there.value().bundle.settings == fingerprint_) {
      report.decision = Decision::unchanged;
      report.state = model::state_of(there.value().bundle);
      return finish(std::move(report));
    }
    reading::Task task;
    task.file = {path, name_of(path), hash.value().sha256, hash.value().size};
    task.analyse = false;
    readers_.begin(std::move(task));
  }

  Status conclude(const reading::Outcome& outcome) {
    const std::string encoded = outcome.encoded.empty() ? model::encode(outcome.bundle) : outcome.encoded;
    FileReport report = begun_.at(outcome.file.sha256);
    tell(outcome, report);
    const Status written = write_bundle_file(report.other, encoded);
    if (!written) return written;
    summary_.pages += report.pages;
    if (report.pages > 0) ++summary_.read;
    finish(std::move(report));
    return written;
  }

  void finish(FileReport report) {
    ++done_;
    count(report, summary_);
    observer_.file(report);
    tick(pages_);
  }

  bool tick(long pages) {
    pages_ = pages;
    observer_.progress({static_cast<std::size_t>(summary_.files), done_, pages, done_, summary_.pages});
    return !observer_.interrupted();
  }

  [[nodiscard]] std::string place(const std::string& sha256) const {
    return (std::filesystem::path(folder_) / bundle_file_name(sha256)).string();
  }

  std::string folder_;
  reading::Readers& readers_;
  std::string fingerprint_;
  const Observer& observer_;
  Summary summary_;
  std::map<std::string, FileReport> begun_;  // contents of this run, by sha256
  std::size_t done_ = 0;
  long pages_ = 0;
};

}  // namespace

Result<Summary> extract(const std::vector<std::string>& files, const std::string& folder, reading::Readers& readers,
                        const Settings& settings, const Observer& observer) {
  return Extractor(folder, readers, settings, observer).run(files);
}

}  // namespace cotejo::run
