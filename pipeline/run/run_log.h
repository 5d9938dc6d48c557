#pragma once

#include <istream>
#include <map>
#include <ostream>
#include <string>
#include <string_view>

#include "pipeline/run/report.h"

namespace cotejo::run {

// "new_content", "settings_changed", … : stable names for logs.
[[nodiscard]] std::string_view decision_name(Decision decision);

// "2024-05-31T14:03:09Z": now.
[[nodiscard]] std::string utc_now();

// The files that earlier runs of `extract` were done with, by path, as their log tells: the last word on each. Only
// path, sha256, bytes, modified, settings and state are filled in. Lines that are cut or are none of ours say nothing.
using DoneBefore = std::map<std::string, FileReport>;
[[nodiscard]] DoneBefore done_before(std::istream& log);

// What a run did, for programs: one JSON object a line, each with `time` (UTC) and `event`: start, file, end.
class RunLog {
 public:
  explicit RunLog(std::ostream& out) : out_(out) {}

  void start(std::size_t files, const std::string& settings);
  void file(const FileReport& report);
  void end(const Summary& summary);
  void stopped(const model::Error& error);  // the database could not go on

 private:
  std::ostream& out_;
};

}  // namespace cotejo::run
