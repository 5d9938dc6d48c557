#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cotejo::cli::review {

// A request and its answer as the rest of the workbench sees them; httplib appears in server.cpp alone.
struct Request {
  std::string method;  // GET, POST, PUT, DELETE
  std::string path;    // decoded, without the query
  std::multimap<std::string, std::string> query;
  std::string body;
  std::string host;  // headers, empty when they were not sent
  std::string origin;
  std::string cookie;
  std::string content_type;
  std::string if_none_match;
  std::string remote;  // address of whoever asks
  std::string forwarded_for;

  // The first value of this name; empty when there is none.
  [[nodiscard]] std::string_view one(const std::string& name) const {
    const auto found = query.find(name);
    return found == query.end() ? std::string_view() : std::string_view(found->second);
  }
  [[nodiscard]] std::vector<std::string> all(const std::string& name) const {
    std::vector<std::string> values;
    for (auto [at, end] = query.equal_range(name); at != end; ++at)
      if (!at->second.empty()) values.push_back(at->second);
    return values;
  }
};

struct Response {
  int status = 200;
  std::string type = "application/json; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  int file = -1;  // a descriptor whose bytes are the body in place of `body`; closed when they are sent
  std::size_t file_size = 0;
};

// Called from many threads at once; never throws.
using Handler = std::function<Response(const Request&)>;

}  // namespace cotejo::cli::review
