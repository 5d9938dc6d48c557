#include "extractors/ocr/again/missed_digits.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/digits.h"
#include "extractors/ocr/again/tolerances.h"
#include "extractors/ocr/engine/read_cells.h"
#include "extractors/ocr/engine/tolerances.h"
#include "extractors/ocr/picture/ink_levels.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::missed_digits;

// How many pieces of ink as high as a digit a sign has at most, and how wide it is, in heights of a digit.
struct Sign {
  int pieces = 0;
  double wide = 0;
};
Sign sign_of(const std::string& text) {
  if (text.size() == 1 && base::is_digit(text[0])) return {1, kDigit};
  if (text == "%") return {2, kPercent};
  if (text == "." || text == "," || text == "-" || text == "'") return {0, kPoint};
  if (text == "$" || text == "(" || text == ")") return {1, kDigit};
  return {1, kDigit};
}

// Letters that narrow or round digits are taken for.
bool could_be_digits(const PixelWord& word) {
  return std::all_of(word.text.begin(), word.text.end(), [](char c) {
    return base::is_digit(c) || std::string_view(".,-%$()suUSoOlI").find(c) != std::string_view::npos;
  });
}

int tall_pieces(const Image& ink, const PixelBox& box) {
  const std::vector<PixelBox> pieces = pieces_in(ink, box);
  return static_cast<int>(std::count_if(
      pieces.begin(), pieces.end(), [&](const PixelBox& piece) { return piece.height() > kTall.of(box.height()); }));
}

int digits_in(const std::string& text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return base::is_digit(c); }));
}

bool lacks_digits(const Image& ink, const PixelWord& word) {
  if (word.symbols.empty() || word.symbols.size() > kShort || !could_be_digits(word)) return false;
  int pieces = 0;
  double wide = 0;
  for (const PixelSymbol& symbol : word.symbols) {
    const Sign sign = sign_of(symbol.text);
    pieces += sign.pieces, wide += sign.wide;
  }
  return word.box.width() > wide * word.box.height() && tall_pieces(ink, word.box) > pieces;
}

}  // namespace

void read_missed_digits(TextEngine& engine, const PageImage& page, std::vector<PixelWord>& words) {
  const Image ink = ink_of(page.gray, ink_level::faint);
  if (!ink) return;
  for (PixelWord& word : words) {
    if (!lacks_digits(ink, word)) continue;
    const int pieces = tall_pieces(ink, word.box), percent = word.text.ends_with('%') ? 1 : 0;
    word.confidence = std::min(word.confidence, tolerances::confidence::kInDoubt);
    for (const Print print : {Print::as_it_is, Print::smoothed}) {
      std::vector<PixelWord> read =
          read_line(engine, page, line_around(page, word), 0, Segmentation::line, Alphabet::figures, print);
      if (read.size() != 1 || lacks_digits(ink, read[0])) continue;
      const int digits = digits_in(read[0].text);
      // A percent sign has one piece or two.
      if (digits > pieces - percent || digits < pieces - 2 * percent || digits <= digits_in(word.text)) continue;
      word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
      word.text = read[0].text;
      word.symbols = std::move(read[0].symbols);
      word.confidence = read[0].confidence;
      break;
    }
  }
}

}  // namespace cotejo::ocr
