#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo::mapping {

// [begin, end) of a sentence of a text, bytes, without the space around it.
struct Sentence {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

// Every sentence: parted at line breaks, and at . ! ? before a capital, a sign or a digit that begins a new one. Dots
// of abbreviations ("No. 5", "Dr. Ruiz", "S. A."), of numbers and of list numbers part nothing. Running text that never
// stops is cut at a space after 2,000 bytes.
[[nodiscard]] std::vector<Sentence> sentences_of(std::string_view text);

// The sentence that a byte offset stands in or right behind, its spaces cleaned; the whole text when none begins before
// it.
[[nodiscard]] std::string sentence_at(std::string_view text, std::size_t offset);
// The same where `sentences` are those of the text already.
[[nodiscard]] std::string sentence_at(std::string_view text, const std::vector<Sentence>& sentences,
                                      std::size_t offset);

}  // namespace cotejo::mapping
