#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cotejo::mapping {

inline constexpr std::size_t kHeadLetters = 8;

// The first letters of a word as one number, in alphabetical order: all of most words, compared at once.
[[nodiscard]] inline std::uint64_t head_of(std::string_view word) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < kHeadLetters; ++i) {
    head = head << 8U | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0U);
  }
  return head;
}

// A set of words, to tell most words of a text apart from all of them without a search.
class WordFilter {
 public:
  void add(std::uint64_t head) { seen_.set(place(head)); }
  // False when no word that was added has this head.
  [[nodiscard]] bool may_hold(std::uint64_t head) const { return seen_.test(place(head)); }

 private:
  static constexpr unsigned kBits = 12;
  static std::size_t place(std::uint64_t head) {
    constexpr std::uint64_t kGoldenRatio = 0x9E3779B97F4A7C15;  // spreads heads evenly (Knuth, TAOCP 3, 6.4)
    return static_cast<std::size_t>((head * kGoldenRatio) >> (64U - kBits));
  }
  std::bitset<std::size_t{1} << kBits> seen_;
};

// The letters a to z that a folded text has, one bit each: texts that differ in many are not alike.
[[nodiscard]] inline std::uint32_t letters_of(std::string_view folded) {
  std::uint32_t letters = 0;
  for (const char c : folded) {
    if (c >= 'a' && c <= 'z') letters |= std::uint32_t{1} << (c - 'a');
  }
  return letters;
}

}  // namespace cotejo::mapping
