#pragma once

#include <vector>

#include "pipeline/checks/arithmetic/relation.h"

namespace cotejo::checks {

// Every relation that the table itself shows to be meant: most of its rows keep it, or its words say so. Sets
// figures.blank_is_zero. Places of a relation that the numbers alone suggest are never those of a single row.
[[nodiscard]] std::vector<Relation> find_relations(Figures& figures);

// The finders that find_relations calls, each for one kind.
void find_column_sums(const Figures& figures, std::vector<Relation>& found);
// Rows whose labels say how they are made of others: "III. AHORRO CORRIENTE (I - II)". Replaces what was guessed of
// them.
void find_formulas(const Figures& figures, std::vector<Relation>& found);
// Columns whose numbers say how they are made of others: "(3)=(1)+(2)". Replaces what was guessed of them.
void find_column_formulas(const Figures& figures, std::vector<Relation>& found);
void find_products(const Figures& figures, std::vector<Relation>& found);
void find_row_sums(const Figures& figures, std::vector<Relation>& found);
void find_percentages(const Figures& figures, std::vector<Relation>& found);

}  // namespace cotejo::checks
