#include "pipeline/mapping/prose_phrases.h"

#include <algorithm>

#include "pipeline/mapping/read_table_words.h"

namespace cotejo::mapping {

PhraseIndex::PhraseIndex(const std::vector<Vocabulary::Entry>& entries) {
  for (const Vocabulary::Entry& entry : entries) {  // longest first, and so they stay
    Phrase phrase;
    for (const std::string_view word : words_of(entry.folded)) phrase.words.emplace_back(word);
    if (phrase.words.empty()) continue;
    phrase.meaning = entry.meaning;
    by_first_word_[phrase.words.front()].push_back(std::move(phrase));
  }
}

PhraseIndex::Match PhraseIndex::at(const std::vector<Token>& tokens, std::size_t at, std::size_t end) const {
  if (at >= end || at >= tokens.size()) return {};
  const auto found = by_first_word_.find(tokens[at].folded);
  if (found == by_first_word_.end()) return {};
  Match best;
  for (const Phrase& phrase : found->second) {
    if (phrase.words.size() <= best.words || at + phrase.words.size() > std::min(end, tokens.size())) continue;
    bool same = true;
    for (std::size_t i = 1; same && i < phrase.words.size(); ++i) same = tokens[at + i].folded == phrase.words[i];
    if (same) best = {phrase.meaning, phrase.words.size()};
  }
  return best;
}

}  // namespace cotejo::mapping
