#pragma once

#include <string>
#include <string_view>

namespace cotejo::mapping {

class Vocabulary;

// The name of a public body, or of a part of one, in a printed line: from the words that begin such names (sections
// documento.entidad, documento.dependencia) to where the name ends: a punctuation mark, a figure, or a small word that
// is no link between names. As printed; empty when the line holds none.
struct NameFound {
  std::string name;
  bool at_start = false;  // the line begins with it
};
[[nodiscard]] NameFound find_name(const Vocabulary& vocabulary, std::string_view section, std::string_view line);

}  // namespace cotejo::mapping
