#include "extractors/ocr/crossed.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <utility>

#include "extractors/ocr/figure_parts.h"
#include "extractors/ocr/figures.h"
#include "extractors/ocr/overlooked.h"
#include "extractors/ocr/pixel_cells.h"
#include "extractors/ocr/read_cells.h"
#include "extractors/ocr/strokes.h"

namespace cotejo::ocr {

namespace {

constexpr int kInk = 160;
constexpr double kDoubtful = 0.8;       // sound readings have 0.85 and more
constexpr double kStaysDoubtful = 0.7;  // of what was read with something taken away
constexpr double kTallest = 5;          // heights of text that a doubtful word has: more is a drawing
constexpr double kAround = 2.5;         // heights of text around a place: strokes are told by their length
constexpr double kBetter = 1.15;        // times the score of what was read first
constexpr std::size_t kMostPlaces = 24;
constexpr double kMostOfPage = 0.25;  // of its area, all places together

// Where something is to be read again.
struct Place {
  PixelBox box;
  std::vector<std::size_t> words;  // indices
};

PixelBox joined(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}
bool meet(const PixelBox& a, const PixelBox& b) {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}
PixelBox grown(const PixelBox& box, int by, const Image& within) {
  return {std::max(0, box.x0 - by), std::max(0, box.y0 - by), std::min(width(within), box.x1 + by),
          std::min(height(within), box.y1 + by)};
}
PixelBox moved(const PixelBox& box, int x, int y) {
  return {box.x0 + x, box.y0 + y, box.x1 + x, box.y1 + y};
}

Image clip(const Image& from, const PixelBox& box) {
  const Box area{box.x0, box.y0, box.width(), box.height(), 1};
  return Image(pixClipRectangle(from.get(), const_cast<Box*>(&area), nullptr));
}
void whiten(const Image& picture, const PixelBox& box) {
  const Box area{box.x0, box.y0, box.width(), box.height(), 1};
  pixSetInRectArbitrary(picture.get(), const_cast<Box*>(&area), 255);
}

bool has_digit(const PixelWord& word) {
  return std::any_of(word.text.begin(), word.text.end(), is_digit);
}

// Doubtful words and overlooked ink, those that touch together.
std::vector<Place> places_of(const PageImage& page, int text_height, const std::vector<PixelWord>& words) {
  std::vector<Place> places;
  const auto add = [&](Place place) {
    // What is joined may reach others.
    for (std::size_t i = 0; i < places.size();) {
      if (!meet(places[i].box, place.box)) {
        ++i;
        continue;
      }
      place.box = joined(place.box, places[i].box);
      place.words.insert(place.words.end(), places[i].words.begin(), places[i].words.end());
      places.erase(places.begin() + static_cast<std::ptrdiff_t>(i));
      i = 0;
    }
    places.push_back(std::move(place));
  };
  // A figure whose digits could not be told from what runs through them, or that has colour in it, may be misread.
  // A stroke may have swallowed a digit at its ends.
  const auto crossed = [&](const PixelWord& word) {
    if (!has_digit(word) || word.text.size() < 2) return false;
    if (FigureParts parts; !take_apart(word.text, parts)) return true;
    const PixelBox box = grown(word.box, text_height / 2, page.gray);
    return !word.compared || ink_share(page.coloured, box) * box.width() * box.height() > text_height;
  };
  for (std::size_t i = 0; i < words.size(); ++i)
    if ((words[i].confidence < kDoubtful || crossed(words[i])) && words[i].box.height() < kTallest * text_height)
      add({grown(words[i].box, text_height / 3, page.gray), {i}});
  for (const PixelBox& box : overlooked_lines(ink_of(page.gray, kInk), words, text_height))
    if (box.height() < kTallest * text_height) add({grown(box, text_height / 3, page.gray), {}});
  // What a stroke cut off a figure may have been read by itself.
  for (std::size_t i = 0; i < words.size(); ++i) {
    const PixelBox& box = words[i].box;
    const int beside = text_height / 2;
    const auto cut_off = [&](const Place& place) {
      return meet(place.box, {box.x0 - beside, box.y0, box.x1 + beside, box.y1}) &&
             std::find(place.words.begin(), place.words.end(), i) == place.words.end();
    };
    if (!is_figure(words[i].text)) continue;
    const auto place = std::find_if(places.begin(), places.end(), cut_off);
    if (place == places.end()) continue;
    place->box = joined(place->box, grown(box, text_height / 3, page.gray));
    place->words.push_back(i);
  }
  return places;
}

// A picture with its coloured ink made paper, and the pale edges of its strokes. Nothing where it has none.
Image without_colour(const Image& gray, const Image& coloured) {
  constexpr int kBlack = 100;  // print beside a stroke, and under it
  l_int32 none = 1;
  if (!coloured || pixZero(coloured.get(), &none) != 0 || none != 0) return nullptr;
  Image pale(pixDilateBrick(nullptr, coloured.get(), 5, 5));
  const Image black = ink_of(gray, kBlack);
  Image clean(pixCopy(nullptr, gray.get()));
  if (!pale || !black || !clean) return nullptr;
  pixSubtract(pale.get(), pale.get(), black.get());
  pixOr(pale.get(), pale.get(), coloured.get());
  pixSetMasked(clean.get(), pale.get(), 255);
  return clean;
}

// How much was read, and how surely.
double score(const std::vector<PixelWord>& words) {
  double sum = 0;
  for (const PixelWord& word : words) sum += word.confidence * static_cast<double>(word.text.size());
  return sum;
}

// Whether all that was read are figures whose digits are those of the page.
bool sure(const std::vector<PixelWord>& words) {
  return std::all_of(words.begin(), words.end(), [](const PixelWord& word) {
    return word.compared && is_figure(word.text) && word.confidence > kStaysDoubtful;
  });
}

// How much ink a picture of a place lacks against the page's, pixels.
int ink_lost(const Image& before, const Image& after, const PixelBox& box) {
  const Image ink = ink_of(before, kInk), left = ink_of(after, kInk);
  if (!ink || !left) return 0;
  return static_cast<int>((ink_share(ink, box) - ink_share(left, box)) * box.width() * box.height());
}

// A sign by itself that is no digit: what is left of a stroke.
bool is_rest(const PixelWord& word) {
  return word.symbols.size() < 2 && !(word.text.size() == 1 && is_digit(word.text[0]));
}

// Whether two words of a line are one figure, taken apart at what is left of a stroke: no room is between them.
bool parted(const PixelWord& left, const PixelWord& right) {
  constexpr double kNoRoom = 0.15;  // of a digit's height
  return left.line == right.line && is_figure(left.text) && is_figure(right.text) &&
         right.box.x0 - left.box.x1 <= kNoRoom * std::min(left.box.height(), right.box.height());
}

void append(PixelWord& left, const PixelWord& right) {
  left.text += right.text;
  left.confidence = std::min(left.confidence, right.confidence);
  left.box = joined(left.box, right.box);
  left.symbols.insert(left.symbols.end(), right.symbols.begin(), right.symbols.end());
}

std::vector<PixelWord> read_lines(TextEngine& engine, const PageImage& picture, const PixelBox& box) {
  std::vector<PixelWord> words;
  int number = 0;
  for (const PixelLine& line : lines_in(ink_of(picture.gray, kInk), box, picture.dpi)) {
    std::vector<PixelWord> read = read_line(engine, picture, line, number);
    number = read.empty() ? number + 1 : read.back().line + 1;
    for (PixelWord& word : read) {
      if (is_rest(word)) continue;
      if (!words.empty() && parted(words.back(), word))
        append(words.back(), word);
      else
        words.push_back(std::move(word));
    }
  }
  return words;
}

// A picture of a place to try.
struct Try {
  Image gray;
  double better = kBetter;  // times the score of what was read first
};

// Without coloured ink, without strokes, without both. What is under coloured ink shows once that is gone; strokes take
// some of the print with them.
std::vector<Try> without_what_crosses(const PageImage& page, const Image& before, const PixelBox& around,
                                      int text_height) {
  std::vector<Try> pictures;
  if (Image plain = page.coloured ? without_colour(before, clip(page.coloured, around)) : nullptr) {
    Image both = without_strokes(plain, text_height);
    pictures.push_back({std::move(plain), 1});
    pictures.push_back({std::move(both)});
  }
  pictures.push_back({without_strokes(before, text_height)});
  return pictures;
}

// Makes figures doubtful that did not come again.
void doubt(const std::vector<std::size_t>& indices, const std::vector<PixelWord>& read, std::vector<PixelWord>& words) {
  for (const std::size_t index : indices) {
    PixelWord& word = words[index];
    const auto same = [&](const PixelWord& other) { return other.text == word.text && meet(other.box, word.box); };
    if (!has_digit(word) || std::any_of(read.begin(), read.end(), same)) continue;
    word.confidence = std::min(word.confidence, kStaysDoubtful);
    for (const PixelWord& other : read)
      if (meet(other.box, word.box) && is_figure(other.text))
        word.alternatives.push_back({other.text, std::min(other.confidence, word.confidence)});
  }
}

}  // namespace

void read_crossed(TextEngine& engine, const PageImage& page, const DigitCheck& digits, int text_height,
                  std::vector<PixelWord>& words) {
  if (text_height == 0) return;
  double room = kMostOfPage * width(page.gray) * height(page.gray);
  std::size_t tried = 0;
  std::vector<bool> gone(words.size());
  std::vector<PixelWord> found;
  for (const Place& place : places_of(page, text_height, words)) {
    const PixelBox around = grown(place.box, static_cast<int>(kAround * text_height), page.gray);
    const double place_area = static_cast<double>(place.box.width()) * place.box.height();
    if (place_area > room) continue;
    const Image before = clip(page.gray, around);
    if (!before) continue;
    const PixelBox box = moved(place.box, -around.x0, -around.y0);
    std::vector<PixelWord> first;
    for (const std::size_t index : place.words) first.push_back(words[index]);
    const auto is_part = [&](std::size_t index) {
      return std::find(place.words.begin(), place.words.end(), index) != place.words.end();
    };
    std::vector<PixelWord> best;
    bool better = false;
    double most = 0;
    for (auto& [gray, factor] : without_what_crosses(page, before, around, text_height)) {
      // As much as a stroke across the text has, or the mark of a stamp.
      if (!gray || ink_lost(before, gray, box) < 2 * text_height) continue;
      if (++tried > kMostPlaces) break;
      // What was read surely is no part of it.
      for (std::size_t i = 0; i < words.size(); ++i)
        if (!gone[i] && !is_part(i) && meet(words[i].box, around))
          whiten(gray, moved(words[i].box, -around.x0, -around.y0));
      const PageImage picture{std::move(gray), page.dpi};
      std::vector<PixelWord> read = read_lines(engine, picture, box);
      const double value = score(read);
      if (value <= most) continue;
      for (PixelWord& word : read) {
        word.confidence = std::min(word.confidence, kStaysDoubtful);
        digits.compare(picture, word);
      }
      most = value;
      better = value > factor * score(first) || (sure(read) && !sure(first));
      best = std::move(read);
    }
    if (!best.empty()) room -= place_area;
    for (PixelWord& word : best) {
      word.box = moved(word.box, around.x0, around.y0);
      for (PixelSymbol& symbol : word.symbols) symbol.box = moved(symbol.box, around.x0, around.y0);
    }
    if (!better) {
      doubt(place.words, best, words);
      continue;
    }
    const int line = found.empty() ? 0 : found.back().line + 1;
    for (PixelWord& word : best) {
      word.line += line;
      for (const PixelWord& old : first)
        if (meet(old.box, word.box) && old.text != word.text) word.alternatives.push_back({old.text, old.confidence});
      found.push_back(std::move(word));
    }
    for (const std::size_t index : place.words) gone[index] = true;
  }
  std::size_t index = 0;
  std::erase_if(words, [&](const PixelWord&) { return gone[index++]; });
  const int line = words.empty() ? 0 : words.back().line + 1;
  for (PixelWord& word : found) {
    word.line += line;
    words.push_back(std::move(word));
  }
}

}  // namespace cotejo::ocr
