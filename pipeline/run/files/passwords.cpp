#include "pipeline/run/files/passwords.h"

namespace cotejo::run {

model::Result<Passwords> Passwords::read(std::string_view text, const std::string& name) {
  Passwords passwords;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0) {
      return model::Error{
          model::ErrorCode::vocabulary, model::Stage::open, name, 0,
          "línea " + std::to_string(number) + ": se escribe NOMBRE o SHA-256, un tabulador y la contraseña"};
    }
    passwords.by_key_.insert_or_assign(std::string(line.substr(0, tab)), std::string(line.substr(tab + 1)));
  }
  return passwords;
}

std::string Passwords::of(const std::string& name, const std::string& sha256) const {
  for (const std::string_view key : {std::string_view(sha256), std::string_view(name), std::string_view("*")}) {
    if (const auto found = by_key_.find(key); found != by_key_.end()) return found->second;
  }
  return {};
}

}  // namespace cotejo::run
