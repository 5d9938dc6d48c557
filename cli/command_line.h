#pragma once

#include "cli/console/context.h"

namespace CLI {
class App;
}

namespace cotejo::cli {

// Gives the program all its options and commands, with their help in the language of the context. `app` and `context`
// outlive what is parsed with them.
void fill(CLI::App& app, Context& context);

}  // namespace cotejo::cli
