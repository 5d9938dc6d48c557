#include "pipeline/worker/board.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace cotejo::worker {

Board Board::make() {
  Descriptor memory(memfd_create("cotejo-board", MFD_CLOEXEC));
  if (!memory.open() || ftruncate(memory.get(), sizeof(Shared)) != 0) return {};
  return attach(std::move(memory));
}

Board Board::attach(Descriptor memory) {
  Board board;
  void* place = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED, memory.get(), 0);
  if (place == MAP_FAILED) return board;
  board.shared_ = static_cast<Shared*>(place);
  board.memory_ = std::move(memory);
  return board;
}

Board::Board(Board&& other) noexcept
    : memory_(std::move(other.memory_)), shared_(std::exchange(other.shared_, nullptr)) {}

Board& Board::operator=(Board&& other) noexcept {
  std::swap(memory_, other.memory_);
  std::swap(shared_, other.shared_);
  return *this;
}

Board::~Board() {
  if (shared_ != nullptr) munmap(shared_, sizeof(Shared));
}

void Board::begin(const Activity& activity) {
  shared_->page = static_cast<std::uint32_t>(activity.page);
  shared_->stage = static_cast<std::uint32_t>(activity.stage);
  shared_->changes.fetch_add(1);
}

void Board::document_opened(int pages) {
  shared_->document_pages = static_cast<std::uint32_t>(pages);
}

void Board::page_done(bool scanned) {
  shared_->pages_done.fetch_add(1);
  if (scanned) shared_->scanned_done.fetch_add(1);
}

void Board::ran_out_of_memory() {
  shared_->out_of_memory = 1;
}

Activity Board::activity() const {
  Activity activity;
  activity.page = static_cast<int>(std::min<std::uint32_t>(shared_->page, INT32_MAX));
  activity.stage =
      static_cast<model::Stage>(std::min(shared_->stage.load(), static_cast<std::uint32_t>(model::Stage::output)));
  return activity;
}

std::uint32_t Board::changes() const {
  return shared_->changes;
}

std::uint32_t Board::pages_done() const {
  return shared_->pages_done;
}

std::uint32_t Board::scanned_done() const {
  return shared_->scanned_done;
}

int Board::document_pages() const {
  return static_cast<int>(std::min<std::uint32_t>(shared_->document_pages, INT32_MAX));
}

bool Board::out_of_memory() const {
  return shared_->out_of_memory != 0;
}

}  // namespace cotejo::worker
