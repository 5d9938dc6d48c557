#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/record.h"

namespace cotejo::model {

enum class Severity : std::uint8_t { error, warning, info };
template <>
inline constexpr std::array<std::string_view, 3> kNames<Severity>{"error", "advertencia", "info"};

// Why a printed figure is probably what it is instead of what it should be; none: it cannot be told.
enum class Diagnosis : std::uint8_t {
  none,
  heading_summed,  // a sum that swallowed its header year
  line_left_out,
  line_repeated,
  digits_transposed,
  wrong_digit,  // one digit is another, missing or doubled
  rounding,
  scale,
  sign,
  doubtful_reading,  // by OCR, not the report's
};
template <>
inline constexpr std::array<std::string_view, 10> kNames<Diagnosis>{"",
                                                                    "encabezado-sumado",
                                                                    "linea-omitida",
                                                                    "linea-repetida",
                                                                    "digitos-transpuestos",
                                                                    "digito-errado",
                                                                    "redondeo",
                                                                    "escala",
                                                                    "signo",
                                                                    "lectura-dudosa"};

// What a place has to do with the finding.
enum class Role : std::uint8_t {
  reported,     // what is in doubt
  addend,       // was added up to test it
  total,        // the sum of which it is a part
  source,       // gives what it is compared with
  limit,        // what it goes beyond
  goal,         // what it falls short of
  repeated,     // the same, elsewhere
  suspect,      // the part that is probably wrong
  consequence,  // fails for the same reason
  status,       // the state that a progress contradicts
  commitment,   // the commitment it is about
  budget,       // the budget that it is compared with
  expected,     // says what it should be
};
template <>
inline constexpr std::array<std::string_view, 13> kNames<Role>{
    "reportado",  "sumando",      "total",  "fuente",     "limite",      "meta",    "repetido",
    "sospechoso", "consecuencia", "estado", "compromiso", "presupuesto", "esperado"};

// What a person decided on a finding; open until then.
enum class DecisionState : std::uint8_t { open, accepted, dismissed, corrected };
template <>
inline constexpr std::array<std::string_view, 4> kNames<DecisionState>{"abierto", "aceptado", "descartado",
                                                                       "corregido"};

// A place that a finding points at.
struct Evidence {
  Role role = Role::reported;
  std::string document;  // its SHA-256; empty means the finding's own document
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
  Diagnosis diagnosis = Diagnosis::none;
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
