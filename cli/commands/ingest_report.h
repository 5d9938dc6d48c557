#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/console/context.h"
#include "pipeline/run/report.h"

namespace cotejo::cli {

// What a person is told of an ingest: a line a file, then the closing summary.
class IngestReport {
 public:
  // `path_errors`: how many of the paths named do not exist or cannot be read.
  IngestReport(const Context& context, std::string database, bool explain, int path_errors)
      : context_(context), database_(std::move(database)), explain_(explain), path_errors_(path_errors) {}

  void file(const run::FileReport& report);
  void summary(const run::Summary& summary, int other_files);
  // The exit status that the run deserves.
  [[nodiscard]] int status(const run::Summary& summary) const;

 private:
  void explain(const run::FileReport& report);

  const Context& context_;
  std::string database_;
  bool explain_;
  int path_errors_;
  std::vector<std::pair<std::string, std::vector<int>>> without_text_;
};

// «1, 3–7, 9»
[[nodiscard]] std::string page_ranges(const std::vector<int>& pages);

}  // namespace cotejo::cli
