#include "pipeline/checks/prose/joints.h"

#include <algorithm>
#include <array>

#include "pipeline/checks/prose/tolerances.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {

bool says_equal(std::string_view between) {
  static constexpr std::array kJoints{
      "equivalente al", "equivalentes al", "equivale al",        "equivalen al", "equivalente a el",
      "corresponde al", "corresponden al", "correspondiente al", "es decir el",  "correspondientes al",
      "representa el",  "representan el",  "representando el",   "o sea el",     "es decir un"};
  if (between.find_first_of(";\n") != std::string_view::npos || between.find(". ") != std::string_view::npos)
    return false;
  const std::string folded = normalise::fold(between);
  return std::any_of(kJoints.begin(), kJoints.end(), [&](std::string_view joint) {
    return folded.ends_with(joint) &&
           (folded.size() == joint.size() || folded[folded.size() - joint.size() - 1] == ' ');
  });
}

std::string counted_noun(const FigureSentence& sentence, const ProseNumber& number) {
  const std::size_t length = std::min(kNounReach, sentence.span.end - number.end);
  for (std::string& word :
       normalise::folded_words(std::string_view(sentence.passage->text).substr(number.end, length))) {
    if (word.size() < 4) return {};
    if (word.ends_with("es")) word.resize(word.size() - 2);
    if (word.ends_with("s")) word.pop_back();
    return word;
  }
  return {};
}

std::vector<mapping::YearPart> other_parts(const FigureSentence& sentence) {
  const std::string said = sentence.folded(sentence.span.begin, sentence.span.end);
  std::vector<mapping::YearPart> parts = mapping::year_parts(said);
  std::erase_if(parts, [&](const mapping::YearPart& part) {
    const std::string_view before = std::string_view(said).substr(0, part.begin);
    return before.ends_with(" este ") || before.ends_with(" presente ");
  });
  return parts;
}

}  // namespace cotejo::checks
