#include "pipeline/worker/own_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <utility>

namespace cotejo::worker {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kPattern = "cotejo-lector-XXXXXX";
constexpr std::string_view kStem = kPattern.substr(0, kPattern.size() - 6);

fs::path base() {
  std::error_code ignored;
  const fs::path folder = fs::temp_directory_path(ignored);
  return folder.empty() ? "/tmp" : folder;
}

// The folder, locked; nothing when another process holds it.
Descriptor lock(const std::string& path) {
  Descriptor folder(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!folder.open() || flock(folder.get(), LOCK_EX | LOCK_NB) != 0) return {};
  return folder;
}

// Whether it is still the one at this path, and of this user.
bool still_there(const Descriptor& folder, const std::string& path) {
  struct stat held {
  }, there{};
  return fstat(folder.get(), &held) == 0 && lstat(path.c_str(), &there) == 0 && held.st_ino == there.st_ino &&
         held.st_dev == there.st_dev && held.st_uid == geteuid();
}

}  // namespace

OwnFolder OwnFolder::make() {
  // Another run that looks for orphans may take a new folder before it is locked.
  constexpr int kTries = 5;
  for (int i = 0; i < kTries; ++i) {
    std::string path = (base() / kPattern).string();
    if (mkdtemp(path.data()) == nullptr) return {};
    OwnFolder folder;
    folder.lock_ = lock(path);
    if (!folder.lock_.open() || !still_there(folder.lock_, path)) continue;
    folder.path_ = std::move(path);
    return folder;
  }
  return {};
}

OwnFolder::OwnFolder(OwnFolder&& other) noexcept
    : path_(std::exchange(other.path_, {})), lock_(std::move(other.lock_)) {}

OwnFolder& OwnFolder::operator=(OwnFolder&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(lock_, other.lock_);
  return *this;
}

OwnFolder::~OwnFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

void remove_orphaned_folders() {
  std::error_code error;
  for (fs::directory_iterator it(base(), fs::directory_options::skip_permission_denied, error), end;
       !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name.size() != kPattern.size() || name.substr(0, kStem.size()) != kStem) continue;
    const std::string path = it->path().string();
    const Descriptor folder = lock(path);
    std::error_code ignored;
    if (folder.open() && still_there(folder, path)) fs::remove_all(path, ignored);
  }
}

}  // namespace cotejo::worker
