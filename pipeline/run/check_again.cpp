#include "pipeline/run/check_again.h"

#include <utility>

#include "pipeline/run/run.h"

namespace cotejo::run {

using model::Done;
using model::Result;
using model::Status;
using reading::Outcome;

namespace {

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
    reading::Task task;
    task.file = {report.path, report.path, sha256, 0};
    task.bundle = std::move(encoded).value();
    return begin(std::move(report), std::move(task));
  }

  Status save(Outcome& outcome, const FileReport& /*report*/) override {
    if (!outcome.analysis) return Done{};  // the findings there were stay; the report tells the error
    return store_.save_checks(outcome.file.sha256, outcome.analysis->records, outcome.analysis->checks,
                              outcome.bundle.settings + " | " + settings_.analysis.fingerprint(), &outcome.bundle);
  }
};

}  // namespace

Result<Summary> check_again(store::Store& store, reading::Readers& readers, const Settings& settings,
                            const Observer& observer) {
  const auto documents = store.documents();
  if (!documents) return documents.error();
  return CheckRun(store, readers, settings, observer).run(documents.value());
}

Result<Summary> check_again(const std::vector<std::string>& documents, store::Store& store, reading::Readers& readers,
                            const Settings& settings, const Observer& observer) {
  return CheckRun(store, readers, settings, observer).run(documents);
}

}  // namespace cotejo::run
