#include "cli/review/desk/draftsman.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "extractors/overlay/png.h"
#include "pipeline/run/attachments.h"

namespace cotejo::cli::review {
namespace {

using model::Error;
using model::ErrorCode;
using model::Result;
using model::Stage;

constexpr std::size_t kMostPictures = std::size_t{64} << 20;  // bytes of PNG kept
constexpr std::size_t kMostRasters = 3;                       // pages kept to cut clips from: some 9 MB each
constexpr std::size_t kMostOpeners = 8;
constexpr std::size_t kMostOrders = 400;  // waiting; whoever scrolls faster is told to ask again

std::string key_of(const Draftsman::Page& page) {
  return page.sha256 + " " + std::to_string(page.number) + " " + std::to_string(page.dpi);
}

// What changes when a file does; empty when it is not there.
std::string state_of(const std::string& path) {
  struct stat facts {};
  if (stat(run::file_of(path).c_str(), &facts) != 0) return "";
  return std::to_string(facts.st_size) + " " + std::to_string(facts.st_mtim.tv_sec) + " " +
         std::to_string(facts.st_mtim.tv_nsec) + " " + std::to_string(facts.st_ino);
}

}  // namespace

std::shared_ptr<const std::string> ByteCache::find(const std::string& key) {
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  items_.splice(items_.begin(), items_, found->second);
  return found->second->bytes;
}

void ByteCache::keep(const std::string& key, std::shared_ptr<const std::string> bytes) {
  if (bytes->size() > most_ || by_key_.contains(key)) return;
  size_ += bytes->size();
  items_.push_front({key, std::move(bytes)});
  by_key_[key] = items_.begin();
  while (size_ > most_) {
    size_ -= items_.back().bytes->size();
    by_key_.erase(items_.back().key);
    items_.pop_back();
  }
}

Draftsman::Draftsman(Makers makers)
    : makers_(std::move(makers)), pictures_(kMostPictures), thread_([this] { work(); }) {}

Draftsman::~Draftsman() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

std::shared_ptr<const pdf::Raster> Draftsman::kept_raster(const std::string& key) {
  const auto found = std::find_if(rasters_.begin(), rasters_.end(), [&](const auto& it) { return it.first == key; });
  if (found == rasters_.end()) return nullptr;
  rasters_.splice(rasters_.begin(), rasters_, found);
  return rasters_.front().second;
}

Result<std::shared_ptr<const std::string>> Draftsman::draw(const Page& page, const std::optional<model::Rect>& part) {
  const std::string key = key_of(page);
  std::shared_ptr<const pdf::Raster> raster;
  std::future<Result<std::shared_ptr<const pdf::Raster>>> coming;
  {
    const std::lock_guard lock(mutex_);
    if (!part) {
      if (auto bytes = pictures_.find(key)) return bytes;
    }
    raster = kept_raster(key);
    if (!raster) {
      if (orders_.size() >= kMostOrders) return Error{ErrorCode::timed_out, Stage::page, page.path, page.number, ""};
      Order order{page, {}};
      coming = order.done.get_future();
      orders_.push_back(std::move(order));
    }
  }
  if (!raster) {
    wake_.notify_one();
    auto drawn = coming.get();
    if (!drawn) return drawn.error();
    raster = std::move(drawn).value();
  }
  auto bytes = std::make_shared<const std::string>(overlay::png_of(*raster, part));
  if (bytes->empty()) return Error{ErrorCode::page_failed, Stage::page, page.path, page.number, ""};
  const std::lock_guard lock(mutex_);
  if (!part) pictures_.keep(key, bytes);
  return bytes;
}

// The newest order first, for that is what a person looks at now; the larger before the smaller, which are thumbnails.
void Draftsman::work() {
  std::unique_ptr<reading::Readers> readers;
  while (true) {
    std::optional<Order> order;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return ending_ || !orders_.empty(); });
      if (ending_) break;
      auto best = orders_.rbegin();
      for (auto it = orders_.rbegin(); it != orders_.rend(); ++it)
        if (it->page.dpi > best->page.dpi) best = it;
      order = std::move(*best);
      orders_.erase(std::next(best).base());
      if (auto raster = kept_raster(key_of(order->page))) {
        order->done.set_value(std::move(raster));
        continue;
      }
    }
    try {
      if (!readers) readers = makers_.readers();
      auto drawn = picture(*readers, order->page);
      if (drawn) {
        const std::lock_guard lock(mutex_);
        rasters_.emplace_front(key_of(order->page), drawn.value());
        if (rasters_.size() > kMostRasters) rasters_.pop_back();
      }
      order->done.set_value(std::move(drawn));
    } catch (const std::exception& fault) {  // of a library, or memory that ran out: this picture alone is lost
      readers.reset();
      order->done.set_value(
          Error{ErrorCode::page_failed, Stage::page, order->page.path, order->page.number, fault.what()});
    }
  }
  for (Order& order : orders_) order.done.set_value(Error{ErrorCode::timed_out, Stage::page, "", 0, ""});
}

Result<reading::Task> Draftsman::task_for(const Page& page) {
  const std::string state = state_of(page.path);
  const auto found =
      std::find_if(openers_.begin(), openers_.end(), [&](const auto& it) { return it.first == page.path; });
  if (found != openers_.end()) {
    if (found->second.state == state) {
      openers_.splice(openers_.begin(), openers_, found);
      return openers_.front().second.task;
    }
    openers_.erase(found);
  }
  Result<reading::Task> task = makers_.task(page.path);
  if (!task) return task;
  openers_.emplace_front(page.path, Opener{task.value(), state});
  if (openers_.size() > kMostOpeners) openers_.pop_back();
  return task;
}

Result<std::shared_ptr<const pdf::Raster>> Draftsman::picture(reading::Readers& readers, const Page& page) {
  Result<reading::Task> task = task_for(page);
  if (!task) return task.error();
  if (task.value().file.sha256 != page.sha256)
    return Error{ErrorCode::damaged, Stage::open, page.path, page.number, "cambió"};
  task.value().draw_page = page.number;
  task.value().dpi = page.dpi;
  readers.begin(std::move(task).value());
  std::optional<reading::Outcome> outcome = readers.next([this](long) {
    const std::lock_guard lock(mutex_);
    return !ending_;
  });
  if (outcome && outcome->picture) return std::make_shared<const pdf::Raster>(std::move(*outcome->picture));
  if (outcome && !outcome->bundle.errors.empty()) return outcome->bundle.errors.front();
  return Error{ErrorCode::page_failed, Stage::page, page.path, page.number, ""};
}

}  // namespace cotejo::cli::review
