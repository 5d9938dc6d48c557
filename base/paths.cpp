#include "base/paths.h"

namespace cotejo::base {

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return "";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string common_folder(const std::vector<std::string>& folders) {
  if (folders.empty()) return "";
  std::string common = folders.front();
  for (const std::string& folder : folders) {
    while (!common.empty() && folder != common && relative_to(folder, common) == folder) {
      const std::string above = folder_of(common);
      common = above == common ? "" : above;
    }
  }
  return common;
}

std::string relative_to(const std::string& path, const std::string& folder) {
  if (folder.empty()) return path;
  const std::string within = folder.back() == '/' ? folder : folder + "/";
  return path.starts_with(within) && path.size() > within.size() ? path.substr(within.size()) : path;
}

std::string longer_route(const std::string& route, const std::string& path) {
  if (!path.ends_with("/" + route)) return route;
  const std::size_t end = path.size() - route.size() - 1;
  const std::size_t slash = path.rfind('/', end == 0 ? 0 : end - 1);
  return end == 0 || slash == std::string::npos ? route : path.substr(slash + 1);
}

}  // namespace cotejo::base
