#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "model/result.h"
#include "model/store/merge/other_base.h"
#include "model/store/store.h"

namespace cotejo::run {

// A base that was made elsewhere.
struct OtherBase {
  std::string name;  // as the person gave it
  store::Store store;
};

// Something that two bases tell differently, and which of them holds.
struct Conflict {
  enum class About : std::uint8_t {
    decision,    // of one finding: the later holds
    correction,  // of what one document is: the later holds
    reading,     // of one place of a page: the later holds
    word,        // that was taught: the later holds
    extract,     // of one content: that of this program holds, else the one that has more of the document
    place,       // of one path two contents: both stay documents, and what had the path first keeps it
  };
  About about = About::decision;
  std::string what;  // mark of the finding, route and field or page, word, route, path
  std::string kept, kept_in;
  std::string dropped, dropped_in;
};

struct MergePlan {
  struct Document {
    std::size_t base = 0;  // place of the base whose extract is taken
    store::OtherDocument document;
    std::vector<store::OtherPlace> places;  // of all bases
    std::string now;                        // the content that its file holds now; empty unless it is an older version
  };
  std::map<std::string, Document> documents;  // by content; what could not be hashed by its place
  std::vector<store::DecisionOn> decisions;
  std::map<std::string, std::vector<store::Correction>> corrections;      // by content
  std::map<std::string, std::vector<store::ReadingCorrection>> readings;  // by content
  std::vector<Conflict> conflicts;
};

// What the bases have together. `into` is what they are to be brought into, with `into_name` its name: what people said
// there counts like that of any other, and comes first.
[[nodiscard]] model::Result<MergePlan> plan_merge(store::Store& into, const std::string& into_name,
                                                  std::vector<OtherBase>& bases, const std::string& own);

// The words that are to be taught to `into`, of itself and all others; adds to `conflicts`.
[[nodiscard]] model::Result<std::vector<store::TaughtWord>> words_together(store::Store& into,
                                                                           const std::string& into_name,
                                                                           std::vector<OtherBase>& bases,
                                                                           std::vector<Conflict>& conflicts);

}  // namespace cotejo::run
