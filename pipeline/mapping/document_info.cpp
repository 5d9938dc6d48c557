#include "pipeline/mapping/document_info.h"

#include <algorithm>

#include "pipeline/mapping/read_table_words.h"
#include "pipeline/mapping/vocabulary.h"
#include "pipeline/normalise/text.h"

namespace cotejo::mapping {

model::DocumentInfo read_document_info(const model::Bundle& bundle, const Vocabulary& vocabulary) {
  model::DocumentInfo info;
  for (const model::Block& block : bundle.blocks) {
    if (block.page > 2) break;
    const std::string folded = normalise::fold(block.text);
    if (info.kind.empty()) info.kind = vocabulary.meaning("documento.tipo", folded);
    const std::vector<int> years = years_in(folded);
    if (info.vigencia_from == 0 && !years.empty()) {
      info.vigencia_from = *std::min_element(years.begin(), years.end());
      info.vigencia_to = *std::max_element(years.begin(), years.end());
    }
  }
  return info;
}

}  // namespace cotejo::mapping
