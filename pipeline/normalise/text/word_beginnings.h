#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace cotejo::normalise {

// The first three letters of a set of words, to pass over nearly every other word of a text without comparing it.
// Words are of the letters a to z, as folded texts and skeletons have them; any other char ends a word.
class WordBeginnings {
 public:
  // Words of fewer than three letters stand for themselves alone.
  constexpr WordBeginnings(std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) add(word);
  }
  constexpr void add(std::string_view word) {
    const std::size_t key = key_of(word);
    bits_[key / kBits] |= std::uint64_t{1} << (key % kBits);
  }
  // False when no word of the set begins as the text does; true says nothing.
  [[nodiscard]] constexpr bool may_begin(std::string_view text) const {
    const std::size_t key = key_of(text);
    return (bits_[key / kBits] >> (key % kBits) & 1U) != 0;
  }

 private:
  static constexpr std::size_t kLetters = 27;  // and what is none
  static constexpr std::size_t kBits = 64;
  static constexpr std::size_t key_of(std::string_view text) {
    std::size_t key = 0;
    bool ended = false;
    for (std::size_t i = 0; i < 3; ++i) {
      const char c = ended || i >= text.size() ? ' ' : text[i];
      ended = ended || c < 'a' || c > 'z';
      key = key * kLetters + (ended ? 0 : static_cast<std::size_t>(c - 'a' + 1));
    }
    return key;
  }
  std::array<std::uint64_t, kLetters * kLetters * kLetters / kBits + 1> bits_{};
};

}  // namespace cotejo::normalise
