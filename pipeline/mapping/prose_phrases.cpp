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

std::uint64_t head_of(std::string_view word) {
  constexpr std::size_t kLetters = 8;
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < kLetters; ++i) {
    head = head << 8U | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0U);
  }
  return head;
}

}  // namespace

PhraseIndex::PhraseIndex(const std::vector<Vocabulary::Entry>& entries) {
  for (const Vocabulary::Entry& entry : entries) {  // longest first, and so they stay
    first_words_.add(entry.folded);
    by_first_word_.push_back(&entry);
    by_letters_.emplace_back(letters_in(entry.folded), &entry);
  }
  std::stable_sort(by_first_word_.begin(), by_first_word_.end(),
                   [](const auto* a, const auto* b) { return first_word(a->folded) < first_word(b->folded); });
  for (const Vocabulary::Entry* entry : by_first_word_) heads_.push_back(head_of(first_word(entry->folded)));
  std::stable_sort(by_letters_.begin(), by_letters_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
}

std::span<const Vocabulary::Entry* const> PhraseIndex::entries_of(std::string_view word) const {
  if (!first_words_.may_hold(word)) return {};
  const auto is_word = [&](const Vocabulary::Entry* entry) { return first_word(entry->folded) == word; };
  const auto same_head = std::equal_range(heads_.begin(), heads_.end(), head_of(word));
  const auto place = [&](auto head) { return by_first_word_.begin() + (head - heads_.begin()); };
  const auto first = std::find_if(place(same_head.first), place(same_head.second), is_word);
  const auto last = std::find_if_not(first, place(same_head.second), is_word);
  return {first, last};
}

PhraseIndex::Match PhraseIndex::at(const std::vector<Token>& tokens, std::size_t at, std::size_t end) const {
  end = std::min(end, tokens.size());
  if (at >= end) return {};
  Match best;
  for (const Vocabulary::Entry* entry : entries_of(tokens[at].folded)) {
    const std::size_t words = spelt(tokens, at, end, entry->folded);
    if (words > best.words) best = {entry->meaning, words};
  }
  return best;
}

const Vocabulary::Entry* PhraseIndex::longest(std::string_view folded, bool only_start, bool with_quoted) const {
  const Vocabulary::Entry* best = nullptr;
  for (std::size_t at = 0; at < folded.size();) {
    const std::string_view rest = folded.substr(at);
    const std::string_view word = first_word(rest);
    for (const Vocabulary::Entry* entry : entries_of(word)) {
      if (best != nullptr && entry->folded.size() <= best->folded.size()) break;
      if (!begins_with_words(rest, entry->folded)) continue;
      if (with_quoted || !entry->whole_only || entry->folded.size() == folded.size()) {
        best = entry;
        break;
      }
    }
    if (only_start) break;
    at += word.size() + 1;
  }
  return best;
}

const Vocabulary::Entry* PhraseIndex::longest(std::string_view folded) const {
  return longest(folded, false, true);
}

const Vocabulary::Entry* PhraseIndex::inside(std::string_view folded) const {
  return longest(folded, false, false);
}

const Vocabulary::Entry* PhraseIndex::at_start(std::string_view folded) const {
  return longest(folded, true, false);
}

const Vocabulary::Entry* PhraseIndex::same_letters(std::string_view folded) const {
  const std::size_t letters = letters_in(folded);
  auto at = std::lower_bound(by_letters_.begin(), by_letters_.end(), letters,
                             [](const auto& entry, std::size_t count) { return entry.first < count; });
  for (; at != by_letters_.end() && at->first == letters; ++at) {
    if (letters_agree(at->second->folded, folded)) return at->second;
  }
  return nullptr;
}

void PhraseIndex::add_begun_by(std::string_view word, bool shortened,
                               std::vector<const Vocabulary::Entry*>& entries) const {
  if (!first_words_.may_hold(word)) return;
  auto at = std::lower_bound(by_first_word_.begin(), by_first_word_.end(), word,
                             [](const auto* entry, std::string_view key) { return first_word(entry->folded) < key; });
  for (; at != by_first_word_.end() && (*at)->folded.starts_with(word); ++at) {
    if (shortened || first_word((*at)->folded).size() == word.size()) entries.push_back(*at);
  }
}

}  // namespace cotejo::mapping
