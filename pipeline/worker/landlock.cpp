#include "pipeline/worker/landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>

#include "pipeline/worker/channel.h"

namespace cotejo::worker {
namespace {

// glibc has no functions for these three.
int create_ruleset(const landlock_ruleset_attr* attributes, std::size_t size, std::uint32_t flags) {
  return static_cast<int>(syscall(SYS_landlock_create_ruleset, attributes, size, flags));
}

// Everything that the first version of Landlock knows, and what later versions added as far as this kernel has them.
std::uint64_t known_rights(int version) {
  std::uint64_t rights = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE |
                         LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
                         LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                         LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK |
                         LANDLOCK_ACCESS_FS_MAKE_SYM;
  constexpr std::uint64_t kRefer = std::uint64_t{1} << 13;     // version 2
  constexpr std::uint64_t kTruncate = std::uint64_t{1} << 14;  // version 3
  if (version >= 2) rights |= kRefer;
  if (version >= 3) rights |= kTruncate;
  return rights;
}

constexpr std::uint64_t kRead = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kWrite = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG |
                                 LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
                                 LANDLOCK_ACCESS_FS_REMOVE_DIR;

bool allow(int ruleset, const std::string& path, std::uint64_t rights) {
  const Descriptor place(open(path.c_str(), O_PATH | O_CLOEXEC));
  if (!place.open()) return true;  // what is not there needs no right
  struct stat status {};
  if (fstat(place.get(), &status) != 0) return false;
  if (!S_ISDIR(status.st_mode)) rights &= LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = rights;
  rule.parent_fd = place.get();
  return syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

}  // namespace

std::string restrict_files(const Enclosure& enclosure) {
  const auto failed = [] { return std::string("Landlock: ") + std::strerror(errno); };
  const int version = create_ruleset(nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return failed();
  landlock_ruleset_attr attributes{};
  attributes.handled_access_fs = known_rights(version);
  const Descriptor ruleset(create_ruleset(&attributes, sizeof attributes.handled_access_fs, 0));
  if (!ruleset.open()) return failed();
  for (const std::string& path : enclosure.readable) {
    if (!allow(ruleset.get(), path, kRead)) return failed();
  }
  if (!enclosure.writable.empty() && !allow(ruleset.get(), enclosure.writable, kRead | kWrite)) return failed();
  if (syscall(SYS_landlock_restrict_self, ruleset.get(), 0) != 0) return failed();
  return {};
}

}  // namespace cotejo::worker
