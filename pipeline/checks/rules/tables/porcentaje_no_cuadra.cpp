#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/rules/tables/shares.h"

namespace cotejo::checks {

void porcentaje_no_cuadra(const Context& context, Report& report) {
  report_faults(context, report, {RelationKind::ratio, RelationKind::change, RelationKind::hundred});
  report_parts_of_hundred(context, report);
  report_shares_of_implied_whole(context, report);
}

}  // namespace cotejo::checks
