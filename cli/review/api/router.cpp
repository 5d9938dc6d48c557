#include "cli/review/api/router.h"

#include <fmt/format.h>

#include <exception>

#include "model/codec/head.h"

namespace cotejo::cli::review {
namespace {

std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    parts.emplace_back(path.substr(0, slash));
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  }
  return parts;
}

// What did not change is not sent again.
void mark(const Request& request, Response& response) {
  if (request.method != "GET" || response.status != 200) return;
  for (const auto& [name, value] : response.headers)
    if (name == "ETag" || name == "Content-Disposition") return;
  const std::string tag = fmt::format("\"{:016x}\"", model::checksum(response.body));
  response.headers.emplace_back("ETag", tag);
  response.headers.emplace_back("Cache-Control", "no-cache");
  if (request.if_none_match == tag) {
    response.status = 304;
    response.body.clear();
  }
}

}  // namespace

Response refused(const Refusal& refusal) {
  Json error = refusal.more;
  error["code"] = refusal.code;
  error["message"] = refusal.message;
  return json_response({{"error", std::move(error)}}, refusal.status);
}

void Router::add(std::string_view method, std::string_view path, Handle handle) {
  routes_.push_back({std::string(method), parts_of(path), handle});
}

Response Router::answer(const Request& request, const std::string& session, Workbench& bench, Gate& gate) const {
  Call call{request, bench, gate, session, {}};
  const std::vector<std::string> parts = parts_of(std::string_view(request.path).substr(1));
  for (const Route& route : routes_) {
    if (route.method != request.method || route.parts.size() + 1 != parts.size()) continue;
    call.captured.clear();
    bool fits = true;
    for (std::size_t i = 0; fits && i < route.parts.size(); ++i) {
      if (route.parts[i] == "{}")
        call.captured.push_back(parts[i + 1]);
      else
        fits = route.parts[i] == parts[i + 1];
    }
    if (!fits) continue;
    try {
      Response response = route.handle(call);
      mark(request, response);
      return response;
    } catch (const Refusal& refusal) {
      return refused(refusal);
    } catch (const std::exception& fault) {  // of a library, or memory that ran out: this request alone is lost
      return refused({500, "failed", fault.what()});
    }
  }
  return refused(call.not_found());
}

}  // namespace cotejo::cli::review
