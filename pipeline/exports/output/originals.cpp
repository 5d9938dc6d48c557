#include "pipeline/exports/output/originals.h"

namespace cotejo::exports {

std::string reason_of(const model::Error& error) {
  std::string reason(model::problem(error.code, model::Language::spanish));
  return error.detail.empty() ? reason : reason + " (" + error.detail + ")";
}

}  // namespace cotejo::exports
