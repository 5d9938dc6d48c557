#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "extractors/pdf/raster.h"
#include "model/geometry.h"
#include "model/result.h"
#include "pipeline/reading/readers.h"

namespace cotejo::cli::review {

// Bytes that are kept of what was asked for, the last used first.
class ByteCache {
 public:
  explicit ByteCache(std::size_t most) : most_(most) {}
  [[nodiscard]] std::shared_ptr<const std::string> find(const std::string& key);
  void keep(const std::string& key, std::shared_ptr<const std::string> bytes);
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  struct Item {
    std::string key;
    std::shared_ptr<const std::string> bytes;
  };
  std::size_t most_;
  std::size_t size_ = 0;
  std::list<Item> items_;
  std::map<std::string, std::list<Item>::iterator> by_key_;
};

// Draws pages: PDFs are opened by a worker process alone, which stays warm between pages. Any thread may ask.
class Draftsman {
 public:
  struct Page {
    std::string path;    // where the document lies: a file, or one that is attached to a file
    std::string sha256;  // of its content as it was read
    int number = 1;      // from 1
    double dpi = 110;
  };
  // Makes what draws (called on the draftsman's own thread) and what opens the PDF at a path.
  struct Makers {
    std::function<std::unique_ptr<reading::Readers>()> readers;
    std::function<model::Result<reading::Task>(const std::string& path)> task;
  };
  explicit Draftsman(Makers makers);
  ~Draftsman();
  Draftsman(const Draftsman&) = delete;
  Draftsman& operator=(const Draftsman&) = delete;

  // The page, or a part of it (points), as PNG. not_found: the file is gone; damaged with detail "cambió": it holds
  // something else now; and whatever keeps a page from being drawn. Small pictures wait for larger ones.
  [[nodiscard]] model::Result<std::shared_ptr<const std::string>> draw(const Page& page,
                                                                       const std::optional<model::Rect>& part = {});

 private:
  struct Order {
    Page page;
    std::promise<model::Result<std::shared_ptr<const pdf::Raster>>> done;
  };
  // What opens a file, as long as the file stays as it is.
  struct Opener {
    reading::Task task;
    std::string state;  // size and time of the file
  };
  void work();
  [[nodiscard]] model::Result<std::shared_ptr<const pdf::Raster>> picture(reading::Readers& readers, const Page& page);
  [[nodiscard]] model::Result<reading::Task> task_for(const Page& page);
  [[nodiscard]] std::shared_ptr<const pdf::Raster> kept_raster(const std::string& key);

  Makers makers_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Order> orders_;
  bool ending_ = false;
  ByteCache pictures_;
  std::list<std::pair<std::string, std::shared_ptr<const pdf::Raster>>> rasters_;  // the last used first
  std::list<std::pair<std::string, Opener>> openers_;                              // of the draftsman's thread alone
  std::thread thread_;                                                             // the last: it uses the others
};

}  // namespace cotejo::cli::review
