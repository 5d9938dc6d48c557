#include "pipeline/mapping/words/phrases.h"

#include <algorithm>

#include "pipeline/mapping/words/words_of.h"

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

// The word of a folded text that begins at `begin`.
TextWords::Word word_at(std::string_view folded, std::size_t begin) {
  const std::string_view word = first_word(folded.substr(begin));
  return {begin, word.size(), head_of(word)};
}

}  // namespace

TextWords::TextWords(std::string_view folded) : text(folded) {
  for (std::size_t begin = 0; begin < folded.size(); begin += words.back().size + 1) {
    words.push_back(word_at(folded, begin));
  }
}

PhraseIndex::PhraseIndex(const std::vector<VocabularyEntry>& entries) {
  std::vector<std::pair<std::uint64_t, const VocabularyEntry*>> sorted;
  sorted.reserve(entries.size());
  by_letters_.reserve(entries.size());
  for (const VocabularyEntry& entry : entries) {
    sorted.emplace_back(head_of(first_word(entry.folded)), &entry);
    first_words_.add(sorted.back().first);
    by_letters_.push_back({letters_in(entry.folded), entry.letters, &entry});
  }
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    const int order = first_word(a.second->folded).compare(first_word(b.second->folded));
    return order != 0 ? order < 0 : a.second < b.second;  // in the section they stand longest first
  });
  heads_.reserve(sorted.size());
  by_first_word_.reserve(sorted.size());
  for (const auto& [head, entry] : sorted) {
    heads_.push_back(head);
    by_first_word_.push_back(entry);
  }
}

PhraseIndex::Entries PhraseIndex::look_up(std::string_view word, std::uint64_t head) const {
  const auto [begin, end] = std::equal_range(heads_.begin(), heads_.end(), head);
  const std::span all(by_first_word_);
  const auto same_head =
      all.subspan(static_cast<std::size_t>(begin - heads_.begin()), static_cast<std::size_t>(end - begin));
  if (word.size() < kHeadLetters) return same_head;  // the head is the whole word
  const auto is_word = [&](const VocabularyEntry* entry) { return first_word(entry->folded) == word; };
  const auto first = std::find_if(same_head.begin(), same_head.end(), is_word);
  return {first, std::find_if_not(first, same_head.end(), is_word)};
}

PhraseIndex::Match PhraseIndex::at(const std::vector<Token>& tokens, std::size_t at, std::size_t end) const {
  end = std::min(end, tokens.size());
  if (at >= end) return {};
  Match best;
  for (const VocabularyEntry* entry : entries_of(tokens[at].folded, head_of(tokens[at].folded))) {
    const std::size_t words = spelt(tokens, at, end, entry->folded);
    if (words > best.words) best = {entry->meaning, words};
  }
  return best;
}

const VocabularyEntry* PhraseIndex::longer(std::string_view folded, const TextWords::Word& word, bool with_quoted,
                                           const VocabularyEntry* best) const {
  const std::string_view rest = folded.substr(word.begin);
  for (const VocabularyEntry* entry : entries_of(rest.substr(0, word.size), word.head)) {
    if (best != nullptr && entry->folded.size() <= best->folded.size()) break;
    if (!begins_with_words(rest, entry->folded)) continue;
    if (with_quoted || !entry->whole_only || entry->folded.size() == folded.size()) return entry;
  }
  return best;
}

const VocabularyEntry* PhraseIndex::longest(std::string_view folded, bool with_quoted) const {
  const VocabularyEntry* best = nullptr;
  for (std::size_t begin = 0; begin < folded.size();) {
    const TextWords::Word word = word_at(folded, begin);
    best = longer(folded, word, with_quoted, best);
    begin += word.size + 1;
  }
  return best;
}

const VocabularyEntry* PhraseIndex::longest(std::string_view folded) const {
  return longest(folded, true);
}

const VocabularyEntry* PhraseIndex::longest(const TextWords& words) const {
  const VocabularyEntry* best = nullptr;
  for (const TextWords::Word& word : words.words) best = longer(words.text, word, true, best);
  return best;
}

const VocabularyEntry* PhraseIndex::inside(std::string_view folded) const {
  return longest(folded, false);
}

const VocabularyEntry* PhraseIndex::at_start(std::string_view folded) const {
  return folded.empty() ? nullptr : longer(folded, word_at(folded, 0), false, nullptr);
}

bool PhraseIndex::may_begin(std::string_view folded) const {
  return first_words_.may_hold(head_of(first_word(folded)));
}

const VocabularyEntry* PhraseIndex::whole(std::string_view folded) const {
  const std::string_view first = first_word(folded);
  const auto entries = entries_of(first, head_of(first));
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const auto* entry) { return entry->folded == folded; });
  return found == entries.end() ? nullptr : *found;
}

const VocabularyEntry* PhraseIndex::same_letters(std::string_view folded) const {
  const std::size_t count = letters_in(folded);
  const std::uint32_t letters = letters_of(folded);
  for (const Spelt& spelt : by_letters_) {
    if (spelt.letters == letters && spelt.count == count && letters_agree(spelt.entry->folded, folded)) {
      return spelt.entry;
    }
  }
  return nullptr;
}

void PhraseIndex::add_begun_by(std::string_view word, bool shortened,
                               std::vector<const VocabularyEntry*>& entries) const {
  if (!shortened && !may_begin(word)) return;
  auto at = std::lower_bound(by_first_word_.begin(), by_first_word_.end(), word,
                             [](const auto* entry, std::string_view key) { return first_word(entry->folded) < key; });
  for (; at != by_first_word_.end() && (*at)->folded.starts_with(word); ++at) {
    if (shortened || first_word((*at)->folded).size() == word.size()) entries.push_back(*at);
  }
}

}  // namespace cotejo::mapping
