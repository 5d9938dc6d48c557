#include "pipeline/run/files/hash.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "base/sha256.h"

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

model::Error unreadable(const std::string& path, const std::string& detail) {
  return {model::ErrorCode::not_found, model::Stage::discover, path, 0, detail};
}

}  // namespace

model::Result<FileHash> hash_file(const std::string& path) {
  // Not blocking: a named pipe called x.pdf would wait for a writer for ever.
  const File file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.descriptor < 0) return unreadable(path, std::strerror(errno));
  struct stat status {};
  if (fstat(file.descriptor, &status) != 0) return unreadable(path, std::strerror(errno));
  if (!S_ISREG(status.st_mode)) return unreadable(path, "no es un archivo corriente");

  base::Sha256 digest;
  FileHash result;
  result.modified = status.st_mtim.tv_sec;
  std::vector<char> piece(256 * 1024);
  while (true) {
    const ssize_t got = read(file.descriptor, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable(path, std::strerror(errno));
    if (got == 0) break;
    digest.add(piece.data(), static_cast<std::size_t>(got));
    result.size += got;
  }
  result.sha256 = digest.hex();
  return result;
}

}  // namespace cotejo::run
