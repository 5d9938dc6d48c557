#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/mapping/prose_tokens.h"
#include "pipeline/mapping/vocabulary.h"
#include "pipeline/mapping/word_filter.h"

namespace cotejo::mapping {

// The phrases of a vocabulary section by their first word, to find them in a text word by word. The entries must
// outlive it.
class PhraseIndex {
 public:
  explicit PhraseIndex(const std::vector<Vocabulary::Entry>& entries);

  struct Match {
    std::string_view meaning;  // empty when no phrase begins there
    std::size_t words = 0;
  };
  // The phrase of most words that begins at tokens[at] and ends before `end`.
  [[nodiscard]] Match at(const std::vector<Token>& tokens, std::size_t at, std::size_t end) const;

  // The longest phrase that stands as whole words in the folded text, the first of several as long; nullptr when none
  // does.
  [[nodiscard]] const Vocabulary::Entry* longest(std::string_view folded) const;

  // The entry whose letters are the text's, spaces left aside: a narrow column cuts words ("Respuest a oportuna").
  // nullptr when there is none.
  [[nodiscard]] const Vocabulary::Entry* same_letters(std::string_view folded) const;

 private:
  WordFilter first_words_;
  using Entries = std::vector<const Vocabulary::Entry*>;         // longest first
  std::unordered_map<std::string_view, Entries> by_first_word_;  // looked up, never gone through
  std::unordered_map<std::size_t, Entries> by_letters_;          // number of letters
};

}  // namespace cotejo::mapping
