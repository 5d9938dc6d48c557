#pragma once

#include <string>
#include <vector>

namespace cotejo::base {

// Paths as text: absolute and normal, '/' between the names, none at the end but the root's own.

// The folder that a file or folder stands in; "" when the path names none.
[[nodiscard]] std::string folder_of(const std::string& path);
// The deepest folder that all these folders are or stand in; "" of none, and where they have none in common.
[[nodiscard]] std::string common_folder(const std::vector<std::string>& folders);
// The path as seen from the folder: «2020/informe.pdf». A path that is not in it, and every path for "", stays as it
// is.
[[nodiscard]] std::string relative_to(const std::string& path, const std::string& folder);
// The route and one folder more of the path that it is the end of; the route itself when there is no more.
[[nodiscard]] std::string longer_route(const std::string& route, const std::string& path);

}  // namespace cotejo::base
