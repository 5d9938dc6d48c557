#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "model/result.h"
#include "model/store/store.h"
#include "pipeline/reading/readers.h"
#include "pipeline/run/attachments.h"
#include "pipeline/run/report.h"
#include "pipeline/run/settings.h"

namespace cotejo::run {

// One run over a list of things that are to be brought into the database: each is decided on (skipped, or begun to be
// read), saved as soon as it is read, in a transaction of its own, and at the end the checks over the archive are made.
// What kind of things they are is the business of `decide`.
class Run {
 public:
  Run(store::Store& store, reading::Readers& readers, const Settings& settings, const Observer& observer);
  virtual ~Run() = default;
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  // Gives an error only when the database cannot go on.
  [[nodiscard]] model::Result<Summary> run(const std::vector<std::string>& items);

 protected:
  // Finishes an item, or begins it.
  [[nodiscard]] virtual model::Status decide(const std::string& item) = 0;
  [[nodiscard]] virtual model::Status save(reading::Outcome& outcome, const FileReport& report) {
    return save_whole(outcome, report.route);
  }

  [[nodiscard]] model::Status save_whole(reading::Outcome& outcome, const std::string& route);

  // Content that is in the database: skipped, linked, or (with reasons in the report) to be begun: then true.
  [[nodiscard]] model::Result<bool> known(const reading::SourceFile& file, FileReport& report);

  // With what a person told of the document.
  [[nodiscard]] model::Status begin(FileReport report, reading::Task task);

  // What people told of the document of this content.
  [[nodiscard]] virtual model::Result<model::Told> told_of(const std::string& sha256) { return store_.told_of(sha256); }
  // What is to be done once every document is saved, before the checks over the archive.
  [[nodiscard]] virtual model::Status settle() { return model::Done{}; }

  // Whether items are files on the disk, so that what is attached to them can be taken out.
  [[nodiscard]] virtual bool opens_files() const { return false; }

  // How many documents are saved in one transaction at most: reading is slow and each is saved at once, loading is not.
  [[nodiscard]] virtual int saved_together() const { return 1; }

  // Whether this content is being read now; an item that must wait for the end of that is looked at again then.
  [[nodiscard]] bool is_under_way(const std::string& sha256) const { return reading_.contains(sha256); }
  void postpone(const std::string& item) { postponed_.push_back(item); }

  // Something that cannot even be hashed. It is noted in the database when it has a place there.
  [[nodiscard]] model::Status unreadable(FileReport report, model::Error error, bool note);

  // Counts an item that is done with, and tells of it.
  void finish(FileReport report);

  store::Store& store_;
  reading::Readers& readers_;
  const Settings& settings_;
  std::string fingerprint_;

 private:
  struct Reading {
    FileReport report;
    std::vector<FileReport> twins;               // other places of the same content, met while it is being read
    std::shared_ptr<const std::string> content;  // of what is no file on the disk
  };

  [[nodiscard]] model::Status fill(const std::vector<std::string>& items, std::size_t& next);
  [[nodiscard]] model::Status add_place(const std::vector<std::string>& others, const std::string& sha256,
                                        FileReport& report);
  [[nodiscard]] model::Status take_out(const Attached& attached);
  [[nodiscard]] model::Status receive(reading::Outcome outcome);
  [[nodiscard]] model::Status conclude(reading::Outcome outcome);
  void queue(const reading::SourceFile& container, const std::shared_ptr<const std::string>& content,
             const model::Bundle& bundle, bool seen);
  [[nodiscard]] model::Status queue_of_stored(const reading::SourceFile& container);
  [[nodiscard]] model::Status analyse_stored(const Attached& attached, const store::StoredDocument& stored);
  [[nodiscard]] model::Status hold();
  [[nodiscard]] model::Status let_go();
  [[nodiscard]] Progress progress() const;
  bool tick();

  const Observer& observer_;
  Summary summary_;
  std::map<std::string, Reading> reading_;  // by sha256
  Unpacking unpacking_;
  int held_ = 0;  // documents in the open transaction
  std::size_t done_ = 0;
  long scanned_ = 0;              // pages of documents that are done
  std::int64_t bytes_ = 0;        // of files begun
  std::int64_t bytes_ahead_ = 0;  // of files not looked at yet
  std::deque<std::string> postponed_;
  bool stopped_ = false;
};

}  // namespace cotejo::run
