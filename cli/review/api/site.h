#pragma once

#include "cli/review/api/router.h"

namespace cotejo::cli::review {

// All that the workbench answers: the page's files to anybody, for they hold no data; the API to whoever has a session.
class Site {
 public:
  Site(Workbench& bench, Gate& gate);
  [[nodiscard]] Response answer(const Request& request);

 private:
  [[nodiscard]] Response file(const Request& request);
  [[nodiscard]] Response session(const Request& request, const std::string& known);
  [[nodiscard]] Json session_json(const std::string& session) const;

  Workbench& bench_;
  Gate& gate_;
  Router router_;
};

}  // namespace cotejo::cli::review
