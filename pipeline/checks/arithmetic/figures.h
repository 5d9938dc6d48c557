#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/doubtful.h"
#include "model/table.h"
#include "pipeline/mapping/table/reading.h"

namespace cotejo::checks {

using model::kSureReading;

// A place of a logical table, rows and columns from 0.
struct Place {
  int row = -1;
  int column = -1;
  friend auto operator<=>(const Place&, const Place&) = default;
};

// What is known of the figure at a place.
enum class Known : std::uint8_t {
  printed,  // a figure; a lone dash is a printed zero
  open,     // two readings of its separators: may confirm a relation, never contradict it
  blank,    // nothing printed
  unknown,  // N/A, words, a place under a merged cell
};

struct Figure {
  Known known = Known::unknown;
  model::Amount amount;       // known printed; for open the reading with separators of thousands
  model::Micro value = 0;     // of `amount`, in millionths
  model::Interval interval;   // of `amount`: rounded
  model::Interval truncated;  // of `amount`: truncated
  double confidence = 1;      // of the cell's reading
  bool ocr = false;
  int cell = -1;  // index into Table::cells
};

// What arithmetic a column takes part in.
enum class ColumnUse : std::uint8_t { none, additive, percent };

// What a row is for arithmetic.
struct RowFacts {
  bool body = false;     // neither head nor note
  bool total = false;    // its words, or the mapping, say that it sums others
  bool grand = false;    // … and not as a subtotal
  bool section = false;  // a heading row without a figure
  int parent = -1;       // row of the nearest printed ancestor by code, or as the mapping tells; -1 none
  std::string code;      // digits and dots only
  std::string label;     // as printed
};

// The figures of one table, ready for relations: a dense grid with the column uses and row facts.
class Figures {
 public:
  Figures(const model::Table& table, const mapping::TableReading& reading);

  [[nodiscard]] int rows() const { return static_cast<int>(data_->row_facts.size()); }
  [[nodiscard]] int columns() const { return static_cast<int>(data_->uses.size()); }
  [[nodiscard]] const Figure& at(Place place) const {
    return read_otherwise_.empty() ? data_->grid[index_of(place)] : changed_at(place);
  }
  [[nodiscard]] ColumnUse use(int column) const { return data_->uses[static_cast<std::size_t>(column)]; }
  [[nodiscard]] const RowFacts& row(int index) const { return data_->row_facts[static_cast<std::size_t>(index)]; }
  [[nodiscard]] const model::Table& table() const { return *table_; }
  [[nodiscard]] const mapping::TableReading& reading() const { return *reading_; }

  // The same table with the figure of one place read otherwise. Cheap: the grid is shared.
  [[nodiscard]] Figures with(Place place, const model::Amount& amount) const;

  // A blank stands for zero here: the text layer holds every figure, and a blank among printed figures is how the
  // table writes none. Decided by find_relations from the sums that hold.
  bool blank_is_zero = false;

  // Words for messages: the row's label or code, the column's innermost head.
  [[nodiscard]] std::string row_name(int row) const;
  [[nodiscard]] std::string column_name(int column) const;

 private:
  const model::Table* table_;
  const mapping::TableReading* reading_;
  struct Data {
    std::vector<Figure> grid;
    std::vector<ColumnUse> uses;
    std::vector<RowFacts> row_facts;
  };
  std::shared_ptr<Data> data_;  // not changed once the constructor is done
  std::vector<std::pair<Place, Figure>> read_otherwise_;

  [[nodiscard]] std::size_t index_of(Place place) const {
    return static_cast<std::size_t>(place.row) * data_->uses.size() + static_cast<std::size_t>(place.column);
  }

  [[nodiscard]] const Figure& changed_at(Place place) const;
  void read_cells();
  void judge_columns();
  [[nodiscard]] int doubled(int column) const;
  [[nodiscard]] std::string total_beside(int row) const;
  void judge_rows();
  [[nodiscard]] bool numbers_columns(int row) const;
  [[nodiscard]] std::vector<std::string> codes_of_rows() const;
  void find_parents();
  void find_totals();
};

// True when folded words name a total ("total", "subtotal", "gran total", "sumas iguales", also one slip away:
// "toltal").
[[nodiscard]] bool says_total(const std::string& label);
[[nodiscard]] bool says_subtotal(const std::string& label);
// True for the name of what is left of two others, and never of their sum: "superávit", "déficit", "excedente".
[[nodiscard]] bool says_balance(const std::string& label);

}  // namespace cotejo::checks
