#include "cli/review/review.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

#include "cli/review/api/site.h"
#include "cli/review/web/server.h"
#include "pipeline/exports/exports.h"

extern char** environ;

namespace cotejo::cli::review {
namespace {

// A page of its owner's alone that leads to the address. The words of a command can be read by everybody on the
// machine, and the address holds the token.
class Signpost {
 public:
  explicit Signpost(const std::string& address) {
    const char* own = getenv("XDG_RUNTIME_DIR");
    std::error_code ignored;
    const std::filesystem::path folder = own != nullptr && access(own, W_OK) == 0
                                             ? std::filesystem::path(own)
                                             : std::filesystem::temp_directory_path(ignored);
    constexpr std::string_view kEnding = ".html";
    std::string name = (folder / "cotejo-XXXXXX").string() + std::string(kEnding);
    const int file = mkstemps(name.data(), static_cast<int>(kEnding.size()));  // 0600
    if (file < 0) return;
    path_ = name;
    const std::string page =
        "<!doctype html><meta charset=\"utf-8\"><title>cotejo</title><meta name=\"referrer\" "
        "content=\"no-referrer\"><meta http-equiv=\"refresh\" content=\"0; url=" +
        address + "\">\n";
    written_ = write(file, page.data(), page.size()) == static_cast<ssize_t>(page.size());
    close(file);
  }
  ~Signpost() {
    if (!path_.empty()) unlink(path_.c_str());
  }
  Signpost(const Signpost&) = delete;
  Signpost& operator=(const Signpost&) = delete;
  // Empty: it could not be written.
  [[nodiscard]] std::string path() const { return written_ ? path_ : std::string(); }

 private:
  std::string path_;
  bool written_ = false;
};

// Hands a file to the desktop's own opener; false where there is no desktop, or no opener.
bool open_browser(const std::string& file) {
  const bool desktop = getenv("DISPLAY") != nullptr || getenv("WAYLAND_DISPLAY") != nullptr;
  if (file.empty() || !desktop) return false;
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", 1, 0);
  posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", 1, 0);
  std::string program = "xdg-open", argument = file;
  std::array<char*, 3> words{program.data(), argument.data(), nullptr};
  pid_t child = 0;
  const bool started = posix_spawnp(&child, program.c_str(), &quiet, nullptr, words.data(), environ) == 0;
  posix_spawn_file_actions_destroy(&quiet);
  if (!started) return false;
  std::thread([child] { waitpid(child, nullptr, 0); }).detach();
  return true;
}

std::string address_of(const Gate::Settings& settings, const std::string& token) {
  const bool six = settings.host.find(':') != std::string::npos;
  const std::string host = six ? "[" + settings.host + "]" : settings.host;
  return "http://" + host + ":" + std::to_string(settings.port) + "/" + (token.empty() ? "" : "?token=" + token);
}

}  // namespace

int review(ReviewSettings settings, const Context& context) {
  auto bench = Workbench::open(std::move(settings.bench), context);
  if (!bench) return context.fail(bench.error());
  // The gate knows its port, which is known only once it is taken; nobody is served before.
  std::unique_ptr<Gate> gate;
  std::unique_ptr<Site> site;
  Server server([&site](const Request& request) { return site->answer(request); },
                {context.say(Text::review_too_large), context.say(Text::review_no_request)});
  const int wanted = settings.gate.port;
  settings.gate.port = server.bind(settings.gate.host, wanted);
  if (settings.gate.port == 0) {
    if (wanted == 0)
      context.err << context.say(Text::review_bad_host, settings.gate.host) << '\n';
    else
      context.err << context.say(Text::review_port_taken, settings.gate.host, wanted) << '\n';
    return kCouldNotRun;
  }
  const Gate::Settings own = settings.gate;
  gate = std::make_unique<Gate>(std::move(settings.gate));
  site = std::make_unique<Site>(*bench.value(), *gate);
  const bool by_proxy = !own.origin.empty();
  const std::string address = by_proxy ? own.origin + "/" : address_of(own, gate->asks_password() ? "" : gate->token());
  const bool plain = gate->asks_password() && !by_proxy;  // over the network, for everybody on it to read
  context.out << context.say(plain ? Text::review_on_network : Text::review_here, address) << std::endl;
  std::thread serving([&server] { server.run(); });
  std::optional<Signpost> signpost;
  if (settings.browser && !open_browser(signpost.emplace(address).path()))
    context.err << context.say(Text::review_no_browser) << '\n';
  // What the first view needs, while the browser starts.
  const model::Status ready =
      bench.value()->use_index([](store::Store&, ArchiveIndex&) -> model::Status { return model::Done{}; });
  if (!ready) context.complain(ready.error());
  while (!settings.interrupted()) std::this_thread::sleep_for(std::chrono::milliseconds(50));
  // Whoever waits for a job or an export holds a thread of the server.
  bench.value()->end();
  exports::abandon();
  server.stop();
  serving.join();
  return kNothingToReport;
}

}  // namespace cotejo::cli::review
