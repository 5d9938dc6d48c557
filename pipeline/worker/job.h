#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "pipeline/reading/readers.h"
#include "pipeline/worker/channel.h"
#include "pipeline/worker/message.h"

namespace cotejo::worker {

using reading::Activity;
using reading::Outcome;
using reading::Task;

// Pages first to last, both included; last 0 means to the end of a document whose length is not known yet.
struct PageRange {
  int first = 1;
  int last = 0;
};

// A document on its way through the pool: which pages are read, which are still to be, what was tried and failed. Knows
// nothing of processes, so that every turn of it can be tested by itself.
class Job {
 public:
  // `settings` is the fingerprint that a document which fails is stored with.
  Job(std::uint64_t number, Task task, Descriptor bytes, std::string settings, Limits limits = {});

  [[nodiscard]] std::uint64_t number() const { return number_; }
  [[nodiscard]] const Task& task() const { return task_; }
  [[nodiscard]] int bytes() const { return bytes_.get(); }  // descriptor of what the file held when it was begun

  // Whether there is an order to be given now.
  [[nodiscard]] bool waiting() const;
  // Whether a first answer came, so that its length is known.
  [[nodiscard]] bool opened() const { return page_count_ > 0; }
  // Pages that nobody reads yet; 1 while the length is not known.
  [[nodiscard]] int pages_waiting() const;

  // The next order for a worker that holds the pages `held` of this document. Only while waiting(). `helpers` is how
  // many other workers stand idle: they are left a share.
  [[nodiscard]] Request next(const std::set<int>& held, int helpers);

  // The processor's time that an order took, told before its answer or loss. Beyond Limits::document_seconds no further
  // page is begun.
  void spent(double seconds) { seconds_ += seconds; }

  // The answer to an order. The job is over when it gives true: outcome() may be taken.
  [[nodiscard]] bool take_pages(const Request& order, Reply reply);
  [[nodiscard]] bool take_finished(const Request& order, Reply reply);
  [[nodiscard]] bool take_drawn(const Request& order, Reply reply);
  [[nodiscard]] bool take_detached(Reply reply);
  [[nodiscard]] bool take_archived(Reply reply);
  // The order was lost while the worker was at `activity`.
  [[nodiscard]] bool lost(const Request& order, const Activity& activity, const model::Error& error);
  // The document cannot be read at all.
  void fail(const model::Error& error);

  [[nodiscard]] Outcome outcome();

 private:
  bool lost_page(const Request& order, const Activity& activity, const model::Error& error);
  bool lost_whole(const Request& order, const Activity& activity, const model::Error& error);
  void give_up(model::Error error);
  bool settle();

  std::uint64_t number_;
  Task task_;
  Descriptor bytes_;
  std::string settings_;
  Limits limits_;
  int page_count_ = 0;
  model::Bundle facts_;               // without pages
  std::map<int, std::string> pages_;  // codec blobs, by number
  std::vector<model::Error> errors_;  // found by the parent
  std::deque<PageRange> waiting_;
  int under_way_ = 0;            // orders
  bool finish_waiting_ = false;  // all pages are here, the rest of the work is not done
  std::map<int, int> attempts_;  // by page, of those that killed a worker
  std::set<int> text_only_;      // pages whose pixels killed a worker twice; their text layer may still be read
  int lost_pages_ = 0;           // given up for good
  double seconds_ = 0;           // of the processor, so far
  int attempts_at_whole_ = 0;
  bool content_ = true;
  bool analyse_ = true;
  Outcome outcome_;
};

}  // namespace cotejo::worker
