#include "pipeline/mapping/prose_phrases.h"

#include <algorithm>

#include "pipeline/mapping/read_table_words.h"

namespace cotejo::mapping {
namespace {

std::string_view first_word(std::string_view folded) {
  return folded.substr(0, folded.find(' '));
}

std::size_t letters_in(std::string_view folded) {
  return folded.size() - static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' '));
}

bool letters_agree(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  for (;;) {
    while (i < a.size() && a[i] == ' ') ++i;
    while (j < b.size() && b[j] == ' ') ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (a[i++] != b[j++]) return false;
  }
}

// Number of tokens from `at` on that spell the phrase, 0 when they do not.
std::size_t spelt(const std::vector<Token>& tokens, std::size_t at, std::size_t end, std::string_view phrase) {
  std::size_t words = 0;
  while (!phrase.empty()) {
    const std::string_view word = first_word(phrase);
    if (at + words >= end || tokens[at + words].folded != word) return 0;
    ++words;
    phrase.remove_prefix(std::min(word.size() + 1, phrase.size()));
  }
  return words;
}

}  // namespace

PhraseIndex::PhraseIndex(const std::vector<Vocabulary::Entry>& entries) {
  for (const Vocabulary::Entry& entry : entries) {  // longest first, and so they stay
    by_first_word_[first_word(entry.folded)].push_back(&entry);
    first_words_.add(entry.folded);
    by_letters_[letters_in(entry.folded)].push_back(&entry);
  }
}

PhraseIndex::Match PhraseIndex::at(const std::vector<Token>& tokens, std::size_t at, std::size_t end) const {
  end = std::min(end, tokens.size());
  if (at >= end || !first_words_.may_hold(tokens[at].folded)) return {};
  const auto found = by_first_word_.find(tokens[at].folded);
  if (found == by_first_word_.end()) return {};
  Match best;
  for (const Vocabulary::Entry* entry : found->second) {
    const std::size_t words = spelt(tokens, at, end, entry->folded);
    if (words > best.words) best = {entry->meaning, words};
  }
  return best;
}

const Vocabulary::Entry* PhraseIndex::longest(std::string_view folded) const {
  const Vocabulary::Entry* best = nullptr;
  for (std::size_t at = 0; at < folded.size();) {
    const std::string_view rest = folded.substr(at);
    const std::string_view word = first_word(rest);
    at += word.size() + 1;
    if (!first_words_.may_hold(word)) continue;
    const auto found = by_first_word_.find(word);
    if (found == by_first_word_.end()) continue;
    for (const Vocabulary::Entry* entry : found->second) {
      if (best != nullptr && entry->folded.size() <= best->folded.size()) break;
      if (begins_with_words(rest, entry->folded)) best = entry;
    }
  }
  return best;
}

const Vocabulary::Entry* PhraseIndex::same_letters(std::string_view folded) const {
  const auto found = by_letters_.find(letters_in(folded));
  if (found == by_letters_.end()) return nullptr;
  for (const Vocabulary::Entry* entry : found->second) {
    if (letters_agree(entry->folded, folded)) return entry;
  }
  return nullptr;
}

}  // namespace cotejo::mapping
