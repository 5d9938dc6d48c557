#include "pipeline/worker/child.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <string_view>
#include <utility>

#include "pipeline/worker/serve.h"

extern char** environ;

namespace cotejo::worker {
namespace {

model::Error cannot_start(const std::string& what) {
  return {model::ErrorCode::crashed, model::Stage::open, "", 0, what + ": " + std::strerror(errno)};
}

// Copies of descriptors above those that the worker expects, so that putting one in place closes none of the others.
int above(int descriptor) {
  return fcntl(descriptor, F_DUPFD_CLOEXEC, 16);
}

// The file's last line, of its last 512 bytes.
std::string last_line(int file) {
  struct stat status {};
  if (fstat(file, &status) != 0) return {};
  std::array<char, 512> tail{};
  const off_t from = status.st_size > off_t{512} ? status.st_size - off_t{512} : off_t{0};
  const ssize_t got = pread(file, tail.data(), tail.size(), from);
  std::string text(tail.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\0')) text.pop_back();
  return text.substr(text.find_last_of('\n') + 1);
}

}  // namespace

std::string signal_name(int signal) {
  const char* name = sigabbrev_np(signal);
  return name == nullptr ? "señal " + std::to_string(signal) : std::string("SIG") + name;
}

Child::Child(pid_t process, Channel channel, Board board, Descriptor errors, OwnFolder folder)
    : process_(process),
      channel_(std::move(channel)),
      board_(std::move(board)),
      errors_(std::move(errors)),
      folder_(std::move(folder)) {}

Child::Child(Child&& other) noexcept
    : process_(std::exchange(other.process_, 0)),
      channel_(std::move(other.channel_)),
      board_(std::move(other.board_)),
      errors_(std::move(other.errors_)),
      folder_(std::move(other.folder_)) {}

Child::~Child() {
  if (process_ > 0) (void)end();
}

model::Result<Child> Child::start(const std::vector<std::string>& command, Setup setup) {
  std::array<int, 2> pair{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()) != 0) return cannot_start("socketpair");
  Channel ours{Descriptor(pair[0])};
  const Descriptor theirs(pair[1]);
  Board board = Board::make();
  Descriptor errors(memfd_create("cotejo-stderr", MFD_CLOEXEC));
  if (!board.open() || !errors.open()) return cannot_start("memfd_create");
  OwnFolder folder = OwnFolder::make();
  setup.temporary_folder = folder.path();

  const Descriptor socket(above(theirs.get())), memory(above(board.descriptor())), words(above(errors.get()));
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, words.get(), STDERR_FILENO);
  posix_spawn_file_actions_adddup2(&actions, socket.get(), kWorkerSocket);
  posix_spawn_file_actions_adddup2(&actions, memory.get(), kWorkerBoard);
  // Whatever else the parent's own libraries left open without close-on-exec.
  posix_spawn_file_actions_addclosefrom_np(&actions, kWorkerBoard + 1);

  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const std::string folder_variable = "TMPDIR=" + setup.temporary_folder;
  // Many processes are the way to more speed; a thread could not even be started by one that is shut in.
  std::string one_thread = "OMP_THREAD_LIMIT=1";
  std::vector<char*> environment{const_cast<char*>(folder_variable.c_str()), one_thread.data()};
  for (char** it = environ; *it != nullptr; ++it) {
    const std::string_view variable = *it;
    if (variable.substr(0, 7) != "TMPDIR=" && variable.substr(0, 17) != "OMP_THREAD_LIMIT=") environment.push_back(*it);
  }
  environment.push_back(nullptr);

  pid_t process = 0;
  const int result =
      posix_spawn(&process, command.front().c_str(), &actions, nullptr, arguments.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  Child child(result == 0 ? process : 0, std::move(ours), std::move(board), std::move(errors), std::move(folder));
  if (result != 0) {
    errno = result;
    return cannot_start(command.front());
  }
  // A child that is gone already is found out when its answer is waited for.
  (void)child.channel_.send(encode(setup));
  return child;
}

std::int64_t Child::resident_bytes() const {
  std::array<char, 64> path{};
  std::snprintf(path.data(), path.size(), "/proc/%d/statm", static_cast<int>(process_));
  const Descriptor file(open(path.data(), O_RDONLY | O_CLOEXEC));
  std::array<char, 128> text{};
  if (!file.open() || read(file.get(), text.data(), text.size() - 1) <= 0) return 0;
  long all = 0;
  long resident = 0;
  if (std::sscanf(text.data(), "%ld %ld", &all, &resident) != 2) return 0;
  return resident * sysconf(_SC_PAGESIZE);
}

double Child::processor_seconds() const {
  clockid_t clock{};
  timespec time{};
  if (process_ <= 0 || clock_getcpuclockid(process_, &clock) != 0 || clock_gettime(clock, &time) != 0) return 0;
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double Child::awake_seconds() const {
  std::array<char, 64> path{};
  std::snprintf(path.data(), path.size(), "/proc/%d/schedstat", static_cast<int>(process_));
  const Descriptor file(open(path.data(), O_RDONLY | O_CLOEXEC));
  std::array<char, 128> text{};
  unsigned long long ran = 0;
  unsigned long long queued = 0;
  // Not every kernel keeps this account.
  if (process_ <= 0 || !file.open() || read(file.get(), text.data(), text.size() - 1) <= 0 ||
      std::sscanf(text.data(), "%llu %llu", &ran, &queued) != 2)
    return processor_seconds();
  return static_cast<double>(ran + queued) * 1e-9;
}

End Child::end() {
  End end;
  if (process_ <= 0) return end;
  // One that ended by itself is a zombie now, and stays what it ended of.
  kill(process_, SIGKILL);
  int status = 0;
  while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = 0;
  if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
  if (WIFEXITED(status)) end.status = WEXITSTATUS(status);
  end.last_words = last_line(errors_.get());
  return end;
}

model::Error error_of(const End& end, bool memory, const Limits& limits) {
  std::string detail = end.signal != 0 ? signal_name(end.signal) : "estado " + std::to_string(end.status);
  if (end.signal == SIGXCPU) {
    detail = std::to_string(limits.cpu_seconds) + " s de procesador";
    return {model::ErrorCode::timed_out, model::Stage::page, "", 0, detail};
  }
  if (!end.last_words.empty()) detail += ": " + end.last_words;
  // Libraries that end the process when memory runs out say so in these words.
  const bool says_memory =
      end.last_words.find("ut of memory") != std::string::npos || end.last_words.find("bad_alloc") != std::string::npos;
  return {memory || says_memory ? model::ErrorCode::out_of_memory : model::ErrorCode::crashed, model::Stage::page, "",
          0, detail};
}

}  // namespace cotejo::worker
