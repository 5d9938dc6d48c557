#pragma once

#include <optional>
#include <string>

#include "pipeline/reading/readers.h"

namespace cotejo::exports {

// The PDFs of a base, which only worker processes open.
class Originals {
 public:
  virtual ~Originals() = default;

  // What opens the PDF of this SHA-256, at one of the places where it was found, or taken out of the PDF that it is
  // attached to; not_found where none of them has it any more.
  [[nodiscard]] virtual model::Result<reading::Task> find(const std::string& sha256) const = 0;
  // Has a task done; nothing when the person interrupts it.
  [[nodiscard]] virtual std::optional<reading::Outcome> done(reading::Task task) const = 0;
};

// In words (Spanish), for notes on what an original did not give.
[[nodiscard]] std::string reason_of(const model::Error& error);

}  // namespace cotejo::exports
