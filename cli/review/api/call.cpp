#include "cli/review/api/call.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "pipeline/normalise/text/text.h"

namespace cotejo::cli::review {
namespace {

constexpr std::int64_t kLongestWindow = 500;
constexpr std::int64_t kLastOffset = std::int64_t{1} << 40;  // beyond any list; what is added to it stays a number
constexpr std::size_t kMostWords = 12;

std::optional<std::int64_t> integer_in(std::string_view text) {
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::int64_t Call::number(std::size_t place) const {
  const auto value = integer_in(captured.at(place));
  if (!value) throw not_found();
  return *value;
}

std::optional<std::int64_t> Call::integer(const std::string& name) const {
  const std::string_view text = request.one(name);
  if (text.empty()) return std::nullopt;
  const auto value = integer_in(text);
  if (!value) throw usage(name);
  return value;
}

std::optional<double> Call::real(const std::string& name) const {
  const std::string text(request.one(name));
  if (text.empty()) return std::nullopt;
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (*end != '\0' || !std::isfinite(value)) throw usage(name);
  return value;
}

std::vector<std::int64_t> Call::integers(const std::string& name) const {
  std::vector<std::int64_t> values;
  for (const std::string& text : request.all(name)) {
    const auto value = integer_in(text);
    if (!value) throw usage(name);
    values.push_back(*value);
  }
  return values;
}

std::string Call::choice(const std::string& name, const std::vector<std::string>& words) const {
  const std::string_view given = request.one(name);
  if (given.empty()) return words.front();
  if (std::find(words.begin(), words.end(), given) == words.end()) throw usage(name);
  return std::string(given);
}

std::vector<std::string> Call::words(const std::string& name) const {
  std::vector<std::string> folded = normalise::folded_words(request.one(name));
  if (folded.size() > kMostWords) folded.resize(kMostWords);
  return folded;
}

store::Window Call::window() const {
  store::Window window;
  window.offset = std::clamp<std::int64_t>(integer("offset").value_or(0), 0, kLastOffset);
  window.limit = std::clamp<std::int64_t>(integer("limit").value_or(window.limit), 0, kLongestWindow);
  return window;
}

Json Call::body() const {
  Json body = Json::parse(request.body, nullptr, false);
  if (!body.is_object()) throw usage("JSON");
  return body;
}

Refusal Call::usage(const std::string& what) const {
  return {400, "usage", says().say(Text::review_bad_value, what)};
}

Refusal Call::not_found() const {
  return {404, "not_found", says().say(Text::review_not_found)};
}

Refusal Call::failed(const model::Error& error) const {
  const std::string message = model::describe(error, says().language);
  switch (error.code) {
    case model::ErrorCode::not_found:
      return {404, "not_found", message};
    case model::ErrorCode::database_locked:
      return {503, "busy", message};
    default:
      return {500, "failed", message};
  }
}

std::int64_t integer_of(const Call& call, const Json& body, const char* field) {
  const auto found = body.find(field);
  if (found == body.end() || !found->is_number_integer()) throw call.usage(field);
  return found->get<std::int64_t>();
}

std::optional<std::string> text_of(const Call& call, const Json& body, const char* field, std::size_t most) {
  const auto found = body.find(field);
  if (found == body.end() || found->is_null()) return std::nullopt;
  if (!found->is_string()) throw call.usage(field);
  std::string text = found->get<std::string>();
  if (text.size() > most) throw Refusal{400, "usage", call.says().say(Text::review_too_long, field, most)};
  return text;
}

Response json_response(const Json& value, int status) {
  Response response;
  response.status = status;
  response.body = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  return response;
}

}  // namespace cotejo::cli::review
