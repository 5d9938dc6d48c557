#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo::mapping {

class Vocabulary;

// How a head's words led to a meaning, from surest to least sure.
enum class Likeness : std::uint8_t { none, whole, inside, abbreviated, similar };

struct HeadMeaning {
  std::string meaning;  // empty when the section knows nothing like it
  std::string entry;    // the folded vocabulary words that decided
  Likeness likeness = Likeness::none;
};

// A column's head: its levels from outermost to innermost.
struct HeadText {
  std::vector<std::string> levels;  // as printed
  std::vector<std::string> folded;  // of each level that folds to something
  std::string joined;               // the folded levels, a space between them
  bool percent_sign = false;        // a level has a % in it
  int sign = 0;                     // 1, -1: the innermost level is marked "(+)", "(-)"
};
[[nodiscard]] HeadText head_text(std::vector<std::string> levels);

// What a section of the vocabulary makes of a head: the joined head as a whole; its innermost level as a whole; words
// inside the innermost level, then inside the joined head. With `loosely`, also words abbreviated ("aprop inic",
// "contrac") and last words with a letter or two misread.
[[nodiscard]] HeadMeaning meaning_of(const Vocabulary& vocabulary, std::string_view section, const HeadText& head,
                                     bool loosely);

// The budget measure of a head: a balance before any stage; empty meaning when it is known to be none ("ninguna").
[[nodiscard]] HeadMeaning budget_meaning(const Vocabulary& vocabulary, const HeadText& head, bool loosely);

}  // namespace cotejo::mapping
