// A worker for tests that goes wrong in the way its first argument names, when it comes to the stage and page of the
// second and third: worker_double WAY STAGE PAGE [MARKER]. With a marker file it does so only once.
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "pipeline/worker/message.h"
#include "pipeline/worker/serve.h"

namespace {

using namespace cotejo;

[[noreturn]] void fill_memory() {
  std::vector<char*> kept;
  while (true) {
    constexpr std::size_t piece = 16 << 20;
    kept.push_back(new char[piece]);
    std::memset(kept.back(), static_cast<int>(kept.size()), piece);
  }
}

void go_wrong(const std::string& way) {
  if (way == "crash") {
    std::signal(SIGSEGV, SIG_DFL);  // sanitizers would catch it and end the process their own way
    std::raise(SIGSEGV);
  }
  if (way == "abort") std::abort();
  if (way == "exit") _exit(7);
  if (way == "kill") kill(getpid(), SIGKILL);  // not allowed once shut in: then the next line ends it
  if (way == "kill") std::raise(SIGTERM);
  if (way == "hang") {
    while (true) usleep(100'000);
  }
  if (way == "spin") {
    volatile unsigned long steps = 0;
    while (true) steps = steps + 1;
  }
  if (way == "memory") fill_memory();
  if (way == "rubbish") {
    const std::string words(4096, '?');
    (void)send(worker::kWorkerSocket, words.data(), words.size(), MSG_NOSIGNAL);
    while (true) usleep(100'000);
  }
  if (way == "truncated") {
    const std::string whole = worker::encode(worker::Reply{});
    (void)send(worker::kWorkerSocket, whole.data(), whole.size() - 5, MSG_NOSIGNAL);
    _exit(0);
  }
  if (way == "damaged") {
    std::string whole = worker::encode(worker::Reply{});
    whole.back() = static_cast<char>(whole.back() ^ 1);
    (void)send(worker::kWorkerSocket, whole.data(), whole.size(), MSG_NOSIGNAL);
    while (true) usleep(100'000);
  }
  if (way == "chatter") {
    while (write(STDERR_FILENO, "Out of memory\n", 14) > 0) {
    }
    _exit(1);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const std::string way = argv[1];
  const std::string stage = argv[2];
  const int page = std::atoi(argv[3]);
  const int marker = argc > 4 ? open(argv[4], O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;
  if (stage == "start") go_wrong(way);
  return worker::serve(worker::Channel(worker::Descriptor(worker::kWorkerSocket)),
                       worker::Board::attach(worker::Descriptor(worker::kWorkerBoard)),
                       [&](const reading::Activity& activity) {
                         if (model::name(activity.stage) != stage || (page != 0 && activity.page != page)) return;
                         char seen = 0;
                         if (marker >= 0 && pread(marker, &seen, 1, 0) == 1) return;
                         if (marker >= 0) (void)!pwrite(marker, "x", 1, 0);
                         go_wrong(way);
                       });
}
