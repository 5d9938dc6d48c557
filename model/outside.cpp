#include "model/outside.h"

namespace cotejo::model {

std::vector<OutsideRun> outside_runs(const Bundle& bundle) {
  std::vector<OutsideRun> runs;
  for (const OutsideFigure& figure : bundle.outside) {
    if (runs.empty() || figure.page > runs.back().last_page + 1) runs.push_back({figure.page, figure.page, {}});
    runs.back().last_page = figure.page;
    runs.back().figures.push_back(&figure);
  }
  return runs;
}

}  // namespace cotejo::model
