#pragma once

#include <string>

#include "pipeline/worker/channel.h"

namespace cotejo::worker {

// An empty folder under the system's temporary one, for one worker; it goes with this object. While it is held it is
// locked, so that a folder whose owner was killed is known by its free lock.
class OwnFolder {
 public:
  OwnFolder() = default;  // none
  [[nodiscard]] static OwnFolder make();

  [[nodiscard]] const std::string& path() const { return path_; }  // empty when the system gave none

  OwnFolder(OwnFolder&& other) noexcept;
  OwnFolder& operator=(OwnFolder&& other) noexcept;
  ~OwnFolder();

 private:
  std::string path_;
  Descriptor lock_;
};

// Removes the folders that killed runs of this user left.
void remove_orphaned_folders();

}  // namespace cotejo::worker
