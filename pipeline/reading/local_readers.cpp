#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "pipeline/reading/read.h"
#include "pipeline/reading/readers.h"

namespace cotejo::reading {
namespace {

// Bytes as a file that Poppler can open.
class HeldBytes {
 public:
  explicit HeldBytes(const std::string& bytes) {
    if (bytes.empty()) return;
    descriptor_ = memfd_create("cotejo-pdf", MFD_CLOEXEC);
    for (std::size_t done = 0; done < bytes.size();) {
      const ssize_t written = write(descriptor_, bytes.data() + done, bytes.size() - done);
      if (written <= 0) break;  // what is missing shows as a damaged PDF
      done += static_cast<std::size_t>(written);
    }
  }
  HeldBytes(const HeldBytes&) = delete;
  HeldBytes& operator=(const HeldBytes&) = delete;
  ~HeldBytes() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_ = -1;
};

class LocalReaders : public Readers {
 public:
  LocalReaders(ExtractSettings extract, Analyser analyser)
      : settings_(std::move(extract)), desk_(settings_), analyser_(std::move(analyser)) {}

  std::size_t capacity() const override { return 1; }
  std::size_t under_way() const override { return task_ ? 1 : 0; }
  void begin(Task task) override { task_ = std::move(task); }
  PagesRead pages_read() const override { return {pages_, scanned_, 0, 0}; }

  std::optional<Outcome> next(const std::function<bool(long)>& tick) override {
    if (!tick(pages_)) {
      task_.reset();
      return std::nullopt;
    }
    Task task = std::move(*task_);
    task_.reset();
    Outcome outcome;
    outcome.file = task.file;
    outcome.attachment = task.attachment;
    const HeldBytes held(task.content);
    if (!task.content.empty()) task.file.path = held.path();
    if (task.draw_page > 0) {
      draw(task, outcome);
      return outcome;
    }
    if (task.attachment > 0) {
      detach(task, outcome);
      return outcome;
    }
    if (task.archive) {
      archive(task, outcome);
      return outcome;
    }
    Read read = task.bundle.empty() ? read_file(task) : read_again(task);
    outcome.encoded = task.bundle.empty() ? model::encode(read.bundle) : std::move(task.bundle);
    outcome.bundle = std::move(read.bundle);
    outcome.analysis = std::move(read.analysis);
    outcome.inspection = std::move(read.inspection);
    pages_ += static_cast<long>(outcome.bundle.pages.size());
    scanned_ += std::count_if(outcome.bundle.pages.begin(), outcome.bundle.pages.end(), is_scanned);
    return outcome;
  }

 private:
  Read read_file(const Task& task) {
    return read(task.file, settings_, desk_, analyser_, {true, task.analyse, task.inspect, task.file.told},
                [](const Activity&) {});
  }

  Read read_again(const Task& task) const {
    model::Result<model::Bundle> bundle = model::decode_bundle(task.bundle);
    if (!bundle) return {failed_bundle(task.file, settings_, bundle.error()), {}, {}};
    return finish(std::move(bundle).value(), analyser_, {false, task.analyse, task.inspect, task.file.told},
                  [](const Activity&) {});
  }

  void detach(const Task& task, Outcome& outcome) const {
    model::Result<Extraction> document = Extraction::open(task.file, settings_);
    model::Result<std::string> bytes =
        document ? document.value().attachment(static_cast<std::size_t>(task.attachment - 1)) : document.error();
    if (bytes)
      outcome.attached = std::move(bytes).value();
    else
      outcome.bundle = failed_bundle(task.file, settings_, bytes.error());
  }

  void archive(const Task& task, Outcome& outcome) const {
    model::Result<archival::Copy> copy = make_copy(task.file, *task.archive, task.bundle);
    if (copy)
      outcome.copy = std::move(copy).value();
    else
      outcome.bundle = failed_bundle(task.file, settings_, copy.error());
  }

  void draw(const Task& task, Outcome& outcome) const {
    model::Result<pdf::Document> document = pdf::Document::open(task.file.path, task.file.password);
    model::Result<pdf::Raster> picture =
        document ? document.value().render(task.draw_page, task.dpi) : model::Result<pdf::Raster>(document.error());
    if (picture)
      outcome.picture = std::move(picture).value();
    else
      outcome.bundle = failed_bundle(task.file, settings_, picture.error());
  }

  ExtractSettings settings_;
  OcrDesk desk_;
  Analyser analyser_;
  std::optional<Task> task_;
  long pages_ = 0;
  long scanned_ = 0;
};

}  // namespace

model::Result<archival::Copy> make_copy(const SourceFile& file, const archival::Description& description,
                                        std::string_view bundle) {
  const model::Result<model::Bundle> read = model::decode_bundle(bundle);
  if (!read) return read.error();
  return archival::to_pdfa(file.path, file.password, description, read.value().pages);
}

std::unique_ptr<Readers> local_readers(ExtractSettings extract, Analyser analyser) {
  return std::make_unique<LocalReaders>(std::move(extract), std::move(analyser));
}

}  // namespace cotejo::reading
