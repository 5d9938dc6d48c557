#include "cli/console/context.h"

namespace cotejo::cli {

void Context::complain(const model::Error& error) const {
  err << "cotejo: " << model::describe(error, language) << '\n';
}

int Context::fail(const model::Error& error) const {
  complain(error);
  return kCouldNotRun;
}

}  // namespace cotejo::cli
