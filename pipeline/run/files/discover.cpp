#include "pipeline/run/files/discover.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>

#include "base/paths.h"

namespace cotejo::run {
namespace fs = std::filesystem;
namespace {

bool called_pdf(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return extension == ".pdf";
}

model::Error error_at(const fs::path& path, const std::string& detail) {
  return {model::ErrorCode::not_found, model::Stage::discover, path.string(), 0, detail};
}

void walk(const fs::path& folder, std::set<std::string>& files, Discovery& found) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) {
    found.errors.push_back(error_at(folder, error.message()));
    return;
  }
  for (const fs::directory_iterator end; entries != end; entries.increment(error)) {
    if (error) break;
    const fs::directory_entry& entry = *entries;
    std::error_code ignored;
    if (entry.is_directory(ignored)) {
      if (!entry.is_symlink(ignored)) walk(entry.path(), files, found);
    } else if (called_pdf(entry.path())) {
      files.insert(entry.path().lexically_normal().string());
    } else {
      ++found.other_files;
    }
  }
  if (error) found.errors.push_back(error_at(folder, error.message()));
}

}  // namespace

Discovery discover(const std::vector<std::string>& paths) {
  Discovery found;
  std::set<std::string> files;
  std::vector<std::string> folders;
  for (const std::string& given : paths) {
    std::error_code error;
    const fs::path path = fs::absolute(given, error).lexically_normal();
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      found.errors.push_back(error_at(given, error ? error.message() : ""));
    } else if (fs::is_directory(status)) {
      const std::string folder = path.string();
      folders.push_back(folder.size() > 1 && folder.back() == '/' ? folder.substr(0, folder.size() - 1) : folder);
      walk(path, files, found);
    } else {
      folders.push_back(base::folder_of(path.string()));
      files.insert(path.string());
    }
  }
  found.files.assign(files.begin(), files.end());
  found.folder = base::common_folder(folders);
  return found;
}

}  // namespace cotejo::run
