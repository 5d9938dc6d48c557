#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "cli/review/web/http.h"
#include "cli/review/web/password.h"

namespace cotejo::cli::review {

// Whoever may use the workbench: by the token of the address that the program opened, or by a password.
class Gate {
 public:
  struct Settings {
    std::string host = "127.0.0.1";
    int port = 0;
    std::string name;                  // of who decides until they say another
    std::optional<Password> password;  // none: by token
    std::string origin;                // "https://cotejo.oficina": of a proxy before it that speaks TLS; empty: none
    std::function<std::chrono::steady_clock::time_point()> now = std::chrono::steady_clock::now;
  };
  explicit Gate(Settings settings);

  [[nodiscard]] bool asks_password() const { return settings_.password.has_value(); }
  [[nodiscard]] const std::string& token() const { return token_; }

  // Why a request is refused before it is looked at: "host", "origin", "type"; empty when it is not. A page that was
  // loaded under another name, or another site's, is kept out; what changes something must come from our own page.
  [[nodiscard]] std::string_view refusal(const Request& request) const;

  // Who asks: behind a proxy of this machine, whoever it says that asks.
  [[nodiscard]] std::string address_of(const Request& request) const;

  // The session of the request's cookie; empty when there is none that is known.
  [[nodiscard]] std::string session(const Request& request) const;
  // Begins a session for the bearer of the token; empty when it is another.
  [[nodiscard]] std::string enter(std::string_view token);
  struct Entry {
    std::string session;           // empty: not let in
    std::chrono::seconds wait{0};  // not 0: the password was not looked at, and will not be before so long
  };
  // The same for who knows the password. Whoever was wrong is not listened to for a while, the longer the more often
  // their address was: told at once, so that guesses keep no thread from others.
  [[nodiscard]] Entry enter(const std::string& remote, std::string_view password, const std::string& name);
  void leave(const std::string& session);

  [[nodiscard]] std::string name_of(const std::string& session) const;
  void call(const std::string& session, const std::string& name);

  // The header that gives a browser its session.
  [[nodiscard]] std::string cookie(const std::string& session) const;

 private:
  struct Session {
    std::string name;
    std::chrono::steady_clock::time_point used;
  };
  struct Guesses {
    int wrong = 0;
    std::chrono::steady_clock::time_point listened_to;  // again, from then on
  };
  // How long this address has to wait; 0: it may try now, and the next try waits for what comes of this one.
  [[nodiscard]] std::chrono::seconds try_now(const std::string& remote);
  std::string begin(const std::string& name);
  [[nodiscard]] bool is_ours(std::string_view host) const;
  [[nodiscard]] std::string cookie_name() const;

  Settings settings_;
  std::string token_;
  std::string machine_;  // its own name
  mutable std::mutex mutex_;
  mutable std::map<std::string, Session> sessions_;
  std::map<std::string, Guesses> guesses_;  // by address
  int looking_ = 0;                         // passwords that are being looked at
  std::mutex one_at_a_time_;                // scrypt takes memory
};

}  // namespace cotejo::cli::review
