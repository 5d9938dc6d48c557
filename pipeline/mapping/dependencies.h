#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/mapping/reading.h"

namespace cotejo::mapping {

// What a printed name of a dependency is compared by: folded, without links ("de", "del", "al", …).
// "Secretaria General – Direcciòn Atención al Ciudadano." → "secretaria general direccion atencion ciudadano".
[[nodiscard]] std::string dependency_key(std::string_view printed);

// Joins the printed names of dependencies to one canonical name each: names with the same key, or one that differs in a
// letter or two, are one; its canonical name is the way that is printed most often, and of those the one with the most
// accents, then the first. Keys of the result are the printed names. The order of `printed` decides nothing else. Pure.
[[nodiscard]] std::map<std::string, std::string, std::less<>> canonical_dependencies(
    const std::vector<std::string>& printed);

// The printed names of a document: its own dependency, those responsible for commitments, those that petitions are
// counted by, in order of appearance, once for each time that they are printed.
[[nodiscard]] std::vector<std::string> printed_dependencies(const model::Records& records);

}  // namespace cotejo::mapping
