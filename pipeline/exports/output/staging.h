#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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
  // Both, this one first: when one of them cannot be moved, neither stands at its destination. `last` is a file.
  [[nodiscard]] model::Status commit_with(Staging& last);

  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&& other) noexcept;
  ~Staging();

 private:
  Staging(std::string destination, std::string path);
  [[nodiscard]] static model::Result<Staging> begin(const std::string& destination, bool replace);
  [[nodiscard]] static model::Status commit_all(const std::vector<Staging*>& all);
  [[nodiscard]] model::Status move_in();
  void move_back() noexcept;
  void drop_replaced() noexcept;
  void drop() noexcept;

  // How it came to its destination: exchanged: what stood there has its path now; aside: that was moved away before.
  enum class Move : std::uint8_t { none, moved, exchanged, aside };

  Move move_ = Move::none;
  std::string destination_;
  std::string path_;  // empty: moved from, or committed
};

// Takes away all outputs of this process that are under way. From any thread; who writes one fails.
void drop_unfinished() noexcept;

// An `output` error about `path`; with an errno, disk_full where it says so.
[[nodiscard]] model::Error output_error(const std::string& path, int system_error);

// Writes `text` into a new file; told of the file when it cannot be.
[[nodiscard]] model::Status write_text(const std::string& path, std::string_view text);

}  // namespace cotejo::exports
