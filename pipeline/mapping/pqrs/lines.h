#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/mapping/pqrs/words.h"

// How what head cells and label cells say is put together to one line.
namespace cotejo::mapping {

// What one row or one column says about the counts in it, put together from all its label cells or head levels.
struct PqrsLine {
  std::string label;      // of the thing it stands for, as printed; empty when it stands for none
  std::string dimension;  // tipo, canal, dependencia, eps, motivo, asunto; empty when it stands for no thing
  std::string key;        // the usual type or channel behind the label
  // A second thing that the same line names ("Secretaría de Salud" and "Quejas" in two cells): of another dimension.
  std::string second_dimension;
  std::string second_label;
  std::string measure;
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

// Whether labels of this dimension stand for things that are counted, and whether for those that are more than the
// three that every report has: of these a table says itself that it counts petitions by them.
[[nodiscard]] bool is_thing(std::string_view dimension);
[[nodiscard]] bool is_further_thing(std::string_view dimension);

// Adds what one head level or label cell says to a line; a deeper level wins. `group`: what the levels over it say that
// labels are, empty when they do not.
void add_label(PqrsLine& line, const PqrsLabel& label, const std::string& group);

// Adds what a further label column says of the row: a second thing of the same dimension is a part of the first
// ("Secretaría de Salud / Vacunación").
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
