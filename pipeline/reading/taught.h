#pragma once

#include <string>
#include <vector>

#include "model/result.h"
#include "model/store/store.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::reading {

// The words that a base was taught, as a text of the form of vocabulary.txt; empty for none.
[[nodiscard]] std::string text_of_taught(const std::vector<store::TaughtWord>& words);

// What a head can be taught to mean: a section of the vocabulary and one of its meanings.
struct Meaning {
  std::string section;
  std::string name;
};
// All that heads and labels can mean, section by section.
[[nodiscard]] std::vector<Meaning> teachable(const mapping::Vocabulary& vocabulary);
// Those that a person may mean: by their name alone ("apropiacion_definitiva"), or by section and name
// ("compromisos.columna:fecha"). None when there is no such meaning, several when the name alone does not tell.
[[nodiscard]] std::vector<Meaning> meanings_named(const mapping::Vocabulary& vocabulary, const std::string& name);

// A word as it is kept. `entity` empty: in every document.
[[nodiscard]] store::TaughtWord taught_word(const std::string& word, const Meaning& meaning, const std::string& entity);

// The words of a file of the form of vocabulary.txt. vocabulary, naming file and line.
[[nodiscard]] model::Result<std::vector<store::TaughtWord>> read_taught(const std::string& text,
                                                                        const std::string& file_name);

}  // namespace cotejo::reading
