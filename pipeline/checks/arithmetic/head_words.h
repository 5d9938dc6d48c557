#pragma once

#include <string>

#include "pipeline/mapping/table/reading.h"

// What the head of a column says of the arithmetic that its figures take part in. Heads are as printed, their lines
// from the outermost to the innermost with " / " between. Pure.
namespace cotejo::checks {

// The innermost line of a head: "Variación" of "2021 / Variación".
[[nodiscard]] std::string last_head(const std::string& head);

// "Total", "Acumulado", "Subtotal del trimestre".
[[nodiscard]] bool head_says_total(const std::string& head);

// What is left of two others: a column of balances or differences by its role, its measure or its words.
[[nodiscard]] bool head_says_difference(const mapping::ColumnReading& column);

// What is counted, before the columns of what became of it: "Cantidad", "Recibidas".
[[nodiscard]] bool head_says_count(const std::string& head);

// A state that a request ends in or waits in: "Negadas", "En trámite".
[[nodiscard]] bool head_says_state(const std::string& head);

// "Modificaciones", also cut in its cell ("Modifica ciones").
[[nodiscard]] bool head_says_changes(const std::string& head);

// What is added and what is taken away in one: "Reducción Créditos", two heads that were read as one.
[[nodiscard]] bool head_says_both_ways(const std::string& head);

}  // namespace cotejo::checks
