#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/mapping/kinds/kinds.h"

namespace cotejo::mapping {

// The columns of a table by what a section of the vocabulary makes of their heads, and what stands in them.
class HeadedColumns {
 public:
  HeadedColumns(const TableContext& context, std::string_view section);

  // The first column of this meaning; -1 when there is none.
  [[nodiscard]] int of(std::string_view meaning) const;
  [[nodiscard]] bool has(std::string_view meaning) const { return of(meaning) >= 0; }
  [[nodiscard]] const std::string& meaning(int column) const { return meanings_[static_cast<std::size_t>(column)]; }
  // The innermost head over a column, as printed; empty where it has none.
  [[nodiscard]] std::string head(int column) const;

  [[nodiscard]] const model::Cell* cell(int row, int column) const;
  [[nodiscard]] std::string text(int row, std::string_view meaning) const;
  // Nothing where there is no figure, and for percentages. A lone sign before three digits parts thousands.
  [[nodiscard]] std::optional<model::Decimal> figure(int row, int column) const;
  [[nodiscard]] std::optional<model::Decimal> figure(int row, std::string_view meaning) const;
  // A whole number that is no money.
  [[nodiscard]] std::optional<std::int64_t> count(int row, int column) const;

  // Lines and totals: neither heads nor notes.
  [[nodiscard]] bool is_entry(int row) const;
  [[nodiscard]] bool is_total(int row) const;
  // Where the cell of this place was printed; the row's first cell with words where the column is -1 or empty.
  [[nodiscard]] model::Source source(int row, int column) const;

 private:
  const model::Table& table_;
  const TableReading& reading_;
  std::vector<std::string> meanings_;
  std::vector<std::vector<std::string>> levels_;
};

// Whether the reading has every row, column and place of its table: one that could not be read has none.
[[nodiscard]] bool is_whole(const TableContext& context);

// True when the table's caption, a heading row or a head holds a phrase of this section of the vocabulary.
[[nodiscard]] bool speaks_of(const TableContext& context, std::string_view section);

}  // namespace cotejo::mapping
