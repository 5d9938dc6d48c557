#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/checks/prose/claims.h"
#include "pipeline/mapping/text/year_parts.h"

namespace cotejo::checks {

// Whether the words between a number of things and a percentage say that the one is the other: «indagaciones, que
// corresponde al».
[[nodiscard]] bool says_equal(std::string_view between);

// Folded words right after a figure, four at most; without them nothing tells what is counted.
[[nodiscard]] std::string counted_noun(const FigureSentence& sentence, const ProseNumber& number);

// The parts of the year that the sentence names, but for the report's own («este trimestre», also where a text copied
// from an earlier report calls it «este primer trimestre»).
[[nodiscard]] std::vector<mapping::YearPart> other_parts(const FigureSentence& sentence);

}  // namespace cotejo::checks
