#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/table/sheet.h"
#include "pipeline/mapping/table/unit_note.h"

namespace cotejo::mapping {

class Vocabulary;

// What stands around a table and speaks for it.
struct Surroundings {
  std::string title;                // folded caption, and the rows of the table that are its title
  std::string heading;              // folded headings over it, innermost first
  int vigencia = 0;                 // from caption, else heading, else document; 0 when they name none or several
  int scale = 0;                    // power of ten of "cifras en millones"
  std::optional<model::Unit> unit;  // of its money, when a note names it
  bool scale_from_report = false;   // by a note that holds for the whole report
  bool other_money = false;         // a note names neither pesos nor dollars: "(euros)"
  normalise::DecimalMark mark = normalise::DecimalMark::unknown;  // of the whole document
};

// What holds for all tables of a document, where they say nothing else.
struct ReportNotes {
  int vigencia = 0;  // 0 unknown, or several
  normalise::DecimalMark mark = normalise::DecimalMark::unknown;
  UnitNote units;                 // "Cifras en miles de pesos, salvo que se indique otra cosa"
  std::map<int, int> page_years;  // of pages whose running heads name a year each, where they name several
};
[[nodiscard]] ReportNotes report_notes(const model::Bundle& bundle, const std::vector<Sheet>& sheets,
                                       int document_vigencia);

[[nodiscard]] Surroundings surroundings_of(const model::Bundle& bundle, int table, const Sheet& sheet,
                                           const ReportNotes& report);

// The same for a table that goes on with the columns of another (goes_on), whose head is not printed again.
[[nodiscard]] TableReading read_rest(const Sheet& sheet, int table, const Surroundings& around,
                                     const TableReading& before, const Vocabulary& vocabulary);

// How one table is understood: columns, rows and every figure, whatever the kind of the table. Pure.
[[nodiscard]] TableReading read_table(const Sheet& sheet, int table, const Surroundings& around,
                                      const Vocabulary& vocabulary);

}  // namespace cotejo::mapping
