#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "pipeline/run/report.h"

namespace cotejo::run {

// "new_content", "settings_changed", … : stable names for logs.
[[nodiscard]] std::string_view decision_name(Decision decision);

// "2024-05-31T14:03:09Z": now.
[[nodiscard]] std::string utc_now();

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
