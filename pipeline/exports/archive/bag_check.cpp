#include "pipeline/exports/archive/bag_check.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "base/digest.h"
#include "pipeline/exports/archive/manifest.h"

namespace cotejo::exports {
namespace {

namespace fs = std::filesystem;

// algorithm -> digest, of each path.
using Wanted = std::map<std::string, std::map<std::string, std::string>>;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return c < 128 ? std::tolower(c) : c; });
  return text;
}

// Nothing that leads out of the package is looked at.
bool inside(const std::string& path) {
  const fs::path parts(path);
  return !path.empty() && parts.is_relative() && std::find(parts.begin(), parts.end(), "..") == parts.end();
}

class Check {
 public:
  explicit Check(std::string folder) : folder_(std::move(folder)) {}

  model::Result<BagCheck> run(const std::function<bool()>& interrupted) {
    const model::Result<std::vector<std::string>> there = files_below(folder_);
    if (!there) return there.error();
    read_declaration();
    for (const std::string& name : there.value()) {
      if (name.find('/') != std::string::npos || !name.ends_with(".txt")) continue;
      if (name.starts_with("manifest-")) read_manifest(name, name.substr(9, name.size() - 13), true);
      if (name.starts_with("tagmanifest-")) read_manifest(name, name.substr(12, name.size() - 16), false);
    }
    tell_links(there.value());
    if (payload_manifests_.empty()) check_.faults.emplace_back("no trae ningún manifiesto de su contenido");
    for (const auto& [path, digests] : wanted_) {
      if (interrupted()) {
        check_.faults.emplace_back("la comprobación se interrumpió");
        return check_;
      }
      compare(path, digests);
    }
    // Each payload manifest has to name every file of the payload (RFC 8493, 3).
    for (const std::string& path : there.value()) {
      const auto named = wanted_.find(path);
      const auto in = [&](const std::string& algorithm) {
        return named != wanted_.end() && named->second.contains(algorithm);
      };
      if (path.starts_with("data/") && !std::all_of(payload_manifests_.begin(), payload_manifests_.end(), in))
        check_.unlisted.push_back(path);
    }
    compare_total(there.value());
    return check_;
  }

 private:
  std::string text_of(const std::string& name) const {
    std::ifstream file(folder_ + "/" + name, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
  }

  // A link may lead out of the package, or to what is something else tomorrow: its content is in no package.
  void tell_links(const std::vector<std::string>& there) {
    std::error_code error;
    for (const std::string& path : there)
      if (fs::is_symlink(fs::path(folder_) / path, error))
        check_.faults.push_back("«" + path + "» es un enlace a otro lugar, no un archivo del paquete");
  }

  // Whether a part of the path is a link, which is told already.
  [[nodiscard]] bool leads_away(const std::string& path) const {
    std::error_code error;
    fs::path place(folder_);
    for (const fs::path& part : fs::path(path)) {
      place /= part;
      if (fs::is_symlink(place, error)) return true;
    }
    return false;
  }

  void read_declaration() {
    const std::string text = text_of("bagit.txt");
    const bool version = text.find("BagIt-Version: 1.0") == 0 || text.find("BagIt-Version: 0.97") == 0;
    if (!version || text.find("Tag-File-Character-Encoding: UTF-8") == std::string::npos)
      check_.faults.emplace_back("bagit.txt no dice lo que debe: BagIt-Version 1.0 y UTF-8");
  }

  void read_manifest(const std::string& name, const std::string& algorithm, bool payload) {
    if (!base::Digest::known(algorithm)) {
      check_.faults.push_back(name + ": no se sabe comprobar «" + algorithm + "»");
      return;
    }
    if (payload) payload_manifests_.insert(algorithm);
    std::istringstream lines(text_of(name));
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (line.empty()) continue;
      const auto end = line.find_first_of(" \t");
      const auto begin = line.find_first_not_of(" \t*", end);
      const std::string path = begin == std::string::npos ? "" : path_of_manifest(line.substr(begin));
      if (!inside(path) || payload != path.starts_with("data/")) {
        check_.faults.push_back(name + ", renglón " + std::to_string(number) + ": no nombra un archivo del paquete");
        continue;
      }
      if (!wanted_[path].emplace(algorithm, lower(line.substr(0, end))).second)
        check_.faults.push_back(name + ", renglón " + std::to_string(number) + ": «" + path + "» ya estaba");
    }
  }

  void compare(const std::string& path, const std::map<std::string, std::string>& digests) {
    if (leads_away(path)) return;
    std::vector<std::string> algorithms;
    for (const auto& [algorithm, digest] : digests) algorithms.push_back(algorithm);
    const model::Result<FileDigests> found = digest_file(folder_ + "/" + path, algorithms);
    if (!found) {
      check_.missing.push_back(path);
      return;
    }
    for (std::size_t i = 0; i < algorithms.size(); ++i) {
      if (found.value().hex[i] == digests.at(algorithms[i])) continue;
      check_.changed.push_back(path);
      return;
    }
    ++check_.sound;
  }

  // Payload-Oxum: bytes and files of the payload, «123.4».
  void compare_total(const std::vector<std::string>& there) {
    const std::string info = text_of("bag-info.txt"), key = "Payload-Oxum: ";
    const auto place = info.find(key);
    if (place == std::string::npos) return;
    std::uintmax_t bytes = 0, files = 0;
    for (const std::string& path : there) {
      std::error_code error;
      if (!path.starts_with("data/")) continue;
      const fs::path file = fs::path(folder_) / path;
      if (fs::is_symlink(file, error)) continue;
      bytes += fs::file_size(file, error);
      ++files;
    }
    const std::string told = info.substr(place + key.size(), info.find_first_of("\r\n", place) - place - key.size());
    const std::string counted = std::to_string(bytes) + "." + std::to_string(files);
    if (told != counted) check_.faults.push_back("bag-info.txt cuenta " + told + " (bytes.archivos) y hay " + counted);
  }

  std::string folder_;
  Wanted wanted_;
  std::set<std::string> payload_manifests_;  // their algorithms
  BagCheck check_;
};

}  // namespace

model::Result<BagCheck> check_bag(const std::string& folder, const std::function<bool()>& interrupted) {
  std::error_code error;
  if (!fs::is_regular_file(folder + "/bagit.txt", error))
    return model::Error{model::ErrorCode::not_found, model::Stage::open, folder, 0,
                        "no es un paquete BagIt: le falta bagit.txt"};
  return Check(folder).run(interrupted);
}

}  // namespace cotejo::exports
