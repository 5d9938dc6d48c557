#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/store/store.h"

namespace cotejo::exports {

// How tables are written as text. `people`: what a spreadsheet set to Spanish opens by a double click (UTF-8 with a
// byte order mark, ';' between fields, a decimal comma). `standard`: RFC 4180, a decimal point, no mark.
enum class CsvDialect : std::uint8_t { people, standard };

class Originals;

struct Request {
  std::string destination;  // a file or a folder, as the kind has it
  bool replace = false;     // take the place of what stands there, if it is an export of the same kind
  std::string_view kind;    // set by export_base(); none: a part of another export
  store::Scope scope;       // which documents and findings
  CsvDialect dialect = CsvDialect::people;
  bool table_sheets = false;  // xlsx: a sheet of its own for each table
  bool evidence = false;      // xlsx: a picture of the evidence of each finding, in a folder beside the workbook
  bool cells = false;         // the cells of all tables, too: many times as many rows as everything else
  std::string retention;      // fuid: the archive's table of retention (retention.h), empty when there is none
  const Originals* originals = nullptr;  // the PDFs, for kinds that need them; nullptr: there are none at hand
  std::string version;                   // of the program
  std::string date;                      // ISO date that the output bears: the same base and date, the same bytes
};

struct Summary {
  std::int64_t files = 0;
  std::int64_t rows = 0;
  std::vector<std::string> notes;  // what the reader of the export must know (Spanish): rows left out and why
};

}  // namespace cotejo::exports
