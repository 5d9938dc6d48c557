#pragma once

#include <string>
#include <string_view>

#include "model/finding.h"
#include "model/result.h"
#include "pipeline/checks/rule_settings.h"

namespace cotejo::checks {

// A rules file, one rule a line; what it does not name stays as it is:
//
//     # comentario
//     meta-no-cumplida = advertencia
//     total-no-cuadra  = error, tolerancia 1      (in units of the figure: pesos, counts, points of a percentage)
//     duplicado        = no                       (switched off)
//
// Severities are error, advertencia, info; "sí" keeps the rule's own. An error names file and line (Error::detail):
// an unknown rule or word, a rule named twice, a tolerance that is no number from 0 up.
[[nodiscard]] model::Result<Settings> read_settings(std::string_view text, const std::string& file_name);

}  // namespace cotejo::checks
