#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/store/review/decisions.h"
#include "model/store/review/documents.h"

namespace cotejo::cli::review {

// What the list of findings is narrowed and sorted by. Within one of them any of the values will do.
struct FindingFilter {
  std::vector<std::string> rules;
  std::vector<model::Severity> severities;
  std::vector<std::string> entities;  // keys (checks::entity_key)
  std::vector<int> vigencias;         // that the document covers
  std::vector<std::int64_t> documents;
  std::vector<model::DecisionState> states;
  std::optional<double> least;  // amount
  std::optional<double> most;
  std::vector<std::string> words;  // folded; all of them
  std::string sort = "amount";     // amount, document, severity, id, decided
  bool descending = true;
};

struct FacetValue {
  std::string value;
  std::string label;
  std::int64_t count = 0;
};
// The values that come most often.
struct Facet {
  std::vector<FacetValue> items;
  bool more = false;
};
struct Bin {
  double from = 0;
  double to = 0;
  std::int64_t count = 0;
};
// What a filter leaves, and each facet as it would be without its own part of the filter.
struct Facets {
  std::int64_t total = 0;
  Facet rule, severity, entity, vigencia, document, state;
  std::optional<double> least, most;
  std::vector<Bin> bins;  // by powers of ten
};

// Findings and documents of a base, held in memory so that a hundred thousand of them are counted and sorted while a
// person types. Some 100 bytes a finding, and its text once somebody searches. For one thread at a time.
class ArchiveIndex {
 public:
  // Reads it anew, from one state of the base; stays as it was when that fails.
  [[nodiscard]] model::Status load(store::Store& store);

  // Places in the order asked for: of finding(). Good until something changes.
  [[nodiscard]] model::Result<std::shared_ptr<const std::vector<std::uint32_t>>> select(store::Store& store,
                                                                                        const FindingFilter& filter);
  [[nodiscard]] model::Result<Facets> facets(store::Store& store, const FindingFilter& filter);

  [[nodiscard]] const store::FindingKey& finding(std::uint32_t place) const { return findings_[place]; }
  [[nodiscard]] std::size_t size() const { return findings_.size(); }
  // Null when there is none of this number.
  [[nodiscard]] const store::FindingKey* find(std::int64_t id) const;
  // After a decision that this program took.
  void decided(std::int64_t id, std::int64_t version, model::DecisionState state);

  struct Document {
    store::DocumentLine line;
    std::string entity_key;  // empty: no entity
    std::string folded;      // route, entity, title
    std::int64_t open = 0;   // findings that nobody decided on
  };
  [[nodiscard]] const std::vector<Document>& documents() const { return documents_; }
  [[nodiscard]] const Document* document(std::int64_t id) const;
  [[nodiscard]] const Document* document_of(const std::string& sha256) const;
  // By key, the name that most documents use.
  [[nodiscard]] const std::map<std::string, std::string>& entities() const { return entities_; }

 private:
  // Which parts of the filter a finding fails, a bit each: rule, severity, entity, vigencia, document, state, amount,
  // words.
  [[nodiscard]] unsigned failed(const FindingFilter& filter, std::uint32_t place) const;
  // Takes the place of what was there.
  void fill(std::vector<store::DocumentLine> lines, std::vector<store::FindingKey> keys);
  [[nodiscard]] model::Status read_texts(store::Store& store);
  void sort(std::vector<std::uint32_t>& places, const FindingFilter& filter) const;

  std::vector<store::FindingKey> findings_;     // by number
  std::vector<std::uint32_t> document_places_;  // of each finding
  std::vector<std::string> texts_;              // folded; none until somebody searches
  std::vector<Document> documents_;             // by route
  std::map<std::int64_t, std::uint32_t> place_of_document_;
  std::map<std::string, std::uint32_t> place_of_content_;
  std::map<std::string, std::string> entities_;
  // The last selections, so that a list is not sorted anew for each window of it.
  struct Kept {
    std::string key;
    std::shared_ptr<const std::vector<std::uint32_t>> places;
  };
  std::vector<Kept> kept_;
};

}  // namespace cotejo::cli::review
