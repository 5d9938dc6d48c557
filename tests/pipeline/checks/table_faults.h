#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pipeline/checks/faults/analysis.h"
#include "tests/pipeline/checks/grid.h"

namespace cotejo::checks::testing {

inline TableAnalysis analysed(Document& document) {
  return analyse(document.bundle().tables.back(), document.reading().tables.back());
}

// The faults of the document's last table as "row,column reported→expected diagnosis".
inline std::vector<std::string> faults(Document document) {
  std::vector<std::string> result;
  const TableAnalysis analysis = analysed(document);
  for (const Fault& fault : analysis.faults) {
    result.push_back(std::to_string(fault.place.row) + "," + std::to_string(fault.place.column) + " " +
                     model::micro_to_string(fault.reported) + "→" + model::micro_to_string(fault.expected) + " " +
                     std::string(model::name_of(fault.slip.kind)));
  }
  return result;
}

using Rows = std::vector<std::vector<std::string>>;

// A document of one table.
inline Document of(const Rows& rows, int header_rows = 1) {
  Document document;
  document.table("Tabla", header_rows, rows);
  return document;
}

}  // namespace cotejo::checks::testing
