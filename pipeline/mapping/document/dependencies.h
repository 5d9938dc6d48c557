#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/record.h"

namespace cotejo::mapping {

class Vocabulary;

// What a printed name of a dependency is compared by: folded, abbreviations written out (section
// [dependencia.palabra]), without links ("de", "del", "al", …) and, where two words are left at least, without the
// level of government ([dependencia.nivel]): "SEC. HACIENDA", "Sría. de Hacienda Mpal." → "secretaria hacienda".
[[nodiscard]] std::string dependency_key(const Vocabulary& vocabulary, std::string_view printed);

// Joins the names of dependencies that records print, each to the best of its ways: one that abbreviates nothing, of
// those the most frequent, of those one that is not all capitals, the one with the most accents, the first. Names with
// one key are one; so are keys of which one long word differs in one letter. A name without level is not joined to
// those with one where the document names two ("Secretaría de Educación Municipal", "… Departamental"). A name with
// semicolons is several. `printed` holds a name once for each record; the result has each once, by first appearance.
// Pure.
[[nodiscard]] std::vector<model::DependencyName> join_dependencies(const Vocabulary& vocabulary,
                                                                   const std::vector<std::string>& printed);

// The printed names of a document: its own dependency, those responsible for commitments, those that petitions are
// counted by, in order of appearance, once for each time that they are printed.
[[nodiscard]] std::vector<std::string> printed_dependencies(const model::Records& records);

}  // namespace cotejo::mapping
