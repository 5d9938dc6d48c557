#pragma once

#include <atomic>
#include <cstdint>

#include "model/result.h"
#include "pipeline/reading/extraction.h"
#include "pipeline/worker/channel.h"

namespace cotejo::worker {

using reading::Activity;

// A piece of memory that a worker writes and its parent reads: what is being done right now. It costs nothing to keep
// and it outlives the worker, so it tells what killed it.
class Board {
 public:
  // A new one, all zero; not `open` when the system has no memory for it.
  [[nodiscard]] static Board make();
  // That which came with this descriptor.
  [[nodiscard]] static Board attach(Descriptor memory);

  Board(Board&& other) noexcept;
  Board& operator=(Board&& other) noexcept;
  ~Board();

  [[nodiscard]] bool open() const { return shared_ != nullptr; }
  [[nodiscard]] int descriptor() const { return memory_.get(); }

  // The worker's side.
  void begin(const Activity& activity);
  void document_opened(int pages);  // how many it has
  void page_done(bool scanned);
  void ran_out_of_memory();

  // The parent's side. The values are the worker's word, no more: a worker that was taken over may write anything.
  [[nodiscard]] Activity activity() const;
  [[nodiscard]] std::uint32_t changes() const;       // grows whenever something is begun
  [[nodiscard]] std::uint32_t pages_done() const;    // since the worker began
  [[nodiscard]] std::uint32_t scanned_done() const;  // of these, those read from their pixels
  [[nodiscard]] int document_pages() const;          // of the document that was opened last; 0 before
  [[nodiscard]] bool out_of_memory() const;

 private:
  struct Shared {
    std::atomic<std::uint32_t> changes;
    std::atomic<std::uint32_t> pages_done;
    std::atomic<std::uint32_t> scanned_done;
    std::atomic<std::uint32_t> document_pages;
    std::atomic<std::uint32_t> page;
    std::atomic<std::uint32_t> stage;
    std::atomic<std::uint32_t> out_of_memory;
  };
  static_assert(std::atomic<std::uint32_t>::is_always_lock_free);

  Board() = default;

  Descriptor memory_;
  Shared* shared_ = nullptr;
};

}  // namespace cotejo::worker
