#include "cli/console/progress.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/console/terminal.h"

namespace cotejo::cli {
namespace {

constexpr auto kRedrawEvery = std::chrono::milliseconds(250);
constexpr std::size_t kBarWidth = 16;  // characters

std::string clock_text(double seconds) {
  const auto all = static_cast<long>(seconds + 0.5);
  if (all >= 3600) return fmt::format("{}:{:02}:{:02}", all / 3600, all / 60 % 60, all % 60);
  return fmt::format("{:02}:{:02}", all / 60, all % 60);
}

// A page that is read from its pixels takes as long as so many that have their text: 1 to 3 s against 20 to 60 ms.
constexpr double kScanned = 50;

// In pages with text.
double work(long pages, long scanned) {
  return static_cast<double>(pages - scanned) + kScanned * static_cast<double>(scanned);
}

std::string bar(const run::Progress& progress) {
  const std::size_t full = kBarWidth * progress.done / std::max<std::size_t>(progress.files, 1);
  return "[" + std::string(full, '=') + std::string(kBarWidth - full, ' ') + "]";
}

}  // namespace

ProgressBar::ProgressBar(const Context& context, std::size_t width) : context_(context), width_(width) {}

ProgressBar::~ProgressBar() {
  clear();
}

void ProgressBar::show(const run::Progress& progress) {
  const auto now = std::chrono::steady_clock::now();
  if (width_ == 0 || progress.files == 0 || now - drawn_ < kRedrawEvery) return;
  drawn_ = now;
  shown_ = true;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  context_.err << "\r\033[K" << progress_text(context_, progress, seconds, width_ - 1) << std::flush;
}

void ProgressBar::clear() {
  if (shown_) context_.err << "\r\033[K" << std::flush;
  shown_ = false;
}

double seconds_left(const run::Progress& it, double seconds) {
  if (it.pages == 0) return -1;
  const double done = work(it.pages_done, it.scanned_done);
  const long begun = std::max(0L, it.pages - it.pages_done), begun_scanned = std::max(0L, it.scanned - it.scanned_done);
  const double under_way = work(begun, begun_scanned);
  // A page that is left of them is like those read of them; before there are any, like the one that is being read, or
  // those of all.
  const double of_all = work(it.pages, it.scanned) / static_cast<double>(it.pages);
  const double each = begun > 0 ? under_way / static_cast<double>(begun) : it.scanning > 0 ? kScanned : of_all;
  const double ahead = each * static_cast<double>(it.ahead);
  const double known = done + under_way + ahead;
  const double of_the_rest = it.bytes > 0 ? known * static_cast<double>(it.bytes_ahead) / static_cast<double>(it.bytes)
                                          : known * static_cast<double>(it.files - it.done) /
                                                static_cast<double>(std::max<std::size_t>(it.done, 1));
  return (ahead + of_the_rest) * seconds / work(it.pages, it.scanned);
}

std::string progress_text(const Context& context, const run::Progress& progress, double seconds, std::size_t width) {
  const double rate = seconds > 0 ? static_cast<double>(progress.pages) / seconds : 0.0;
  const double left = seconds_left(progress, seconds);
  const std::string documents = context.say(Text::progress_documents, progress.done, progress.files);
  const std::string time =
      left >= 0 && progress.done < progress.files ? context.say(Text::progress_left, clock_text(left)) : "";
  const std::string pages = " · " + context.count(progress.pages, Text::pages_counted);
  const std::string pace = context.say(Text::progress_rate, rate);
  for (const std::string& line :
       {bar(progress) + " " + documents + pages + pace + time, documents + pages + pace + time,
        documents + pages + time, documents + time, documents}) {
    if (columns_of(line) <= width) return line;
  }
  return cut_to(documents, width);
}

}  // namespace cotejo::cli
