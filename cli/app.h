#pragma once

#include <ostream>

namespace cotejo::cli {

// The whole program: understands the command line, does what it says, gives the exit status.
[[nodiscard]] int run(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace cotejo::cli
