#include "pipeline/mapping/text/sentences.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "pipeline/mapping/text/tolerances.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::sentences;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
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
  constexpr std::array<std::string_view, 33> kWords{"no",   "nos",   "nro", "num", "núm", "n",   "art", "arts", "dr",
                                                    "dra",  "sr",    "sra", "ing", "arq", "lic", "res", "pág",  "pag",
                                                    "ref",  "cra",   "cll", "av",  "tel", "vig", "cap", "par",  "prof",
                                                    "gral", "depto", "n°",  "lit", "vol", "inc"};
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

std::vector<Sentence> sentences_of(std::string_view text) {
  std::vector<Sentence> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n' || (is_space(c) && at - begin >= kLongestSentence)) {
      add(out, text, begin, at);
      begin = at + 1;
    } else if (c == '.' || c == '!' || c == '?') {
      const std::size_t next = skip_spaces(text, at + 1);
      if (next == at + 1 || next >= text.size() || !upper_or_sign(text, next)) continue;
      if (c == '.' && (abbreviation(text, at) || list_number(text, skip_spaces(text, begin), at))) continue;
      add(out, text, begin, at + 1);
      begin = next;
      at = next - 1;
    }
  }
  add(out, text, begin, text.size());
  return out;
}

std::string sentence_at(std::string_view text, std::size_t offset) {
  return sentence_at(text, sentences_of(text), offset);
}

std::string sentence_at(std::string_view text, const std::vector<Sentence>& sentences, std::size_t offset) {
  const auto next = std::upper_bound(sentences.begin(), sentences.end(), offset,
                                     [](std::size_t at, const Sentence& sentence) { return at < sentence.begin; });
  return normalise::clean(next == sentences.begin() ? text : std::prev(next)->of(text));
}

}  // namespace cotejo::mapping
