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

// Seconds that the rest takes, from the first page on. It is reckoned by pages, of which a scanned one counts for many:
// those left of the documents under way are taken to be like what was read of them, and the files that nobody has
// looked at to have as much to read for their size as those begun. Less than 0 before there is a page.
[[nodiscard]] double seconds_left(const run::Progress& progress, double seconds);

}  // namespace cotejo::cli
