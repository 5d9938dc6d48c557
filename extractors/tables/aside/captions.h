#pragma once

#include <vector>

#include "model/page.h"

namespace cotejo::tables {

// The words without those of lines that are nothing but a unit ("Cifras en millones de pesos"): such a line stands over
// a table, and is no row of its head. `words`: indices into the page's words, as is what comes back.
[[nodiscard]] std::vector<int> without_unit_notes(const model::Page& page, const std::vector<int>& words);

// The same, without those of captions either.
[[nodiscard]] std::vector<int> without_captions(const model::Page& page, const std::vector<int>& words);

}  // namespace cotejo::tables
