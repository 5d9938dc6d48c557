#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "pipeline/mapping/table/commitment_field.h"
#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/words/vocabulary.h"

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
  [[nodiscard]] bool has(CommitmentField field) const;
};

// How a table's columns speak of commitments; nothing when they do not. A commitment has its words and at least one of:
// who answers for it, when, marks under stages or periods, progress or state, or a goal with what was reached of it.
// `before` are those of the tables that precede it, the last one last, for a table that goes on without a head of its
// own.
[[nodiscard]] std::optional<CommitmentColumns> read_commitment_columns(const Vocabulary& vocabulary,
                                                                       const model::Table& table,
                                                                       const TableReading& reading,
                                                                       const std::vector<CommitmentColumns>& before);

}  // namespace cotejo::mapping
