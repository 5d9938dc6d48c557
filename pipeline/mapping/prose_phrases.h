#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/mapping/prose_tokens.h"
#include "pipeline/mapping/vocabulary.h"

namespace cotejo::mapping {

// The phrases of a vocabulary section by their first word, to find them in running text word by word.
class PhraseIndex {
 public:
  explicit PhraseIndex(const std::vector<Vocabulary::Entry>& entries);

  struct Match {
    std::string_view meaning;  // empty when no phrase begins there
    std::size_t words = 0;
  };
  // The longest phrase that begins at tokens[at] and ends before `end`.
  [[nodiscard]] Match at(const std::vector<Token>& tokens, std::size_t at, std::size_t end) const;

 private:
  struct Phrase {
    std::vector<std::string> words;
    std::string meaning;
  };
  std::map<std::string, std::vector<Phrase>, std::less<>> by_first_word_;  // longest first
};

}  // namespace cotejo::mapping
