#pragma once

#include <string>

#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/table/sheet.h"

namespace cotejo::mapping {

class Vocabulary;

// What stands around a table and speaks for it.
struct Surroundings {
  std::string title;    // folded caption, and the rows of the table that are its title
  std::string heading;  // folded headings over it, innermost first
  int vigencia = 0;     // from caption, else heading, else document; 0 when they name none or several
  int scale = 0;        // power of ten of "cifras en millones"
  normalise::DecimalMark mark = normalise::DecimalMark::unknown;  // of the whole document
};

[[nodiscard]] Surroundings surroundings_of(const model::Bundle& bundle, int table, const Sheet& sheet,
                                           int document_vigencia, normalise::DecimalMark document_mark);

// How one table is understood: columns, rows and every figure, whatever the kind of the table. Pure.
[[nodiscard]] TableReading read_table(const Sheet& sheet, int table, const Surroundings& around,
                                      const Vocabulary& vocabulary);

}  // namespace cotejo::mapping
