#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace cotejo::cli::review {

inline constexpr std::size_t kShortestPassword = 8;  // bytes

// So many random bytes as hex digits.
[[nodiscard]] std::string random_hex(std::size_t bytes);

// Whether two secrets are equal, in a time that tells nothing of where they differ.
[[nodiscard]] bool equal_secrets(std::string_view a, std::string_view b);

// A password as scrypt keeps it; the word itself is forgotten.
class Password {
 public:
  enum class Fault : std::uint8_t { unreadable, open_to_others, too_short };
  // The first line of a file that nobody but its owner may read.
  [[nodiscard]] static std::variant<Password, Fault> of_file(const std::string& path);
  explicit Password(std::string_view word);

  // Takes some 50 ms and 16 MB.
  [[nodiscard]] bool is(std::string_view word) const;

 private:
  std::string salt_;
  std::string key_;
};

}  // namespace cotejo::cli::review
