#pragma once

#include <string>
#include <string_view>

#include "pipeline/mapping/columns/column_values.h"
#include "pipeline/mapping/columns/meaning.h"
#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

// A column's head with what the vocabulary's sections make of it.
struct ColumnHead : HeadText {
  std::string general;                            // [columnas]
  HeadMeaning budget;                             // [columnas.saldo], then [columnas.presupuesto]
  model::Measure pqrs = model::Measure::none;     // [pqrs.medida], or counted as received
  CommitmentField field = CommitmentField::none;  // [compromisos.columna]; none for words that heads of any table have
  bool of_plans = false;                          // [compromisos.columna] knows it, whatever it is worth
};
// `money`: figures that may be money stand below, so that an abbreviated or misread head is worth being understood.
[[nodiscard]] ColumnHead column_head(const Sheet& sheet, int header_rows, int column, bool money,
                                     const Vocabulary& vocabulary);

// The smallest figure that is as large as money is: no budget line of a public body stays below it in all its columns.
inline constexpr double kLargeAsMoney = 100'000;  // pesos

// Whether the column's figures are percentages: most carry the sign, or the head says so.
[[nodiscard]] bool is_percent(const ColumnHead& head, const ColumnValues& values, const Vocabulary& vocabulary);

// Role, measure, unit, year and period of a column in a table of this kind; `money`: the table's figures are money.
[[nodiscard]] ColumnReading read_column(const ColumnHead& head, const ColumnValues& values, model::TableKind kind,
                                        bool money, const Vocabulary& vocabulary);

}  // namespace cotejo::mapping
