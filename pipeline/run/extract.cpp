#include "pipeline/run/extract.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "base/paths.h"
#include "model/codec/codec.h"
#include "pipeline/run/attachments.h"
#include "pipeline/run/files/bundle_file.h"
#include "pipeline/run/files/hash.h"

namespace cotejo::run {

using model::Result;
using model::Status;

namespace {

struct Begun {
  FileReport report;
  std::shared_ptr<const std::string> content;  // of what is no file on the disk, while it is being read
};

class Extractor {
 public:
  Extractor(const ExtractPlan& plan, reading::Readers& readers, const Settings& settings, const Observer& observer)
      : plan_(plan),
        settings_(settings),
        readers_(readers),
        fingerprint_(settings.extract.fingerprint()),
        observer_(observer) {}

  Result<Summary> run(const std::vector<std::string>& files) {
    summary_.files = static_cast<int>(files.size());
    std::size_t next = 0;
    while (!observer_.interrupted()) {
      while ((next < files.size() || unpacking_.waiting()) && readers_.under_way() < readers_.capacity() &&
             !observer_.interrupted()) {
        if (unpacking_.waiting())
          readers_.begin(unpacking_.take_out(unpacking_.next()));
        else
          begin(files[next++]);
      }
      if (readers_.under_way() == 0) break;
      auto outcome = readers_.next([this](long pages) { return tick(pages); });
      if (!outcome) break;
      if (outcome->attachment > 0) {
        receive(std::move(*outcome));
      } else if (const Status status = conclude(*outcome); !status) {
        return status.error();
      }
    }
    summary_.not_reached = summary_.files - static_cast<int>(done_);
    return summary_;
  }

 private:
  void begin(const std::string& path) {
    FileReport report;
    report.path = path;
    report.settings = fingerprint_;
    if (done_before(path, report)) return finish(std::move(report));
    const Result<FileHash> hash = hash_file(path);
    if (!hash) {
      report.decision = Decision::unreadable;
      report.state = model::DocumentState::failed;
      report.errors = {hash.error()};
      return finish(std::move(report));
    }
    reading::Task task;
    task.file = {path, name_of(path), hash.value().sha256, hash.value().size};
    task.file.password = settings_.passwords.of(task.file.name, task.file.sha256);
    report.modified = hash.value().modified;
    // A whole document falls to one shard, with what is attached to it.
    if (!plan_.shard.holds(task.file.sha256)) return leave();
    begin(std::move(report), std::move(task));
  }

  void begin(FileReport report, reading::Task task) {
    report.sha256 = task.file.sha256;
    report.bytes = task.file.size;
    report.other = place(report.sha256);
    task.analyse = false;
    const bool held = !task.content.empty();
    Begun begun{report, held ? std::make_shared<const std::string>(task.content) : nullptr};
    // A copy of what is being read would be written over it, under the name of whichever ended last.
    if (!begun_.emplace(report.sha256, begun).second) {
      report.decision = Decision::copy;
      return finish(std::move(report));
    }
    const auto there = read_bundle_file(report.other);
    const bool closed = there && there.value().bundle.pages.empty() && !task.file.password.empty();
    if (!there || there.value().bundle.settings != fingerprint_ || closed) return readers_.begin(std::move(task));
    report.decision = Decision::unchanged;
    report.state = model::state_of(there.value().bundle);
    finish(std::move(report));
    unpack(task.file, begun.content, there.value().bundle);
  }

  // What was taken out of a container is a file like any other.
  void receive(reading::Outcome outcome) {
    const Attached attached = unpacking_.taken(outcome);
    FileReport report;
    report.path = attached.path();
    report.settings = fingerprint_;
    if (outcome.attached)
      return begin(std::move(report), task_to_read(attached, std::move(outcome), settings_.passwords));
    report.decision = Decision::unreadable;
    report.state = model::DocumentState::failed;
    report.errors = outcome.bundle.errors;
    finish(std::move(report));
  }

  void unpack(const reading::SourceFile& container, const std::shared_ptr<const std::string>& content,
              const model::Bundle& bundle) {
    for (Attached& attached : attached_to(container, content, bundle)) {
      unpacking_.add(std::move(attached));
      ++summary_.files;
    }
  }

  // Whether an earlier run was done with this file, which is as it was, and its bundle is there.
  bool done_before(const std::string& path, FileReport& report) const {
    const auto known = plan_.done.find(path);
    if (known == plan_.done.end() || known->second.settings != fingerprint_) return false;
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) return false;
    if (status.st_size != known->second.bytes || status.st_mtim.tv_sec != known->second.modified) return false;
    const std::string bundle = place(known->second.sha256);
    if (access(bundle.c_str(), R_OK) != 0) return false;
    report = known->second;
    report.decision = Decision::unchanged;
    report.other = bundle;
    return true;
  }

  // What falls to another shard is not told of one by one.
  void leave() {
    ++done_;
    ++summary_.elsewhere;
    tick(pages_);
  }

  Status conclude(const reading::Outcome& outcome) {
    const std::string encoded = outcome.encoded.empty() ? model::encode(outcome.bundle) : outcome.encoded;
    Begun& begun = begun_.at(outcome.file.sha256);
    FileReport report = begun.report;
    tell(outcome, report);
    const Status written = write_bundle_file(report.other, encoded, base::relative_to(report.path, plan_.from));
    if (!written) return written;
    summary_.pages += report.pages;
    if (report.pages > 0) ++summary_.read;
    finish(std::move(report));
    unpack(outcome.file, std::exchange(begun.content, nullptr), outcome.bundle);
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
    Progress progress;
    progress.files = static_cast<std::size_t>(summary_.files);
    progress.done = done_;
    progress.pages = pages;
    observer_.progress(progress);
    return !observer_.interrupted();
  }

  [[nodiscard]] std::string place(const std::string& sha256) const {
    return (std::filesystem::path(plan_.folder) / bundle_file_name(sha256)).string();
  }

  const ExtractPlan& plan_;
  const Settings& settings_;
  reading::Readers& readers_;
  std::string fingerprint_;
  const Observer& observer_;
  Summary summary_;
  std::map<std::string, Begun> begun_;  // contents of this run, by sha256
  Unpacking unpacking_;
  std::size_t done_ = 0;
  long pages_ = 0;
};

}  // namespace

Result<Summary> extract(const std::vector<std::string>& files, const ExtractPlan& plan, reading::Readers& readers,
                        const Settings& settings, const Observer& observer) {
  return Extractor(plan, readers, settings, observer).run(files);
}

}  // namespace cotejo::run
