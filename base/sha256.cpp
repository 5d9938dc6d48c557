#include "base/sha256.h"

#include <openssl/evp.h>

#include <array>

#include "base/hex.h"

namespace cotejo::base {

struct Sha256::Context {
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> digest{EVP_MD_CTX_new()};
};

Sha256::Sha256() : context_(std::make_unique<Context>()) {
  EVP_DigestInit_ex(context_->digest.get(), EVP_sha256(), nullptr);
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(const void* bytes, std::size_t size) {
  EVP_DigestUpdate(context_->digest.get(), bytes, size);
}

std::string Sha256::hex() {
  std::array<char, EVP_MAX_MD_SIZE> bytes{};
  unsigned int size = 0;
  EVP_DigestFinal_ex(context_->digest.get(), reinterpret_cast<unsigned char*>(bytes.data()), &size);
  return base::hex(std::string_view(bytes.data(), size));
}

}  // namespace cotejo::base
