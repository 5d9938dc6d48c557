#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/rules/tables/bases.h"
#include "pipeline/checks/rules/tables/cut_percentages.h"
#include "pipeline/checks/rules/tables/shares.h"

namespace cotejo::checks {

void porcentaje_no_cuadra(const Context& context, Report& report) {
  report_faults(context, report, {RelationKind::ratio, RelationKind::change, RelationKind::hundred});
  report_parts_of_hundred(context, report);
  report_stale_bases(context, report);
  report_shares_of_implied_whole(context, report);
  report_summed_percentages(context, report);
  report_cut_percentages(context, report);
}

}  // namespace cotejo::checks
