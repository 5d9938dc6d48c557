#pragma once

#include "pipeline/mapping/table/sheet.h"

namespace cotejo::mapping {

// What a column's values are, over the rows below the head; cells are counted once.
struct ColumnValues {
  int filled = 0;   // cells with anything in them
  int numbers = 0;  // plain figures
  int money = 0;    // figures with a sign or name of money
  int percents = 0;
  int dashes = 0;  // printed for zero or for "not available"
  int marks = 0;
  int years = 0;
  int dates = 0;
  int codes = 0;        // certain codes
  int bare_digits = 0;  // of `numbers`: digits alone, no separators, six or more: a code or an amount
  int texts = 0;
  double largest = 0;   // absolute value of the largest figure
  bool shared = false;  // some cell of it is merged over several rows

  [[nodiscard]] int figures() const { return numbers + money + percents; }
  // Most of what stands there are figures.
  [[nodiscard]] bool numeric() const { return figures() > 0 && (figures() + dashes) * 5 >= filled * 4; }
  // Nothing but dashes, or nothing at all: a stage in which nothing moved.
  [[nodiscard]] bool only_dashes() const { return dashes == filled; }
  [[nodiscard]] bool mostly_text() const { return texts * 2 > filled; }
};

[[nodiscard]] ColumnValues values_of(const Sheet& sheet, int header_rows, int column);

}  // namespace cotejo::mapping
