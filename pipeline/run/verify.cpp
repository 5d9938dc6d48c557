#include "pipeline/run/verify.h"

#include "model/codec/codec.h"
#include "pipeline/run/files/hash.h"

namespace cotejo::run {

model::Result<Fixity> verify(store::Store& store, const std::function<bool()>& interrupted) {
  Fixity fixity;
  const auto faults = store.faults();
  if (!faults) return faults.error();
  fixity.faults = faults.value();
  const auto stop = [&](const model::Error& error) -> model::Result<Fixity> {
    if (error.code != model::ErrorCode::database_damaged) return error;
    fixity.faults.push_back(error.detail);
    return fixity;
  };
  const auto documents = store.documents();
  if (!documents) return stop(documents.error());
  for (const std::string& sha256 : documents.value()) {
    if (interrupted()) return fixity;
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
  const auto paths = store.paths();
  if (!paths) return stop(paths.error());
  for (const store::PathRow& place : paths.value()) {
    if (interrupted()) return fixity;
    if (place.sha256.empty() || place.path.empty()) continue;
    if (place.path.front() != '/') {
      ++fixity.without_source;
      continue;
    }
    const model::Result<FileHash> hash = hash_file(place.path);
    if (!hash)
      fixity.missing.push_back(place.path);
    else if (hash.value().sha256 != place.sha256)
      fixity.changed.push_back(place.path);
    else
      ++fixity.sound;
  }
  return fixity;
}

}  // namespace cotejo::run
