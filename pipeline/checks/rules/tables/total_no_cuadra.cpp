#include "pipeline/checks/rules/rules.h"

namespace cotejo::checks {

void total_no_cuadra(const Context& context, Report& report) {
  report_faults(context, report, {RelationKind::column_sum});
}

}  // namespace cotejo::checks
