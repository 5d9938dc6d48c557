#include "cli/review/web/server.h"

#include <httplib.h>

namespace cotejo::cli::review {
namespace {

// Idle connections of browsers hold a thread each, six a browser, for a few seconds.
constexpr std::size_t kThreads = 64;
// That an idle connection is kept: it holds its thread, and the end of the program, for so long.
constexpr time_t kIdleSeconds = 1;

constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

Request request_of(const httplib::Request& from) {
  Request to;
  to.method = from.method == "HEAD" ? "GET" : from.method;
  to.path = from.path;
  to.query.insert(from.params.begin(), from.params.end());
  to.body = from.body;
  to.host = from.get_header_value("Host");
  to.origin = from.get_header_value("Origin");
  to.cookie = from.get_header_value("Cookie");
  to.content_type = from.get_header_value("Content-Type");
  to.if_none_match = from.get_header_value("If-None-Match");
  to.remote = from.remote_addr;
  // A proxy may add a line of its own behind the client's.
  const std::size_t forwards = from.get_header_value_count("X-Forwarded-For");
  if (forwards > 0) to.forwarded_for = from.get_header_value("X-Forwarded-For", forwards - 1);
  return to;
}

// What is too large to be held whole.
void send_file(const Response& response, httplib::Response& given) {
  const int file = response.file;
  given.set_content_provider(
      response.file_size, response.type,
      [file](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
        constexpr std::size_t kPiece = std::size_t{1} << 18;
        std::string bytes(std::min(length, kPiece), '\0');
        const ssize_t got = pread(file, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        return got > 0 && sink.write(bytes.data(), static_cast<std::size_t>(got));
      },
      [file](bool) { close(file); });
}

// SO_REUSEADDR alone: with SO_REUSEPORT, httplib's own choice, two programs could share a port unawares.
void take_port_alone(socket_t socket) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

}  // namespace

struct Server::State {
  httplib::Server server;
};

Server::Server(Handler handler, Says says) : state_(std::make_unique<State>()) {
  httplib::Server& server = state_->server;
  server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  server.set_socket_options(take_port_alone);
  server.set_tcp_nodelay(true);
  server.set_payload_max_length(kLargestBody);
  server.set_keep_alive_max_count(1000);
  server.set_keep_alive_timeout(kIdleSeconds);
  // The limit above is of bodies whose length is told: no page sends any other, packed ones included.
  server.set_pre_routing_handler([](const httplib::Request& asked, httplib::Response& given) {
    const bool untold = asked.has_header("Transfer-Encoding") || asked.has_header("Content-Encoding");
    if (!untold) return httplib::Server::HandlerResponse::Unhandled;
    given.status = 411;
    return httplib::Server::HandlerResponse::Handled;
  });
  server.set_default_headers({{"Content-Security-Policy", kPolicy},
                              {"X-Content-Type-Options", "nosniff"},
                              {"Referrer-Policy", "no-referrer"},
                              {"X-Frame-Options", "DENY"},
                              {"Cross-Origin-Resource-Policy", "same-origin"},
                              {"Cross-Origin-Opener-Policy", "same-origin"}});
  const auto answer = [handler = std::move(handler)](const httplib::Request& asked, httplib::Response& given) {
    Response response = handler(request_of(asked));
    given.status = response.status;
    for (const auto& [name, value] : response.headers) given.set_header(name, value);
    if (response.file >= 0) return send_file(response, given);
    if (response.status != 204 && response.status != 304) given.set_content(std::move(response.body), response.type);
  };
  const std::string any = ".*";
  server.Get(any, answer).Post(any, answer).Put(any, answer).Delete(any, answer);
  // What httplib refuses by itself: a body that is too long, a request that is none.
  server.set_error_handler([says = std::move(says)](const httplib::Request&, httplib::Response& given) {
    if (!given.body.empty() || given.status == 304) return;
    const bool large = given.status == 413;
    given.set_content(std::string(R"({"error":{"code":")") + (large ? "too_large" : "usage") + R"(","message":")" +
                          (large ? says.too_large : says.no_request) + R"("}})",
                      "application/json; charset=utf-8");
  });
}

Server::~Server() = default;

int Server::bind(const std::string& host, int port) {
  if (port == 0) {
    const int got = state_->server.bind_to_any_port(host);
    return got > 0 ? got : 0;
  }
  return state_->server.bind_to_port(host, port) ? port : 0;
}

void Server::run() {
  state_->server.listen_after_bind();
}

void Server::stop() {
  state_->server.stop();
}

}  // namespace cotejo::cli::review
