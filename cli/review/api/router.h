#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/review/api/call.h"

namespace cotejo::cli::review {

// Who handles what: a method and a path below /api, in which {} stands for a part that is captured.
class Router {
 public:
  using Handle = Response (*)(const Call&);
  void add(std::string_view method, std::string_view path, Handle handle);

  // The answer, whatever happens; not_found where nobody handles it.
  [[nodiscard]] Response answer(const Request& request, const std::string& session, Workbench& bench, Gate& gate) const;

 private:
  struct Route {
    std::string method;
    std::vector<std::string> parts;
    Handle handle;
  };
  std::vector<Route> routes_;
};

// Each adds the routes of one part of the API; a file each.
void add_findings(Router& router);
void add_decisions(Router& router);
void add_readings(Router& router);
void add_jobs(Router& router);
void add_documents(Router& router);
void add_pages(Router& router);
void add_tables(Router& router);
void add_teaching(Router& router);
void add_figures(Router& router);
void add_exports(Router& router);

// The answer to what is refused.
[[nodiscard]] Response refused(const Refusal& refusal);

}  // namespace cotejo::cli::review
