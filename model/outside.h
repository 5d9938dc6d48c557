#pragma once

#include <vector>

#include "model/document.h"

namespace cotejo::model {

// Consecutive pages with figures of lost tables.
struct OutsideRun {
  int first_page = 0;  // from 1
  int last_page = 0;
  std::vector<const OutsideFigure*> figures;  // of the bundle, in its order
};

[[nodiscard]] std::vector<OutsideRun> outside_runs(const Bundle& bundle);

}  // namespace cotejo::model
