#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "pipeline/mapping/table/commitment_field.h"

namespace cotejo::mapping {

struct CommitmentColumn {
  CommitmentField field = CommitmentField::none;
  std::string head;     // as printed, innermost level
  std::string label;    // marks: the stage or period that it stands for
  int first_month = 0;  // period marks: of the year; 0 when the head is none of its parts
  int last_month = 0;
  double x0 = 0;  // of the column on the page, points
  double x1 = 0;
};

struct CommitmentColumns {
  int header_rows = 0;
  int last_page = 0;     // of the table whose head it is
  bool goes_on = false;  // the head is that of a table before
  int text = -1;         // the column of the commitment's own words
  std::vector<CommitmentColumn> columns;
  std::vector<std::string> head_words;  // folded texts of the head cells: a row that repeats them is a head
  [[nodiscard]] bool has(CommitmentField field) const {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const CommitmentColumn& column) { return column.field == field; });
  }
};

}  // namespace cotejo::mapping
