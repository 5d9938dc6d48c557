#include "cli/review/desk/archive_index.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "pipeline/checks/archive.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::cli::review {
namespace {

using model::Done;
using model::Result;
using model::Status;

constexpr std::size_t kKeptSelections = 6;
constexpr std::size_t kLongestFacet = 200;

template <class T>
bool any_of(const std::vector<T>& wanted, const T& value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool covers(const store::DocumentLine& document, const std::vector<int>& years) {
  if (years.empty()) return true;
  return std::any_of(years.begin(), years.end(), [&](int year) {
    return document.info.vigencia_from <= year &&
           year <= std::max(document.info.vigencia_from, document.info.vigencia_to);
  });
}

// A text that two filters share only when they leave the same in the same order.
std::string key_of(const FindingFilter& filter) {
  std::string key = filter.sort + (filter.descending ? "<" : ">");
  const auto add = [&](const auto& values, auto text) {
    key += '\n';
    for (const auto& value : values) key += std::string(text(value)) + '\t';
  };
  const auto same = [](const std::string& it) { return it; };
  const auto number = [](auto it) { return std::to_string(it); };
  add(filter.rules, same);
  add(filter.severities, [](auto it) { return model::name_of(it); });
  add(filter.entities, same);
  add(filter.vigencias, number);
  add(filter.documents, number);
  add(filter.states, [](auto it) { return model::name_of(it); });
  add(filter.words, same);
  for (const auto& bound : {filter.least, filter.most}) key += bound ? std::to_string(*bound) + '\n' : "-\n";
  return key;
}

// Counts by value, most first, cut to what a person can look through.
Facet facet_of(std::map<std::string, FacetValue> counts) {
  Facet facet;
  for (auto& [value, it] : counts) {
    it.value = value;
    facet.items.push_back(std::move(it));
  }
  std::stable_sort(facet.items.begin(), facet.items.end(),
                   [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
  facet.more = facet.items.size() > kLongestFacet;
  if (facet.more) facet.items.resize(kLongestFacet);
  return facet;
}

}  // namespace

Status ArchiveIndex::load(store::Store& store) {
  ArchiveIndex fresh;
  const Status read = store::in_one_state(store, [&]() -> Status {
    auto lines = store::document_lines(store);
    if (!lines) return lines.error();
    auto keys = store::finding_keys(store);
    if (!keys) return keys.error();
    fresh.fill(std::move(lines).value(), std::move(keys).value());
    return Done{};
  });
  if (read) *this = std::move(fresh);
  return read;
}

void ArchiveIndex::fill(std::vector<store::DocumentLine> lines, std::vector<store::FindingKey> keys) {
  std::map<std::string, std::string> folded_names;
  std::map<std::string, std::map<std::string, int>> names;
  std::map<std::string, std::string> entity_keys;
  for (store::DocumentLine& line : lines) {
    const auto place = static_cast<std::uint32_t>(documents_.size());
    place_of_document_[line.id] = place;
    if (!line.sha256.empty()) place_of_content_[line.sha256] = place;
    Document document;
    const std::string& entity = line.info.entity;
    auto [known, fresh] = entity_keys.try_emplace(entity);
    if (fresh) known->second = checks::entity_key(entity);
    document.entity_key = known->second;
    if (!entity.empty()) ++names[document.entity_key][entity];
    document.folded = normalise::fold(line.route + " " + entity + " " + line.info.title);
    document.line = std::move(line);
    documents_.push_back(std::move(document));
  }
  for (const auto& [key, ways] : names) {
    entities_[key] = std::max_element(ways.begin(), ways.end(), [](const auto& a, const auto& b) {
                       return a.second < b.second;
                     })->first;
  }
  findings_ = std::move(keys);
  std::sort(findings_.begin(), findings_.end(),
            [](const store::FindingKey& a, const store::FindingKey& b) { return a.id < b.id; });
  for (const store::FindingKey& finding : findings_) {
    document_places_.push_back(place_of_document_.at(finding.document));
    if (finding.state == model::DecisionState::open) ++documents_[document_places_.back()].open;
  }
}

Status ArchiveIndex::read_texts(store::Store& store) {
  if (texts_.size() == findings_.size()) return Done{};
  std::vector<std::string> texts(findings_.size());
  const Status read = store::each_finding_text(store, [&](std::int64_t id, const std::string& text) {
    if (const store::FindingKey* found = find(id))
      texts[static_cast<std::size_t>(found - findings_.data())] = normalise::fold(text);
  });
  if (read) texts_ = std::move(texts);  // half of them would be taken for all
  return read;
}

unsigned ArchiveIndex::failed(const FindingFilter& filter, std::uint32_t place) const {
  const store::FindingKey& it = findings_[place];
  const Document& document = documents_[document_places_[place]];
  unsigned bits = 0;
  bits |= any_of(filter.rules, it.rule) ? 0U : 1U;
  bits |= any_of(filter.severities, it.severity) ? 0U : 2U;
  bits |= any_of(filter.entities, document.entity_key) ? 0U : 4U;
  bits |= covers(document.line, filter.vigencias) ? 0U : 8U;
  bits |= any_of(filter.documents, it.document) ? 0U : 16U;
  bits |= any_of(filter.states, it.state) ? 0U : 32U;
  if (filter.least || filter.most) {
    const bool inside =
        it.amount && (!filter.least || *it.amount >= *filter.least) && (!filter.most || *it.amount <= *filter.most);
    bits |= inside ? 0U : 64U;
  }
  for (const std::string& word : filter.words) {
    const bool there = texts_[place].find(word) != std::string::npos ||
                       document.folded.find(word) != std::string::npos || it.rule.find(word) != std::string::npos;
    if (!there) return bits | 128U;
  }
  return bits;
}

Result<std::shared_ptr<const std::vector<std::uint32_t>>> ArchiveIndex::select(store::Store& store,
                                                                               const FindingFilter& filter) {
  const std::string key = key_of(filter);
  for (const Kept& kept : kept_)
    if (kept.key == key) return kept.places;
  if (!filter.words.empty()) {
    if (const Status read = read_texts(store); !read) return read.error();
  }
  auto places = std::make_shared<std::vector<std::uint32_t>>();
  for (std::uint32_t place = 0; place < findings_.size(); ++place)
    if (failed(filter, place) == 0) places->push_back(place);
  sort(*places, filter);
  if (kept_.size() >= kKeptSelections) kept_.erase(kept_.begin());
  kept_.push_back({key, places});
  return std::shared_ptr<const std::vector<std::uint32_t>>(places);
}

void ArchiveIndex::sort(std::vector<std::uint32_t>& places, const FindingFilter& filter) const {
  const auto by = [&](auto measure) {
    // What has no measure comes last whichever way.
    std::stable_sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
      const auto left = measure(a), right = measure(b);
      if (!left || !right) return left.has_value() && !right.has_value();
      return filter.descending ? *left > *right : *left < *right;
    });
  };
  using Number = std::optional<double>;
  if (filter.sort == "amount") {
    by([&](std::uint32_t i) { return findings_[i].amount; });
  } else if (filter.sort == "severity") {
    by([&](std::uint32_t i) { return Number(-static_cast<double>(findings_[i].severity)); });
  } else if (filter.sort == "decided") {
    by([&](std::uint32_t i) {
      return findings_[i].version > 0 ? Number(static_cast<double>(findings_[i].version)) : Number();
    });
  } else if (filter.sort == "document") {
    by([&](std::uint32_t i) {
      return std::optional(std::tuple(document_places_[i], findings_[i].page, findings_[i].id));
    });
  } else {
    by([&](std::uint32_t i) { return std::optional(findings_[i].id); });
  }
}

Result<Facets> ArchiveIndex::facets(store::Store& store, const FindingFilter& filter) {
  if (!filter.words.empty()) {
    if (const Status read = read_texts(store); !read) return read.error();
  }
  Facets result;
  std::map<std::string, std::int64_t> rules;
  std::map<std::string, FacetValue> severities, entities, vigencias, states;
  std::vector<std::int64_t> by_document(documents_.size(), 0);
  std::map<int, std::int64_t> bins;
  for (std::uint32_t place = 0; place < findings_.size(); ++place) {
    const unsigned bits = failed(filter, place);
    const store::FindingKey& it = findings_[place];
    const Document& document = documents_[document_places_[place]];
    if (bits == 0) ++result.total;
    const auto counts_for = [&](unsigned own) { return (bits & ~own) == 0; };
    if (counts_for(1)) ++rules[it.rule];
    if (counts_for(2)) ++severities[std::string(model::name_of(it.severity))].count;
    if (counts_for(4) && !document.entity_key.empty()) ++entities[document.entity_key].count;
    if (counts_for(8) && document.line.info.vigencia_from > 0) {
      const int last = std::min(std::max(document.line.info.vigencia_from, document.line.info.vigencia_to),
                                document.line.info.vigencia_from + 20);
      for (int year = document.line.info.vigencia_from; year <= last; ++year) ++vigencias[std::to_string(year)].count;
    }
    if (counts_for(16)) ++by_document[document_places_[place]];
    if (counts_for(32)) ++states[std::string(model::name_of(it.state))].count;
    if (counts_for(64) && it.amount) {
      result.least = std::min(result.least.value_or(*it.amount), *it.amount);
      result.most = std::max(result.most.value_or(*it.amount), *it.amount);
      ++bins[*it.amount < 1 ? -1 : static_cast<int>(std::floor(std::log10(*it.amount)))];
    }
  }
  std::map<std::string, FacetValue> named_rules, documents;
  for (const auto& [rule, count] : rules) named_rules[rule] = {rule, rule, count};
  for (auto& [value, it] : severities) it.label = value;
  for (auto& [value, it] : states) it.label = value;
  for (auto& [value, it] : vigencias) it.label = value;
  for (auto& [value, it] : entities) it.label = entities_.at(value);
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    if (by_document[i] == 0) continue;
    const store::DocumentLine& line = documents_[i].line;
    documents[std::to_string(line.id)] = {"", line.route, by_document[i]};
  }
  result.rule = facet_of(std::move(named_rules));
  result.severity = facet_of(std::move(severities));
  result.entity = facet_of(std::move(entities));
  result.vigencia = facet_of(std::move(vigencias));
  result.document = facet_of(std::move(documents));
  result.state = facet_of(std::move(states));
  std::sort(result.vigencia.items.begin(), result.vigencia.items.end(),
            [](const FacetValue& a, const FacetValue& b) { return a.value > b.value; });
  for (const auto& [power, count] : bins)
    result.bins.push_back({power < 0 ? 0 : std::pow(10, power), power < 0 ? 1 : std::pow(10, power + 1), count});
  return result;
}

const store::FindingKey* ArchiveIndex::find(std::int64_t id) const {
  const auto found = std::lower_bound(findings_.begin(), findings_.end(), id,
                                      [](const store::FindingKey& it, std::int64_t wanted) { return it.id < wanted; });
  return found == findings_.end() || found->id != id ? nullptr : &*found;
}

void ArchiveIndex::decided(std::int64_t id, std::int64_t version, model::DecisionState state) {
  const store::FindingKey* found = find(id);
  if (found == nullptr) return;
  const auto place = static_cast<std::size_t>(found - findings_.data());
  store::FindingKey& it = findings_[place];
  Document& document = documents_[document_places_[place]];
  if (it.state == model::DecisionState::open) --document.open;
  it.version = version;
  it.state = state;
  if (it.state == model::DecisionState::open) ++document.open;
  kept_.clear();
}

const ArchiveIndex::Document* ArchiveIndex::document(std::int64_t id) const {
  const auto found = place_of_document_.find(id);
  return found == place_of_document_.end() ? nullptr : &documents_[found->second];
}

const ArchiveIndex::Document* ArchiveIndex::document_of(const std::string& sha256) const {
  const auto found = place_of_content_.find(sha256);
  return found == place_of_content_.end() ? nullptr : &documents_[found->second];
}

}  // namespace cotejo::cli::review
