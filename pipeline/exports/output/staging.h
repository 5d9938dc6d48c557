#pragma once

#include <string>
#include <string_view>

#include "model/result.h"

namespace cotejo::exports {

// The file in an exported folder that tells its kind: a folder without one is somebody's own.
inline constexpr std::string_view kKindFile = ".cotejo-export";

// An output that stands under its own name only when it is whole: it is written beside that name and moved there at the
// end. Dropped before, it leaves nothing; what a process that was killed left there, also while it took it away, goes
// with the next output to the same place.
class Staging {
 public:
  // Makes an empty folder (or an empty file to be written over) beside `destination`. What stands at `destination` is
  // the user's and makes it fail with `output`, unless `replace`: then commit() takes its place, and not before. A
  // folder with anything in it is replaced only where it says of itself (kKindFile) that it is an export of this kind.
  [[nodiscard]] static model::Result<Staging> folder(const std::string& destination, bool replace,
                                                     std::string_view kind = {});
  [[nodiscard]] static model::Result<Staging> file(const std::string& destination, bool replace);

  // Where to write: the folder or file that was made.
  [[nodiscard]] const std::string& path() const { return path_; }

  // Whether drop_unfinished() has taken it: what is written into it is written for nobody.
  [[nodiscard]] bool dropped() const;

  // Moves it to its destination. What is replaced stands there until the moment in which the new one does, where the
  // file system can exchange two names; else a folder is moved aside first and put back if that fails.
  [[nodiscard]] model::Status commit();

  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&& other) noexcept;
  ~Staging();

 private:
  Staging(std::string destination, std::string path);
  [[nodiscard]] static model::Result<Staging> begin(const std::string& destination, bool replace);
  void drop() noexcept;

  std::string destination_;
  std::string path_;  // empty: moved from, or committed
};

// Takes away all outputs of this process that are under way. From any thread; who writes one fails.
void drop_unfinished() noexcept;

// An `output` error about `path`; with an errno, disk_full where it says so.
[[nodiscard]] model::Error output_error(const std::string& path, int system_error);

}  // namespace cotejo::exports
