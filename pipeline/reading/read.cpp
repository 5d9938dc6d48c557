#include "pipeline/reading/read.h"

#include <utility>

namespace cotejo::reading {

using model::Stage;

// bytes → pages → …
Read read(const SourceFile& file, const ExtractSettings& settings, OcrDesk& desk, const Analyser& analyser,
          const Steps& steps, const Watch& watch) {
  watch({Stage::open, 0});
  model::Result<Extraction> document = Extraction::open(file, settings);
  if (!document) return {failed_bundle(file, settings, document.error()), {}, {}};
  for (int page = 1; page <= document.value().page_count(); ++page) document.value().read_page(page, desk, watch);
  return finish(document.value().take(), analyser, steps, watch);
}

// … → content → records → checks
Read finish(model::Bundle pages, const Analyser& analyser, const Steps& steps, const Watch& watch) {
  Read result{std::move(pages), {}, {}};
  model::Bundle& bundle = result.bundle;
  const int page_count = static_cast<int>(bundle.pages.size());
  sort_pages(bundle);
  if (steps.content) {
    watch({Stage::tables, 0, page_count});
    read_content(bundle);
  }
  if (bundle.pages.empty() || !steps.analyse) return result;

  watch({Stage::map, 0, page_count});
  Understanding records = analyser.understand(bundle, steps.told);
  if (steps.inspect) result.inspection = analyser.inspect(bundle, steps.told);
  result.analysis = analyser.check(std::move(records));
  return result;
}

}  // namespace cotejo::reading
