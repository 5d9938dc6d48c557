#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/pdf/raster.h"
#include "model/result.h"
#include "model/store/store.h"
#include "pipeline/exports/output/originals.h"

namespace cotejo::exports {

// The picture of a finding, or why there is none.
struct EvidencePicture {
  std::string png;      // its bytes
  std::string lacking;  // Spanish; empty as well as `png`: the finding points at no place of its page
};

// Draws pieces of pages with the places framed that findings point at. The last page and its original are kept:
// findings that come page after page have each page drawn once.
class EvidencePictures {
 public:
  // nullptr: no originals are at hand. They have to outlive it.
  explicit EvidencePictures(const Originals* originals) : originals_(originals) {}

  // Of the finding's own page, with the paragraphs of the caption under it. Fails with `output` when the person
  // interrupts it; an original that is gone or cannot be drawn is told in the picture's place.
  [[nodiscard]] model::Result<EvidencePicture> of(const store::FindingDetail& detail,
                                                  const std::vector<std::string>& caption);

 private:
  [[nodiscard]] model::Status turn_to(const std::string& sha256, int page);

  const Originals* originals_;
  std::string sha256_;
  std::optional<reading::Task> original_;
  std::string missing_;  // why there is no original
  int page_ = 0;         // 0: none of this original
  std::optional<pdf::Raster> drawn_;
  std::string undrawn_;  // why there is no drawing
};

}  // namespace cotejo::exports
