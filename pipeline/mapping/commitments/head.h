#pragma once

#include <string>
#include <vector>

#include "model/table.h"
#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/normalise/dates/year_parts.h"

namespace cotejo::mapping {

// Whether twelve heads of one letter stand side by side from `first` on: E F M A M J J A S O N D. Folded heads.
[[nodiscard]] bool month_letters_at(const std::vector<std::string>& heads, std::size_t first);

// What a head means that its narrow column cut where no word ends: "Activi- dad", "Respon sable"; folded. Empty when
// nothing has just its letters.
[[nodiscard]] std::string cut_head_meaning(const Vocabulary& vocabulary, const std::string& folded);

// How many of the first rows of a table of commitments are its head; 0 when it has none. The head ends with the last of
// the first rows whose cells are names of columns, stages or parts of the year, and with the names that are merged down
// from them. Rows of a plan are words too: what the extractor takes for a head is not always one.
[[nodiscard]] int commitment_header_rows(const Vocabulary& vocabulary, const model::Table& table,
                                         const TableReading& reading);

// What the head over one column of a table of commitments says, in the words of compromisos.columna.
struct ColumnHead {
  std::string meaning;  // of the innermost level that has one
  std::string group;    // etapas or periodos when a level above says so
  std::string inner;    // innermost text
  bool percent = false;
  bool grouped = false;     // a level above it spans several columns
  bool from_group = false;  // the meaning is that of a head over many columns
  int group_columns = 0;    // of a group of dates: how many columns it has, and which of them this is, from 0
  int group_column = 0;
};

[[nodiscard]] ColumnHead read_column_head(const Vocabulary& vocabulary, const model::Table& table,
                                          const TableReading& reading, int header_rows, int column);

// The part of a year that a column stands for: "Cuatrimestre" over "1", "2", "3"; "Mes" over "Ene ro"; "Trimestre I"
// alone. Nothing when it stands for none.
[[nodiscard]] normalise::YearPart part_under(const ColumnHead& head, const model::Table& table,
                                             const TableReading& reading, int header_rows, int column);

}  // namespace cotejo::mapping
