#pragma once

#include <string>

#include "model/result.h"

namespace cotejo::cli {

// The program's version, and under it that of each library and of the language model, a line each.
[[nodiscard]] std::string versions(model::Language language);

}  // namespace cotejo::cli
