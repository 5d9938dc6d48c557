#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace cotejo::base {

// A digest by the name that manifests have for it: md5, sha1, sha256, sha512. Bytes are given piece by piece.
class Digest {
 public:
  [[nodiscard]] static bool known(std::string_view algorithm);

  // Only with a known algorithm.
  explicit Digest(std::string_view algorithm);
  ~Digest();
  Digest(Digest&&) noexcept;
  Digest& operator=(Digest&&) noexcept;

  void add(const void* bytes, std::size_t size);

  // Small hexadecimal digits. Nothing may be added afterwards.
  [[nodiscard]] std::string hex();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace cotejo::base
