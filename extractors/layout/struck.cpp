#include "extractors/layout/struck.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/struck.h"
#include "extractors/layout/tolerances.h"

namespace cotejo::layout {

namespace {

bool is_crossed(const model::Word& word, const model::Rule& rule) {
  if (word.hidden || word.rotation != 0 || word.origin != model::Origin::text) return false;
  if (rule.thickness > strike_thickness.of(word.font_size)) return false;
  const double down = rule.from.y - word.box.y0;
  return down > strike_from.of(word.box.height()) && down < strike_to.of(word.box.height()) &&
         rule.from.x < word.box.center_x() && word.box.center_x() < rule.to.x;
}

// The words of a page from top to bottom, so that a rule asks only those at its height.
class Rows {
 public:
  explicit Rows(std::vector<model::Word>& words) {
    for (model::Word& word : words) {
      words_.push_back(&word);
      highest_ = std::max(highest_, word.box.height());
    }
    std::stable_sort(words_.begin(), words_.end(), [](const auto* a, const auto* b) { return a->box.y0 < b->box.y0; });
  }

  [[nodiscard]] std::vector<model::Word*> crossed_by(const model::Rule& rule) const {
    std::vector<model::Word*> crossed;
    auto at = std::lower_bound(words_.begin(), words_.end(), rule.from.y - highest_,
                               [](const model::Word* word, double y) { return word->box.y0 < y; });
    for (; at != words_.end() && (*at)->box.y0 < rule.from.y; ++at)
      if (is_crossed(**at, rule)) crossed.push_back(*at);
    return crossed;
  }

 private:
  std::vector<model::Word*> words_;
  double highest_ = 0;  // box of a word, points
};

// The words that a line strikes out, all it crosses; none where it is no such line.
std::vector<model::Word*> struck_by(const model::Rule& rule, const Rows& rows) {
  if (!rule.horizontal()) return {};
  std::vector<model::Word*> crossed = rows.crossed_by(rule);
  if (crossed.empty()) return crossed;
  const auto [first, last] = std::minmax_element(crossed.begin(), crossed.end(),
                                                 [](const auto* a, const auto* b) { return a->box.x0 < b->box.x0; });
  const double slack = strike_overhang.of((*first)->font_size);
  const bool theirs =
      std::abs(rule.from.x - (*first)->box.x0) <= slack && std::abs(rule.to.x - (*last)->box.x1) <= slack;
  if (!theirs) crossed.clear();
  return crossed;
}

}  // namespace

void mark_struck(model::Page& page) {
  for (model::Word& word : page.words)
    if (word.text.find(base::struck_mark) != std::string::npos) word.text = base::as_printed(word.text);
  const Rows rows(page.words);
  std::vector<model::Word*> struck;
  std::erase_if(page.rules, [&](const model::Rule& rule) {
    const std::vector<model::Word*> words = struck_by(rule, rows);
    struck.insert(struck.end(), words.begin(), words.end());
    return !words.empty();
  });
  std::sort(struck.begin(), struck.end());
  struck.erase(std::unique(struck.begin(), struck.end()), struck.end());
  for (model::Word* word : struck) word->text = base::as_struck(word->text);
}

}  // namespace cotejo::layout
