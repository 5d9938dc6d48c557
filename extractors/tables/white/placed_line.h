#pragma once

#include <vector>

#include "extractors/tables/white/columns.h"

namespace cotejo::tables {

// A line of a table with its text given to the columns.
struct PlacedLine {
  const TextLine* line = nullptr;  // never null
  std::vector<Slot> slots;         // from left to right

  // The slot that stands in this column alone, or null.
  [[nodiscard]] const Slot* in_column(int column) const {
    for (const Slot& slot : slots)
      if (slot.first == column && slot.last == column) return &slot;
    return nullptr;
  }
};

}  // namespace cotejo::tables
