#include "extractors/layout/running_heads.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <string>

#include "base/digits.h"
#include "extractors/layout/lines.h"
#include "extractors/layout/tolerances.h"

namespace cotejo::layout {

namespace {

using model::Page;

struct Row {
  Line line;
  int parts = 1;
  std::vector<std::string> tokens;
};

struct Sheet {
  const Page* page = nullptr;
  std::vector<Row> rows;  // from the top
};

Sheet sheet_of(const Page& page) {
  Sheet sheet{&page, {}};
  std::vector<int> words;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    const model::Word& word = page.words[i];
    const bool zone = word.box.y0 < head_zone.of(page.height) || word.box.y1 > (1 - foot_zone.value) * page.height;
    if (!word.hidden && word.rotation == 0 && zone) words.push_back(static_cast<int>(i));
  }
  for (Line& line : lines_of(page, words, std::numeric_limits<double>::max())) {
    Row row;
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      const model::Word& word = page.words[line.words[i]];
      row.tokens.push_back(word.text);
      if (i > 0 && word.box.x0 - page.words[line.words[i - 1]].box.x1 > between_parts.of(word.font_size)) ++row.parts;
    }
    row.line = std::move(line);
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

// The number that is the whole of the token, or -1.
long whole_number(const std::string& token) {
  if (token.size() > longest_number || !base::all_digits(token)) return -1;
  return std::strtol(token.c_str(), nullptr, 10);
}

std::string letters_of(const Row& row) {
  std::string text;
  for (const std::string& token : row.tokens) text += token;
  return text;
}

// How alike two texts are, 0 to 1: the pairs of bytes that both have, of those that either has (Dice).
double likeness(const std::string& a, const std::string& b) {
  if (a.size() < 2 || b.size() < 2) return a == b ? 1 : 0;
  const auto pairs = [](const std::string& text) {
    std::vector<std::string> found;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) found.push_back(text.substr(i, 2));
    std::sort(found.begin(), found.end());
    return found;
  };
  const std::vector<std::string> x = pairs(a), y = pairs(b);
  std::vector<std::string> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(x.size() + y.size());
}

// Whether a scan may have read one row as both: words run together or fall apart, a letter in six is another. Numbers
// are the same, or count on with the pages.
bool read_alike(const Row& a, const Row& b, int pages_apart) {
  const std::string x = letters_of(a), y = letters_of(b);
  if (std::min(x.size(), y.size()) < shortest_alike || std::max(x.size(), y.size()) > longest_alike) return false;
  const auto digits_of = [](std::string text) {
    std::erase_if(text, [](char c) { return !base::is_digit(c); });
    return text;
  };
  const std::string m = digits_of(x), n = digits_of(y);
  const long first = whole_number(m), second = whole_number(n);
  if (m != n && (first < 0 || second < 0 || second - first != pages_apart)) return false;
  return m.size() * 3 < x.size() && likeness(x, y) >= alike.value;
}

bool same_words(const Row& a, const Row& b, int pages_apart, bool scanned) {
  if (scanned && read_alike(a, b, pages_apart)) return true;
  if (a.tokens.size() != b.tokens.size()) return false;
  std::size_t different = 0;
  for (std::size_t i = 0; i < a.tokens.size(); ++i) {
    if (a.tokens[i] == b.tokens[i]) continue;
    const long m = whole_number(a.tokens[i]), n = whole_number(b.tokens[i]);
    if (m >= 0 && n >= 0 && n - m == pages_apart) continue;
    ++different;
  }
  return different == 0 || (scanned && different * one_wrong_in <= a.tokens.size());
}

bool repeats(const Sheet& sheet, const Row& row, const Sheet& other, bool foot) {
  const bool scanned = sheet.page->origin != model::Origin::text || other.page->origin != model::Origin::text;
  const double reach = scanned ? same_place_scanned : same_place;
  const auto place = [&](const Sheet& s, const Row& r) {
    return foot ? s.page->height - r.line.box.y1 : r.line.box.y0;
  };
  const auto rank = [&](const Sheet& s, const Row& r) { return foot ? &s.rows.back() - &r : &r - s.rows.data(); };
  return std::any_of(other.rows.begin(), other.rows.end(), [&](const Row& candidate) {
    const double moved = std::abs(place(sheet, row) - place(other, candidate));
    return (moved <= reach || (moved <= same_rank && rank(sheet, row) == rank(other, candidate))) &&
           same_words(row, candidate, other.page->number - sheet.page->number, scanned);
  });
}

// Whether a row is one of a table that goes on with the row below it: they stand in one another's height, or close to
// each other between the same upright rules or on shading.
bool stands_in_table(const Page& page, const Row& row, const Row& below) {
  const model::Rect &upper = row.line.box, &lower = below.line.box;
  if (lower.y0 - upper.y1 > close_row.of(below.line.font_size)) return false;
  if (lower.center_y() - upper.center_y() < abreast.of(std::min(row.line.font_size, below.line.font_size))) return true;
  const double top = upper.center_y(), bottom = lower.center_y();
  if (std::any_of(page.rules.begin(), page.rules.end(), [&](const model::Rule& rule) {
        return !rule.horizontal() && rule.from.y < top && rule.to.y > bottom &&
               top - rule.from.y < close_row.of(row.line.font_size) + upper.height();
      }))
    return true;
  const auto shaded = [&](const model::Rect& text) {
    return std::any_of(page.shades.begin(), page.shades.end(), [&](const model::Shade& shade) {
      return shade.box.contains({text.x0, text.center_y()}) || shade.box.contains({text.x1, text.center_y()});
    });
  };
  return shaded(upper) && shaded(lower);
}

}  // namespace

std::vector<std::vector<Place>> running_heads(const std::vector<Page>& pages) {
  std::vector<Sheet> sheets;
  sheets.reserve(pages.size());
  for (const Page& page : pages) sheets.push_back(sheet_of(page));
  std::vector<std::vector<Place>> places(pages.size());
  for (std::size_t p = 0; p < sheets.size(); ++p) {
    const Sheet& sheet = sheets[p];
    places[p].assign(pages[p].words.size(), Place::body);
    const auto running = [&](const Row& row, bool foot) {
      if (row.parts > most_parts) return false;
      for (int step = -farthest_page; step <= farthest_page; ++step) {
        const auto q = static_cast<std::ptrdiff_t>(p) + step;
        if (step == 0 || q < 0 || q >= static_cast<std::ptrdiff_t>(sheets.size())) continue;
        if (std::abs(pages[static_cast<std::size_t>(q)].number - pages[p].number) > farthest_page) continue;
        if (repeats(sheet, row, sheets[static_cast<std::size_t>(q)], foot)) return true;
      }
      return false;
    };
    const auto mark = [&](const Row& row, Place place) {
      for (const int word : row.line.words) places[p][static_cast<std::size_t>(word)] = place;
    };
    std::size_t head = 0;
    while (head < sheet.rows.size() && sheet.rows[head].line.box.y0 < head_zone.of(pages[p].height) &&
           running(sheet.rows[head], false))
      ++head;
    // A scan reads a logo or a stamp otherwise on every page: what stands over a running head belongs to it.
    if (pages[p].origin == model::Origin::ocr) {
      for (std::size_t next = head + 1; next < sheet.rows.size() && next <= head + most_odd_rows; ++next) {
        const Row& row = sheet.rows[next];
        if (row.line.box.y0 > odd_zone.of(pages[p].height) || row.parts > 1 || !running(row, false)) continue;
        head = next + 1;
        next = head - 1;
      }
    }
    // The upper row of a table's head: it stands close above a row of many parts and has some itself.
    while (head > 0 && head < sheet.rows.size() && sheet.rows[head].parts > most_parts &&
           sheet.rows[head - 1].parts > 1 &&
           sheet.rows[head].line.box.y0 - sheet.rows[head - 1].line.box.y1 < sheet.rows[head].line.font_size)
      --head;
    while (head > 0 && head < sheet.rows.size() && pages[p].origin == model::Origin::text &&
           stands_in_table(pages[p], sheet.rows[head - 1], sheet.rows[head]))
      --head;
    for (std::size_t i = 0; i < head; ++i) mark(sheet.rows[i], Place::head);
    for (std::size_t i = sheet.rows.size(); i > head; --i) {
      const Row& row = sheet.rows[i - 1];
      if (row.line.box.y1 <= (1 - foot_zone.value) * pages[p].height || !running(row, true)) break;
      mark(row, Place::foot);
    }
  }
  return places;
}

}  // namespace cotejo::layout
