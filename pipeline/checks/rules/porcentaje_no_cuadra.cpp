#include "pipeline/checks/rules/rules.h"

namespace cotejo::checks {

void porcentaje_no_cuadra(const Context& context, Report& report) {
  report_faults(context, report, {RelationKind::ratio, RelationKind::change, RelationKind::hundred});
}

}  // namespace cotejo::checks
