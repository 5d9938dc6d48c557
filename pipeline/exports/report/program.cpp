#include "pipeline/exports/report/program.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <sstream>
#include <thread>

extern char** environ;

namespace cotejo::exports {

namespace {

constexpr pid_t kNoMore = -1;
std::atomic<pid_t> running = 0;  // the group of what runs; 0: nothing does; kNoMore: nothing is to

}  // namespace

void end_programs() noexcept {
  if (const pid_t group = running.exchange(kNoMore); group > 0) kill(-group, SIGKILL);
}

std::string program_named(const std::vector<std::string>& names) {
  const char* path = std::getenv("PATH");
  for (const std::string& name : names) {
    std::istringstream folders(path == nullptr ? "" : path);
    for (std::string folder; std::getline(folders, folder, ':');) {
      const std::string place = folder + "/" + name;
      if (!folder.empty() && access(place.c_str(), X_OK) == 0) return place;
    }
  }
  return {};
}

bool run_program(const std::vector<std::string>& words, int seconds) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  // A group of its own, so that what it starts ends with it.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  pid_t child = 0;
  const int failed = posix_spawn(&child, arguments[0], &files, &attributes, arguments.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  if (failed != 0) return false;
  pid_t none = 0;
  if (!running.compare_exchange_strong(none, child)) kill(-child, SIGKILL);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  int status = 0;
  bool done = false;
  while (true) {
    const pid_t ended = waitpid(child, &status, WNOHANG);
    done = ended == child;
    if (done || (ended < 0 && errno != EINTR)) break;
    if (std::chrono::steady_clock::now() > end) {
      kill(-child, SIGKILL);
      waitpid(child, &status, 0);
      break;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  pid_t mine = child;
  running.compare_exchange_strong(mine, 0);
  return done && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace cotejo::exports
