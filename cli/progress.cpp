#include "cli/progress.h"

#include <fmt/format.h>

namespace cotejo::cli {
namespace {

constexpr auto kRedrawEvery = std::chrono::milliseconds(100);
constexpr std::size_t kBarWidth = 24;  // characters

std::string clock_text(double seconds) {
  const auto all = static_cast<long>(seconds + 0.5);
  if (all >= 3600) return fmt::format("{}:{:02}:{:02}", all / 3600, all / 60 % 60, all % 60);
  return fmt::format("{:02}:{:02}", all / 60, all % 60);
}

}  // namespace

ProgressBar::ProgressBar(const Context& context, bool on_terminal) : context_(context), on_terminal_(on_terminal) {}

ProgressBar::~ProgressBar() {
  clear();
}

void ProgressBar::show(const run::Progress& progress) {
  const auto now = std::chrono::steady_clock::now();
  if (!on_terminal_ || progress.files == 0 || now - drawn_ < kRedrawEvery) return;
  drawn_ = now;
  shown_ = true;
  const std::size_t full = kBarWidth * progress.done / progress.files;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  context_.err << "\r\033[K[" << std::string(full, '=') << std::string(kBarWidth - full, ' ') << "] "
               << progress_text(context_, progress, seconds) << std::flush;
}

void ProgressBar::clear() {
  if (shown_) context_.err << "\r\033[K" << std::flush;
  shown_ = false;
}

std::string progress_text(const Context& context, const run::Progress& progress, double seconds) {
  const double rate = seconds > 0 ? static_cast<double>(progress.pages) / seconds : 0.0;
  std::string line = context.say(Text::progress_line, progress.done, progress.files, progress.pages, rate);
  // The time left is told once a document is done: before, there is nothing to reckon from.
  if (progress.done > 0 && progress.done < progress.files) {
    const double each = seconds / static_cast<double>(progress.done);
    line += context.say(Text::progress_left, clock_text(each * static_cast<double>(progress.files - progress.done)));
  }
  return line;
}

}  // namespace cotejo::cli
