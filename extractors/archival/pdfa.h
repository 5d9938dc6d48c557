#pragma once

#include <string>
#include <vector>

#include "extractors/archival/description.h"
#include "model/page.h"
#include "model/result.h"

namespace cotejo::archival {

// A PDF/A-2b that shows what the original shows; or why there can be none without changing what it shows.
struct Copy {
  std::string bytes;                   // empty when there are obstacles
  std::vector<std::string> obstacles;  // Spanish, each once
  // What was taken out that no page shows: scripts, attachments; and whose letters stand for a font's that is not
  // there.
  std::vector<std::string> changes;  // Spanish
};

// Makes the copy. Words of `pages` that were read from pixels are laid over their page as invisible text, in the order
// in which they are given; what the pages draw is kept byte for byte. encrypted, damaged, no_pages.
[[nodiscard]] model::Result<Copy> to_pdfa(const std::string& path, const std::string& password,
                                          const Description& description, const std::vector<model::Page>& pages);

}  // namespace cotejo::archival
