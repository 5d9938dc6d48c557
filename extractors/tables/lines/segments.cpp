#include "extractors/tables/lines/segments.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <string_view>

#include "base/captions.h"
#include "base/digits.h"
#include "base/grouped_figure.h"
#include "base/marks.h"
#include "base/utf8.h"
#include "extractors/tables/lines/cut_value.h"
#include "extractors/tables/lines/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace lines;

using model::Rect;

// Bytes at the end of the text that are leader dots: four dots or more, since an ellipsis has three; or all of it.
std::size_t leader_tail(std::string_view text) {
  std::size_t bytes = 0;
  int dots = 0;
  while (bytes < text.size()) {
    const std::string_view rest = text.substr(0, text.size() - bytes);
    if (rest.back() == '.' || rest.back() == '_') {
      ++bytes, ++dots;
    } else if (rest.ends_with("\u00B7")) {
      bytes += 2, ++dots;
    } else if (rest.ends_with("\u2026")) {
      bytes += 3, dots += 3;
    } else {
      break;
    }
  }
  return dots >= 4 || bytes == text.size() ? bytes : 0;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

// Code points of a UTF-8 text; bytes that are none are replacement characters.
template <typename Visit>
void each_code_point(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) visit(base::next_code_point(text, at));
}

bool is_letter(char32_t c) {
  return (c < 0x80 && std::isalpha(static_cast<int>(c)) != 0) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

// Dashes, daggers and the like, which tables print where there is no number.
bool is_placeholder(char32_t c) {
  return c == '-' || c == '*' || c == '.' || c == 0x2013 || c == 0x2014 || c == 0x2212 || c == 0x2020 || c == 0x2021 ||
         c == 0x2026 || c == 0x2022 || c == 0x00B7 || c == '#';
}

// A few dots are leaders when the word before or after them is dots, too; alone they stand for a missing figure.
bool goes_on_with_dots(const model::Page& page, const std::vector<int>& words, std::size_t at) {
  const model::Word& word = page.words[static_cast<std::size_t>(words[at])];
  const auto dots_at = [&](std::size_t k) {
    if (k >= words.size()) return false;
    const model::Word& other = page.words[static_cast<std::size_t>(words[k])];
    const double gap = std::max(other.box.x0 - word.box.x1, word.box.x0 - other.box.x1);
    return overlap_y(word.box, other.box) > 0 && gap < 2 * word.box.height() &&
           leader_tail(other.text) == other.text.size();
  };
  return dots_at(at + 1) || (at > 0 && dots_at(at - 1));
}

}  // namespace

std::string Segment::text() const {
  std::string out;
  for (const Piece& piece : pieces) {
    if (!out.empty()) out += ' ';
    out += piece.text;
  }
  return out;
}

bool is_value(const std::string& text) {
  if (is_date_in_words(text)) return true;
  int letters = 0, digits = 0, placeholders = 0, points = 0, equals = 0, run = 0, words = 0;
  each_code_point(text, [&](char32_t c) {
    run = is_letter(c) ? run + 1 : 0;
    words += run == 2 ? 1 : 0;
    if (c == ' ' || c == 0xA0) return;
    ++points;
    equals += c == U'=' ? 1 : 0;
    if (base::is_digit(c))
      ++digits;
    else if (is_letter(c))
      ++letters;
    else if (is_placeholder(c))
      ++placeholders;
  });
  if (equals > 0) return false;                     // "(n = 469)" says how many, it is no figure of a row
  if (words > 1) return false;                      // "Del 1/1/2021 al 30/6/2021" is a phrase
  if (text.find(" y ") != text.npos) return false;  // "estratos 1, 2 y 3" may end a label
  if (digits > 0) return letters <= 1 || letters * 2 <= digits;
  if (points > 0 && points <= 5 && placeholders == points) return true;
  const std::string low = ascii_lower(text);
  return low == "n/a" || low == "na" || low == "n.a." || low == "nd" || low == "n.d." || low == "n/d" || low == "s/d" ||
         low == "x" || low == "nr" || low == "$ -" || low == "$-";
}

bool is_year(const std::string& text) {
  if (text.size() < 4) return false;
  if (!base::all_digits(std::string_view(text).substr(0, 4))) return false;
  const bool century = text.compare(0, 2, "19") == 0 || text.compare(0, 2, "20") == 0;
  if (!century) return false;
  if (text.size() == 4) return true;
  // "2006-07", "2006–2007", "2009p", "2010*": a year and what hangs on it.
  return !base::is_digit(text[4]) && text[4] != '.' && text[4] != ',' && text[4] != '%';
}

bool is_bullet(const std::string& text) {
  std::size_t end = 0;
  return text == "o" || (!text.empty() && base::is_bullet(base::next_code_point(text, end)) && end == text.size());
}

bool is_note(const std::string& text) {
  const std::string_view all = text;
  for (std::size_t at = 0; at < all.size(); at = all.find(' ', at) == all.npos ? all.size() : all.find(' ', at) + 1) {
    const std::size_t letters = base::first_letters(all.substr(at));
    if (!base::is_note_word(all.substr(at, letters))) continue;
    const std::string_view behind = all.substr(at + letters);
    if (behind.starts_with(':') || (at == 0 && (behind.starts_with('.') || behind.starts_with(" :")))) return true;
  }
  return false;
}

bool names_total(const std::string& text) {
  return ascii_lower(text).starts_with("total");
}

bool is_caption(const std::string& text) {
  const base::CaptionWord name = base::caption_word(text);
  if (name == base::CaptionWord::none) return false;
  const std::string low = ascii_lower(text);
  std::string_view rest = std::string_view(low).substr(base::first_letters(low));
  if (name == base::CaptionWord::either && rest.starts_with('.')) rest.remove_prefix(1);  // "Fig. 3"
  if (!rest.starts_with(' ')) return false;
  rest.remove_prefix(1);
  // A number follows: "3", "A-1", "ES-1", "No. 4", "N° 2", "IV".
  const std::string_view word = rest.substr(0, rest.find(' '));
  const bool digit = base::has_digit(word);
  const bool roman = !word.empty() && word.find_first_not_of("ivxl.:") == std::string_view::npos;
  return digit || roman || word == "no." || word == "n\u00b0" || word == "no";
}

std::vector<Piece> pieces_of(const model::Page& page, const std::vector<int>& words, std::vector<Rect>& leaders) {
  std::vector<Piece> pieces;
  for (std::size_t w = 0; w < words.size(); ++w) {
    const int index = words[w];
    const model::Word& word = page.words[static_cast<std::size_t>(index)];
    if (word.rotation != 0 || word.text.empty() || word.box.empty()) continue;
    Piece piece{index, word.box, word.text, word.font_size > 0 ? word.font_size : word.box.height() / font_box,
                word.bold};
    const std::size_t tail = leader_tail(piece.text);
    if (tail == piece.text.size() && (tail >= fewest_dots || goes_on_with_dots(page, words, w))) {
      leaders.push_back(piece.box);
      continue;
    }
    if (tail > 0 && tail < piece.text.size()) {
      const std::string_view dots = std::string_view(piece.text).substr(piece.text.size() - tail);
      double count = 0;
      for (std::size_t i = 0; i < dots.size(); ++i)
        count += dots[i] == '\xE2' ? 3 : (static_cast<unsigned char>(dots[i]) & 0xC0) == 0x80 ? 0 : 1;
      const double cut =
          std::max(piece.box.x0 + letters_left * piece.box.width() *
                                      std::min(1.0, letters_counted / static_cast<double>(piece.text.size())),
                   piece.box.x1 - dot_width * piece.em * count);
      leaders.push_back({cut, piece.box.y0, piece.box.x1, piece.box.y1});
      piece.box.x1 = cut;
      piece.text.resize(piece.text.size() - tail);
    }
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

bool stand_abreast(const TextLine& upper, const TextLine& lower) {
  return lower.middle - upper.middle < lowest_row.of(std::min(upper.em, lower.em));
}

void measure(TextLine& line) {
  line.box = Rect{};
  std::map<double, double> sizes;  // size → letters set in it
  for (Segment& segment : line.segments) {
    segment.box = Rect{};
    for (const Piece& piece : segment.pieces) {
      segment.box = united(segment.box, piece.box);
      sizes[std::round(piece.em * 2) / 2] += static_cast<double>(piece.text.size());
    }
    line.box = united(line.box, segment.box);
  }
  double most = -1;
  for (const auto& [size, letters] : sizes)
    if (letters >= most) most = letters, line.em = std::max<double>(size, least_size);
  double sum = 0, weight = 0;
  for (const Segment& segment : line.segments)
    for (const Piece& piece : segment.pieces)
      if (std::abs(piece.em - line.em) <= own_size.of(line.em) + own_size_off)
        sum += piece.box.center_y() * piece.box.width(), weight += piece.box.width();
  line.middle = weight > 0 ? sum / weight : line.box.center_y();
}

namespace {

// What stands on one height, before it is cut into segments.
struct Height {
  double sum = 0, weight = 0, em = 0;
  std::vector<Piece> pieces;
  [[nodiscard]] double middle() const { return sum / weight; }
};

// "12 345": what may be the groups of one figure.
bool may_be_groups(const std::string& before, const std::string& after) {
  const std::size_t sign = before.empty() || base::is_digit(before[0]) ? 0 : 1;
  const std::string_view first = std::string_view(before).substr(sign);
  return base::all_digits(first) && base::may_lead(first.size()) &&
         base::digit_runs(after, {}).lengths[0] == base::kGroup;
}

// Whether figures that stand a wide space apart are groups of thousands: then what follows always has three digits,
// while the figures of a neighbouring column would have any number of them.
bool groups_by_spaces(const std::vector<Height>& heights, double gap) {
  int groups = 0, others = 0;
  for (const Height& height : heights)
    for (std::size_t p = 1; p < height.pieces.size(); ++p) {
      const Piece &before = height.pieces[p - 1], &after = height.pieces[p];
      const double between = after.box.x0 - before.box.x1, size = std::max(before.em, after.em);
      if (between <= figure_gap.of(size) || between > gap * size || !is_value(before.text) || !is_value(after.text))
        continue;
      (may_be_groups(before.text, after.text) ? groups : others) += 1;
    }
  return groups >= fewest_groups && groups >= times_others * others;
}

}  // namespace

std::vector<TextLine> lines_of(std::vector<Piece> pieces, const std::vector<Rect>& leaders,
                               const std::vector<model::Rule>& rules, double gap) {
  // Large text first, so that a superscript joins the line of its word and never makes one.
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Piece& a, const Piece& b) { return a.box.center_y() < b.box.center_y(); });
  std::vector<Height> heights;
  for (Piece& piece : pieces) {
    const double y = piece.box.center_y();
    Height* best = nullptr;
    for (std::size_t k = heights.size(); k-- > 0 && heights.size() - k <= heights_back;) {
      Height& height = heights[k];
      const double reach = same_line.of(std::max(height.em, piece.em));
      if (std::abs(height.middle() - y) <= reach &&
          (best == nullptr || std::abs(height.middle() - y) < std::abs(best->middle() - y)))
        best = &height;
    }
    if (best == nullptr) best = &heights.emplace_back();
    const double weight = std::max<double>(piece.box.width(), least_width) * piece.em * piece.em;
    best->sum += y * weight;
    best->weight += weight;
    best->em = std::max(best->em, piece.em);
    best->pieces.push_back(std::move(piece));
  }
  for (Height& height : heights)
    std::stable_sort(height.pieces.begin(), height.pieces.end(),
                     [](const Piece& a, const Piece& b) { return a.box.x0 < b.box.x0; });
  const bool groups = groups_by_spaces(heights, gap);
  std::vector<TextLine> lines;
  for (Height& height : heights) {
    // What parts words that stand near each other: dots and upright rules on this height.
    std::vector<Rect> cuts;
    bool leads = false;
    for (const Rect& r : leaders)
      if (std::abs(r.center_y() - height.middle()) < same_line.of(height.em)) cuts.push_back(r), leads = true;
    for (const model::Rule& rule : rules)
      if (!rule.horizontal() && rule.from.y < height.middle() && rule.to.y > height.middle())
        cuts.push_back({rule.from.x, rule.from.y, rule.from.x, rule.to.y});
    TextLine line;
    for (Piece& piece : height.pieces) {
      const bool first = line.segments.empty();
      bool cut = first;
      if (!first) {
        const Segment& last = line.segments.back();
        const Piece& before = last.pieces.back();
        const double between = piece.box.x0 - last.box.x1;
        const double size = std::min(std::max(before.em, piece.em), height.em);
        cut = between > gap * size;
        // Two figures never share a cell over such a space; groups of thousands are set closer.
        if (!cut && between > figure_gap.of(size))
          cut = is_value(before.text) && is_value(piece.text) && !(groups && may_be_groups(before.text, piece.text));
        if (!cut && between > 0)
          cut = std::any_of(cuts.begin(), cuts.end(),
                            [&](const Rect& r) { return r.center_x() > last.box.x1 && r.center_x() < piece.box.x0; });
        // A sign that also stands for a missing figure is a bullet only where its line begins.
        const bool bullet = is_bullet(before.text) && (line.segments.size() == 1 || !is_value(before.text));
        if (last.pieces.size() == 1 && bullet && between < 4 * piece.em) cut = false;
      }
      if (cut) line.segments.emplace_back();
      Segment& segment = line.segments.back();
      segment.box = united(segment.box, piece.box);
      segment.pieces.push_back(std::move(piece));
    }
    measure(line);
    line.leaders = leads;
    lines.push_back(std::move(line));
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const TextLine& a, const TextLine& b) { return a.middle < b.middle; });
  return lines;
}

void join_signs(TextLine& line) {
  for (std::size_t s = 0; s < line.segments.size();) {
    const std::string text = line.segments[s].text();
    const bool before = text == "$" || text == "\u20AC" || text == "\u00A3" || text == "US$" || text == "COP";
    const bool after = text == "%" || text == ")";
    if (before && s + 1 < line.segments.size() && is_value(line.segments[s + 1].text())) {
      Segment& next = line.segments[s + 1];
      next.pieces.insert(next.pieces.begin(), line.segments[s].pieces.begin(), line.segments[s].pieces.end());
      // The number alone tells where the column stands.
      line.segments.erase(line.segments.begin() + static_cast<std::ptrdiff_t>(s));
    } else if (after && s > 0 && is_value(line.segments[s - 1].text())) {
      Segment& last = line.segments[s - 1];
      last.pieces.insert(last.pieces.end(), line.segments[s].pieces.begin(), line.segments[s].pieces.end());
      last.box = united(last.box, line.segments[s].box);
      line.segments.erase(line.segments.begin() + static_cast<std::ptrdiff_t>(s));
    } else {
      ++s;
    }
  }
}

}  // namespace cotejo::tables
