#pragma once

#include <optional>
#include <string>

#include "model/codec/codec.h"
#include "model/told.h"
#include "pipeline/reading/analysis.h"
#include "pipeline/reading/extraction.h"

namespace cotejo::reading {

// How far a document is taken on its way.
struct Steps {
  bool content = true;   // find tables and running text
  bool analyse = true;   // map and check
  bool inspect = false;  // tell how it was understood, too
  model::Told told{};    // by a person, of the document
};

// What a document becomes.
struct Read {
  model::Bundle bundle;                     // with the reasons, and without pages, when it could not be read
  std::optional<model::Analysis> analysis;  // nothing when it was not asked for or there is no page
  std::string inspection;                   // as mapping::inspect gives it; empty as the analysis is
};

// The whole way of a document, in this process.
[[nodiscard]] Read read(const SourceFile& file, const ExtractSettings& settings, OcrDesk& desk,
                        const Analyser& analyser, const Steps& steps, const Watch& watch);

// The second half of the way, once all pages that can be read are here, whoever read them: content, records, checks.
[[nodiscard]] Read finish(model::Bundle pages, const Analyser& analyser, const Steps& steps, const Watch& watch);

}  // namespace cotejo::reading
