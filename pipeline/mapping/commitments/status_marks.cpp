#include "pipeline/mapping/commitments/status_marks.h"

#include <string>
#include <vector>

#include "pipeline/mapping/commitments/shape.h"
#include "pipeline/mapping/commitments/tolerances.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::status_marks;

// The head over a group of columns that this one is of, on one line; empty where it stands by itself.
std::string group_over(const model::Table& table, const TableReading& reading, int header_rows, int column) {
  std::string group;
  for (int r = 0; r < header_rows; ++r) {
    const int index = reading.at(r, column).cell;
    if (index < 0) continue;
    const model::Cell& cell = table.cells[static_cast<std::size_t>(index)];
    if (cell.column_span > 1 && cell.column_span < table.columns && !cell.text.empty()) group = one_line(cell.text);
  }
  return group;
}

bool answers(const std::string& folded) {
  return folded == "si" || folded == "no";
}

}  // namespace

void find_status_marks(const Vocabulary& vocabulary, const model::Table& table, const TableReading& reading,
                       CommitmentColumns& columns) {
  std::vector<int> states;
  std::vector<std::string> labels;
  for (int c = 0; c < table.columns; ++c) {
    const CommitmentColumn& column = columns.columns[static_cast<std::size_t>(c)];
    const std::string head = normalise::fold(column.head);
    if (head.empty()) continue;
    const std::string group = group_over(table, reading, columns.header_rows, c);
    const bool grouped = vocabulary.meaning("compromisos.columna", normalise::fold(group)) == "estado";
    const bool state = answers(head) ? grouped : grouped || !vocabulary.exact("compromisos.estado", head).empty();
    if (!state) continue;
    const ColumnShape shape = column_shape(vocabulary, table, reading, columns.header_rows, c);
    if (shape.filled > 0 && !shape.most(shape.marks)) continue;
    states.push_back(c);
    labels.push_back(answers(head) ? group + ": " + column.head : column.head);
  }
  if (states.size() < kFewestStates) return;
  for (std::size_t i = 0; i < states.size(); ++i) {
    CommitmentColumn& column = columns.columns[static_cast<std::size_t>(states[i])];
    column.field = CommitmentField::status_mark;
    column.label = labels[i];
  }
}

}  // namespace cotejo::mapping
