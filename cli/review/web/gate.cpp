#include "cli/review/web/gate.h"

#include <arpa/inet.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <thread>

namespace cotejo::cli::review {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

constexpr std::size_t kMostSessions = 200;
constexpr std::size_t kMostAddresses = 10'000;
constexpr std::size_t kLongestName = 80;  // bytes

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
  machine_ = lower(machine_);
}

// A browser that was led here by a name that somebody else's server gave (DNS rebinding) says that name.
bool Gate::is_ours(std::string_view given) const {
  const std::size_t colon = given.rfind(':');
  if (colon == std::string_view::npos || given.substr(colon + 1) != std::to_string(settings_.port)) return false;
  std::string host(given.substr(0, colon));
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  host = lower(host);
  if (host == "localhost" || host == "127.0.0.1" || host == "::1") return true;
  if (!asks_password()) return false;
  // Served to a network: any address of this machine, and its name.
  return is_address(host) || host == settings_.host || host == machine_ || host == machine_ + ".local";
}

std::string_view Gate::refusal(const Request& request) const {
  if (!is_ours(request.host)) return "host";
  const bool changes = request.method != "GET";
  if (!request.origin.empty() || changes) {
    if (request.origin != "http://" + request.host) return "origin";
  }
  if (changes && !request.body.empty() && !request.content_type.starts_with("application/json")) return "type";
  return {};
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

std::string Gate::enter(const std::string& remote, std::string_view password, const std::string& name) {
  if (!asks_password() || tidy(name).empty()) return {};
  int wrong = 0;
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = wrong_.find(remote); found != wrong_.end()) wrong = found->second;
  }
  if (wrong > 0) std::this_thread::sleep_for(std::chrono::milliseconds(250) * (1 << std::min(wrong - 1, 4)));
  bool right = false;
  {
    const std::lock_guard lock(one_at_a_time_);
    right = settings_.password->is(password);
  }
  {
    const std::lock_guard lock(mutex_);
    if (right) {
      wrong_.erase(remote);
    } else {
      if (wrong_.size() >= kMostAddresses) wrong_.clear();
      ++wrong_[remote];
    }
  }
  return right ? begin(tidy(name)) : std::string();
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
  return cookie_name() + "=" + session + "; HttpOnly; SameSite=Strict; Path=/";
}

}  // namespace cotejo::cli::review
