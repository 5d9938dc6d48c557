#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

#include "model/result.h"
#include "pipeline/worker/board.h"
#include "pipeline/worker/channel.h"
#include "pipeline/worker/message.h"
#include "pipeline/worker/own_folder.h"

namespace cotejo::worker {

// How a process ended.
struct End {
  int signal = 0;  // 0: it ended by itself
  int status = 0;
  std::string last_words;  // the last line that it or a library wrote to standard error
};

// "SIGSEGV"; "señal 50" for those without a name.
[[nodiscard]] std::string signal_name(int signal);

// Why a worker that was not ended by its parent is gone. `memory`: it said that it had none left.
[[nodiscard]] model::Error error_of(const End& end, bool memory, const Limits& limits);

// A worker process as its parent sees it. It has no descriptor but its socket, its board and its standard error, and a
// temporary folder of its own; both go with this object.
class Child {
 public:
  // Starts `command` and sends it the setup, whose temporary folder is filled in here. crashed with what the system
  // said when it cannot be started.
  [[nodiscard]] static model::Result<Child> start(const std::vector<std::string>& command, Setup setup);

  [[nodiscard]] Channel& channel() { return channel_; }
  [[nodiscard]] const Board& board() const { return board_; }
  [[nodiscard]] pid_t process() const { return process_; }
  [[nodiscard]] std::int64_t resident_bytes() const;  // 0 when it is gone
  [[nodiscard]] double processor_seconds() const;     // used up so far; 0 when it is gone
  // Used up or waited for while the machine was busy with others; what is left of the clock's time it slept.
  [[nodiscard]] double awake_seconds() const;

  // Ends it at once, if it still lives, and tells how it ended.
  [[nodiscard]] End end();

  Child(Child&& other) noexcept;
  Child& operator=(Child&& other) = delete;
  ~Child();

 private:
  Child(pid_t process, Channel channel, Board board, Descriptor errors, OwnFolder folder);

  pid_t process_;  // 0 once it was waited for
  Channel channel_;
  Board board_;
  Descriptor errors_;  // what it wrote to standard error
  OwnFolder folder_;   // its temporary files
};

}  // namespace cotejo::worker
