#include "pipeline/worker/sandbox.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>

namespace cotejo::worker {
namespace {

namespace fs = std::filesystem;

// Exit statuses of the child that tries.
constexpr int kRefused = 0;
constexpr int kAllowed = 1;
constexpr int kNoSeccomp = 2;
constexpr int kNoLandlock = 3;

class SandboxTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_ / "own");
    std::FILE* file = std::fopen((folder_ / "secret").c_str(), "w");
    std::fputs("secret", file);
    std::fclose(file);
  }
  void TearDown() override { fs::remove_all(folder_); }

  // What becomes of an attempt in a process that is shut in; the attempt gives true when it got through.
  int attempt(const std::function<bool()>& tried, bool of_files = false) {
    const pid_t child = fork();
    if (child == 0) {
      const Isolation isolation = shut_in({readable_places({}), folder_ / "own"});
      if (!isolation.system_calls) _exit(kNoSeccomp);
      if (of_files && !isolation.files) _exit(kNoLandlock);
      _exit(tried() ? kAllowed : kRefused);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

#define EXPECT_REFUSED(...)                                                                      \
  do {                                                                                           \
    const int end = attempt(__VA_ARGS__);                                                        \
    if (end == kNoSeccomp || end == kNoLandlock) GTEST_SKIP() << "the kernel does not allow it"; \
    EXPECT_EQ(end, kRefused);                                                                    \
  } while (false)

  bool opens(const fs::path& path, int flags) {
    return open(path.c_str(), flags, 0600) >= 0;
  }

  fs::path folder_ = fs::temp_directory_path() / ("cotejo-sandbox-test-" + std::to_string(getpid()));
};

TEST_F(SandboxTest, NoNetwork) {
  EXPECT_REFUSED([] { return socket(AF_INET, SOCK_STREAM, 0) >= 0; });
  EXPECT_REFUSED([] { return socket(AF_INET6, SOCK_DGRAM, 0) >= 0; });
  EXPECT_REFUSED([] { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; });
}

TEST_F(SandboxTest, NoNewProcess) {
  EXPECT_REFUSED([] {
    const pid_t child = fork();
    if (child == 0) _exit(0);
    return child > 0;
  });
  EXPECT_REFUSED([] { return execl("/bin/true", "true", static_cast<char*>(nullptr)) == 0; });
  EXPECT_REFUSED([] { return std::system("true") == 0; });
}

TEST_F(SandboxTest, NoSignalToOthersAndNoLookIntoThem) {
  EXPECT_REFUSED([] { return kill(getppid(), 0) == 0; });
  EXPECT_REFUSED([] { return syscall(SYS_tgkill, getppid(), getppid(), 0) == 0; });
  EXPECT_REFUSED([] { return ptrace(PTRACE_ATTACH, getppid(), nullptr, nullptr) == 0; });
  EXPECT_REFUSED([] { return syscall(SYS_prlimit64, getppid(), 0, nullptr, nullptr) == 0; });
}

TEST_F(SandboxTest, NoReadingOfOtherFiles) {
  EXPECT_REFUSED([&] { return opens(folder_ / "secret", O_RDONLY); }, true);
  EXPECT_REFUSED([&] { return opens("/etc/passwd", O_RDONLY); }, true);
  EXPECT_REFUSED([&] { return opens("/proc/self/environ", O_RDONLY); }, true);
  EXPECT_REFUSED([&] { return opens(folder_, O_RDONLY | O_DIRECTORY); }, true);
}

TEST_F(SandboxTest, NoWritingOutsideItsFolder) {
  EXPECT_REFUSED([&] { return opens(folder_ / "new", O_WRONLY | O_CREAT); });
  EXPECT_REFUSED([&] { return opens(folder_ / "secret", O_WRONLY | O_APPEND); });
  EXPECT_REFUSED([&] { return opens(folder_ / "secret", O_RDWR); });
  EXPECT_REFUSED([&] { return unlink((folder_ / "secret").c_str()) == 0; }, true);
  EXPECT_REFUSED([&] { return mkdir((folder_ / "new").c_str(), 0700) == 0; }, true);
  EXPECT_REFUSED([&] { return rename((folder_ / "secret").c_str(), (folder_ / "own/x").c_str()) == 0; });
  EXPECT_REFUSED([&] { return symlink("/etc", (folder_ / "own/x").c_str()) == 0; });
  EXPECT_REFUSED([&] { return chmod((folder_ / "secret").c_str(), 0777) == 0; });
}

TEST_F(SandboxTest, ItsOwnFolderFontsAndOpenDescriptorsRemain) {
  const int end = attempt(
      [&] {
        const int own = open((folder_ / "own/x").c_str(), O_RDWR | O_CREAT, 0600);
        const bool written = own >= 0 && write(own, "x", 1) == 1 && unlink((folder_ / "own/x").c_str()) == 0;
        return written && (!fs::exists("/etc/fonts/fonts.conf") || opens("/etc/fonts/fonts.conf", O_RDONLY));
      },
      true);
  if (end == kNoSeccomp || end == kNoLandlock) GTEST_SKIP() << "the kernel does not allow it";
  EXPECT_EQ(end, kAllowed);
}

TEST_F(SandboxTest, ThereIsNoWayBack) {
  EXPECT_REFUSED(
      [&] {
        // A second, wider enclosure must not undo the first.
        (void)shut_in({{"/"}, "/"});
        return opens(folder_ / "secret", O_RDONLY);
      },
      true);
}

}  // namespace
}  // namespace cotejo::worker
