#pragma once

#include <string>
#include <vector>

#include "model/table.h"
#include "pipeline/mapping/pqrs/lines.h"
#include "pipeline/mapping/pqrs/words.h"
#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

// A table's two axes as PQRS counts would have them.
struct PqrsAxes {
  int header_rows = 0;
  std::string title;                      // caption and head cells over the whole width
  std::vector<int> label_columns;         // at the left
  std::vector<int> value_columns;         // that hold counts; percentages are not among them
  std::vector<PqrsLine> rows;             // one for each row of the table; those of head rows are empty
  std::vector<PqrsLine> columns;          // one for each column
  PqrsAxis row_axis = PqrsAxis::none;     // what the labels at the left are
  PqrsAxis column_axis = PqrsAxis::none;  // the same of the heads
  int things = 0;                         // different types that rows or heads name
  int measures = 0;                       // different measures that they name
  bool foreign = false;                   // the head of the labels says that they are reasons, questions …
  bool subject = false;                   // a head or label says PQRS
  bool of_petitions = false;              // the head of the labels names petitions: "Tipo de requerimiento"
};

// Gives the rows of a table without labels those of the table at its left on the same page, whose rows stand at the
// same heights: one set of labels printed for two tables. False when no row has one.
bool borrow_labels(const model::Table& table, PqrsAxes& axes, const model::Table& left, const PqrsAxes& left_axes);

// What the rows say is left unread in a table without a column of counts.
[[nodiscard]] PqrsAxes read_pqrs_axes(const PqrsWords& words, const model::Table& table, const TableReading& reading);

// The same of a table that may hold nothing but labels, for the counts of a table beside it.
[[nodiscard]] PqrsAxes read_pqrs_labels(const PqrsWords& words, const model::Table& table, const TableReading& reading);

}  // namespace cotejo::mapping
