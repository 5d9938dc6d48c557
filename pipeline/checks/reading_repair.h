#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "pipeline/checks/check.h"

namespace cotejo::checks {

// A figure of a scan that another reading of its cell makes agree with the table's own arithmetic.
struct ReadingRepair {
  int table = -1;     // index into Bundle::tables
  int cell = -1;      // index into Table::cells
  std::string read;   // the first reading, the cell's text
  std::string taken;  // the reading that it is replaced by
  bool sure = false;  // the first reading was sure: what was taken is doubtful
};

// What the arithmetic says about doubtful cells. A cell read by OCR takes an alternative reading only where that makes
// a failed relation of its table hold, breaks none, and no other cell or reading would do as well: where two could,
// neither is taken. An alternative of little confidence (what a blot may have been), or one beside a surer first
// reading, and signs that look alike (3 and 5, 6 and 8) in a figure read with little confidence are tried too: there
// two relations with no other figure in common must ask for it, for one sum alone may as well show the report's own
// slip. A cell with a text layer is never touched, nor are tables of commitments. By table, then cell. Pure; nothing is
// done for a table without a doubtful cell.
[[nodiscard]] std::vector<ReadingRepair> find_reading_repairs(const mapping::DocumentReading& document);

// A copy of the bundle in which the cells read as the repairs say; confidences stay but for what was taken against a
// sure reading.
[[nodiscard]] model::Bundle repaired(const model::Bundle& bundle, const std::vector<ReadingRepair>& repairs);

// Says of the records of figures that were taken against a sure reading that they are in doubt, and why: two tables of
// the report print different digits, and it may be its own slip.
void doubt_overruled(const model::Bundle& repaired, const std::vector<ReadingRepair>& repairs, model::Records& records);

// Writes both readings, «2.200.000 (leído «2.260.000»)», where records and evidence quote a repaired cell.
void tell_first_readings(const model::Bundle& repaired, const std::vector<ReadingRepair>& repairs,
                         model::Records& records, model::CheckResult& checks);

}  // namespace cotejo::checks
