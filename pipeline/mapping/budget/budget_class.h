#pragma once

#include <string_view>

#include "model/measure.h"
#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

class Vocabulary;

using model::BudgetClass;

// What a text says: none when it names no budget, or several.
[[nodiscard]] BudgetClass budget_class_of(std::string_view folded, const Vocabulary& vocabulary);

// Of a whole table: by its title, else by its measures, for income alone is collected and spending alone is committed.
[[nodiscard]] BudgetClass budget_class_of(const TableReading& reading, std::string_view folded_title,
                                          const Vocabulary& vocabulary);

// A stage of spending ("Devengado", "Compromiso"): in a budget of income it means something else.
[[nodiscard]] bool is_stage_of_spending(model::Measure measure);

}  // namespace cotejo::mapping
