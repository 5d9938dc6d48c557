#pragma once

#include <string>
#include <vector>

#include "pipeline/mapping/pqrs/axes.h"
#include "pipeline/mapping/pqrs/words.h"

// How what head cells and label cells say is put together to one line.
namespace cotejo::mapping {

// Adds what one head level or label cell says to a line; a deeper level wins. `group`: what the levels over it say that
// labels are, empty when they do not.
void add_label(PqrsLine& line, const PqrsLabel& label, const std::string& group);

// Adds what a further label column says of the row: a second thing is a part of the first ("Secretaría de Salud /
// Quejas").
void join_lines(PqrsLine& line, const PqrsLine& part);

// What most of the lines `of` are: tipo, canal, dependencia, periodo, medida; `named` when that says it already; empty
// when there is no such thing.
[[nodiscard]] std::string dominant_name(const std::vector<PqrsLine>& lines, const std::string& named,
                                        const std::vector<int>& of);

// Makes things of the dimension of those lines `to` that are none yet. `subjects`: labels that say PQRS are things too
// ("Derechos de petición" is a type among others; over a column it is what is counted).
void give_dimension(std::vector<PqrsLine>& lines, const std::string& dimension, const std::vector<int>& to,
                    bool subjects);

}  // namespace cotejo::mapping
