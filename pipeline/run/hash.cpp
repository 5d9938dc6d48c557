#include "pipeline/run/hash.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <vector>

namespace cotejo::run {
namespace {

struct File {
  int descriptor;
  explicit File(int fd) : descriptor(fd) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor >= 0) close(descriptor);
  }
};

struct FreeDigest {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

model::Error unreadable(const std::string& path, const std::string& detail) {
  return {model::ErrorCode::not_found, model::Stage::discover, path, 0, detail};
}

std::string hex(const unsigned char* bytes, std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    text += "0123456789abcdef"[bytes[i] >> 4U];
    text += "0123456789abcdef"[bytes[i] & 15U];
  }
  return text;
}

}  // namespace

model::Result<FileHash> hash_file(const std::string& path) {
  // Not blocking: a named pipe called x.pdf would wait for a writer for ever.
  const File file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.descriptor < 0) return unreadable(path, std::strerror(errno));
  struct stat status {};
  if (fstat(file.descriptor, &status) != 0) return unreadable(path, std::strerror(errno));
  if (!S_ISREG(status.st_mode)) return unreadable(path, "no es un archivo corriente");

  const std::unique_ptr<EVP_MD_CTX, FreeDigest> digest(EVP_MD_CTX_new());
  EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr);
  FileHash result;
  std::vector<char> piece(256 * 1024);
  while (true) {
    const ssize_t got = read(file.descriptor, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable(path, std::strerror(errno));
    if (got == 0) break;
    EVP_DigestUpdate(digest.get(), piece.data(), static_cast<std::size_t>(got));
    result.size += got;
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned int size = 0;
  EVP_DigestFinal_ex(digest.get(), bytes.data(), &size);
  result.sha256 = hex(bytes.data(), size);
  return result;
}

}  // namespace cotejo::run
