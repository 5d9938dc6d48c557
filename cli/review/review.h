#pragma once

#include <string>

#include "cli/console/context.h"
#include "cli/review/desk/workbench.h"
#include "cli/review/web/gate.h"

namespace cotejo::cli::review {

struct ReviewSettings {
  Workbench::Settings bench;
  Gate::Settings gate;  // its port 0: any that is free
  bool browser = true;  // open the address in the person's browser
  std::function<bool()> interrupted;
};

// Serves the workbench until it is interrupted; gives the exit status.
int review(ReviewSettings settings, const Context& context);

}  // namespace cotejo::cli::review
