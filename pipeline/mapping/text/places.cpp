#include "pipeline/mapping/text/places.h"

#include <algorithm>

#include "pipeline/mapping/text/tolerances.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::places;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// End of the word when it stands at `at`, spaces inside the text not counted; npos when it does not.
std::size_t end_of_match(std::string_view text, std::size_t at, std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    while (i > 0 && at < text.size() && is_space(text[at])) ++at;
    if (at < text.size() && text[at] == word[i]) {
      ++at;
    } else if (!(word[i] == '-' && i + 1 == word.size() && i > 0)) {  // a hyphen at the line's end is undone
      return std::string_view::npos;
    }
  }
  return at;
}

}  // namespace

std::vector<PlacedWord> place_words(std::string_view text, const std::vector<const model::Word*>& words) {
  std::vector<PlacedWord> placed;
  placed.reserve(words.size());
  std::size_t at = 0;
  for (const model::Word* word : words) {
    if (word->text.empty()) continue;
    at = skip_spaces(text, at);
    std::size_t begin = at;
    std::size_t end = end_of_match(text, at, word->text);
    if (end == std::string_view::npos) {
      const std::size_t stop = std::min(text.size(), at + kWindow);
      begin = text.substr(0, stop).find(word->text, at);
      if (begin == std::string_view::npos) continue;
      end = begin + word->text.size();
    }
    placed.push_back({begin, end, word});
    at = end;
  }
  return placed;
}

std::vector<const model::Word*> words_of_block(const model::Page& page, const model::Block& block) {
  std::vector<const model::Word*> words;
  words.reserve(block.words.size());
  for (const int i : block.words) {
    if (i >= 0 && static_cast<std::size_t>(i) < page.words.size())
      words.push_back(&page.words[static_cast<std::size_t>(i)]);
  }
  return words;
}

std::vector<const model::Word*> words_in_box(const model::Page& page, const model::Rect& box) {
  std::vector<const model::Word*> words;
  for (const model::Word& word : page.words) {
    if (box.contains({word.box.center_x(), word.box.center_y()})) words.push_back(&word);
  }
  return words;
}

void set_place(const std::vector<PlacedWord>& words, std::size_t begin, std::size_t end, model::Source& source) {
  const auto first = std::lower_bound(words.begin(), words.end(), begin,
                                      [](const PlacedWord& word, std::size_t place) { return word.end <= place; });
  model::Rect box;
  double confidence = 1;
  const model::Word* any = nullptr;
  for (auto it = first; it != words.end() && it->begin < end; ++it) {
    box = model::united(box, it->word->box);
    confidence = std::min(confidence, it->word->confidence);
    any = it->word;
  }
  if (any == nullptr) return;
  source.box = box;
  source.confidence = confidence;
  source.origin = any->origin;
}

}  // namespace cotejo::mapping
