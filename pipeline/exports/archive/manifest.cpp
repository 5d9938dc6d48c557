#include "pipeline/exports/archive/manifest.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/digest.h"

namespace cotejo::exports {

namespace fs = std::filesystem;

std::string manifest_path(const std::string& path) {
  std::string out;
  for (const char c : path) {
    if (c == '\n')
      out += "%0A";
    else if (c == '\r')
      out += "%0D";
    else if (c == '%')
      out += "%25";
    else
      out += c;
  }
  return out;
}

std::string path_of_manifest(const std::string& written) {
  std::string out;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const std::string code = written.substr(i, 3);
    if (code == "%0A" || code == "%0a")
      out += '\n';
    else if (code == "%0D" || code == "%0d")
      out += '\r';
    else if (code == "%25")
      out += '%';
    else {
      out += written[i];
      continue;
    }
    i += 2;
  }
  return out;
}

model::Result<FileDigests> digest_file(const std::string& path, const std::vector<std::string>& algorithms) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  const auto unreadable = [&] {
    return model::Error{model::ErrorCode::not_found, model::Stage::open, path, 0,
                        errno == 0 ? "" : std::strerror(errno)};
  };
  std::error_code error;
  if (!file || !fs::is_regular_file(path, error)) return unreadable();
  std::vector<base::Digest> digests;
  for (const std::string& algorithm : algorithms) digests.emplace_back(algorithm);
  FileDigests result;
  std::vector<char> piece(256 * 1024);
  while (file) {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    const std::streamsize got = file.gcount();
    for (base::Digest& digest : digests) digest.add(piece.data(), static_cast<std::size_t>(got));
    result.size += got;
  }
  if (file.bad()) return unreadable();
  for (base::Digest& digest : digests) result.hex.push_back(digest.hex());
  return result;
}

model::Result<std::vector<std::string>> files_below(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (entry->symlink_status(error).type() != fs::file_type::directory)
      files.push_back(entry->path().lexically_relative(folder).generic_string());
  if (error) return model::Error{model::ErrorCode::not_found, model::Stage::open, folder, 0, error.message()};
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace cotejo::exports
