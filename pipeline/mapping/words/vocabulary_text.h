#pragma once

#include <string_view>

namespace cotejo::mapping {

// The whole of vocabulary.txt, which the build puts into the program.
[[nodiscard]] std::string_view standard_vocabulary_text();

}  // namespace cotejo::mapping
