#include "cli/review/api/site.h"

#include <fmt/format.h>

#include <filesystem>

#include "cli/review/api/shape.h"
#include "cli/review/web/assets.h"
#include "model/codec/head.h"

namespace cotejo::cli::review {

Site::Site(Workbench& bench, Gate& gate) : bench_(bench), gate_(gate) {
  for (const auto add : {add_findings, add_decisions, add_readings, add_jobs, add_documents, add_pages, add_tables,
                         add_teaching, add_figures, add_exports})
    add(router_);
}

Response Site::answer(const Request& request) {
  const Context& says = bench_.context();
  const std::string_view refusal = gate_.refusal(request);
  if (refusal == "host") return refused({403, "host", says.say(Text::review_foreign_host)});
  if (refusal == "origin") return refused({403, "origin", says.say(Text::review_foreign_origin)});
  if (refusal == "type") return refused({415, "type", says.say(Text::review_bad_type)});
  const std::string session_id = gate_.session(request);
  if (request.path == "/api/session") return session(request, session_id);
  if (request.path.starts_with("/api/")) {
    if (session_id.empty()) return refused({401, "no_session", says.say(Text::review_no_session)});
    return router_.answer(request, session_id, bench_, gate_);
  }
  if (request.method != "GET") return refused({404, "not_found", says.say(Text::review_not_found)});
  return file(request);
}

Response Site::file(const Request& request) {
  const std::string name = request.path == "/" ? "index.html" : request.path.substr(1);
  const Asset* found = asset(name);
  if (found == nullptr) return refused({404, "not_found", bench_.context().say(Text::review_not_found)});
  Response response;
  response.type = std::string(found->type);
  const std::string tag = fmt::format("\"{:016x}\"", model::checksum(found->bytes));
  response.headers = {{"ETag", tag}, {"Cache-Control", "no-cache"}};
  if (request.path == "/") {
    const std::string session = gate_.enter(request.one("token"));
    if (!session.empty()) response.headers.emplace_back("Set-Cookie", gate_.cookie(session));
  }
  if (request.if_none_match == tag) {
    response.status = 304;
    return response;
  }
  response.body = std::string(found->bytes);
  return response;
}

Json Site::session_json(const std::string& session) const {
  const bool in = !session.empty();
  return {{"authenticated", in},
          {"login", gate_.asks_password() ? "password" : "token"},
          {"name", in ? known_or_null(gate_.name_of(session)) : Json(nullptr)},
          {"lang", bench_.context().language == model::Language::english ? "en" : "es"},
          {"version", COTEJO_VERSION},
          {"database", in ? Json(std::filesystem::path(bench_.database()).filename().string()) : Json(nullptr)}};
}

Response Site::session(const Request& request, const std::string& known) {
  const Context& says = bench_.context();
  std::string session = known;
  Response response;
  if (request.method == "GET") {
    response = json_response(session_json(session));
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
  }
  if (request.method == "DELETE") {
    gate_.leave(session);
    response.status = 204;
    return response;
  }
  const Json body = Json::parse(request.body, nullptr, false);
  const auto text = [&](const char* field) {
    const bool there = body.is_object() && body.contains(field) && body[field].is_string();
    return there ? body[field].get<std::string>() : std::string();
  };
  if (text("name").empty()) return refused({400, "usage", says.say(Text::review_bad_value, "name")});
  if (request.method == "PUT") {
    if (session.empty()) return refused({401, "no_session", says.say(Text::review_no_session)});
    gate_.call(session, text("name"));
  } else {
    const Gate::Entry entry = gate_.enter(gate_.address_of(request), text("password"), text("name"));
    if (entry.wait.count() > 0) {
      Response later = refused({429, "wait", says.say(Text::review_wait, entry.wait.count())});
      later.headers.emplace_back("Retry-After", std::to_string(entry.wait.count()));
      return later;
    }
    session = entry.session;
    if (session.empty()) return refused({401, "password", says.say(Text::review_wrong_password)});
    response.headers.emplace_back("Set-Cookie", gate_.cookie(session));
  }
  Response answer = json_response(session_json(session));
  answer.headers = std::move(response.headers);
  return answer;
}

}  // namespace cotejo::cli::review
