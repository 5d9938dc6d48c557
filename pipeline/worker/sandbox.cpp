#include "pipeline/worker/sandbox.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "extractors/ocr/engine/engine.h"
#include "pipeline/worker/landlock.h"

namespace cotejo::worker {
namespace {

// System calls that computing, memory, and files and sockets that are open already need. Opening files is among them:
// Landlock decides which, and where it is absent files may be opened for reading only.
constexpr int kAllowed[] = {SCMP_SYS(read),
                            SCMP_SYS(write),
                            SCMP_SYS(readv),
                            SCMP_SYS(writev),
                            SCMP_SYS(pread64),
                            SCMP_SYS(pwrite64),
                            SCMP_SYS(lseek),
                            SCMP_SYS(close),
                            SCMP_SYS(sendmsg),
                            SCMP_SYS(recvmsg),
                            SCMP_SYS(poll),
                            SCMP_SYS(ppoll),
                            SCMP_SYS(fstat),
                            SCMP_SYS(stat),
                            SCMP_SYS(lstat),
                            SCMP_SYS(newfstatat),
                            SCMP_SYS(statx),
                            SCMP_SYS(statfs),
                            SCMP_SYS(fstatfs),
                            SCMP_SYS(access),
                            SCMP_SYS(faccessat),
                            SCMP_SYS(faccessat2),
                            SCMP_SYS(readlink),
                            SCMP_SYS(readlinkat),
                            SCMP_SYS(getdents64),
                            SCMP_SYS(getcwd),
                            SCMP_SYS(unlink),
                            SCMP_SYS(unlinkat),
                            SCMP_SYS(mkdir),
                            SCMP_SYS(mkdirat),
                            SCMP_SYS(rmdir),
                            SCMP_SYS(ftruncate),
                            SCMP_SYS(fsync),
                            SCMP_SYS(fadvise64),
                            SCMP_SYS(dup),
                            SCMP_SYS(fcntl),
                            SCMP_SYS(umask),
                            SCMP_SYS(mmap),
                            SCMP_SYS(munmap),
                            SCMP_SYS(mremap),
                            SCMP_SYS(mprotect),
                            SCMP_SYS(madvise),
                            SCMP_SYS(brk),
                            SCMP_SYS(rt_sigaction),
                            SCMP_SYS(rt_sigprocmask),
                            SCMP_SYS(rt_sigreturn),
                            SCMP_SYS(sigaltstack),
                            SCMP_SYS(futex),
                            SCMP_SYS(sched_yield),
                            SCMP_SYS(sched_getaffinity),
                            SCMP_SYS(set_robust_list),
                            SCMP_SYS(rseq),
                            SCMP_SYS(membarrier),
                            SCMP_SYS(clock_gettime),
                            SCMP_SYS(clock_getres),
                            SCMP_SYS(clock_nanosleep),
                            SCMP_SYS(nanosleep),
                            SCMP_SYS(gettimeofday),
                            SCMP_SYS(time),
                            SCMP_SYS(times),
                            SCMP_SYS(getrusage),
                            SCMP_SYS(getrlimit),
                            SCMP_SYS(getrandom),
                            SCMP_SYS(getpid),
                            SCMP_SYS(gettid),
                            SCMP_SYS(getppid),
                            SCMP_SYS(getuid),
                            SCMP_SYS(geteuid),
                            SCMP_SYS(getgid),
                            SCMP_SYS(getegid),
                            SCMP_SYS(uname),
                            SCMP_SYS(sysinfo),
                            SCMP_SYS(exit),
                            SCMP_SYS(exit_group),
                            SCMP_SYS(restart_syscall)};

std::string restrict_calls(bool files_are_restricted) {
  // What is not allowed fails with EPERM: a library that tries to start a thread or ask the time server goes on
  // without.
  const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release);
  if (!filter) return "seccomp";
  int result = 0;
  const auto allow = [&](int call, auto... conditions) {
    if (result == 0)
      result = seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, sizeof...(conditions), conditions...);
  };
  for (const int call : kAllowed) allow(call);
  // A signal only to itself (abort), limits only of itself, terminals never asked for anything but whether they are
  // one.
  allow(SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(getpid())));
  allow(SCMP_SYS(prlimit64), SCMP_A0(SCMP_CMP_EQ, 0));
  allow(SCMP_SYS(setrlimit));
  constexpr scmp_datum_t kTerminalAttributes = 0x5401;  // TCGETS
  allow(SCMP_SYS(ioctl), SCMP_A1(SCMP_CMP_EQ, kTerminalAttributes));
  if (files_are_restricted) {
    allow(SCMP_SYS(open));
    allow(SCMP_SYS(openat));
  } else {
    constexpr scmp_datum_t kWriting = O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);
    allow(SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, kWriting, O_RDONLY));
    allow(SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, kWriting, O_RDONLY));
  }
  if (result == 0) result = seccomp_load(filter.get());
  return result == 0 ? std::string() : std::string("seccomp: ") + std::strerror(-result);
}

}  // namespace

std::vector<std::string> readable_places(const ExtractSettings& settings) {
  std::vector<std::string> places{"/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/poppler",
                                  "/usr/share/fontconfig", "/etc/fonts", "/var/cache/fontconfig",
                                  "/usr/share/ghostscript/fonts", "/usr/share/texmf/fonts", "/dev/null",
                                  // The allocator and Tesseract's runtime ask for the machine's shape.
                                  "/proc/sys/vm/overcommit_memory", "/sys/devices/system/cpu", "/proc/cpuinfo"};
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/') {
    for (const char* folder : {"/.fonts", "/.local/share/fonts", "/.cache/fontconfig", "/.config/fontconfig"}) {
      places.push_back(std::string(home) + folder);
    }
  }
  if (const std::string model = ocr::model_path(settings.reader); !model.empty()) places.push_back(model);
  return places;
}

Isolation shut_in(const Enclosure& enclosure) {
  Isolation isolation;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
    isolation.problem = std::string("no_new_privs: ") + std::strerror(errno);
    return isolation;
  }
  isolation.problem = restrict_files(enclosure);
  isolation.files = isolation.problem.empty();
  const std::string calls = restrict_calls(isolation.files);
  isolation.system_calls = calls.empty();
  if (!calls.empty()) isolation.problem += (isolation.problem.empty() ? "" : "; ") + calls;
  return isolation;
}

}  // namespace cotejo::worker
