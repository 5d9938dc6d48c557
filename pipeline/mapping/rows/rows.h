#pragma once

#include <vector>

#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/table/sheet.h"

namespace cotejo::mapping {

class Vocabulary;

// Roles, codes, labels, years and sections of the rows. Levels and parents are told by link_rows. Pure.
[[nodiscard]] std::vector<RowReading> read_rows(const Sheet& sheet, int header_rows,
                                                const std::vector<ColumnReading>& columns,
                                                const Vocabulary& vocabulary);

// Sets level and parent of the rows, in the order of what is surest: codes ("2.1" over "2.1.02"), indentation of the
// labels and sums of the figures, section rows. Indentation counts only where the figures bear it out; by the figures
// alone a row is over the next ones when it is their sum in most columns. A line that other lines are parts of becomes
// a subtotal where there are figures to sum. Needs the grid. Pure.
void link_rows(const Sheet& sheet, TableReading& reading);

// Parents by sums alone: see link_rows. Sets nothing in rows that have a parent. True when it found any.
bool link_by_sums(TableReading& reading);

// Amounts, counts, shares, differences.
[[nodiscard]] bool holds_figures(const ColumnReading& column);

// The column of the rows' main label, -1 when the table has none.
[[nodiscard]] int label_column_of(const Sheet& sheet, int header_rows, const std::vector<ColumnReading>& columns);

}  // namespace cotejo::mapping
