#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/normalise/amount_words/number_lexicon.h"
#include "pipeline/normalise/text/skeleton.h"

namespace cotejo::normalise {

// A word of a text; `role` none when it is no number word.
struct WordToken {
  std::size_t begin = 0;  // chars of the skeleton
  std::size_t end = 0;
  NumberWord entry;
  bool joined = false;  // only white space stands between it and the token before
};

// Every word of the text, left to right. A misspelt number word is taken for one only beside another.
[[nodiscard]] std::vector<WordToken> word_tokens(const Skeleton& text);

// Whether the text may hold an amount in words: a number word that is no mere "y", nor "un", "una", "uno" before
// anything but money, a percentage or a misspelt number word. Most sentences hold none.
[[nodiscard]] bool may_hold_amount(const Skeleton& text);

// Recursive descent over the run of joined number words that begins at a token. The tokens must outlive it.
class NumberGrammar {
 public:
  NumberGrammar(const std::vector<WordToken>& tokens, std::size_t first) : tokens_(tokens), at_(first), first_(first) {}

  // The token after those that were read.
  [[nodiscard]] std::size_t at() const { return at_; }
  // Whether the words are written as the Academy writes them, not as cheques and minutes do ("CUATRO CIENTOS").
  [[nodiscard]] bool strict() const { return strict_; }

  // Below 10^18. Nothing when the words make no number. To be called once.
  [[nodiscard]] std::optional<std::int64_t> number();

 private:
  [[nodiscard]] bool has(std::size_t ahead = 0) const;
  [[nodiscard]] WordRole role(std::size_t ahead = 0) const;
  [[nodiscard]] bool role_is_ciento(std::size_t ahead) const;
  [[nodiscard]] const NumberWord& entry() const { return tokens_[at_].entry; }
  int take();
  std::optional<std::int64_t> below_million();
  std::optional<std::int64_t> below_thousand();
  std::optional<std::int64_t> below_hundred();
  int unit();

  const std::vector<WordToken>& tokens_;
  std::size_t at_;
  std::size_t first_;
  bool strict_ = true;
};

}  // namespace cotejo::normalise
