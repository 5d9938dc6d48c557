#include "pipeline/checks/rules/rules.h"

namespace cotejo::checks {

void fila_no_cuadra(const Context& context, Report& report) {
  report_faults(context, report, {RelationKind::row_sum, RelationKind::product});
}

}  // namespace cotejo::checks
