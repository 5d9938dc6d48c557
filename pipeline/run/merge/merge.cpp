#include "pipeline/run/merge/merge.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "model/codec/codec.h"
#include "pipeline/run/load.h"
#include "pipeline/run/reuse.h"
#include "pipeline/run/run.h"

namespace cotejo::run {

using model::Done;
using model::Result;
using model::Status;

namespace {

class MergeRun : public Run {
 public:
  MergeRun(MergePlan& plan, std::vector<OtherBase>& bases, store::Store& store, reading::Readers& readers,
           const Settings& settings, const Observer& observer)
      : Run(store, readers, settings, observer), plan_(plan), bases_(bases) {}

  // What people told that is not here yet changes what is read of a document that is.
  Status note_news() {
    const auto here = store::corrections_of(store_);
    if (!here) return here.error();
    std::map<std::string, std::vector<store::Correction>> known;
    for (const store::Correction& it : here.value()) known[it.sha256].push_back(it);
    for (const auto& [sha256, rows] : plan_.corrections)
      if (store::put_among(known[sha256], rows)) told_anew_.insert(sha256);
    const auto readings = store::reading_corrections_of(store_);
    if (!readings) return readings.error();
    std::map<std::string, std::vector<store::ReadingCorrection>> read;
    for (const store::ReadingCorrection& it : readings.value()) read[it.sha256].push_back(it);
    for (const auto& [sha256, rows] : plan_.readings)
      if (store::put_among(read[sha256], rows)) told_anew_.insert(sha256);
    return Done{};
  }

 private:
  [[nodiscard]] int saved_together() const override { return 100; }

  Status decide(const std::string& key) override {
    MergePlan::Document& planned = plan_.documents.at(key);
    const store::OtherDocument& document = planned.document;
    if (planned.places.empty()) planned.places.push_back({place_without_file(planned), document.route});
    FileReport report;
    report.path = planned.places.front().path;
    report.route = planned.places.front().route;
    report.sha256 = document.sha256;
    report.bytes = document.size;
    report.settings = std::string(extract_part(document.settings)) + " | " + settings_.analysis.fingerprint();
    report.other = document.settings;
    if (document.sha256.empty()) return take_unreadable(std::move(report), planned);
    const auto stored = store_.find(document.sha256);
    if (!stored) return stored.error();
    if (stored.value() && is_better(*stored.value(), planned) && told_anew_.contains(document.sha256) &&
        stored.value()->state != model::DocumentState::failed)
      return analyse_own(std::move(report), planned, *stored.value());
    if (stored.value() && stays(*stored.value(), report, planned)) {
      report.decision = Decision::unchanged;
      report.state = stored.value()->state;
      if (const Status status = add_places(document.sha256, planned.places, 0); !status) return status;
      finish(std::move(report));
      return Done{};
    }
    if (stored.value()) report.decision = Decision::analysis_changed;
    reading::Task task;
    task.file = {report.path, document.file_name, document.sha256, document.size};
    task.analyse = document.state != model::DocumentState::failed;
    Result<std::string> encoded = task.analyse ? bases_[planned.base].store.encoded(document.sha256) : failed(planned);
    if (!encoded) return unreadable(std::move(report), encoded.error(), false);  // what is without its extract
    task.bundle = std::move(encoded).value();
    return begin(std::move(report), std::move(task));
  }

  Status save(reading::Outcome& outcome, const FileReport& report) override {
    const MergePlan::Document& planned = plan_.documents.at(report.sha256);
    // An extract that this program does not understand: better not here at all than as a report that holds nothing.
    const bool holds = planned.document.state != model::DocumentState::failed || own_.contains(report.sha256);
    if (holds && outcome.bundle.pages.empty()) return Done{};
    if (const Status status = save_whole(outcome, report.route); !status) return status;
    if (const Status status = add_places(report.sha256, planned.places, 1); !status) return status;
    const auto readings = plan_.readings.find(report.sha256);
    if (readings == plan_.readings.end() || !outcome.analysis) return Done{};
    if (const Status status = store::add_reading_corrections(store_, report.sha256, readings->second); !status)
      return status;
    return store_.save_checks(report.sha256, outcome.analysis->records, outcome.analysis->checks, {}, &outcome.bundle);
  }

  Result<model::Told> told_of(const std::string& sha256) override {
    const auto told = plan_.corrections.find(sha256);
    const auto read = plan_.readings.find(sha256);
    return store::told_by(told == plan_.corrections.end() ? std::vector<store::Correction>{} : told->second,
                          read == plan_.readings.end() ? std::vector<store::ReadingCorrection>{} : read->second);
  }

  Status settle() override {
    std::vector<store::OlderVersion> versions;
    for (const auto& [key, planned] : plan_.documents) {
      if (!planned.now.empty()) versions.push_back({planned.document.sha256, planned.now, place_without_file(planned)});
    }
    if (const Status status = store::set_replaced(store_, versions); !status) return status;
    std::vector<store::Correction> corrections;
    for (const auto& [sha256, rows] : plan_.corrections)
      corrections.insert(corrections.end(), rows.begin(), rows.end());
    if (const Status status = store::add_corrections(store_, corrections); !status) return status;
    return store::add_decisions(store_, plan_.decisions);
  }

  // Of a document that has no place of its own: an older version, and what lost its path to another base's.
  [[nodiscard]] std::string place_without_file(const MergePlan::Document& planned) const {
    if (!planned.document.sha256.empty()) return place_of_bundle(planned.document.sha256, planned.document.route);
    return name_of(bases_[planned.base].name) + "/" + planned.document.route;
  }

  // A reading that got farther is never given up, were it for a password that only one office has.
  [[nodiscard]] ExtractRank rank(std::string_view settings, model::DocumentState state) const {
    return extract_rank(std::string(extract_part(settings)), state, settings_.extract.fingerprint());
  }
  [[nodiscard]] bool is_better(const store::StoredDocument& stored, const MergePlan::Document& planned) const {
    return rank(stored.settings, stored.state) > rank(planned.document.settings, planned.document.state);
  }

  // Whether what is there already is to stay: it is the same extract, analysed in the same way, or a better one.
  [[nodiscard]] bool stays(const store::StoredDocument& stored, const FileReport& report,
                           const MergePlan::Document& planned) const {
    const auto brought = rank(planned.document.settings, planned.document.state);
    if (rank(stored.settings, stored.state) != brought) return is_better(stored, planned);
    if (told_anew_.contains(report.sha256)) return false;
    return stored.settings == report.settings || stored.state == model::DocumentState::failed;
  }

  // The better extract that is there already, of which the others told something new.
  Status analyse_own(FileReport report, const MergePlan::Document& planned, const store::StoredDocument& stored) {
    report.decision = Decision::analysis_changed;
    report.settings = std::string(extract_part(stored.settings)) + " | " + settings_.analysis.fingerprint();
    report.other = stored.settings;
    Result<std::string> encoded = store_.encoded(stored.sha256);
    if (!encoded) return encoded.error();
    reading::Task task;
    task.file = {report.path, stored.file_name, stored.sha256, planned.document.size};
    task.bundle = std::move(encoded).value();
    own_.insert(stored.sha256);
    return begin(std::move(report), std::move(task));
  }

  [[nodiscard]] Status add_places(const std::string& sha256, const std::vector<store::OtherPlace>& places,
                                  std::size_t from) {
    for (std::size_t i = from; i < places.size(); ++i) {
      if (const Status status = store_.add_path(sha256, places[i].path, places[i].route); !status) return status;
    }
    return Done{};
  }

  [[nodiscard]] Result<std::string> failed(const MergePlan::Document& planned) {
    Result<model::Bundle> bundle = store::failed_bundle_of(bases_[planned.base].store, planned.document.id);
    if (!bundle) return bundle.error();
    bundle.value().settings = std::string(extract_part(bundle.value().settings));
    return model::encode(bundle.value());
  }

  Status take_unreadable(FileReport report, const MergePlan::Document& planned) {
    report.decision = Decision::unreadable;
    report.state = model::DocumentState::failed;
    const auto stored = store_.find_path(report.path);
    if (!stored) return stored.error();
    if (stored.value()) {
      report.decision = Decision::unchanged;
      finish(std::move(report));
      return Done{};
    }
    Result<model::Bundle> bundle = store::failed_bundle_of(bases_[planned.base].store, planned.document.id);
    if (!bundle) return bundle.error();
    reading::Outcome outcome;
    outcome.file = {report.path, planned.document.file_name, "", 0};
    outcome.bundle = std::move(bundle).value();
    outcome.bundle.settings = std::string(extract_part(outcome.bundle.settings));
    report.errors = outcome.bundle.errors;
    if (const Status status = save_whole(outcome, report.route); !status) return status;
    finish(std::move(report));
    return Done{};
  }

  MergePlan& plan_;
  std::vector<OtherBase>& bases_;
  std::set<std::string> told_anew_;  // by content
  std::set<std::string> own_;        // of which the extract that is there already is analysed anew
};

}  // namespace

Result<Summary> merge(MergePlan& plan, std::vector<OtherBase>& bases, store::Store& into, reading::Readers& readers,
                      const Settings& settings, const Observer& observer) {
  // Older versions last: what their file holds now is there by then.
  std::vector<std::string> items;
  for (const bool older : {false, true}) {
    for (const auto& [key, planned] : plan.documents)
      if (planned.now.empty() != older) items.push_back(key);
  }
  MergeRun run(plan, bases, into, readers, settings, observer);
  if (const Status status = run.note_news(); !status) return status.error();
  return run.run(items);
}

}  // namespace cotejo::run
