#include "extractors/ocr/figures/separators.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "base/digits.h"
#include "base/grouped_figure.h"
#include "extractors/ocr/figures/codes.h"
#include "extractors/ocr/figures/figure_ends.h"
#include "extractors/ocr/figures/figure_parts.h"
#include "extractors/ocr/figures/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::separators;

// The sign of decimals that the page's figures agree on; 0 when they do not, or are too few.
char decimal_sign(const std::vector<PixelWord>& words) {
  int comma = 0, point = 0;
  for (const PixelWord& word : words) {
    FigureParts figure;
    bool decimals = false;
    if (!take_apart(word.text, figure) || figure.runs.size() < 3) continue;
    if (cut_short(figure) && figure.runs.size() > 3 &&
        figure.signs.find_first_not_of(figure.signs[0]) == std::string::npos) {
      // What the next line finishes: all its signs are those of groups.
      comma += figure.signs[0] == '.';
      point += figure.signs[0] == ',';
      continue;
    }
    if (!grouped(figure, decimals)) continue;
    comma += put_together(figure, decimals, '.', ',') == word.text;
    point += put_together(figure, decimals, ',', '.') == word.text;
  }
  if (comma >= kFewest && comma >= kClearly * point) return ',';
  if (point >= kFewest && point >= kClearly * comma) return '.';
  return '\0';
}

// The other readings of a word that is a figure, with the signs that the page's figures have.
void mend_alternatives(PixelWord& word, char group, char decimal) {
  std::vector<model::Reading> mended;
  for (model::Reading& other : word.alternatives) {
    FigureParts figure;
    bool decimals = false;
    if (!take_apart(other.text, figure) || !grouped(figure, decimals)) continue;
    std::string text = put_together(figure, decimals, group, decimal);
    const auto known = [&](const model::Reading& one) { return one.text == text; };
    if (text != other.text && text != word.text && std::none_of(mended.begin(), mended.end(), known) &&
        std::none_of(word.alternatives.begin(), word.alternatives.end(), known))
      mended.push_back({std::move(text), other.confidence});
  }
  word.alternatives.insert(word.alternatives.end(), mended.begin(), mended.end());
}

// Other readings of a figure that was put together: each piece's own in its place. `text` is the figure, and each
// piece's digits stand in it in their order.
void add_readings_of_pieces(PixelWord& whole, const std::vector<PixelWord>& pieces) {
  std::vector<std::size_t> places;  // of the digits in the figure
  for (std::size_t i = 0; i < whole.text.size(); ++i)
    if (base::is_digit(whole.text[i])) places.push_back(i);
  const auto digits_of = [](std::string_view text) {
    std::string digits;
    for (const char c : text)
      if (base::is_digit(c)) digits += c;
    return digits;
  };
  std::size_t from = 0;
  for (const PixelWord& piece : pieces) {
    const std::size_t count = digits_of(piece.text).size();
    for (const model::Reading& other : piece.alternatives) {
      const std::string digits = digits_of(other.text);
      if (digits.size() != count || from + count > places.size()) continue;
      std::string text = whole.text;
      for (std::size_t i = 0; i < count; ++i) text[places[from + i]] = digits[i];
      const bool known = text == whole.text || std::any_of(whole.alternatives.begin(), whole.alternatives.end(),
                                                           [&](const model::Reading& one) { return one.text == text; });
      if (!known) whole.alternatives.push_back({std::move(text), std::min(other.confidence, whole.confidence)});
    }
    from += count;
  }
}

void replace(PixelWord& word, std::string text) {
  word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
  word.text = std::move(text);
}

// Whether `right` stands close after `left` on one line.
bool beside(const PixelWord& left, const PixelWord& right) {
  const int high = std::max(left.box.height(), right.box.height());
  const int gap = right.box.x0 - left.box.x1;
  const bool level = std::min(left.box.y1, right.box.y1) - std::max(left.box.y0, right.box.y0) > high / 2;
  const bool one = left.text.back() == '1' || right.text.front() == '1';
  return level && gap >= -high / 4 && gap <= (kSpace + (one ? kOne : 0)) * high;
}

// Whether `right` goes on with the figure that `left` begins.
bool goes_on(const PixelWord& left, const PixelWord& right, char decimal) {
  FigureParts a, b;
  std::string_view head = left.text;
  if (head.size() > 1 && is_separator(head.back())) head.remove_suffix(1);
  if (!take_apart(head, a) || !take_apart(right.text, b)) return false;
  if (!a.after.empty() || !b.before.empty() || b.runs[0].size() != base::kGroup) return false;
  bool decimals = false;
  if (a.runs.size() > 1 ? !grouped(a, decimals) || decimals : !base::may_lead(a.runs[0].size())) return false;
  // One of the two must show that it is a part: groups before, or a group or decimals after.
  if (b.runs.size() > 1 && !grouped(b, decimals)) return false;
  const bool shows = a.runs.size() > 1 || b.runs.size() > 2 ||
                     (b.runs.size() == 2 && (b.runs[1].size() == base::kGroup || b.signs[0] == decimal));
  return shows && beside(left, right);
}

// Whether a word can be a piece of a figure that lost its signs: digits, with signs among them or not.
bool is_piece(const PixelWord& word) {
  FigureParts figure;
  std::string_view text = word.text;
  if (text.size() > 1 && is_separator(text.back())) text.remove_suffix(1);
  return take_apart(text, figure) && figure.after.empty();
}

// The runs of digits of a piece, cut also where a sign left its room alone.
std::vector<std::string> runs_of(const PixelWord& word, const FigureParts& figure) {
  std::vector<std::string> runs;
  std::size_t digits = 0;
  for (const std::string& run : figure.runs) {
    runs.emplace_back();
    for (const char c : run) {
      const bool gap = std::find(word.gaps.begin(), word.gaps.end(), digits) != word.gaps.end();
      if (gap && !runs.back().empty()) runs.emplace_back();
      runs.back() += c;
      ++digits;
    }
  }
  return runs;
}

// The figure that the pieces from `first` to `last` are, with all their signs lost: "267 298 137 83", "8824 547 45".
// Empty where they make none.
std::string from_pieces(const std::vector<PixelWord>& words, std::size_t first, std::size_t last, char group,
                        char decimal) {
  std::string before, digits;
  std::vector<std::size_t> lengths;  // of the runs between signs and pieces
  for (std::size_t i = first; i <= last; ++i) {
    FigureParts figure;
    std::string_view text = words[i].text;
    if (text.size() > 1 && is_separator(text.back())) text.remove_suffix(1);
    if (!take_apart(text, figure) || (i > first && !figure.before.empty())) return {};
    if (i == first) before = figure.before;
    for (const std::string& run : runs_of(words[i], figure)) digits += run, lengths.push_back(run.size());
  }
  if (lengths.size() < 2 || lengths.back() != 2) return {};
  // A point that left no gap glues two groups: the first one may have more digits, the others whole groups.
  for (std::size_t i = 1; i + 1 < lengths.size(); ++i)
    if (lengths[i] % 3 != 0) return {};
  if (lengths.front() > kLongestFirst) return {};
  const std::string whole = digits.substr(0, digits.size() - 2);
  if (whole.size() > 1 && whole[0] == '0') return {};
  std::string text = before;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0) text += group;
    text += whole[i];
  }
  return text + decimal + digits.substr(digits.size() - 2);
}

// Whether figures with two decimals end where this word ends: it stands in their column.
bool ends_a_column(const std::vector<PixelWord>& words, const PixelWord& word, char decimal) {
  int figures = 0;
  for (const PixelWord& other : words) {
    if (&other == &word || std::abs(other.box.x1 - word.box.x1) > word.box.height() / 2) continue;
    if (std::abs(other.box.y1 - word.box.y1) < word.box.height() / 2) continue;  // of the same row
    figures += other.text.size() > 3 && other.text[other.text.size() - 3] == decimal &&
               base::is_digit(other.text[other.text.size() - 1]) && base::is_digit(other.text[other.text.size() - 2]);
  }
  return figures >= kColumn;
}

// The figure with a sign in each room that one left without ink, where that makes whole groups of it; else empty.
std::string with_lost_signs(const PixelWord& word, char group) {
  std::string text;
  std::size_t digits = 0;
  for (const char c : word.text) {
    const bool lost = base::is_digit(c) && !text.empty() && base::is_digit(text.back()) &&
                      std::find(word.gaps.begin(), word.gaps.end(), digits) != word.gaps.end();
    if (lost) text += group;
    text += c;
    digits += base::is_digit(c);
  }
  FigureParts figure;
  bool decimals = false;
  if (text == word.text || !take_apart(text, figure) || !grouped(figure, decimals)) return {};
  const bool cents =
      decimals && base::is_digit(word.text[word.text.size() - figure.after.size() - 3]);  // of join_decimals
  return cents ? std::string{} : text;
}

// Whether a word's last two digits stand by themselves: nothing, a sign or the room of one before them.
bool ends_in_two(const PixelWord& word) {
  const std::string& text = word.text;
  if (text.size() < 2 || !base::is_digit(text.back()) || !base::is_digit(text[text.size() - 2])) return false;
  if (text.size() == 2 || !base::is_digit(text[text.size() - 3])) return true;
  const auto digits = base::count_digits(text);
  return std::find(word.gaps.begin(), word.gaps.end(), digits - 2) != word.gaps.end();
}

// Joins pieces whose last one is two digits, in columns of figures with two decimals.
void join_decimals(std::vector<PixelWord>& words, char group, char decimal) {
  for (std::size_t last = words.size(); last-- > 0;) {
    if (!ends_in_two(words[last]) || words[last].text.find(decimal) != std::string::npos) continue;
    std::size_t first = last;
    while (first > 0 && words[first - 1].line == words[last].line && is_piece(words[first - 1]) &&
           beside(words[first - 1], words[first]) && last - first < kMostPieces)
      --first;
    if ((first == last && words[last].gaps.empty()) || !ends_a_column(words, words[last], decimal)) continue;
    std::string figure = from_pieces(words, first, last, group, decimal);
    if (figure.empty()) continue;
    PixelWord& whole = words[first];
    std::string printed = whole.text;
    for (std::size_t i = first + 1; i <= last; ++i) {
      const PixelWord& piece = words[i];
      printed += " " + piece.text;
      whole.confidence = std::min(whole.confidence, piece.confidence);
      whole.box = {std::min(whole.box.x0, piece.box.x0), std::min(whole.box.y0, piece.box.y0),
                   std::max(whole.box.x1, piece.box.x1), std::max(whole.box.y1, piece.box.y1)};
      whole.symbols.insert(whole.symbols.end(), piece.symbols.begin(), piece.symbols.end());
    }
    const std::vector<PixelWord> pieces(words.begin() + static_cast<std::ptrdiff_t>(first),
                                        words.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    whole.text = std::move(figure);
    whole.gaps.clear();
    whole.alternatives = {{std::move(printed), whole.confidence}};
    add_readings_of_pieces(whole, pieces);
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                words.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    last = first + 1;
  }
}

// Whether the page's amounts come with decimals: where they do not, two digits at the end are a figure that the next
// line finishes.
bool with_decimals(const std::vector<PixelWord>& words, char group, char decimal) {
  int with = 0, whole = 0;
  for (const PixelWord& word : words) {
    FigureParts figure;
    bool decimals = false;
    if (!take_apart(word.text, figure) || !grouped(figure, decimals) || figure.runs.size() < 3) continue;
    if (decimals && has_rest_below(words, word, 1)) continue;  // two digits of a group that was cut
    if (put_together(figure, decimals, group, decimal) == word.text) ++(decimals ? with : whole);
  }
  return kSomeWithDecimals * with > whole;
}

// Whether a figure is one group of three after up to three digits: "1.494", and its sign.
char single_group(std::string_view text) {
  FigureParts figure;
  bool decimals = false;
  if (!take_apart(text, figure) || !grouped(figure, decimals) || decimals || figure.runs.size() != 2) return '\0';
  if (figure.runs[0][0] == '0' || !figure.after.empty()) return '\0';
  return figure.signs[0] == '.' || figure.signs[0] == ',' ? figure.signs[0] : '\0';
}

// "1,494" in a column of "2.418" and "3.702": the column's thousands have the other sign, and nothing in it has
// decimals of this one.
void mend_single_groups(std::vector<PixelWord>& words) {
  for (PixelWord& word : words) {
    const char own = single_group(word.text);
    if (own == '\0') continue;
    int other = 0, same = 0;
    for (const PixelWord& mate : words) {
      if (&mate == &word || std::abs(mate.box.x1 - word.box.x1) > word.box.height() / 2) continue;
      const char sign_of_mate = single_group(mate.text);
      other += sign_of_mate != '\0' && sign_of_mate != own;
      same += mate.text.find(own) != std::string::npos;
    }
    if (other < kMatesThatTell || same > 0) continue;
    std::string text = word.text;
    std::replace(text.begin(), text.end(), own, own == ',' ? '.' : ',');
    replace(word, std::move(text));
  }
}

}  // namespace

void mend_separators(std::vector<PixelWord>& words) {
  mend_codes(words);
  strip_ends(words);
  mend_single_groups(words);
  const char decimal = decimal_sign(words);
  if (decimal == '\0') return;
  const char group = decimal == ',' ? '.' : ',';
  // From the right, for the tail shows what it is: "265" goes before "871.544,65" once that is whole.
  std::vector<PixelWord> mended;
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    if (mended.empty() || mended.back().line != word->line || !goes_on(*word, mended.back(), decimal)) {
      mended.push_back(std::move(*word));
      continue;
    }
    PixelWord& tail = mended.back();
    std::string head = word->text;
    if (is_separator(head.back())) head.pop_back();
    const std::string printed =
        word->text + " " + (tail.alternatives.empty() ? tail.text : tail.alternatives.front().text);
    const std::vector<PixelWord> pieces{*word, tail};
    for (std::size_t& gap : tail.gaps) gap += base::count_digits(head);
    tail.gaps.insert(tail.gaps.begin(), word->gaps.begin(), word->gaps.end());
    tail.confidence = std::min(tail.confidence, word->confidence);
    tail.text = head + group + tail.text;
    tail.alternatives = {{printed, tail.confidence}};
    add_readings_of_pieces(tail, pieces);
    tail.box = {std::min(tail.box.x0, word->box.x0), std::min(tail.box.y0, word->box.y0),
                std::max(tail.box.x1, word->box.x1), std::max(tail.box.y1, word->box.y1)};
    tail.symbols.insert(tail.symbols.begin(), word->symbols.begin(), word->symbols.end());
  }
  std::reverse(mended.begin(), mended.end());
  words = std::move(mended);
  join_decimals(words, group, decimal);
  const bool decimals_meant = with_decimals(words, group, decimal);
  for (PixelWord& word : words) {
    FigureParts figure;
    bool decimals = false;
    if (std::string text = with_lost_signs(word, group); !text.empty()) replace(word, std::move(text));
    if (!take_apart(word.text, figure)) continue;
    // Its rest may stand on the next page; then its last sign tells that no decimals follow it.
    if (!decimals_meant && cut_short(figure) &&
        (figure.signs.back() == group || has_rest_below(words, word, 3 - figure.runs.back().size()))) {
      std::string text = put_together(figure, false, group, decimal);
      if (text != word.text) replace(word, std::move(text));
      continue;
    }
    if (!grouped(figure, decimals)) continue;
    if (decimals && figure.runs.size() > 2 && !decimals_meant) continue;
    // One sign and two digits may be a part of a code; with %, or in a column of decimals, it is a figure. A colon
    // before three digits is no hour.
    const bool colon = figure.runs.size() == 2 && !decimals && figure.signs == ":";
    const bool percent = decimals && !figure.after.empty() && figure.after[0] == '%';
    if (!colon && !percent && figure.runs.size() < 3 &&
        !(decimals && figure.signs[0] == group && ends_a_column(words, word, decimal) &&
          !ends_a_column(words, word, group)))
      continue;
    std::string text = put_together(figure, decimals, group, decimal);
    if (text != word.text) replace(word, std::move(text));
    mend_alternatives(word, group, decimal);
  }
}

}  // namespace cotejo::ocr
