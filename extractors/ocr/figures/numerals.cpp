#include "extractors/ocr/figures/numerals.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "extractors/ocr/figures/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::numerals;

constexpr std::string_view kClosing = ".,;:)-";

constexpr std::array<std::string_view, 20> kNumerals = {"I",    "II",  "III",  "IV",    "V",   "VI",   "VII",
                                                        "VIII", "IX",  "X",    "XI",    "XII", "XIII", "XIV",
                                                        "XV",   "XVI", "XVII", "XVIII", "XIX", "XX"};

// A numeral at the head of a row, with the sign that closes it.
struct Head {
  std::size_t word = 0;
  std::size_t value = 0;    // 0: not read as a numeral
  std::size_t strokes = 0;  // 0: no numeral of strokes either
  std::size_t told = 0;     // by the others of its column; 0: by none
  std::string closing;
};

// How many upright strokes a text is and nothing else; 0 for none.
std::size_t strokes_of(std::string_view text) {
  return text.find_first_not_of("Il1i|!") == std::string_view::npos ? text.size() : 0;
}

Head head_of(std::string_view text) {
  Head head;
  const std::size_t end = text.find_last_not_of(kClosing);
  if (end == std::string_view::npos) return head;
  const std::string_view bare = text.substr(0, end + 1);
  head.closing = text.substr(end + 1);
  const auto* const known = std::find(kNumerals.begin(), kNumerals.end(), bare);
  if (known != kNumerals.end()) head.value = static_cast<std::size_t>(known - kNumerals.begin()) + 1;
  // An I with its point makes an L.
  head.strokes = bare == "L" ? 1 : strokes_of(bare);
  return head;
}

// Whether a word is the first of its row, as far as a column of labels goes.
bool begins_row(const std::vector<PixelWord>& words, std::size_t index) {
  if (index == 0 || words[index - 1].line != words[index].line) return true;
  return words[index].box.x0 - words[index - 1].box.x1 > kColumnsAway * words[index].box.height();
}

// Whether a word goes on with the row that a numeral begins: "(1" after "III. AHORRO".
bool follows(const PixelWord& before, const PixelWord& word) {
  return before.line == word.line && word.box.x0 - before.box.x1 <= kColumnsAway * std::max(1, before.box.height());
}

void replace(PixelWord& word, std::string text) {
  word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
  word.text = std::move(text);
  word.gaps.clear();
  word.symbols = {{word.text, word.box}};
}

using Settled = std::vector<std::pair<std::size_t, std::string>>;

// What a row says of rows before it, "(1 - 11)": two strokes in brackets with a sign between them.
void settle_references(const std::vector<PixelWord>& words, const Head& head, Settled& settled) {
  for (std::size_t i = head.word + 1; i + 2 < words.size() && follows(words[i - 1], words[i]); ++i) {
    const std::string_view first = words[i].text, last = words[i + 2].text;
    if (first.size() < 2 || last.size() < 2 || first.front() != '(' || last.back() != ')' ||
        words[i + 1].text.size() != 1 || std::string_view("+-").find(words[i + 1].text[0]) == std::string_view::npos ||
        !follows(words[i], words[i + 1]) || !follows(words[i + 1], words[i + 2]))
      continue;
    const std::size_t from = strokes_of(first.substr(1)), to = strokes_of(last.substr(0, last.size() - 1));
    if (from == 0 || from >= to || to >= std::max(head.value, head.told)) continue;
    settled.emplace_back(i, "(" + std::string(kNumerals.at(from - 1)));
    settled.emplace_back(i + 2, std::string(kNumerals.at(to - 1)) + ")");
  }
}

// Whether a head can be the numeral of a value: as many strokes, or a stroke less where three ran together to two.
bool can_be(const Head& head, std::size_t value) {
  if (head.value != 0 || head.strokes == 0 || value > kMostStrokes) return false;
  return head.strokes == value || (value == kMostStrokes && head.strokes + 1 == value);
}

// Tells the strokes over a numeral that was read, as far as they lead without a break to the first of the list or to
// another one that was read.
void tell_back(std::vector<Head>& heads, std::size_t read) {
  std::size_t first = read, value = heads[read].value;
  while (first > 0 && value > 1 && can_be(heads[first - 1], value - 1)) --first, --value;
  const std::size_t over = first > 0 ? heads[first - 1].value : 0;
  if (over != value - 1) return;
  for (; first < read; ++first, ++value) heads[first].told = value;
}

// The heads of a column from above, those that number its rows among them.
void settle_column(const std::vector<PixelWord>& words, std::vector<Head> heads, Settled& settled) {
  const auto sound = [](const Head& head) { return head.value > 1; };
  if (static_cast<std::size_t>(std::count_if(heads.begin(), heads.end(), sound)) < kMates) return;
  const bool pointed =
      std::any_of(heads.begin(), heads.end(), [&](const Head& head) { return sound(head) && head.closing == "."; });
  for (std::size_t i = 0; i < heads.size(); ++i)
    if (sound(heads[i])) tell_back(heads, i);
  for (const Head& head : heads) {
    if (head.told > 0)
      settled.emplace_back(head.word, std::string(kNumerals.at(head.told - 1)) + (pointed ? "." : head.closing));
    settle_references(words, head, settled);
  }
}

}  // namespace

void settle_row_numerals(std::vector<PixelWord>& words) {
  std::vector<Head> heads;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].text.size() > kLongest || !begins_row(words, i)) continue;
    Head head = head_of(words[i].text);
    head.word = i;
    if (head.value > 0 || head.strokes > 0) heads.push_back(std::move(head));
  }
  std::stable_sort(heads.begin(), heads.end(), [&](const Head& a, const Head& b) {
    return words[a.word].box.y0 + words[a.word].box.y1 < words[b.word].box.y0 + words[b.word].box.y1;
  });
  Settled settled;
  while (!heads.empty()) {
    // A row's head stands under the one before it, so that a page that leans does not part them.
    std::vector<Head> column, rest;
    for (Head& head : heads) {
      const bool mine = column.empty() || std::abs(words[column.back().word].box.x0 - words[head.word].box.x0) <=
                                              kAligned * std::max(1, words[head.word].box.height());
      (mine ? column : rest).push_back(std::move(head));
    }
    settle_column(words, std::move(column), settled);
    heads = std::move(rest);
  }
  for (auto& [index, text] : settled) replace(words[index], std::move(text));
}

}  // namespace cotejo::ocr
