#include "extractors/ocr/again/crossed.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/digits.h"
#include "extractors/ocr/again/overlooked.h"
#include "extractors/ocr/again/tolerances.h"
#include "extractors/ocr/clean/strokes.h"
#include "extractors/ocr/engine/read_cells.h"
#include "extractors/ocr/engine/tolerances.h"
#include "extractors/ocr/figures/figure_parts.h"
#include "extractors/ocr/figures/figures.h"
#include "extractors/ocr/picture/ink_levels.h"
#include "extractors/ocr/rules/pixel_cells.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::crossed;
namespace confidence = tolerances::confidence;

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

// Whether a word with digits is a figure with whole groups, or no groups at all.
bool is_sound(const PixelWord& word) {
  FigureParts parts;
  bool decimals = false;
  return take_apart(word.text, parts) && (parts.runs.size() == 1 || grouped(parts, decimals));
}

// Whether coloured ink runs through a word or past its ends, where it may have swallowed a digit.
bool has_colour(const PageImage& page, const PixelWord& word, int text_height) {
  const PixelBox box = grown(word.box, text_height / 2, page.gray);
  return ink_share(page.coloured, box) * box.width() * box.height() > text_height;
}

// Whether nearly all of a word's ink is coloured: print of that colour, and no stroke across it.
bool is_coloured(const PageImage& page, const PixelWord& word) {
  const PixelBox box = grown(word.box, 0, page.gray);
  if (!page.coloured || box.width() <= 0 || box.height() <= 0) return false;
  return ink_share(page.coloured, box) >
         kAllOfIt.of(ink_share(ink_of(clip(page.gray, box), ink_level::letter), {0, 0, box.width(), box.height()}));
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
  const auto crossed = [&](const PixelWord& word) {
    if (!base::has_digit(word.text) || word.text.size() < 2) return false;
    return !is_sound(word) || !word.compared || has_colour(page, word, text_height);
  };
  for (std::size_t i = 0; i < words.size(); ++i)
    if ((words[i].confidence < confidence::kDoubtful || crossed(words[i])) &&
        words[i].box.height() < kTallest * text_height)
      add({grown(words[i].box, text_height / 3, page.gray), {i}});
  for (const PixelBox& box : overlooked_lines(ink_of(page.gray, ink_level::letter), words, text_height))
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
  l_int32 none = 1;
  if (!coloured || pixZero(coloured.get(), &none) != 0 || none != 0) return nullptr;
  Image pale(pixDilateBrick(nullptr, coloured.get(), kEdge, kEdge));
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
  for (const PixelWord& word : words)
    sum += word.confidence * static_cast<double>(word.text.size()) *
           (base::has_digit(word.text) && !is_sound(word) ? kUnsound.value : 1);
  return sum;
}

std::size_t digits_in(const std::vector<PixelWord>& words) {
  std::size_t digits = 0;
  for (const PixelWord& word : words) digits += base::count_digits(word.text);
  return digits;
}

// Whether all that was read are figures whose digits are those of the page.
bool sure(const std::vector<PixelWord>& words) {
  return std::all_of(words.begin(), words.end(), [](const PixelWord& word) {
    return word.compared && is_figure(word.text) && word.confidence > confidence::kInDoubt;
  });
}

// How much ink a picture of a place lacks against the page's, pixels.
int ink_lost(const Image& before, const Image& after, const PixelBox& box) {
  const Image ink = ink_of(before, ink_level::letter), left = ink_of(after, ink_level::letter);
  if (!ink || !left) return 0;
  return static_cast<int>((ink_share(ink, box) - ink_share(left, box)) * box.width() * box.height());
}

// A sign by itself that is no digit: what is left of a stroke.
bool is_rest(const PixelWord& word) {
  return word.symbols.size() < 2 && !(word.text.size() == 1 && base::is_digit(word.text[0]));
}

// Whether two words of a line are one figure, taken apart at what is left of a stroke: no room is between them.
bool parted(const PixelWord& left, const PixelWord& right) {
  return left.line == right.line && is_figure(left.text) && is_figure(right.text) &&
         right.box.x0 - left.box.x1 <= kNoRoom.of(std::min(left.box.height(), right.box.height()));
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
  for (const PixelLine& line : lines_in(ink_of(picture.gray, ink_level::letter), box, picture.dpi)) {
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

// A word as it was read from a picture of a place, its boxes on the page.
struct Again {
  PixelWord word;     // doubtful, unless its digits were found sure
  double confidence;  // as it was read
};

// The lines of a place's picture; each figure compared with the digits of the page.
std::vector<Again> read_place(TextEngine& engine, const PageImage& picture, const PixelBox& box,
                              const DigitCheck& digits, const PixelBox& around) {
  std::vector<Again> again;
  for (PixelWord& word : read_lines(engine, picture, box)) {
    const double confidence = word.confidence;
    word.confidence = std::min(word.confidence, confidence::kInDoubt);
    digits.compare(picture, word);
    word.box = moved(word.box, around.x0, around.y0);
    for (PixelSymbol& symbol : word.symbols) symbol.box = moved(symbol.box, around.x0, around.y0);
    again.push_back({std::move(word), confidence});
  }
  return again;
}

// What was read in one piece of a place, first and again: words whose boxes meet, and figures side by side, for they
// may be parts of one.
struct Piece {
  std::vector<std::size_t> first;  // indices of words
  std::vector<Again> again;
};

std::vector<Piece> pieces_of(const std::vector<std::size_t>& first, const std::vector<PixelWord>& words,
                             const std::vector<Again>& again, int text_height) {
  const auto belong = [&](const PixelWord& a, const PixelWord& b) {
    const int reach = base::has_digit(a.text) && base::has_digit(b.text) ? text_height : 0;  // a lost sign's room
    return meet({a.box.x0 - reach, a.box.y0, a.box.x1 + reach, a.box.y1}, b.box);
  };
  std::vector<Piece> pieces;
  const auto add = [&](Piece piece, const PixelWord& word) {
    std::erase_if(pieces, [&](const Piece& other) {
      if (std::none_of(other.first.begin(), other.first.end(), [&](std::size_t i) { return belong(words[i], word); }) &&
          std::none_of(other.again.begin(), other.again.end(), [&](const Again& a) { return belong(a.word, word); }))
        return false;
      piece.first.insert(piece.first.begin(), other.first.begin(), other.first.end());
      piece.again.insert(piece.again.begin(), other.again.begin(), other.again.end());
      return true;
    });
    pieces.push_back(std::move(piece));
  };
  for (const std::size_t index : first) add({{index}, {}}, words[index]);
  for (const Again& one : again) add({{}, {one}}, one.word);
  return pieces;
}

// Whether what was read again is to stand for what was read first. `factor`: how much better it must be.
bool is_better(const Piece& piece, const std::vector<PixelWord>& words, double factor) {
  std::vector<PixelWord> first, again, compared;
  for (const std::size_t index : piece.first) first.push_back(words[index]);
  for (const Again& one : piece.again) {
    compared.push_back(one.word);
    again.push_back(one.word);
    again.back().confidence = one.confidence;
  }
  if (again.empty() || (first.size() == 1 && again.size() == 1 && first[0].text == again[0].text)) return false;
  if (first.empty()) return again.front().confidence >= kSure;
  return score(again) > factor * score(first) ||
         (sure(compared) && !sure(first) && digits_in(compared) >= digits_in(first));
}

// Makes figures doubtful that did not come again as they were.
void doubt(const Piece& piece, std::vector<PixelWord>& words) {
  for (const std::size_t index : piece.first) {
    PixelWord& word = words[index];
    const auto same = [&](const Again& one) { return one.word.text == word.text; };
    if (!base::has_digit(word.text) || std::any_of(piece.again.begin(), piece.again.end(), same)) continue;
    word.confidence = std::min(word.confidence, confidence::kInDoubt);
    for (const Again& one : piece.again) {
      const auto known = [&](const model::Reading& other) { return other.text == one.word.text; };
      if (is_figure(one.word.text) && std::none_of(word.alternatives.begin(), word.alternatives.end(), known))
        word.alternatives.push_back({one.word.text, std::min(one.confidence, word.confidence)});
    }
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
  int line = 0;
  for (const Place& place : places_of(page, text_height, words)) {
    const PixelBox around = grown(place.box, static_cast<int>(kAround * text_height), page.gray);
    const double area = static_cast<double>(place.box.width()) * place.box.height();
    if (area > room) continue;
    const Image before = clip(page.gray, around);
    if (!before) continue;
    const auto in_clip = [&](const PixelBox& box) { return moved(box, -around.x0, -around.y0); };
    // What one picture mends is left to no other one.
    std::vector<std::size_t> left;
    std::copy_if(place.words.begin(), place.words.end(), std::back_inserter(left), [&](std::size_t i) {
      return words[i].confidence < confidence::kDoubtful || !is_coloured(page, words[i]);
    });
    if (left.empty() && !place.words.empty()) continue;
    const bool without_words = left.empty();
    std::vector<Piece> unmended;
    bool used = false;
    for (auto& [gray, factor] : without_what_crosses(page, before, around, text_height)) {
      // As much as a stroke across the text has, or the mark of a stamp.
      if (!gray || ink_lost(before, gray, in_clip(place.box)) < 2 * text_height) continue;
      if (++tried > kMostPlaces) break;
      used = true;
      // What was read surely is no part of it, nor what another picture gave.
      for (std::size_t i = 0; i < words.size(); ++i)
        if (!gone[i] && std::find(place.words.begin(), place.words.end(), i) == place.words.end() &&
            meet(words[i].box, around))
          whiten(gray, in_clip(words[i].box));
      for (const PixelWord& word : found)
        if (meet(word.box, around)) whiten(gray, in_clip(word.box));
      const PageImage picture{std::move(gray), page.dpi};
      int last = line;
      for (Piece& piece :
           pieces_of(left, words, read_place(engine, picture, in_clip(place.box), digits, around), text_height)) {
        if (!is_better(piece, words, factor)) {
          // What comes again as it was needs no other picture.
          for (const std::size_t i : piece.first)
            for (const Again& one : piece.again) {
              if (one.word.text != words[i].text) continue;
              words[i].confidence = std::max(words[i].confidence, one.word.confidence);
              std::erase(left, i);
            }
          if (!piece.again.empty()) unmended.push_back(std::move(piece));
          continue;
        }
        for (Again& one : piece.again) {
          for (const std::size_t index : piece.first)
            if (words[index].text != one.word.text)
              one.word.alternatives.push_back({words[index].text, words[index].confidence});
          one.word.line += line;
          last = std::max(last, one.word.line + 1);
          found.push_back(std::move(one.word));
        }
        for (const std::size_t index : piece.first) gone[index] = true, std::erase(left, index);
      }
      line = last;
      if (left.empty() && !without_words) break;
    }
    if (used) room -= area;
    for (const Piece& piece : unmended) doubt(piece, words);
    for (const std::size_t i : left)
      if (base::has_digit(words[i].text) && has_colour(page, words[i], text_height) && !sure({words[i]}))
        words[i].confidence = std::min(words[i].confidence, confidence::kInDoubt);
  }
  std::stable_sort(found.begin(), found.end(), [](const PixelWord& a, const PixelWord& b) { return a.line < b.line; });
  std::size_t index = 0;
  std::erase_if(words, [&](const PixelWord&) { return gone[index++]; });
  const int after = words.empty() ? 0 : words.back().line + 1;
  for (PixelWord& word : found) {
    word.line += after;
    words.push_back(std::move(word));
  }
}

}  // namespace cotejo::ocr
