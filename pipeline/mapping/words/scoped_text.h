#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cotejo::mapping {

// A part of a vocabulary text that counts for one entity only. Lines of other parts are blank, so that an error names
// the line that a person sees.
struct ScopedText {
  std::string entity;  // as the text names it; empty: of every document
  std::string text;
};

// The parts of a text of the form of vocabulary.txt, in which "@entidad NAME" begins what is of that entity, and
// "@entidad" alone what is of all again; a section is named anew in each.
[[nodiscard]] std::vector<ScopedText> by_entity(std::string_view text);

// A word with what it means, and for whom.
struct ScopedWord {
  std::string word;  // as printed
  std::string section;
  std::string meaning;
  std::string entity;  // empty: in every document
};

// The words of such a text, in its order. Of a text that Vocabulary::add takes; lines that are none of it are left out.
[[nodiscard]] std::vector<ScopedWord> words_of_text(std::string_view text);

// The text of the words: what words_of_text gives them back from.
[[nodiscard]] std::string text_of_words(std::vector<ScopedWord> words);

}  // namespace cotejo::mapping
