#include "pipeline/mapping/words/tokens.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/mapping/words/tolerances.h"
#include "pipeline/normalise/text/skeleton.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::tokens;

constexpr bool ascii_word(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Length of the UTF-8 sequence at `at` when it parts words: general punctuation (U+2000–U+206F), private use bullets
// (U+E000–U+F8FF), geometric shapes and dingbats (U+2500–U+27BF), Latin-1 signs and U+FEFF; 0 when it is part of a
// word.
std::size_t separator_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned first = byte(at);
  if (first < 0x80) return ascii_word(static_cast<unsigned char>(first)) ? 0 : 1;
  if (first == 0xC2) return 2;  // U+0080–U+00BF: no letters of Spanish but the ordinal marks
  if (first == 0xE2) {
    const unsigned second = byte(at + 1);
    return second == 0x80 || second == 0x81 || (second >= 0x86 && second <= 0x9E) ? 3 : 0;
  }
  if (first == 0xEE || (first == 0xEF && (byte(at + 1) <= 0xA3 || byte(at + 1) >= 0xBB))) return 3;
  return 0;
}

// Letters and digits of ASCII in lower case; '\0' for what parts words.
constexpr auto kWordChar = [] {
  std::array<char, 0x80> table{};
  for (unsigned char c = 0; c < table.size(); ++c) {
    if (ascii_word(c)) table[c] = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return table;
}();

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / kLettersAWord + 1);
  std::string lower(text.size(), '\0');
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t skip = separator_length(text, at)) {
      at += skip;
      continue;
    }
    const std::size_t begin = at;
    bool ascii = true;
    for (; at < text.size(); ++at) {
      const auto c = static_cast<unsigned char>(text[at]);
      if (c < 0x80) {
        lower[at] = kWordChar[c];
        if (lower[at] == '\0') break;
      } else {
        if (separator_length(text, at) != 0) break;
        ascii = false;
      }
    }
    std::string folded =
        ascii ? std::string(lower, begin, at - begin) : normalise::fold(text.substr(begin, at - begin));
    if (!folded.empty()) tokens.push_back({begin, at, std::move(folded)});
  }
  return tokens;
}

std::vector<Token> tokens_of(std::string_view text, const normalise::Skeleton& skeleton) {
  const std::string& chars = skeleton.chars;
  // Letters of other scripts stand for one another in a skeleton.
  if (chars.find(normalise::kLetter) != std::string::npos) return tokens_of(text);
  const auto is_word = [](char c) { return normalise::is_letter(c) || normalise::is_digit(c); };
  std::vector<Token> tokens;
  tokens.reserve(chars.size() / kLettersAWord + 1);
  for (std::size_t at = 0; at < chars.size();) {
    const std::size_t begin = at;
    while (at < chars.size() && is_word(chars[at])) ++at;
    if (at > begin) tokens.push_back({skeleton.place(begin), skeleton.place(at), chars.substr(begin, at - begin)});
    while (at < chars.size() && !is_word(chars[at])) ++at;
  }
  return tokens;
}

std::size_t token_at(const std::vector<Token>& tokens, std::size_t offset) {
  const auto found = std::lower_bound(tokens.begin(), tokens.end(), offset,
                                      [](const Token& token, std::size_t place) { return token.begin < place; });
  return static_cast<std::size_t>(found - tokens.begin());
}

std::string one_line(std::string_view text) {
  std::string out(text.size(), '\0');
  char* to = out.data();
  char last = ' ';  // none at the beginning, and none after another
  for (const char c : text) {
    const char plain = c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
    *to = plain;
    to += static_cast<std::ptrdiff_t>((plain != ' ') | (last != ' '));
    last = plain;
  }
  if (to != out.data() && to[-1] == ' ') --to;
  out.resize(static_cast<std::size_t>(to - out.data()));
  return out;
}

std::string trimmed(std::string_view text) {
  const std::string line = one_line(text);
  constexpr std::string_view kEnds = " .,;:-*_/|";
  const std::size_t first = line.find_first_not_of(kEnds);
  if (first == std::string::npos) return {};
  return line.substr(first, line.find_last_not_of(kEnds) - first + 1);
}

}  // namespace cotejo::mapping
