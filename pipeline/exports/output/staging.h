#pragma once

#include <string>

#include "model/result.h"

namespace cotejo::exports {

// An output that stands under its own name only when it is whole: it is written beside that name and moved there at the
// end. Dropped before, it leaves nothing; what a process that was killed left there goes with the next output to the
// same place.
class Staging {
 public:
  // Makes an empty folder (or an empty file to be written over) beside `destination`. What stands at `destination` is
  // the user's and makes it fail with `output`, unless `replace`: then commit() takes its place, and not before.
  [[nodiscard]] static model::Result<Staging> folder(const std::string& destination, bool replace);
  [[nodiscard]] static model::Result<Staging> file(const std::string& destination, bool replace);

  // Where to write: the folder or file that was made.
  [[nodiscard]] const std::string& path() const { return path_; }

  // Moves it to its destination. A folder that is replaced is moved aside first and put back if that fails.
  [[nodiscard]] model::Status commit();

  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&& other) noexcept;
  ~Staging();

 private:
  Staging(std::string destination, std::string path) : destination_(std::move(destination)), path_(std::move(path)) {}
  [[nodiscard]] static model::Result<Staging> begin(const std::string& destination, bool replace);
  void drop() noexcept;

  std::string destination_;
  std::string path_;  // empty: moved from, or committed
};

// An `output` error about `path`; with an errno, disk_full where it says so.
[[nodiscard]] model::Error output_error(const std::string& path, int system_error);

}  // namespace cotejo::exports
