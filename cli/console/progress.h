#pragma once

#include <chrono>
#include <string>

#include "cli/console/context.h"
#include "pipeline/run/report.h"

namespace cotejo::cli {

// A line at the foot of a terminal, with documents, pages, rate and time left, never wider than the terminal. Off a
// terminal it shows nothing: there the lines of the files themselves tell how far the run is.
class ProgressBar {
 public:
  // `width`: columns of the terminal, 0 when there is none.
  ProgressBar(const Context& context, std::size_t width);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(const run::Progress& progress);
  // Takes the bar away, so that a line may be written.
  void clear();

 private:
  const Context& context_;
  std::size_t width_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point drawn_{};
};

// The line: what matters least is left out first until it fits. Pure.
[[nodiscard]] std::string progress_text(const Context& context, const run::Progress& progress, double seconds,
                                        std::size_t width);

// Seconds that the rest takes: the pages left, reckoned from what the documents read so far have, at the time that each
// page took until now, whether it was text or a scan. Less than 0 before a document is done.
[[nodiscard]] double seconds_left(const run::Progress& progress, double seconds);

}  // namespace cotejo::cli
