#include "pipeline/worker/pool_readers.h"

#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace cotejo::worker {
namespace {

constexpr std::chrono::milliseconds kTick{50};

// Writes all of it; false when the system has no memory for it.
bool put(const Descriptor& copy, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(copy.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// A copy of the file's bytes that nobody can change any more, so that all workers read what was begun.
model::Result<Descriptor> snapshot(const Task& task) {
  const std::string& path = task.file.path;
  const auto failed = [&](model::ErrorCode code) {
    return model::Error{code, model::Stage::open, path, 0, std::strerror(errno)};
  };
  const bool held = !task.content.empty();
  const Descriptor file(held ? -1 : open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!held && !file.open()) return failed(model::ErrorCode::not_found);
  Descriptor copy(memfd_create("cotejo-pdf", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!copy.open()) return failed(model::ErrorCode::out_of_memory);
  constexpr std::size_t kMost = std::size_t{1} << 30;
  if (held && !put(copy, task.content)) return failed(model::ErrorCode::out_of_memory);
  while (!held) {
    const ssize_t sent = sendfile(copy.get(), file.get(), nullptr, kMost);
    if (sent == 0) break;
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0)
      return failed(errno == ENOSPC || errno == ENOMEM ? model::ErrorCode::out_of_memory : model::ErrorCode::not_found);
  }
  fcntl(copy.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
  return copy;
}

// The pool on a thread of its own, so that workers get their next orders at once whatever the caller is doing: hashing
// files, or waiting for the disk that stores a document.
class PoolReaders : public reading::Readers {
 public:
  explicit PoolReaders(PoolSettings settings)
      : jobs_(static_cast<std::size_t>(std::max(1, settings.jobs))),
        wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
        thread_([this, given = std::move(settings)]() mutable { run(std::move(given)); }) {}

  ~PoolReaders() override {
    end_ = true;
    wake();
    thread_.join();
  }

  // One that waits for every worker, so that none stands idle until the caller has made its next task; a single worker
  // rests while its caller works, so that -j1 keeps to one core.
  std::size_t capacity() const override { return jobs_ == 1 ? 1 : 2 * jobs_; }
  std::size_t under_way() const override { return under_way_; }

  void begin(Task task) override {
    model::Result<Descriptor> bytes = task.bundle.empty() || task.archive ? snapshot(task) : Descriptor();
    task.content.clear();
    ++under_way_;
    {
      const std::lock_guard lock(mutex_);
      begun_.emplace_back(std::move(task), std::move(bytes));
    }
    wake();
  }

  std::optional<Outcome> next(const std::function<bool(long)>& tick) override {
    while (true) {
      if (!tick(pages_read().pages)) return std::nullopt;
      std::unique_lock lock(mutex_);
      changed_.wait_for(lock, kTick, [this] { return !done_.empty() || fault_; });
      if (fault_) std::rethrow_exception(fault_);
      if (done_.empty()) continue;
      Outcome outcome = std::move(done_.front());
      done_.pop_front();
      --under_way_;
      lock.unlock();
      (void)tick(pages_read().pages);
      return outcome;
    }
  }

  reading::PagesRead pages_read() const override {
    const std::lock_guard lock(mutex_);
    return pages_;
  }

  std::string warning() const override {
    const std::lock_guard lock(mutex_);
    return warning_;
  }

 private:
  void wake() const {
    const std::uint64_t one = 1;
    (void)!write(wake_.get(), &one, sizeof one);
  }

  void run(PoolSettings settings) {
    try {
      Pool pool(std::move(settings));
      while (!end_) turn(pool);
    } catch (...) {
      const std::lock_guard lock(mutex_);
      fault_ = std::current_exception();
      changed_.notify_one();
    }
  }

  void turn(Pool& pool) {
    std::uint64_t count = 0;
    (void)!read(wake_.get(), &count, sizeof count);
    std::deque<std::pair<Task, model::Result<Descriptor>>> begun;
    {
      const std::lock_guard lock(mutex_);
      begun.swap(begun_);
    }
    for (auto& [task, bytes] : begun) pool.begin(std::move(task), std::move(bytes));
    pool.turn(wake_.get());
    {
      const reading::PagesRead read = pool.pages_read();
      const std::lock_guard lock(mutex_);
      pages_ = read;
    }
    while (std::optional<Outcome> outcome = pool.take()) {
      const std::lock_guard lock(mutex_);
      done_.push_back(std::move(*outcome));
      warning_ = pool.warning();
      changed_.notify_one();
    }
  }

  const std::size_t jobs_;
  std::size_t under_way_ = 0;  // of the caller's thread
  Descriptor wake_;            // readable when there is something new for the pool's thread
  std::atomic<bool> end_ = false;

  mutable std::mutex mutex_;  // of all below
  std::condition_variable changed_;
  std::deque<std::pair<Task, model::Result<Descriptor>>> begun_;
  std::deque<Outcome> done_;
  reading::PagesRead pages_;
  std::exception_ptr fault_;  // what ended the pool's thread
  std::string warning_;

  std::thread thread_;  // last: it uses all the others
};

}  // namespace

std::unique_ptr<reading::Readers> pool_readers(PoolSettings settings) {
  return std::make_unique<PoolReaders>(std::move(settings));
}

}  // namespace cotejo::worker
