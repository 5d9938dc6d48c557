#pragma once

#include <string>

#include "pipeline/reading/analysis.h"
#include "pipeline/reading/extraction.h"
#include "pipeline/run/files/passwords.h"

namespace cotejo::run {

// What decides the content of the database beside the files.
struct Settings {
  reading::ExtractSettings extract;
  reading::AnalysisSettings analysis;
  std::string folder;   // that the routes of documents are told from; decides no content
  Passwords passwords;  // decide no content: with the right one a file is read, else it is told

  // Both fingerprints, " | " between them: what a document is stored with.
  [[nodiscard]] std::string fingerprint() const;
};

}  // namespace cotejo::run
