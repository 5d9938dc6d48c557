#include "cli/review/web/password.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

#include "base/hex.h"

namespace cotejo::cli::review {
namespace {

// As OWASP asks of scrypt where logins are rare: 2^14 blocks of 8, once.
constexpr std::uint64_t kCost = 1U << 14;
constexpr std::uint64_t kBlock = 8;
constexpr std::uint64_t kParallel = 1;
constexpr std::uint64_t kMemory = std::uint64_t{64} << 20;
constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kSaltBytes = 16;

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  // A machine without randomness has no secrets.
  if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1) std::abort();
  return bytes;
}

std::string derived(std::string_view word, const std::string& salt) {
  std::string key(kKeyBytes, '\0');
  const int done =
      EVP_PBE_scrypt(word.data(), word.size(), reinterpret_cast<const unsigned char*>(salt.data()), salt.size(), kCost,
                     kBlock, kParallel, kMemory, reinterpret_cast<unsigned char*>(key.data()), key.size());
  if (done != 1) std::abort();
  return key;
}

}  // namespace

std::string random_hex(std::size_t bytes) {
  std::string hex;
  for (const char c : random_bytes(bytes)) {
    constexpr const char* kDigits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    hex += {kDigits[byte >> 4U], kDigits[byte & 15U]};
  }
  return hex;
}

bool equal_secrets(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::variant<Password, Password::Fault> Password::of_file(const std::string& path) {
  struct stat facts {};
  std::ifstream file(path);
  if (!file || stat(path.c_str(), &facts) != 0) return Fault::unreadable;
  if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0) return Fault::open_to_others;
  std::string word;
  std::getline(file, word);
  if (!word.empty() && word.back() == '\r') word.pop_back();
  if (word.size() < kShortestPassword) return Fault::too_short;
  return Password(word);
}

Password::Password(std::string_view word) : salt_(random_bytes(kSaltBytes)), key_(derived(word, salt_)) {}

bool Password::is(std::string_view word) const {
  return equal_secrets(derived(word, salt_), key_);
}

}  // namespace cotejo::cli::review
