#include "pipeline/run/load.h"

#include <utility>

#include "pipeline/run/files/bundle_file.h"
#include "pipeline/run/reuse.h"
#include "pipeline/run/run.h"

namespace cotejo::run {

using model::Done;
using model::Result;
using model::Status;
using reading::SourceFile;

namespace {

class BundleRun : public Run {
 public:
  using Run::Run;

 private:
  [[nodiscard]] int saved_together() const override { return 100; }

  [[nodiscard]] ExtractRank rank(std::string_view settings, model::DocumentState state) const {
    return extract_rank(std::string(settings), state, settings_.extract.fingerprint());
  }

  Status decide(const std::string& path) override {
    FileReport report;
    report.path = path;
    report.settings = fingerprint_;
    Result<BundleFile> file = read_bundle_file(path);
    if (!file) return unreadable(std::move(report), file.error(), false);
    model::Bundle& bundle = file.value().bundle;
    report.settings = bundle.settings + " | " + settings_.analysis.fingerprint();
    report.route = file.value().route.empty() ? bundle.file_name : file.value().route;
    report.path = place_of_bundle(bundle.sha256, report.route);
    // One content in extracts of several versions or settings: the same one is kept in whatever order they come.
    if (is_under_way(bundle.sha256)) {
      postpone(path);
      return Done{};
    }
    const auto stored = store_.find(bundle.sha256);
    if (!stored) return stored.error();
    if (stored.value() && extract_part(stored.value()->settings) != bundle.settings &&
        rank(extract_part(stored.value()->settings), stored.value()->state) >
            rank(bundle.settings, model::state_of(bundle)))
      report.settings = stored.value()->settings;  // what is stored is kept: nothing is to be done
    const SourceFile source{report.path, bundle.file_name, bundle.sha256, bundle.file_size};
    report.sha256 = bundle.sha256;
    report.bytes = bundle.file_size;
    const Result<bool> wanted = known(source, report);
    if (!wanted) return wanted.error();
    if (!wanted.value()) return Done{};
    reading::Task task{source, std::move(file.value().encoded)};
    task.analyse = !bundle.pages.empty();
    return begin(std::move(report), std::move(task));
  }
};

}  // namespace

std::string place_of_bundle(const std::string& sha256, const std::string& route) {
  constexpr std::size_t kEnough = 16;
  return sha256.substr(0, kEnough) + "/" + route;
}

Result<Summary> load(const std::vector<std::string>& files, store::Store& store, reading::Readers& readers,
                     const Settings& settings, const Observer& observer) {
  return BundleRun(store, readers, settings, observer).run(files);
}

}  // namespace cotejo::run
