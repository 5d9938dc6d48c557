#include "extractors/ocr/again/capitals.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/ocr/again/tolerances.h"
#include "extractors/ocr/engine/read_cells.h"
#include "extractors/ocr/engine/tolerances.h"
#include "extractors/ocr/ink/digit_marks.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::capitals;
namespace confidence = tolerances::confidence;

constexpr std::string_view kLow = "acemnorsuvwxz", kHanging = "gjpqy";

bool capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool letter(char c) {
  return capital(c) || (c >= 'a' && c <= 'z');
}

// Whether the letters would be of several heights, or hang under the line.
bool is_uneven(std::string_view text) {
  const auto low =
      std::count_if(text.begin(), text.end(), [](char c) { return kLow.find(c) != std::string_view::npos; });
  const bool hangs = text.find_first_of(kHanging) != std::string_view::npos;
  return hangs || (low > 0 && low < static_cast<std::ptrdiff_t>(text.size()));
}

// Whether a text is of nothing but strokes, as a roman numeral may be read; with a digit in it, it is rather a figure.
bool is_of_strokes(std::string_view text) {
  return text.find_first_not_of("lIi|!") == std::string_view::npos;
}

// How many letters of one height the ink in a box is, all on one line; none where it is anything else. Letters that
// touch count as one.
struct Letters {
  std::size_t count = 0;
  bool strokes = false;  // all of them narrow
};
Letters even_letters(const Marks& marks, PixelBox box) {
  std::vector<PixelBox> ink = marks.in({box.x0 - 1, box.y0 - 1, box.x1 + 1, box.y1 + 1});
  int tallest = 0;
  for (const PixelBox& mark : ink) tallest = std::max(tallest, mark.height());
  std::erase_if(ink, [&](const PixelBox& mark) { return mark.height() < kDust.of(tallest); });
  const double off = std::max(1.0, kEven * tallest);
  for (const PixelBox& mark : ink)
    if (std::abs(mark.y0 - ink.front().y0) > off || std::abs(mark.y1 - ink.front().y1) > off) return {};
  return {ink.size(),
          std::all_of(ink.begin(), ink.end(), [](const PixelBox& mark) { return 2 * mark.width() <= mark.height(); })};
}

std::optional<PixelWord> as_capitals(TextEngine& engine, const PageImage& page, const PixelWord& word,
                                     std::size_t letters) {
  std::vector<PixelWord> read =
      read_line(engine, page, line_around(page, word), 0, Segmentation::line, Alphabet::capitals);
  if (read.size() != 1 || read[0].text.size() < letters || read[0].text.size() > word.text.size() ||
      !std::all_of(read[0].text.begin(), read[0].text.end(), capital))
    return std::nullopt;
  return std::move(read[0]);
}

}  // namespace

void read_capitals(TextEngine& engine, const PageImage& page, std::vector<PixelWord>& words) {
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < words.size() && candidates.size() < kMost; ++i) {
    const std::string& text = words[i].text;
    if (words[i].confidence < confidence::kDoubtful && text.size() > 1 && text.size() <= kLongest &&
        ((std::all_of(text.begin(), text.end(), letter) && is_uneven(text)) || is_of_strokes(text)))
      candidates.push_back(i);
  }
  if (candidates.empty()) return;
  const Marks marks(page.gray);
  for (const std::size_t index : candidates) {
    PixelWord& word = words[index];
    const auto [letters, strokes] = even_letters(marks, word.box);
    if (is_of_strokes(word.text)) {
      const std::string numeral(letters, 'I');
      if (!strokes || letters < 2 || letters > kMostStrokes || numeral == word.text) continue;
      word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
      word.text = numeral;
      word.symbols = {{numeral, word.box}};
      word.confidence = confidence::kInDoubt;
      continue;
    }
    if (letters < 2 || letters > word.text.size()) continue;
    const std::optional<PixelWord> read = as_capitals(engine, page, word, letters);
    // Where no capitals are read, the letters are the same ones as before when there are as many.
    if (!read && letters != word.text.size()) continue;
    std::string text = word.text;
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
    word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
    if (read) {
      word.text = read->text;
      word.symbols = read->symbols;
    } else {
      word.text = std::move(text);
      if (word.symbols.size() == word.text.size())
        for (std::size_t i = 0; i < word.text.size(); ++i) word.symbols[i].text = word.text.substr(i, 1);
    }
    word.confidence = std::min(confidence::kInDoubt, std::max(word.confidence, 0.5));
  }
}

}  // namespace cotejo::ocr
