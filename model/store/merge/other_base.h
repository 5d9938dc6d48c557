#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/result.h"
#include "model/store/store.h"
#include "model/told.h"

namespace cotejo::store {

// What one base holds that another can take over: its documents, and what people said there. Documents are named by
// content (SHA-256), findings by their document and fingerprint, so that all of it means the same in every base.

struct OtherPlace {
  std::string path;
  std::string route;
};

struct OtherDocument {
  std::int64_t id = 0;
  std::string sha256;  // "" when the file could not even be hashed: then it is known by its place
  std::string file_name;
  std::string route;
  std::int64_t size = 0;  // bytes
  std::string settings;
  model::DocumentState state = model::DocumentState::failed;
  std::string replaced_by;         // the content that its file has now; "" unless this is an older version
  std::vector<OtherPlace> places;  // by path; none of an older version
};

struct DecisionOn {
  std::string sha256;
  std::string fingerprint;
  std::string mark;
  DecisionRow decision;
};

struct Correction {
  std::string sha256;
  std::string field;  // a column of model::DocumentInfo
  std::string printed;
  std::string value;
  std::string note;
  std::string author;
  std::string time;  // ISO 8601, UTC

  friend bool operator==(const Correction&, const Correction&) = default;
};

// What a person read at a place, or, empty, that what was told of it holds no more.
struct ReadingCorrection {
  std::string sha256;
  model::ToldReading told;
  std::string printed;
  std::string note;
  std::string author;
  std::string time;  // ISO 8601, UTC
};

// By content, then by place.
[[nodiscard]] model::Result<std::vector<OtherDocument>> documents_of(Store& store);
// Of a document that could not be read: a bundle without pages, with its errors.
[[nodiscard]] model::Result<model::Bundle> failed_bundle_of(Store& store, std::int64_t document);
// What was decided of each finding and told of each document, oldest first.
[[nodiscard]] model::Result<std::vector<DecisionOn>> decisions_of(Store& store);
[[nodiscard]] model::Result<std::vector<Correction>> corrections_of(Store& store);
[[nodiscard]] model::Result<std::vector<ReadingCorrection>> reading_corrections_of(Store& store);

// Puts what is not there yet among what is, by time, so that the latest word holds, which stands last; of one time what
// was there comes first. Gives whether anything came.
bool put_among(std::vector<DecisionRow>& rows, const std::vector<DecisionRow>& more);
bool put_among(std::vector<Correction>& rows, const std::vector<Correction>& more);
bool put_among(std::vector<ReadingCorrection>& rows, const std::vector<ReadingCorrection>& more);
// What corrections, oldest first, say together.
[[nodiscard]] model::Told told_by(const std::vector<Correction>& corrections,
                                  const std::vector<ReadingCorrection>& readings);

// The same in a base. What is about documents that are not there is left out. Each in one transaction.
[[nodiscard]] model::Status add_decisions(Store& store, const std::vector<DecisionOn>& decisions);
[[nodiscard]] model::Status add_corrections(Store& store, const std::vector<Correction>& corrections);
// Of one document, which then is to be checked again: its doubtful readings name the words that hold of them.
[[nodiscard]] model::Status add_reading_corrections(Store& store, const std::string& sha256,
                                                    const std::vector<ReadingCorrection>& readings);

// An older version of a file: `place`, under which it was saved, is no place, and unless it has another one, `now` is
// what its file holds.
struct OlderVersion {
  std::string sha256;
  std::string now;
  std::string place;
};
[[nodiscard]] model::Status set_replaced(Store& store, const std::vector<OlderVersion>& versions);

}  // namespace cotejo::store
