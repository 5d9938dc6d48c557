#include "base/digest.h"

#include <openssl/evp.h>

#include <array>

#include "base/hex.h"

namespace cotejo::base {
namespace {

const EVP_MD* method_of(std::string_view algorithm) {
  if (algorithm == "md5") return EVP_md5();
  if (algorithm == "sha1") return EVP_sha1();
  if (algorithm == "sha256") return EVP_sha256();
  if (algorithm == "sha512") return EVP_sha512();
  return nullptr;
}

}  // namespace

struct Digest::Context {
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> digest{EVP_MD_CTX_new()};
};

bool Digest::known(std::string_view algorithm) {
  return method_of(algorithm) != nullptr;
}

Digest::Digest(std::string_view algorithm) : context_(std::make_unique<Context>()) {
  EVP_DigestInit_ex(context_->digest.get(), method_of(algorithm), nullptr);
}
Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::add(const void* bytes, std::size_t size) {
  EVP_DigestUpdate(context_->digest.get(), bytes, size);
}

std::string Digest::hex() {
  std::array<char, EVP_MAX_MD_SIZE> bytes{};
  unsigned int size = 0;
  EVP_DigestFinal_ex(context_->digest.get(), reinterpret_cast<unsigned char*>(bytes.data()), &size);
  return base::hex(std::string_view(bytes.data(), size));
}

}  // namespace cotejo::base
