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

// The words that a line strikes out, all it crosses; none where it is no such line.
std::vector<model::Word*> struck_by(const model::Rule& rule, std::vector<model::Word>& words) {
  std::vector<model::Word*> crossed;
  if (!rule.horizontal()) return crossed;
  for (model::Word& word : words)
    if (is_crossed(word, rule)) crossed.push_back(&word);
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
  std::vector<model::Word*> struck;
  std::erase_if(page.rules, [&](const model::Rule& rule) {
    const std::vector<model::Word*> words = struck_by(rule, page.words);
    struck.insert(struck.end(), words.begin(), words.end());
    return !words.empty();
  });
  std::sort(struck.begin(), struck.end());
  struck.erase(std::unique(struck.begin(), struck.end()), struck.end());
  for (model::Word* word : struck) word->text = base::as_struck(word->text);
}

}  // namespace cotejo::layout
