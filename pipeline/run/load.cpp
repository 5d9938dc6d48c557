#include "pipeline/run/load.h"

#include <utility>

#include "pipeline/run/files/bundle_file.h"
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
  Status decide(const std::string& path) override {
    FileReport report;
    report.path = path;
    report.settings = fingerprint_;
    Result<BundleFile> file = read_bundle_file(path);
    if (!file) return unreadable(std::move(report), file.error(), false);
    model::Bundle& bundle = file.value().bundle;
    report.settings = bundle.settings + " | " + settings_.analysis.fingerprint();
    const SourceFile source{bundle.file_name, bundle.file_name, bundle.sha256, bundle.file_size};
    report.path = bundle.file_name;
    const Result<bool> wanted = known(source, report);
    if (!wanted) return wanted.error();
    if (!wanted.value()) return Done{};
    reading::Task task{source, std::move(file.value().encoded)};
    task.analyse = !bundle.pages.empty();
    return begin(std::move(report), std::move(task));
  }
};

}  // namespace

Result<Summary> load(const std::vector<std::string>& files, store::Store& store, reading::Readers& readers,
                     const Settings& settings, const Observer& observer) {
  return BundleRun(store, readers, settings, observer).run(files);
}

}  // namespace cotejo::run
