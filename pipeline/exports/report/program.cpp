#include "pipeline/exports/report/program.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <mutex>
#include <set>
#include <sstream>
#include <thread>

extern char** environ;

namespace cotejo::exports {

namespace {

// The groups of what runs: several exports may be under way.
class Running {
 public:
  void add(pid_t group) {
    const std::lock_guard lock(guard_);
    if (ending_)
      kill(-group, SIGKILL);
    else
      groups_.insert(group);
  }
  void remove(pid_t group) {
    const std::lock_guard lock(guard_);
    groups_.erase(group);
  }
  // Ends them all, and whatever is added from now on.
  void end() {
    const std::lock_guard lock(guard_);
    ending_ = true;
    for (const pid_t group : groups_) kill(-group, SIGKILL);
  }

 private:
  std::mutex guard_;
  std::set<pid_t> groups_;
  bool ending_ = false;
};

// Never destroyed: it is asked while the program ends.
Running& running() {
  static Running& all = *new Running;
  return all;
}

}  // namespace

void end_programs() noexcept {
  running().end();
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
  running().add(child);
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
  running().remove(child);
  return done && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace cotejo::exports
