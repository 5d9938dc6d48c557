#include "pipeline/run/verify.h"

#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include "model/codec/codec.h"
#include "pipeline/run/attachments.h"
#include "pipeline/run/files/discover.h"
#include "pipeline/run/files/hash.h"

namespace cotejo::run {

using model::Done;
using model::Result;
using model::Status;

namespace {

// How a document is told of when it has no place.
std::string name_of(const store::SourceRow& source) {
  return source.route + " (SHA-256 " + source.sha256.substr(0, 12) + "…)";
}

enum class Original : std::uint8_t { sound, changed, missing, none };

// Where originals are, each file hashed once.
class Originals {
 public:
  explicit Originals(const std::vector<store::SourceRow>& sources) {
    for (const store::SourceRow& source : sources) {
      for (const std::string& path : source.paths) {
        if (!is_inside(path)) content_at_[path] = source.sha256;
      }
    }
  }

  // What became of a document, and the place that tells.
  [[nodiscard]] std::pair<Original, std::string> look(const store::SourceRow& source) {
    std::pair<Original, std::string> worst{source.paths.empty() ? Original::missing : Original::none, name_of(source)};
    for (const std::string& path : source.paths) {
      if (!on_disk(path)) continue;
      const std::string file = file_of(path);
      const std::string wanted = is_inside(path) ? content_at_[file] : source.sha256;
      const std::string& there = hash_of(file);
      if (!wanted.empty() && there == wanted) return {Original::sound, path};
      if (worst.first != Original::changed) worst = {there.empty() ? Original::missing : Original::changed, path};
    }
    return worst;
  }

  // Empty when the file cannot be read.
  [[nodiscard]] const std::string& hash_of(const std::string& file) {
    const auto [at, fresh] = hashes_.emplace(file, "");
    if (fresh) {
      const Result<FileHash> hash = hash_file(file);
      if (hash) at->second = hash.value().sha256;
    }
    return at->second;
  }

 private:
  std::map<std::string, std::string> content_at_;  // by place, as it was read there
  std::map<std::string, std::string> hashes_;      // by file
};

// The stored extracts that cannot be read, and those that are another's.
Status check_extracts(store::Store& store, const std::function<bool()>& interrupted, Fixity& fixity) {
  const auto documents = store.documents();
  if (!documents) return documents.error();
  for (const std::string& sha256 : documents.value()) {
    if (interrupted()) return Done{};
    const auto encoded = store.encoded(sha256);
    if (!encoded) {
      fixity.damaged.push_back(sha256 + ": " + encoded.error().detail);
      continue;
    }
    const auto bundle = model::decode_bundle(encoded.value());
    if (!bundle)
      fixity.damaged.push_back(sha256 + ": " + bundle.error().detail);
    else if (bundle.value().sha256 != sha256)
      fixity.damaged.push_back(sha256 + ": SHA-256");
  }
  return Done{};
}

Status check_originals(store::Store& store, const std::function<bool()>& interrupted, Fixity& fixity) {
  const auto sources = store.sources();
  if (!sources) return sources.error();
  Originals originals(sources.value());
  for (const store::SourceRow& source : sources.value()) {
    if (interrupted()) return Done{};
    const auto [original, place] = originals.look(source);
    if (original == Original::sound) ++fixity.sound;
    if (original == Original::none) ++fixity.without_source;
    if (original == Original::changed) fixity.changed.push_back(place);
    if (original == Original::missing) (source.replaced ? fixity.replaced : fixity.missing).push_back(place);
  }
  return Done{};
}

// Takes the places that are gone away from a document, and gives it the new one.
Status move_to(store::Store& store, const store::SourceRow& source, const std::string& place) {
  for (const std::string& path : source.paths) {
    if (const Status status = store.remove_path(path); !status) return status;
  }
  return store.add_path(source.sha256, place, source.route);
}

}  // namespace

Result<Fixity> verify(store::Store& store, const std::function<bool()>& interrupted) {
  Fixity fixity;
  const auto faults = store.faults();
  if (!faults) return faults.error();
  fixity.faults = faults.value();
  for (const auto step : {check_extracts, check_originals}) {
    const Status status = step(store, interrupted, fixity);
    if (status) continue;
    if (status.error().code != model::ErrorCode::database_damaged) return status.error();
    fixity.faults.push_back(status.error().detail);
    break;
  }
  return fixity;
}

Result<Relocation> relocate(store::Store& store, const std::string& folder, const std::function<bool()>& interrupted) {
  namespace fs = std::filesystem;
  Relocation result;
  const auto sources = store.sources();
  if (!sources) return sources.error();
  Originals originals(sources.value());
  std::error_code error;
  const fs::path base = fs::absolute(folder, error).lexically_normal();
  std::vector<const store::SourceRow*> left;
  std::map<std::string, std::string> moved;  // old place of a file → new one, for what is attached to it
  const auto move = [&](const store::SourceRow& source, const std::string& place) {
    ++result.found;
    for (const std::string& path : source.paths) moved[path] = place;
    return move_to(store, source, place);
  };
  for (const store::SourceRow& source : sources.value()) {
    if (interrupted()) return result;
    if (originals.look(source).first == Original::sound) {
      ++result.sound;
      continue;
    }
    const std::string place = (base / source.route).lexically_normal().string();
    if (is_inside(place) || originals.hash_of(place) != source.sha256) {
      left.push_back(&source);
    } else if (const Status status = move(source, place); !status) {
      return status.error();
    }
  }
  std::map<std::string, std::string> by_content;
  if (!left.empty()) {
    for (const std::string& file : discover({base.string()}).files) {
      if (interrupted()) return result;
      by_content.emplace(originals.hash_of(file), file);
    }
  }
  std::vector<const store::SourceRow*> attached;
  for (const store::SourceRow* source : left) {
    const auto found = by_content.find(source->sha256);
    if (found == by_content.end()) {
      attached.push_back(source);
    } else if (const Status status = move(*source, found->second); !status) {
      return status.error();
    }
  }
  for (const store::SourceRow* source : attached) {
    const std::string path = source->paths.empty() ? std::string() : source->paths.front();
    const auto container = is_inside(path) ? moved.find(file_of(path)) : moved.end();
    if (container == moved.end()) {
      result.missing.push_back(path.empty() ? name_of(*source) : path);
      continue;
    }
    const std::string place = container->second + path.substr(file_of(path).size());
    if (const Status status = move(*source, place); !status) return status.error();
  }
  return result;
}

}  // namespace cotejo::run
