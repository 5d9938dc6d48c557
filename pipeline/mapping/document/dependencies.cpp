#include "pipeline/mapping/document/dependencies.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <tuple>

#include "pipeline/mapping/document/tolerances.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::dependencies;

bool is_link(std::string_view word) {
  constexpr std::array<std::string_view, 11> links{"de", "del", "la", "las", "los", "el", "al", "a", "y", "e", "para"};
  return std::find(links.begin(), links.end(), word) != links.end();
}

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

bool has_small_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// A name taken apart for comparison.
struct Name {
  std::string words;  // written out, without links and level
  std::string level;  // "municipal", …; empty when it names none
  bool abbreviated = false;
};

Name name_of(const Vocabulary& vocabulary, std::string_view printed) {
  const std::string folded = normalise::fold(printed);
  std::vector<std::string> words;
  Name name;
  std::size_t level = 0;  // place of it in words, from 1
  for (const std::string_view word : words_of(folded)) {
    if (is_link(word)) continue;
    std::string whole = vocabulary.exact("dependencia.palabra", word);
    name.abbreviated |= !whole.empty() && whole != word;
    words.push_back(whole.empty() ? std::string(word) : std::move(whole));
    if (!vocabulary.exact("dependencia.nivel", words.back()).empty()) level = words.size();
  }
  if (level != 0 && words.size() > kFewestWords) {
    name.level = words[level - 1];
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(level - 1));
  }
  for (const std::string& word : words) name.words += (name.words.empty() ? "" : " ") + word;
  return name;
}

// One letter changed, left out or put in, or two next to each other swapped.
bool one_slip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  if (a.size() < b.size()) return a.substr(same) == b.substr(same + 1);
  if (same == a.size() || a.substr(same + 1) == b.substr(same + 1)) return true;
  return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] &&
         a.substr(same + 2) == b.substr(same + 2);
}

// One long word differs in one letter, the others are the same.
bool misprinted(std::string_view a, std::string_view b) {
  const std::size_t sizes = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (sizes > 1) return false;
  const std::vector<std::string_view> left = words_of(a);
  const std::vector<std::string_view> right = words_of(b);
  if (left.size() != right.size()) return false;
  int others = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] == right[i]) continue;
    if (++others > 1 || std::min(left[i].size(), right[i].size()) < kLongWord || !one_slip(left[i], right[i]))
      return false;
  }
  return true;
}

std::vector<std::string> parts_of(const std::string& printed) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= printed.size();) {
    const std::size_t end = std::min(printed.find(';', begin), printed.size());
    std::string part = tidy(std::string_view(printed).substr(begin, end - begin));
    if (!part.empty()) parts.push_back(std::move(part));
    begin = end + 1;
  }
  return parts;
}

struct Way {
  std::string printed;  // cleaned, without the point at its end
  bool abbreviated = false;
  int times = 0;
};

struct Group {
  std::string key;
  std::vector<Way> ways;  // by first appearance

  void add(const std::string& printed, bool abbreviated) {
    const auto known = std::find_if(ways.begin(), ways.end(), [&](const Way& way) { return way.printed == printed; });
    if (known == ways.end()) {
      ways.push_back({printed, abbreviated, 1});
    } else {
      ++known->times;
    }
  }
  [[nodiscard]] const std::string& best() const {
    const auto worth = [](const Way& way) {
      return std::tuple(!way.abbreviated, way.times, has_small_letter(way.printed), accents(way.printed));
    };
    return std::max_element(ways.begin(), ways.end(), [&](const Way& a, const Way& b) { return worth(a) < worth(b); })
        ->printed;
  }
};

class Joiner {
 public:
  explicit Joiner(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  std::vector<model::DependencyName> join(const std::vector<std::string>& printed) {
    std::vector<std::string> distinct;  // by first appearance
    std::map<std::string_view, int> times;
    for (const std::string& text : printed) {
      if (++times[text] == 1) distinct.push_back(text);
    }
    std::map<std::string_view, std::vector<std::string>> parts;
    for (const std::string& text : distinct) {
      for (std::string& part : parts[text] = parts_of(text)) note(part);
    }
    for (const std::string& text : printed) {
      for (const std::string& part : parts[text]) groups_[group_of(part)].add(part, names_.at(part).abbreviated);
    }
    std::vector<model::DependencyName> joined;
    for (const std::string& text : distinct) {
      int number = 0;
      for (const std::string& part : parts[text]) {
        const Group& group = groups_[group_of(part)];
        const std::string& best = group.best();
        joined.push_back({text, number++, best, key_of(names_.at(best)), times[text]});
      }
    }
    return joined;
  }

 private:
  void note(const std::string& part) {
    const auto [place, is_new] = names_.try_emplace(part);
    if (!is_new) return;
    place->second = name_of(vocabulary_, part);
    if (!place->second.level.empty()) levels_[place->second.words].insert(place->second.level);
  }

  // Of several levels each is a dependency of its own, and the name without any is another.
  [[nodiscard]] std::string key_of(const Name& name) const {
    const auto levels = levels_.find(name.words);
    const bool several = levels != levels_.end() && levels->second.size() > 1;
    return several && !name.level.empty() ? name.words + " " + name.level : name.words;
  }

  std::size_t group_of(const std::string& part) {
    const std::string key = key_of(names_.at(part));
    const auto [place, is_new] = group_of_.try_emplace(key, groups_.size());
    if (!is_new) return place->second;
    std::size_t group = 0;
    while (group < groups_.size() && !misprinted(groups_[group].key, key)) ++group;
    if (group == groups_.size()) groups_.push_back({key, {}});
    return place->second = group;
  }

  const Vocabulary& vocabulary_;
  std::map<std::string, Name, std::less<>> names_;
  std::map<std::string, std::set<std::string>, std::less<>> levels_;  // of the names of the same words
  std::map<std::string, std::size_t, std::less<>> group_of_;          // key → place in groups_
  std::vector<Group> groups_;
};

}  // namespace

std::string dependency_key(const Vocabulary& vocabulary, std::string_view printed) {
  return name_of(vocabulary, tidy(printed)).words;
}

std::vector<model::DependencyName> join_dependencies(const Vocabulary& vocabulary,
                                                     const std::vector<std::string>& printed) {
  return Joiner(vocabulary).join(printed);
}

std::vector<std::string> printed_dependencies(const model::Records& records) {
  std::vector<std::string> printed;
  if (!records.document.dependency.empty()) printed.push_back(records.document.dependency);
  for (const model::Commitment& commitment : records.commitments) {
    if (!commitment.responsible.empty()) printed.push_back(commitment.responsible);
  }
  for (const model::PqrsCount& count : records.pqrs) {
    if (count.dimension == model::Dimension::dependency && !count.total && !count.label.empty())
      printed.push_back(count.label);
  }
  return printed;
}

}  // namespace cotejo::mapping
