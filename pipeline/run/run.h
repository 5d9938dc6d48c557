#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "model/result.h"
#include "model/store/store.h"
#include "pipeline/reading/readers.h"
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
  [[nodiscard]] virtual model::Status save(reading::Outcome& outcome) { return save_whole(outcome); }

  [[nodiscard]] model::Status save_whole(reading::Outcome& outcome);

  // Content that is in the database: skipped, linked, or (with reasons in the report) to be begun: then true.
  [[nodiscard]] model::Result<bool> known(const reading::SourceFile& file, FileReport& report);

  // With what a person told of the document.
  [[nodiscard]] model::Status begin(FileReport report, reading::Task task);

  // Something that cannot even be hashed. It is noted in the database when it has a place there.
  [[nodiscard]] model::Status unreadable(FileReport report, model::Error error, bool note);

  store::Store& store_;
  reading::Readers& readers_;
  const Settings& settings_;
  std::string fingerprint_;

 private:
  struct Reading {
    FileReport report;
    std::vector<FileReport> twins;  // other places of the same content, met while it is being read
  };

  [[nodiscard]] model::Status fill(const std::vector<std::string>& items, std::size_t& next);
  [[nodiscard]] model::Status add_place(const std::vector<std::string>& others, const std::string& sha256,
                                        FileReport& report);
  [[nodiscard]] model::Status conclude(reading::Outcome outcome);
  void finish(FileReport report);
  [[nodiscard]] Progress progress() const;
  bool tick(long pages);

  const Observer& observer_;
  Summary summary_;
  std::map<std::string, Reading> reading_;  // by sha256
  std::size_t done_ = 0;
  long pages_ = 0;
  bool changed_ = false;
  bool stopped_ = false;
};

}  // namespace cotejo::run
