#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/review/desk/workbench.h"
#include "cli/review/web/gate.h"
#include "cli/review/web/http.h"
#include "model/result.h"
#include "model/store/review/rows.h"

namespace cotejo::cli::review {

using Json = nlohmann::json;

// Why a request is not followed. Thrown by what handles one, and never leaves the room: the router answers with it.
struct Refusal {
  int status = 400;
  std::string code;  // see API.md
  std::string message;
  Json more = Json::object();
};

// A request on its way through the API, with what its path names.
struct Call {
  const Request& request;
  Workbench& bench;
  Gate& gate;
  std::string session;
  std::vector<std::string> captured;

  [[nodiscard]] const Context& says() const { return bench.context(); }

  // What the path names; Refusal not_found where it is no number.
  [[nodiscard]] std::int64_t number(std::size_t place) const;
  // A number of the query; Refusal where it is none.
  [[nodiscard]] std::optional<std::int64_t> integer(const std::string& name) const;
  [[nodiscard]] std::optional<double> real(const std::string& name) const;
  [[nodiscard]] std::vector<std::int64_t> integers(const std::string& name) const;
  // One of these words; the first when it is not given, Refusal where it is another.
  [[nodiscard]] std::string choice(const std::string& name, const std::vector<std::string>& words) const;
  [[nodiscard]] std::vector<std::string> words(const std::string& name) const;  // folded
  [[nodiscard]] store::Window window() const;
  // The body, an object; Refusal where it is none.
  [[nodiscard]] Json body() const;

  [[nodiscard]] Refusal usage(const std::string& what) const;
  [[nodiscard]] Refusal not_found() const;
  [[nodiscard]] Refusal failed(const model::Error& error) const;
  // The value, or its error as a Refusal.
  template <class T>
  T take(model::Result<T> result) const {
    if (!result) throw failed(result.error());
    return std::move(result).value();
  }

  // Who asks, and now.
  [[nodiscard]] std::string author() const { return gate.name_of(session); }
};

// Fields of a body; Refusal where they are of another kind.
[[nodiscard]] std::int64_t integer_of(const Call& call, const Json& body, const char* field);
// Of text, too, where it is longer than `most` bytes.
inline constexpr std::size_t kLongestText = 4000;
[[nodiscard]] std::optional<std::string> text_of(const Call& call, const Json& body, const char* field,
                                                 std::size_t most = kLongestText);

[[nodiscard]] Response json_response(const Json& value, int status = 200);

}  // namespace cotejo::cli::review
