#pragma once

#include <chrono>
#include <string>

#include "cli/context.h"
#include "pipeline/run/report.h"

namespace cotejo::cli {

// A bar at the foot of a terminal, with documents, pages, rate and time left. Off a terminal it shows nothing: there
// the lines of the files themselves tell how far the run is.
class ProgressBar {
 public:
  ProgressBar(const Context& context, bool on_terminal);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(const run::Progress& progress);
  // Takes the bar away, so that a line may be written.
  void clear();

 private:
  const Context& context_;
  bool on_terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point drawn_{};
};

// The text of the bar, without the bar itself: pure.
[[nodiscard]] std::string progress_text(const Context& context, const run::Progress& progress, double seconds);

}  // namespace cotejo::cli
