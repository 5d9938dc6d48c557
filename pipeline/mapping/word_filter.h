#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cotejo::mapping {

// The first two letters of a set of folded words: tells most words of a text apart from all of them without hashing.
class WordFilter {
 public:
  // The first word of `folded`.
  void add(std::string_view folded) { seen_.set(place(folded)); }
  // False when no word that was added begins as the first word of `folded` does.
  [[nodiscard]] bool may_hold(std::string_view folded) const { return seen_.test(place(folded)); }

 private:
  static constexpr std::size_t kSigns = 64;
  static std::size_t place(std::string_view folded) {
    const auto sign = [&](std::size_t i) {
      const unsigned char c = i < folded.size() ? static_cast<unsigned char>(folded[i]) : ' ';
      return static_cast<std::size_t>(c) % kSigns;
    };
    const std::size_t first = sign(0);
    return first * kSigns + sign(1);
  }
  std::bitset<kSigns * kSigns> seen_;
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
