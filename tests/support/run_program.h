#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "tests/support/places.h"

namespace cotejo::test {

struct Ran {
  int status = -1;  // exit status; 128 + signal when it was ended by one
  std::string out;
  std::string err;
};

// A program that was started and is not yet waited for; what it says goes to files. `prepare` is called in the new
// process before it becomes the program; when it gives false the status is kNotPrepared.
class Running {
 public:
  static constexpr int kNotPrepared = 126;

  Running(const std::vector<std::string>& words, const std::string& folder, const std::string& language = "es",
          const std::function<bool()>& prepare = {}) {
    static int count = 0;
    const std::string stem = folder + "/.run-" + std::to_string(++count);
    out_ = stem + ".out";
    err_ = stem + ".err";
    process_ = fork();
    if (process_ != 0) return;
    setenv("LC_ALL", language.c_str(), 1);
    dup2(open(out_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
    dup2(open(err_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
    std::vector<char*> arguments{const_cast<char*>(program())};
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    // Opened before `prepare`: who gives up rights may not reach the folder of the build.
    const int opened = open(program(), O_RDONLY | O_CLOEXEC);
    if (prepare && !prepare()) _exit(kNotPrepared);
    fexecve(opened, arguments.data(), environ);
    _exit(127);
  }

  [[nodiscard]] pid_t process() const { return process_; }
  // What it has said on its standard output so far.
  [[nodiscard]] std::string said() const { return text_of(out_); }

  Ran wait() {
    int status = 0;
    waitpid(process_, &status, 0);
    Ran ran;
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ran.out = text_of(out_);
    ran.err = text_of(err_);
    unlink(out_.c_str());
    unlink(err_.c_str());
    return ran;
  }

 private:
  static std::string text_of(const std::string& path) {
    std::string text;
    std::array<char, 4096> piece{};
    const int file = open(path.c_str(), O_RDONLY);
    for (ssize_t got = 0; (got = read(file, piece.data(), piece.size())) > 0;) text.append(piece.data(), got);
    close(file);
    return text;
  }

  pid_t process_ = 0;
  std::string out_;
  std::string err_;
};

}  // namespace cotejo::test
