#include "pipeline/mapping/dependencies.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "pipeline/mapping/read_table_words.h"
#include "pipeline/normalise/text.h"

namespace cotejo::mapping {
namespace {

bool is_link(std::string_view word) {
  constexpr std::array<std::string_view, 11> links{"de", "del", "la", "las", "los", "el", "al", "a", "y", "e", "para"};
  return std::find(links.begin(), links.end(), word) != links.end();
}

struct Way {
  std::string printed;  // cleaned, without the point at its end
  int times = 0;
};

struct Group {
  std::string key;
  std::vector<Way> ways;  // by first appearance
};

std::string tidy(std::string_view printed) {
  std::string name = normalise::clean(printed);
  while (!name.empty() && (name.back() == '.' || name.back() == ',' || name.back() == ';' || name.back() == ' ')) {
    name.pop_back();
  }
  return name;
}

std::size_t accents(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC3; }));
}

// One letter in twelve, so that "Hacienda" and "Vivienda" stay two.
constexpr double kSameName = 1.0 - 1.0 / 12.0;

}  // namespace

std::string dependency_key(std::string_view printed) {
  const std::string folded = normalise::fold(printed);
  std::string key;
  for (const std::string_view word : words_of(folded)) {
    if (is_link(word)) continue;
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key;
}

std::map<std::string, std::string, std::less<>> canonical_dependencies(const std::vector<std::string>& printed) {
  std::vector<Group> groups;
  std::map<std::string, std::size_t, std::less<>> group_of;  // key → group
  for (const std::string& name : printed) {
    const std::string key = dependency_key(name);
    if (key.empty()) continue;
    auto place = group_of.find(key);
    if (place == group_of.end()) {
      std::size_t group = 0;
      while (group < groups.size() && normalise::similarity(groups[group].key, key) < kSameName) ++group;
      if (group == groups.size()) groups.push_back({key, {}});
      place = group_of.emplace(key, group).first;
    }
    Group& group = groups[place->second];
    const std::string way = tidy(name);
    const auto known =
        std::find_if(group.ways.begin(), group.ways.end(), [&](const Way& w) { return w.printed == way; });
    if (known == group.ways.end()) {
      group.ways.push_back({way, 1});
    } else {
      ++known->times;
    }
  }
  std::map<std::string, std::string, std::less<>> canonical;
  for (const std::string& name : printed) {
    const auto place = group_of.find(dependency_key(name));
    if (place == group_of.end()) continue;
    const std::vector<Way>& ways = groups[place->second].ways;
    const auto best = std::max_element(ways.begin(), ways.end(), [](const Way& a, const Way& b) {
      return a.times != b.times ? a.times < b.times : accents(a.printed) < accents(b.printed);
    });
    canonical[name] = best->printed;
  }
  return canonical;
}

std::vector<std::string> printed_dependencies(const model::Records& records) {
  std::vector<std::string> printed;
  if (!records.document.dependency.empty()) printed.push_back(records.document.dependency);
  for (const model::Commitment& commitment : records.commitments) {
    if (!commitment.responsible.empty()) printed.push_back(commitment.responsible);
  }
  for (const model::PqrsCount& count : records.pqrs) {
    if (count.dimension == "dependencia" && !count.total && !count.label.empty()) printed.push_back(count.label);
  }
  return printed;
}

}  // namespace cotejo::mapping
