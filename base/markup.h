#pragma once

#include <string>
#include <string_view>

namespace cotejo::base {

// Text for the inside of an XML or HTML element or of a quoted attribute: "&", "<", ">" and quotes written as entities,
// control characters but line feeds and tabs as spaces. UTF-8 in and out.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace cotejo::base
