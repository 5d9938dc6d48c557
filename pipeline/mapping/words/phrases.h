#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/mapping/words/entry.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/mapping/words/word_filter.h"

namespace cotejo::mapping {

// A folded text and where its words begin. Made once where many sets of words are looked for; must not outlive the
// text.
struct TextWords {
  explicit TextWords(std::string_view folded);

  struct Word {
    std::size_t begin = 0;
    std::size_t size = 0;
    std::uint64_t head = 0;  // head_of
  };
  std::string_view text;
  std::vector<Word> words;
};

// The phrases of a vocabulary section by their first word, to find them in a text word by word. The entries must
// outlive it and stay where they are.
class PhraseIndex {
 public:
  PhraseIndex() = default;
  explicit PhraseIndex(const std::vector<VocabularyEntry>& entries);

  struct Match {
    std::string_view meaning;  // empty when no phrase begins there
    std::size_t words = 0;
  };
  // The phrase of most words that begins at tokens[at] and ends before `end`.
  [[nodiscard]] Match at(const std::vector<Token>& tokens, std::size_t at, std::size_t end) const;

  // The longest phrase that stands as whole words in the folded text, the first of several as long; nullptr when none
  // does. Those in quotes are phrases as any other.
  [[nodiscard]] const VocabularyEntry* longest(std::string_view folded) const;
  [[nodiscard]] const VocabularyEntry* longest(const TextWords& words) const;

  // The same, and at_start the longest that the text begins with; but those in quotes only as the whole of the text.
  [[nodiscard]] const VocabularyEntry* inside(std::string_view folded) const;
  [[nodiscard]] const VocabularyEntry* at_start(std::string_view folded) const;

  // The entry that is the whole of the folded text, in quotes or not; nullptr when none is.
  [[nodiscard]] const VocabularyEntry* whole(std::string_view folded) const;

  // The entry whose letters are the text's, spaces left aside: a narrow column cuts words ("Respuest a oportuna").
  // nullptr when there is none.
  [[nodiscard]] const VocabularyEntry* same_letters(std::string_view folded) const;

  // False when no entry begins with the first word of the folded text; true says nothing.
  [[nodiscard]] bool may_begin(std::string_view folded) const;

  // Adds the entries whose first word is `word`, or only begins with it when `shortened`; in no order.
  void add_begun_by(std::string_view word, bool shortened, std::vector<const VocabularyEntry*>& entries) const;

 private:
  using Entries = std::span<const VocabularyEntry* const>;
  // The longest phrase that begins with the word and is longer than `best`, else `best`.
  [[nodiscard]] const VocabularyEntry* longer(std::string_view folded, const TextWords::Word& word, bool with_quoted,
                                              const VocabularyEntry* best) const;
  [[nodiscard]] const VocabularyEntry* longest(std::string_view folded, bool with_quoted) const;
  // The entries of one first word, longest first.
  [[nodiscard]] Entries entries_of(std::string_view word, std::uint64_t head) const {
    return first_words_.may_hold(head) ? look_up(word, head) : Entries();
  }
  [[nodiscard]] Entries look_up(std::string_view word, std::uint64_t head) const;

  WordFilter first_words_;
  // In the order of their first words, the entries of one word longest first. `heads_` are the first eight letters of
  // those words as numbers of the same order: they are compared at once, and tell nearly all words apart.
  std::vector<std::uint64_t> heads_;
  std::vector<const VocabularyEntry*> by_first_word_;
  struct Spelt {
    std::size_t count = 0;      // of letters and digits
    std::uint32_t letters = 0;  // Entry::letters
    const VocabularyEntry* entry = nullptr;
  };
  std::vector<Spelt> by_letters_;  // longest first
};

}  // namespace cotejo::mapping
