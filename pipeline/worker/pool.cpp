#include "pipeline/worker/pool.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <deque>
#include <map>
#include <set>
#include <utility>

#include "pipeline/worker/child.h"
#include "pipeline/worker/job.h"

namespace cotejo::worker {
namespace {

using model::Error;
using model::ErrorCode;
using model::Stage;
using Clock = std::chrono::steady_clock;

constexpr int kTickMilliseconds = 50;

// A worker that has grown beyond this, or has read so many documents, is replaced: libraries keep what they once took.
constexpr std::int64_t kBloated = std::int64_t{400} << 20;
constexpr int kMostDocuments = 250;

// Starting a worker failed so often without one answer: the fault is not a document's.
constexpr int kMostFailedStarts = 5;

// Orders that open the document for themselves and close it again.
bool opens_anew(Order order) {
  return order == Order::draw || order == Order::detach || order == Order::archive;
}

// A place for one worker process at a time.
struct Slot {
  std::optional<Child> child;
  Job* job = nullptr;     // whose order is being followed; null when idle or when the job is over already
  bool busy = false;      // an order was sent and not answered
  bool answered = false;  // this child has answered once
  Request order;          // the one being followed, without the blobs
  std::uint64_t open_document = 0;
  std::set<int> held;         // pages of it that the child still has
  int documents = 0;          // read by this child
  std::uint32_t changes = 0;  // of the board, when last looked at
  double processor = 0;       // seconds that the child had used when it got the order
  double still_seconds = 0;   // how long it slept with nothing heard from it
  double awake = 0;           // of the child, when last looked at
  Clock::time_point looked{};
};

}  // namespace

struct Pool::State {
  explicit State(PoolSettings settings)
      : settings_(std::move(settings)),
        fingerprint_(settings_.extract.fingerprint()),
        slots_(static_cast<std::size_t>(std::max(1, settings_.jobs))) {
    remove_orphaned_folders();
  }

  void begin(Task task, model::Result<Descriptor> bytes) {
    const std::optional<Error> error = bytes ? std::nullopt : std::optional(bytes.error());
    Descriptor descriptor = bytes ? std::move(bytes).value() : Descriptor();
    jobs_.push_back(
        std::make_unique<Job>(++last_number_, std::move(task), std::move(descriptor), fingerprint_, settings_.limits));
    if (!error) return;
    jobs_.back()->fail(*error);
    conclude(*jobs_.back());
  }

  void turn(int wake) {
    dispatch();
    if (done_.empty()) listen(wake);
  }

  std::optional<Outcome> take() {
    if (done_.empty()) return std::nullopt;
    Outcome outcome = std::move(done_.front());
    done_.pop_front();
    return outcome;
  }

  reading::PagesRead pages_read() const {
    reading::PagesRead read{pages_of_the_gone_, scanned_of_the_gone_, 0, 0};
    std::map<std::uint64_t, long> lengths;  // of documents under way, as their readers have told them
    for (const Slot& slot : slots_) {
      if (!slot.child) continue;
      const Board& board = slot.child->board();
      read.pages += board.pages_done();
      read.scanned += board.scanned_done();
      if (slot.job == nullptr) continue;
      lengths[slot.job->number()] = board.document_pages();
      read.scanning += board.activity().stage == Stage::ocr ? 1 : 0;
    }
    for (const auto& [job, length] : lengths) read.ahead += length;
    read.ahead = std::max(0L, read.ahead - (read.pages - pages_of_the_done_));
    return read;
  }

  const std::string& warning() const { return warning_; }

 private:
  // Gives every idle worker something to do, and starts workers where there is something to do for them.
  void dispatch() {
    while (Slot* slot = idle_slot()) {
      Job* job = job_for(*slot);
      if (job == nullptr) return;
      order(*slot, *job);
    }
  }

  // An idle slot with the document open that still waits, else one with a child, else an empty one.
  Slot* idle_slot() {
    Slot* best = nullptr;
    const auto worth = [&](const Slot& slot) {
      const Job* job = job_numbered(slot.open_document);
      return job != nullptr && job->waiting() ? 2 : slot.child ? 1 : 0;
    };
    for (Slot& slot : slots_) {
      if (!slot.busy && (best == nullptr || worth(slot) > worth(*best))) best = &slot;
    }
    return best;
  }

  Job* job_numbered(std::uint64_t number) {
    for (const auto& job : jobs_) {
      if (job->number() == number) return job.get();
    }
    return nullptr;
  }

  // First the document that the worker has open, then one that nobody has begun, then the one with most to share.
  Job* job_for(const Slot& slot) {
    if (Job* own = job_numbered(slot.open_document); own != nullptr && own->waiting()) return own;
    Job* longest = nullptr;
    for (const auto& job : jobs_) {
      if (!job->waiting()) continue;
      if (!job->opened()) return job.get();
      if (longest == nullptr || job->pages_waiting() > longest->pages_waiting()) longest = job.get();
    }
    return longest;
  }

  // Workers that would stand idle if this job kept all its pages to itself.
  int helpers_for(const Slot& slot, const Job& job) {
    int idle = 0;
    for (const Slot& other : slots_) idle += !other.busy && &other != &slot ? 1 : 0;
    for (const auto& other : jobs_) idle -= other.get() != &job && other->waiting() ? 1 : 0;
    return std::max(0, idle);
  }

  void order(Slot& slot, Job& job) {
    if (!slot.child && !start(slot, job)) return;
    if (slot.open_document != job.number()) {
      slot.held.clear();
      ++slot.documents;
    }
    Request request = job.next(slot.held, helpers_for(slot, job));
    const bool reads = request.order == Order::read;
    request.with_file = (reads && slot.open_document != job.number()) || opens_anew(request.order);
    slot.open_document = reads ? job.number() : 0;
    slot.job = &job;
    slot.busy = true;
    slot.processor = slot.child->processor_seconds();
    slot.awake = slot.child->awake_seconds();
    slot.looked = Clock::now();
    slot.still_seconds = 0;
    const bool sent = slot.child->channel().send(encode(request), request.with_file ? job.bytes() : -1);
    request.pages.clear();
    request.bundle.clear();
    slot.order = std::move(request);
    if (!sent) lose(slot, std::nullopt);
  }

  bool start(Slot& slot, Job& job) {
    Setup setup{settings_.extract, settings_.analysis, settings_.limits, {}};
    model::Result<Child> child = Child::start(settings_.command, std::move(setup));
    if (!child) {
      job.fail(child.error());
      conclude(job);
      return false;
    }
    slot.child.emplace(std::move(child).value());
    slot.answered = false;
    slot.documents = 0;
    slot.changes = 0;
    return true;
  }

  // Waits a moment for answers or for `wake`; then looks for workers over their limits.
  void listen(int wake) {
    std::vector<pollfd> sockets;
    std::vector<Slot*> owners;
    for (Slot& slot : slots_) {
      if (!slot.busy) continue;
      sockets.push_back({slot.child->channel().descriptor(), POLLIN, 0});
      owners.push_back(&slot);
    }
    sockets.push_back({wake, POLLIN, 0});
    if (poll(sockets.data(), sockets.size(), kTickMilliseconds) < 0 && errno != EINTR) return;
    for (std::size_t i = 0; i < owners.size(); ++i) {
      if (sockets[i].revents != 0) hear(*owners[i]);
    }
    const auto now = Clock::now();
    if (now - watched_ < std::chrono::milliseconds(kTickMilliseconds)) return;
    watched_ = now;
    for (Slot& slot : slots_) watch(slot);
  }

  void hear(Slot& slot) {
    slot.still_seconds = 0;
    switch (slot.child->channel().advance()) {
      case Channel::Step::more:
        return;
      case Channel::Step::closed:
        return lose(slot, std::nullopt);
      case Channel::Step::rubbish:
        return lose(slot, Error{ErrorCode::protocol, Stage::page, "", 0, "el proceso lector respondió sin sentido"});
      case Channel::Step::whole:
        break;
    }
    model::Result<Reply> reply = decode_reply(slot.child->channel().take());
    if (!reply) return lose(slot, reply.error());
    take(slot, std::move(reply).value());
  }

  void take(Slot& slot, Reply reply) {
    slot.answered = true;
    failed_starts_ = 0;
    if (reply.answer == Answer::ready) {
      if (!reply.isolation.problem.empty()) warning_ = reply.isolation.problem;
      return;
    }
    Job* job = std::exchange(slot.job, nullptr);
    slot.busy = false;
    const Request order = std::move(slot.order);
    if (job != nullptr) job->spent(std::max(0.0, slot.child->processor_seconds() - slot.processor));
    if (job != nullptr && follow(slot, *job, order, std::move(reply))) conclude(*job);
    if (slot.documents >= kMostDocuments || slot.child->resident_bytes() > kBloated) retire(slot);
  }

  // True when the job is over.
  bool follow(Slot& slot, Job& job, const Request& order, Reply reply) {
    if (reply.answer == Answer::failed) {
      const Activity at{reply.error.stage, reply.error.page};
      slot.open_document = 0;
      slot.held.clear();
      // What the worker itself made of it and could tell: trying again would tell the same.
      const bool of_the_file =
          (order.order == Order::read && at.page == 0 && at.stage == Stage::open) || opens_anew(order.order);
      if (of_the_file) {
        job.fail(reply.error);
        return true;
      }
      return job.lost(order, at, reply.error);
    }
    if (reply.answer == Answer::pages && order.order == Order::read) {
      slot.held.insert(reply.page_numbers.begin(), reply.page_numbers.end());
      return job.take_pages(order, std::move(reply));
    }
    if (reply.answer == Answer::finished) {
      slot.open_document = 0;
      slot.held.clear();
      return job.take_finished(order, std::move(reply));
    }
    if (reply.answer == Answer::drawn && order.order == Order::draw) return job.take_drawn(order, std::move(reply));
    if (reply.answer == Answer::detached && order.order == Order::detach) return job.take_detached(std::move(reply));
    if (reply.answer == Answer::archived && order.order == Order::archive) return job.take_archived(std::move(reply));
    job.fail({ErrorCode::protocol, Stage::page, "", 0, ""});
    return true;
  }

  // A worker that is over a limit is ended, and its order lost.
  void watch(Slot& slot) {
    if (!slot.busy) return;
    // What computes, or would on a less busy machine, is not still: the limit on the processor's time is there for it.
    const auto now = Clock::now();
    const double awake = slot.child->awake_seconds();
    const double passed = std::chrono::duration<double>(now - std::exchange(slot.looked, now)).count();
    slot.still_seconds += std::max(0.0, passed - std::max(0.0, awake - std::exchange(slot.awake, awake)));
    if (const std::uint32_t changes = slot.child->board().changes(); changes != slot.changes) {
      slot.changes = changes;
      slot.still_seconds = 0;
    }
    if (slot.still_seconds > settings_.limits.wall_seconds) {
      return lose(slot, Error{ErrorCode::timed_out, Stage::page, "", 0,
                              std::to_string(static_cast<int>(settings_.limits.wall_seconds)) + " s"});
    }
    if (slot.child->resident_bytes() > settings_.limits.memory) {
      return lose(slot, Error{ErrorCode::out_of_memory, Stage::page, "", 0,
                              std::to_string(settings_.limits.memory >> 20) + " MB"});
    }
  }

  // The worker is gone, or has to go: `why` is known, or else how it ended tells.
  void lose(Slot& slot, std::optional<Error> why) {
    const bool memory = slot.child->board().out_of_memory();
    const Activity activity = slot.child->board().activity();
    const bool began = slot.child->board().changes() > 0;
    const bool answered = slot.answered;
    note_pages(*slot.child);
    const double used = std::max(0.0, slot.child->processor_seconds() - slot.processor);
    const End end = slot.child->end();
    slot.child.reset();
    slot.busy = false;
    slot.open_document = 0;
    slot.held.clear();
    Job* job = std::exchange(slot.job, nullptr);
    const Request order = std::move(slot.order);
    if (!answered) ++failed_starts_;
    if (job == nullptr) return;
    job->spent(used);
    Error error = why ? *why : error_of(end, memory, settings_.limits);
    error.stage = began ? activity.stage : Stage::open;
    if (failed_starts_ >= kMostFailedStarts) {
      job->fail(error);
      conclude(*job);
      return;
    }
    if (job->lost(order, began ? activity : Activity{}, error)) conclude(*job);
  }

  // What a worker read that is about to go.
  void note_pages(const Child& child) {
    pages_of_the_gone_ += child.board().pages_done();
    scanned_of_the_gone_ += child.board().scanned_done();
  }

  void retire(Slot& slot) {
    note_pages(*slot.child);
    slot.child.reset();
    slot.open_document = 0;
    slot.held.clear();
  }

  // The job's outcome is there; workers that still follow orders of it are not listened to any more.
  void conclude(Job& job) {
    const bool read = job.bytes() >= 0;  // and not only looked at again
    done_.push_back(job.outcome());
    if (read) pages_of_the_done_ += static_cast<long>(done_.back().bundle.pages.size());
    for (Slot& slot : slots_) {
      if (slot.job == &job) slot.job = nullptr;
    }
    jobs_.erase(std::find_if(jobs_.begin(), jobs_.end(), [&](const auto& it) { return it.get() == &job; }));
  }

  PoolSettings settings_;
  std::string fingerprint_;
  std::vector<Slot> slots_;
  std::vector<std::unique_ptr<Job>> jobs_;  // in the order in which they were begun
  std::deque<Outcome> done_;
  std::uint64_t last_number_ = 0;
  long pages_of_the_gone_ = 0;    // read by workers that are there no more
  long scanned_of_the_gone_ = 0;  // of these
  long pages_of_the_done_ = 0;    // of documents that were concluded
  int failed_starts_ = 0;
  std::string warning_;
  Clock::time_point watched_{};
};

Pool::Pool(PoolSettings settings) : state_(std::make_unique<State>(std::move(settings))) {}
Pool::~Pool() = default;

void Pool::begin(Task task, model::Result<Descriptor> bytes) {
  state_->begin(std::move(task), std::move(bytes));
}

void Pool::turn(int wake) {
  state_->turn(wake);
}

std::optional<Outcome> Pool::take() {
  return state_->take();
}

reading::PagesRead Pool::pages_read() const {
  return state_->pages_read();
}

const std::string& Pool::warning() const {
  return state_->warning();
}

}  // namespace cotejo::worker
