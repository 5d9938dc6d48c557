#include "pipeline/run/ingest.h"

#include <utility>

#include "base/paths.h"
#include "pipeline/run/files/hash.h"
#include "pipeline/run/reuse.h"
#include "pipeline/run/run.h"

namespace cotejo::run {

using model::Done;
using model::Result;
using model::Status;
using reading::SourceFile;

namespace {

class PdfRun : public Run {
 public:
  using Run::Run;

 private:
  [[nodiscard]] bool opens_files() const override { return true; }

  Status decide(const std::string& path) override {
    FileReport report;
    report.path = path;
    report.route = base::relative_to(path, settings_.folder);
    report.settings = fingerprint_;
    const Result<FileHash> hash = hash_file(path);
    if (!hash) return unreadable(std::move(report), hash.error(), true);
    SourceFile file{path, name_of(path), hash.value().sha256, hash.value().size};
    file.password = settings_.passwords.of(file.name, file.sha256);
    report.sha256 = hash.value().sha256;
    report.bytes = hash.value().size;
    report.modified = hash.value().modified;
    const auto before = store_.find_path(path);
    if (!before) return before.error();
    report.content_changed = before.value() && before.value()->sha256 != file.sha256 && !before.value()->sha256.empty();
    const Result<bool> wanted = known(file, report);
    if (!wanted) return wanted.error();
    if (!wanted.value()) return Done{};
    reading::Task task{file, {}, true};
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
    return begin(std::move(report), std::move(task));
  }
};

}  // namespace

Result<Summary> ingest(const std::vector<std::string>& files, store::Store& store, reading::Readers& readers,
                       const Settings& settings, const Observer& observer) {
  return PdfRun(store, readers, settings, observer).run(files);
}

}  // namespace cotejo::run
