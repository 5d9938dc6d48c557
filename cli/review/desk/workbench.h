#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "cli/console/context.h"
#include "cli/review/desk/archive_index.h"
#include "cli/review/desk/draftsman.h"
#include "cli/review/desk/rechecks.h"
#include "model/document.h"
#include "model/store/store.h"
#include "pipeline/exports/output/originals.h"

namespace cotejo::cli::review {

// The base that is reviewed, for all who review it: one connection and its index in memory, which are used in turns.
class Workbench {
 public:
  struct Settings {
    std::string database;
    double wait_seconds = store::kWaitSeconds;
    Draftsman::Makers drawing;
    Rechecks::Makers checking;
    // The PDFs of the base, for exports that need them.
    std::function<model::Result<std::unique_ptr<exports::Originals>>(store::Store&)> originals;
  };
  // The errors of Store::open.
  [[nodiscard]] static model::Result<std::unique_ptr<Workbench>> open(Settings settings, const Context& context);

  // Work with the base and the index as it is now; nobody else has them meanwhile.
  template <class Work>
  auto use(Work&& work) {
    const std::lock_guard lock(mutex_);
    return work(store_);
  }
  // The same for what takes long and only reads, on a connection of its own: nobody who decides waits for it.
  template <class Work>
  auto use_reader(Work&& work) {
    const std::lock_guard lock(reader_mutex_);
    return work(reader_);
  }
  // As use(), the index read anew if anything in the base changed.
  template <class Work>
  auto use_index(Work&& work) -> decltype(work(std::declval<store::Store&>(), std::declval<ArchiveIndex&>())) {
    const std::lock_guard lock(mutex_);
    if (const model::Status fresh = refresh(); !fresh) return fresh.error();
    return work(store_, index_);
  }
  // After this program wrote to the base.
  void wrote() { ++own_changes_; }
  // After it wrote what the index holds of documents: the index is read anew before it is used again. Within
  // use_index() alone.
  void wrote_documents() { loaded_.reset(); }
  // A text that is another whenever the index shows something else. Within use_index() alone.
  [[nodiscard]] std::string version() const;

  // The bundle of a document; the last few are kept.
  [[nodiscard]] model::Result<std::shared_ptr<const model::Bundle>> bundle(const std::string& sha256);

  // The program is about to end: nobody waits any more for what takes long.
  void end() {
    ending_ = true;
    rechecks_.end();
  }
  [[nodiscard]] bool ending() const { return ending_; }

  // A place for what takes much of the machine, as long as it is held; false where all are taken.
  class Place {
   public:
    explicit Place(std::atomic<int>& taken) : taken_(taken), mine_(++taken <= kPlaces) {}
    ~Place() { --taken_; }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    explicit operator bool() const { return mine_; }

   private:
    static constexpr int kPlaces = 2;
    std::atomic<int>& taken_;
    bool mine_;
  };
  [[nodiscard]] Place place() { return Place(exporting_); }

  [[nodiscard]] model::Result<std::unique_ptr<exports::Originals>> originals(store::Store& store) const {
    return originals_(store);
  }

  [[nodiscard]] Draftsman& draftsman() { return draftsman_; }
  [[nodiscard]] Rechecks& rechecks() { return rechecks_; }
  [[nodiscard]] const Context& context() const { return context_; }
  [[nodiscard]] const std::string& database() const { return database_; }

 private:
  Workbench(store::Store store, store::Store reader, Settings settings, const Context& context);
  [[nodiscard]] model::Status refresh();

  std::string database_;
  const Context& context_;
  std::mutex mutex_;
  store::Store store_;
  ArchiveIndex index_;
  std::optional<std::int64_t> loaded_;  // changes_by_others() when the index was read
  std::chrono::steady_clock::time_point loaded_at_;
  std::chrono::steady_clock::duration loading_{};  // how long that took
  std::atomic<std::int64_t> own_changes_ = 0;
  std::atomic<bool> ending_ = false;
  std::atomic<int> exporting_ = 0;
  std::mutex reader_mutex_;
  store::Store reader_;
  std::function<model::Result<std::unique_ptr<exports::Originals>>(store::Store&)> originals_;
  std::mutex bundles_mutex_;
  std::list<std::pair<std::string, std::shared_ptr<const model::Bundle>>> bundles_;  // the last used first
  Draftsman draftsman_;
  Rechecks rechecks_;
};

}  // namespace cotejo::cli::review
