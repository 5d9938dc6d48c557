#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/record.h"
#include "model/table.h"
#include "pipeline/mapping/commitments/coded_items.h"
#include "pipeline/mapping/commitments/plan_columns.h"
#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

// The texts of one commitment, before they are read.
struct CommitmentDraft {
  int row = -1;
  int text_cell = -1;
  std::string component;                                  // of a section row, when no column gives it
  std::array<std::vector<int>, kCommitmentFields> cells;  // cell indices by field, each once
  std::vector<int> stages;                                // marked columns
  std::vector<int> periods;
  std::vector<int> states;
  std::string more_text;  // of rows that go on with it
};

// Makes the records of a table's commitments. The table, its reading and its columns must outlive it.
class CommitmentMaker {
 public:
  // Dates without a year take `vigencia`, 0 when it is unknown.
  CommitmentMaker(const model::Table& table, const TableReading& reading, const CommitmentColumns& columns,
                  int vigencia)
      : table_(table), reading_(reading), columns_(columns), vigencia_(vigencia) {}

  // To be called in the order of the rows: a component is printed once, beside the first of its commitments.
  // `numbered`: the words begin with the commitment's number.
  [[nodiscard]] model::Commitment make(const CommitmentDraft& draft, bool numbered);
  // One for each coded action that its cell holds ("A1: … A2: …"); else the one above.
  [[nodiscard]] std::vector<model::Commitment> make_all(const CommitmentDraft& draft, bool numbered);

 private:
  [[nodiscard]] std::string text_of(int cell) const;
  [[nodiscard]] std::string joined(const CommitmentDraft& draft, CommitmentField field) const;
  [[nodiscard]] std::string component_of(const CommitmentDraft& draft);
  void set_due(const CommitmentDraft& draft, model::Commitment& out) const;
  void set_goal(const CommitmentDraft& draft, model::Commitment& out) const;
  void set_progress(const CommitmentDraft& draft, model::Commitment& out) const;
  [[nodiscard]] std::string marked_labels(std::vector<int> marked) const;

  const model::Table& table_;
  const TableReading& reading_;
  const CommitmentColumns& columns_;
  int vigencia_;
  std::string last_component_;
};

}  // namespace cotejo::mapping
