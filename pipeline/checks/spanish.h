#pragma once

#include <string>
#include <string_view>

#include "model/amount.h"

namespace cotejo::checks {

// Figures as Spanish readers write them: "$ 507.000.000", "US$ 249.338,11", "7.119", "92,95 %".
[[nodiscard]] std::string written(model::Micro value, model::Unit unit);
[[nodiscard]] std::string written(const model::Amount& amount);

// «text» on one line, cut at a word after `limit` bytes.
[[nodiscard]] std::string guillemets(std::string_view text, std::size_t limit = 90);

// "2 líneas", "1 línea".
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);

}  // namespace cotejo::checks
