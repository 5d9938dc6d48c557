#pragma once

#include <memory>
#include <string>

#include "cli/review/web/http.h"

namespace cotejo::cli::review {

// Bytes of a request's body beyond which it is refused (413).
inline constexpr std::size_t kLargestBody = std::size_t{4} << 20;

// HTTP/1.1 over TCP. Every answer carries the headers that keep a browser from running, framing or guessing anything.
class Server {
 public:
  // What it says to requests that reach no handler.
  struct Says {
    std::string too_large;
    std::string no_request;
  };
  Server(Handler handler, Says says);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Takes the port, 0 any free one, and gives it; 0 when it is taken or may not be used.
  [[nodiscard]] int bind(const std::string& host, int port);
  // Serves until stop().
  void run();
  // From any thread.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cotejo::cli::review
