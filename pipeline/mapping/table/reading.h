#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/measure.h"
#include "model/record.h"
#include "pipeline/mapping/table/commitment_field.h"
#include "pipeline/mapping/text/passages.h"
#include "pipeline/normalise/numbers/numbers.h"

namespace cotejo::mapping {

// What a column holds. The vocabulary says which header words mean which.
enum class ColumnRole : std::uint8_t {
  unknown,  // nothing knows its head: reported by `inspect`
  label,    // description, concept, type, channel, dependency: what a row is about
  code,     // budget code, rubro
  number,   // running number: No., Ítem
  amount,   // money of a budget measure
  count,    // counts (PQRS or others)
  percent,
  difference,  // of two other columns
  date,
  text,  // any other words: commitment, responsible, indicator, goal, progress, status …
  mark,  // X marks
};

// What kind of time a column of labels names.
enum class TimeLabel : std::uint8_t { none, vigencia, period };

struct ColumnReading {
  ColumnRole role = ColumnRole::unknown;
  model::Measure measure = model::Measure::none;  // of amounts, counts and percentages
  CommitmentField field = CommitmentField::none;  // what it tells of a commitment; due for any column of dates
  TimeLabel time = TimeLabel::none;               // labels: years, parts of the year
  bool sum = false;                               // the head says that it is the sum of other columns
  bool classifier = false;                        // a code, but not the rows' own: a source of funds
  bool identifier = false;                        // words: the number of a contract, of a document
  int vigencia = 0;                               // when the head names a year
  std::string period;                             // when the head names a part of the year, as printed
  std::string head;                               // the header texts over it, outermost first, " / " between them
  model::Unit unit = model::Unit::count;
  int scale = 0;             // power of ten that its money was scaled by
  bool other_money = false;  // neither pesos nor dollars: its figures are no amounts of either
  normalise::DecimalMark mark = normalise::DecimalMark::unknown;
  bool known = false;  // the vocabulary knows its head
  std::string why;     // which vocabulary entry or shape decided, for `inspect` (Spanish)

  // Nothing says more of it than its role.
  [[nodiscard]] bool plain() const {
    return measure == model::Measure::none && field == CommitmentField::none && time == TimeLabel::none && !sum &&
           !identifier;
  }
};
// What the column is of, in a word (Spanish): "apropiacion_inicial", "total", "vigencia", "responsable", "codigo";
// empty when nothing says.
[[nodiscard]] std::string_view meaning_name(const ColumnReading& column);

enum class RowRole : std::uint8_t {
  header,
  section,
  line,
  subtotal,
  total,
  carried,  // VAN, VIENEN: the sums so far, carried from one sheet to the next; no line of its own
  note,
  blank
};

struct RowReading {
  RowRole role = RowRole::line;
  std::string code;  // as printed, joined without spaces
  std::string label;
  int level = 0;        // 0 outermost; from code, indentation or section rows
  int parent = -1;      // row index of the row that this one is a part of, -1 when none is told
  int vigencia = 0;     // when the row names a year
  std::string section;  // texts of the section rows above it, " / " between them
};

// Why a figure may be another than it was read as.
enum class Doubt : std::uint8_t {
  none,
  separator,  // whether its sign parts thousands or decimals rests on weak or divided evidence
  scale,      // the note on units that scales it stands elsewhere in the report, and the figure is very large already
};
// The most confidence that a figure has which something speaks against.
inline constexpr double kDoubtful = 0.5;
// In Spanish, for who reads a record; empty for none.
[[nodiscard]] std::string_view reason_of(Doubt doubt);

// One place of the grid. Figures are read in every table, whatever its kind: the checks need them all.
struct CellReading {
  int cell = -1;        // index into Table::cells; places under one merged cell share it
  bool origin = false;  // this place is the cell's own top left one
  normalise::NumberReading number;
  Doubt doubt = Doubt::none;
};

// How a table was understood.
struct TableReading {
  int table = -1;  // index into Bundle::tables
  model::TableKind kind = model::TableKind::other;
  model::Dimension dimension = model::Dimension::none;  // of a table of petitions
  int vigencia = 0;  // from caption, heading or document; columns and rows may have their own
  int header_rows = 0;
  bool transposed = false;  // measures run down, things across
  std::vector<ColumnReading> columns;
  std::vector<RowReading> rows;
  std::vector<CellReading> grid;      // rows × columns, row by row
  std::vector<std::string> folded;    // normalise::fold of each of Table::cells
  std::vector<std::string> left_out;  // what was read and not mapped, and why (Spanish), for `inspect`

  [[nodiscard]] const CellReading& at(int row, int column) const {
    return grid[static_cast<std::size_t>(row) * columns.size() + static_cast<std::size_t>(column)];
  }
};

// A document as mapping understood it. `bundle` outlives it.
struct DocumentReading {
  const model::Bundle* bundle = nullptr;
  std::vector<TableReading> tables;  // one for each of bundle->tables, same order
  std::vector<Passage> passages;     // the running text, and the cells of words
  model::Records records;
};

}  // namespace cotejo::mapping
