#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/record.h"

namespace cotejo::model {

enum class Severity : std::uint8_t { error, warning, info };
[[nodiscard]] std::string_view severity_name(Severity severity);  // "error", "advertencia", "info"

// A place that a finding points at.
struct Evidence {
  std::string role;  // "reportado", "sumando", "esperado", "fuente", …
  std::string file;  // archivo; empty means the finding's own document
  Source source;
  std::string value;  // plain number or ISO date that this place gives, empty when neither
};

// An inconsistency. Field values are those of the view `hallazgos`.
struct Finding {
  std::string rule;  // total-no-cuadra, …
  Severity severity = Severity::error;
  int page = 0;
  int table = -1;        // index into Bundle::tables
  std::string message;   // one Spanish sentence with the arithmetic
  std::string reported;  // plain number, ISO date, or printed text
  std::string expected;
  std::string difference;
  std::string diagnosis;           // encabezado-sumado, …; empty when it cannot be told
  std::string fingerprint;         // huella: the same when the same slip is found again
  std::vector<std::string> steps;  // the arithmetic line by line, for `cotejo explain`
  std::vector<Evidence> evidence;  // the first is the reported place
};

// A relation that could not be tested, and why ("sin datos").
struct Untested {
  std::string rule;
  int table = -1;
  std::string reason;  // Spanish
};

struct CheckResult {
  std::vector<Finding> findings;
  std::vector<Untested> untested;
  int relations_tested = 0;
};

}  // namespace cotejo::model
