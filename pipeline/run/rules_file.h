#pragma once

#include <string>
#include <string_view>

#include "model/result.h"
#include "pipeline/checks/check.h"

namespace cotejo::run {

// A rules file: a line a setting, `#` begins a comment.
//   total-no-cuadra: apagada
//   porcentaje-no-cuadra: gravedad info          (error, advertencia or info)
//   entre-tablas: tolerancia 1000                (in the figure's own unit, beyond the printed precision)
// vocabulary (the code of faulty configuration files) names file and line.
[[nodiscard]] model::Result<checks::Settings> parse_rules(std::string_view text, const std::string& file_name);

}  // namespace cotejo::run
