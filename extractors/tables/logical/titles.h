#pragma once

#include <vector>

#include "model/table.h"

namespace cotejo::tables {

// Gives each table its title: the caption above it, or below it where the document puts captions there, else the line
// or heading that introduces it, else its own first row where that is one cell over all columns. `tables` and `blocks`
// are those of a document in reading order.
void give_titles(std::vector<model::Table>& tables, const std::vector<model::Block>& blocks);

}  // namespace cotejo::tables
