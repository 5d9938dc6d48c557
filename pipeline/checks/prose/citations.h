#pragma once

#include <cstddef>
#include <string_view>

namespace cotejo::checks {

// True when what stands just before `offset` makes the words a citation: ley, decreto, resolución, acuerdo, circular,
// artículo, sentencia, radicado, oficio, acta, contrato … within the same clause.
[[nodiscard]] bool cited(std::string_view text, std::size_t offset);

}  // namespace cotejo::checks
