#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/digits.h"

namespace cotejo::normalise {
struct Skeleton;
}

namespace cotejo::mapping {

// A run of letters and digits in a text.
struct Token {
  std::size_t begin = 0;  // byte offsets into the text
  std::size_t end = 0;
  std::string folded;  // normalise::fold of the run; one word
  [[nodiscard]] bool is_number() const { return !folded.empty() && base::is_digit(folded[0]); }
};

// The words of a text with their places: what normalise::folded_words gives, but each word knows where it was printed.
// Signs, quotes, dashes, the ordinal marks º ª ° and every kind of space part words.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

// The same from the text's skeleton, where it is known already; a soft hyphen parts no word there.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text, const normalise::Skeleton& skeleton);

// Index of the first token that begins at or after the byte offset; tokens.size() when there is none.
[[nodiscard]] std::size_t token_at(const std::vector<Token>& tokens, std::size_t offset);

// `text` on one line: every run of spaces and line breaks one space, none at the ends.
[[nodiscard]] std::string one_line(std::string_view text);

// one_line without punctuation at its ends.
[[nodiscard]] std::string trimmed(std::string_view text);

}  // namespace cotejo::mapping
