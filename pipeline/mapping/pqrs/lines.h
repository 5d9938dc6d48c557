#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/mapping/pqrs/words.h"

// How what head cells and label cells say is put together to one line.
namespace cotejo::mapping {

// What one row or one column says about the counts in it, put together from all its label cells or head levels.
struct PqrsLine {
  std::string label;               // of the thing it stands for, as printed; empty when it stands for none
  PqrsAxis axis = PqrsAxis::none;  // what that thing is
  std::string key;                 // the usual type or channel behind the label
  // A second thing that the same line names ("Secretaría de Salud" and "Quejas" in two cells): of another axis.
  PqrsAxis second_axis = PqrsAxis::none;
  std::string second_label;
  model::Measure measure = model::Measure::none;
  Period period;
  std::string text;            // all that is printed, levels joined by " / "
  std::string type;            // canonical type that the vocabulary knows in it
  std::string type_if_things;  // the type that it names where its like are types: "Derechos de petición"
  bool total = false;
  bool percent = false;
  bool counts = false;   // a head that counts without saying what: "Cantidad", "PQRS", or no head at all
  bool unknown = false;  // printed, and nothing of it understood
  bool foreign = false;
  bool blank = false;  // nothing printed
};

// Adds what one head level or label cell says to a line; a deeper level wins. `group`: what the levels over it say that
// labels are.
void add_label(PqrsLine& line, const PqrsLabel& label, PqrsAxis group);

// Adds what a further label column says of the row: a second thing of the same axis is a part of the first
// ("Secretaría de Salud / Vacunación").
void join_lines(PqrsLine& line, const PqrsLine& part);

// What most of the lines `of` are; `named` when that says it already.
[[nodiscard]] PqrsAxis dominant_axis(const std::vector<PqrsLine>& lines, PqrsAxis named, const std::vector<int>& of);

// Makes things of the axis of those lines `to` that are none yet. `subjects`: labels that say PQRS are things too
// ("Derechos de petición" is a type among others; over a column it is what is counted).
void give_axis(std::vector<PqrsLine>& lines, PqrsAxis axis, const std::vector<int>& to, bool subjects);

}  // namespace cotejo::mapping
