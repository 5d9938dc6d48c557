#include "pipeline/run/settings.h"

namespace cotejo::run {

std::string Settings::fingerprint() const {
  return extract.fingerprint() + " | " + analysis.fingerprint();
}

}  // namespace cotejo::run
