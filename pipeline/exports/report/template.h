#pragma once

#include <string_view>

namespace cotejo::exports {

// The report's frame and style (template.html), with {{title}}, {{subtitle}} and {{body}} to be filled; taken in by the
// build.
[[nodiscard]] std::string_view report_template();

}  // namespace cotejo::exports
