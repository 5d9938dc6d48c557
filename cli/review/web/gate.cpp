#include "cli/review/web/gate.h"

#include <arpa/inet.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace cotejo::cli::review {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

constexpr int kUsualPort = 80;  // of HTTP
constexpr std::size_t kMostSessions = 200;
constexpr std::size_t kMostAddresses = 10'000;
constexpr std::size_t kLongestName = 80;  // bytes
// Slips of the finger are free; then a second, doubled with each wrong password up to half a minute.
constexpr int kFree = 2;
constexpr int kMostDoublings = 5;
constexpr std::chrono::seconds kShortestWait{1};
// Passwords looked at or waiting for it: some 50 ms each, one at a time, a thread each.
constexpr int kMostLooking = 8;

std::string machine_name() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

bool is_address(const std::string& host) {
  in_addr four{};
  in6_addr six{};
  return inet_pton(AF_INET, host.c_str(), &four) == 1 || inet_pton(AF_INET6, host.c_str(), &six) == 1;
}

// Cut at a whole letter, without what no name has.
std::string tidy(const std::string& name) {
  std::string tidied;
  for (const char c : name)
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) tidied += c;
  if (tidied.size() > kLongestName) {
    std::size_t end = kLongestName;
    while (end > 0 && (static_cast<unsigned char>(tidied[end]) & 0xC0U) == 0x80U) --end;
    tidied.resize(end);
  }
  const std::size_t first = tidied.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return tidied.substr(first, tidied.find_last_not_of(' ') + 1 - first);
}

}  // namespace

Gate::Gate(Settings settings) : settings_(std::move(settings)), token_(random_hex(24)), machine_(machine_name()) {
  settings_.host = lower(settings_.host);  // as is_ours() compares names
  settings_.origin = lower(settings_.origin);
  machine_ = lower(machine_);
}

// A browser that was led here by a name that somebody else's server gave (DNS rebinding) says that name.
bool Gate::is_ours(std::string_view given) const {
  std::string host(given);
  const std::string port = ":" + std::to_string(settings_.port);
  if (host.ends_with(port))
    host.resize(host.size() - port.size());
  else if (settings_.port != kUsualPort)  // which browsers leave out
    return false;
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  host = lower(host);
  if (host == "localhost" || host == "127.0.0.1" || host == "::1") return true;
  if (!asks_password()) return false;
  // Served to a network: any address of this machine, and its name.
  return is_address(host) || host == settings_.host || host == machine_ || host == machine_ + ".local";
}

std::string_view Gate::refusal(const Request& request) const {
  const bool by_proxy =
      !settings_.origin.empty() && lower(request.host) == settings_.origin.substr(settings_.origin.find("//") + 2);
  if (!by_proxy && !is_ours(request.host)) return "host";
  const bool changes = request.method != "GET";
  if (!request.origin.empty() || changes) {
    if (lower(request.origin) != (by_proxy ? settings_.origin : "http://" + lower(request.host))) return "origin";
  }
  if (changes && !request.body.empty() && !request.content_type.starts_with("application/json")) return "type";
  return {};
}

// The last address that was added is the proxy's own word; those before it are whatever was sent to it.
std::string Gate::address_of(const Request& request) const {
  constexpr std::string_view mapped = "::ffff:";  // an IPv4 address at a socket that takes both
  const std::string_view remote =
      std::string_view(request.remote).substr(request.remote.starts_with(mapped) ? mapped.size() : 0);
  const bool by_proxy = !settings_.origin.empty() && (remote == "127.0.0.1" || remote == "::1");
  if (!by_proxy || request.forwarded_for.empty()) return std::string(remote);
  std::string address = request.forwarded_for.substr(request.forwarded_for.find_last_of(", ") + 1);
  // Some add the port, which is another for every connection.
  const std::size_t colon = address.find(':');
  if (address.starts_with('[')) return address.substr(1, address.find(']') - 1);
  if (colon != std::string::npos && colon == address.rfind(':')) address.resize(colon);
  return address;
}

// Ports of one machine share their cookies.
std::string Gate::cookie_name() const {
  return "cotejo-" + std::to_string(settings_.port);
}

std::string Gate::session(const Request& request) const {
  const std::string wanted = cookie_name() + "=";
  for (std::size_t at = 0; at < request.cookie.size();) {
    std::size_t end = request.cookie.find(';', at);
    if (end == std::string::npos) end = request.cookie.size();
    const std::string_view one = std::string_view(request.cookie).substr(at, end - at);
    if (one.starts_with(wanted)) {
      const std::lock_guard lock(mutex_);
      const auto found = sessions_.find(std::string(one.substr(wanted.size())));
      if (found == sessions_.end()) return {};
      found->second.used = std::chrono::steady_clock::now();
      return found->first;
    }
    at = end + 1;
    while (at < request.cookie.size() && request.cookie[at] == ' ') ++at;
  }
  return {};
}

std::string Gate::begin(const std::string& name) {
  const std::lock_guard lock(mutex_);
  if (sessions_.size() >= kMostSessions) {
    sessions_.erase(std::min_element(sessions_.begin(), sessions_.end(),
                                     [](const auto& a, const auto& b) { return a.second.used < b.second.used; }));
  }
  const std::string id = random_hex(24);
  sessions_[id] = {name, std::chrono::steady_clock::now()};
  return id;
}

std::string Gate::enter(std::string_view token) {
  if (asks_password() || !equal_secrets(token, token_)) return {};
  return begin(settings_.name);
}

// A try counts as wrong until it is known to be right: many at once are not many tries for one wait.
std::chrono::seconds Gate::try_now(const std::string& remote) {
  const std::lock_guard lock(mutex_);
  if (guesses_.size() >= kMostAddresses && !guesses_.contains(remote)) {
    guesses_.erase(std::min_element(guesses_.begin(), guesses_.end(), [](const auto& a, const auto& b) {
      return a.second.listened_to < b.second.listened_to;
    }));
  }
  Guesses& guesses = guesses_[remote];
  const auto now = settings_.now();
  if (now < guesses.listened_to)
    return std::chrono::seconds(
        static_cast<int>(std::ceil(std::chrono::duration<double>(guesses.listened_to - now).count())));
  if (looking_ >= kMostLooking) return kShortestWait;
  ++looking_;
  ++guesses.wrong;
  if (guesses.wrong > kFree)
    guesses.listened_to = now + kShortestWait * (1 << std::min(guesses.wrong - kFree - 1, kMostDoublings));
  return std::chrono::seconds(0);
}

Gate::Entry Gate::enter(const std::string& remote, std::string_view password, const std::string& name) {
  if (!asks_password() || tidy(name).empty()) return {};
  if (const auto wait = try_now(remote); wait.count() > 0) return {{}, wait};
  bool right = false;
  {
    const std::lock_guard lock(one_at_a_time_);
    right = settings_.password->is(password);
  }
  {
    const std::lock_guard lock(mutex_);
    --looking_;
    if (right) guesses_.erase(remote);
  }
  return {right ? begin(tidy(name)) : std::string(), {}};
}

void Gate::leave(const std::string& session) {
  const std::lock_guard lock(mutex_);
  sessions_.erase(session);
}

std::string Gate::name_of(const std::string& session) const {
  const std::lock_guard lock(mutex_);
  const auto found = sessions_.find(session);
  return found == sessions_.end() ? "" : found->second.name;
}

void Gate::call(const std::string& session, const std::string& name) {
  const std::lock_guard lock(mutex_);
  const auto found = sessions_.find(session);
  if (found != sessions_.end() && !tidy(name).empty()) found->second.name = tidy(name);
}

std::string Gate::cookie(const std::string& session) const {
  const char* secure = settings_.origin.starts_with("https:") ? "; Secure" : "";
  return cookie_name() + "=" + session + "; HttpOnly; SameSite=Strict; Path=/" + secure;
}

}  // namespace cotejo::cli::review
