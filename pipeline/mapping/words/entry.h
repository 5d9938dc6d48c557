#pragma once

#include <cstdint>
#include <string>

namespace cotejo::mapping {

// Words of the vocabulary and what they mean.
struct VocabularyEntry {
  std::string folded;   // normalise::fold of the words
  std::string meaning;  // e.g. apropiacion_inicial
  int line = 0;
  bool whole_only = false;    // written in quotes: means it only where nothing else stands in the text
  std::uint32_t letters = 0;  // letters_of(folded)
  int reading = 0;            // which text it comes from: 0 the built-in one, 1 the first that was added, …
};

}  // namespace cotejo::mapping
