#include "pipeline/mapping/text/places.h"

#include <algorithm>
#include <array>

#include "pipeline/mapping/words/tokens.h"

namespace cotejo::mapping {
namespace {

// How far a word is looked for past the place where it should stand: a few words' length.
constexpr std::size_t kWindow = 120;

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

bool upper_or_sign(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c >= 'A' && c <= 'Z') return true;
  if (c == 0xC3 && at + 1 < text.size()) {  // À–Þ
    const auto second = static_cast<unsigned char>(text[at + 1]);
    return second >= 0x80 && second <= 0x9E;
  }
  return c == 0xC2 || c == 0xE2 || c == 0xEF || c == '"' || c == '(' || c == '-' || (c >= '0' && c <= '9');
}

// The word before a dot is an abbreviation when it is one letter or one of those that stand before numbers and names.
bool abbreviation(std::string_view text, std::size_t dot) {
  std::size_t begin = dot;
  while (begin > 0 && !is_space(text[begin - 1]) && text[begin - 1] != '(' && text[begin - 1] != '.') --begin;
  std::string word(text.substr(begin, dot - begin));
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  constexpr std::array<std::string_view, 30> kWords{
      "no",  "nos", "nro", "num", "núm", "n",   "art", "arts", "dr",  "dra", "sr",  "sra",  "ing",  "arq",   "lic",
      "res", "pág", "pag", "ref", "cra", "cll", "av",  "tel",  "vig", "cap", "par", "prof", "gral", "depto", "n°"};
  if (word.size() == 1 && word[0] >= 'a' && word[0] <= 'z') return true;
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// "1." at the beginning of a sentence numbers it.
bool list_number(std::string_view text, std::size_t sentence, std::size_t dot) {
  return dot - sentence <= 3 &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(sentence),
                     text.begin() + static_cast<std::ptrdiff_t>(dot), [](char c) { return c >= '0' && c <= '9'; });
}

void add(std::vector<Sentence>& out, std::string_view text, std::size_t begin, std::size_t end) {
  begin = skip_spaces(text, begin);
  while (end > begin && is_space(text[end - 1])) --end;
  if (end > begin) out.push_back({begin, end});
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

std::vector<Sentence> sentences_of(std::string_view text) {
  std::vector<Sentence> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n') {
      add(out, text, begin, at);
      begin = at + 1;
    } else if (c == '.' || c == '!' || c == '?') {
      const std::size_t next = skip_spaces(text, at + 1);
      if (next == at + 1 || next >= text.size() || !upper_or_sign(text, next)) continue;
      if (c == '.' && (abbreviation(text, at) || list_number(text, skip_spaces(text, begin), at))) continue;
      add(out, text, begin, at + 1);
      begin = next;
    }
  }
  add(out, text, begin, text.size());
  return out;
}

}  // namespace cotejo::mapping
