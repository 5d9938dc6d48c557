#include "extractors/ocr/engine/read_turned.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

#include "extractors/ocr/engine/read_cells.h"
#include "extractors/ocr/engine/tolerances.h"
#include "extractors/ocr/picture/ink_levels.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::read_turned;

bool is_beside(const PixelBox& a, const PixelBox& b) {
  return std::min(a.x1, b.x1) - std::max(a.x0, b.x0) > kBeside.of(std::min(a.width(), b.width()));
}

// Parts a bar between lines that only a tail or an accent joins.
std::vector<PixelBox> parted(const Image& letters, const PixelBox& bar) {
  std::vector<double> inked;
  for (int x = bar.x0; x < bar.x1; ++x) inked.push_back(ink_share(letters, {x, bar.y0, x + 1, bar.y1}));
  const double most = *std::max_element(inked.begin(), inked.end());
  std::vector<PixelBox> lines;
  int from = bar.x0;
  for (int x = bar.x0; x <= bar.x1; ++x) {
    if (x < bar.x1 && inked[static_cast<std::size_t>(x - bar.x0)] > kTails.of(most)) continue;
    if (x > from) {
      PixelBox line{from, bar.y1, x, bar.y0};
      for (const PixelBox& piece : pieces_in(letters, {from, bar.y0, x, bar.y1}))
        line.y0 = std::min(line.y0, piece.y0), line.y1 = std::max(line.y1, piece.y1);
      lines.push_back(line);
    }
    from = x + 1;
  }
  return lines;
}

// Letters one over another with no more between them than between letters of a word: lines of upright text keep
// farther off each other.
std::vector<PixelBox> bars_of(const Image& ink, double point) {
  const auto px = [&](double points) { return static_cast<int>(std::lround(points * point)); };
  const Image letters(
      pixSelectBySize(ink.get(), px(kLargest), px(kLargest), 8, L_SELECT_IF_BOTH, L_SELECT_IF_LT, nullptr));
  const Image closed(letters ? pixCloseSafeBrick(nullptr, letters.get(), 1, std::max(2, px(kLetterGap))) : nullptr);
  std::vector<PixelBox> bars;
  if (!closed) return bars;
  for (const PixelBox& bar : pieces_in(closed, {0, 0, width(closed), height(closed)})) {
    if (bar.width() < px(kNarrowest) || bar.height() < kLong * px(kNarrowest) || bar.width() > bar.height()) continue;
    for (const PixelBox& line : parted(letters, bar)) {
      if (line.width() < px(kNarrowest) || line.width() > px(kLargest) || line.height() < kLong * line.width())
        continue;
      if (pieces_in(letters, line).size() >= kFewestLetters) bars.push_back(line);
    }
  }
  return bars;
}

// Whether a piece at the end of a line has a letter beside it, where no other line runs: it is upright text then.
bool stands_upright(const Image& ink, const PixelBox& piece, const PixelBox& line, const std::vector<PixelBox>& lines) {
  const int side = 3 * line.width() / 2, off = std::max(2, 2 * line.width() / 3);  // its own tails are nearer
  const auto inked = [&](int x0, int x1) {
    const bool another = std::any_of(lines.begin(), lines.end(), [&](const PixelBox& other) {
      return other.x0 < x1 && other.x1 > x0 && other.y0 < line.y1 && other.y1 > line.y0;
    });
    return !another && ink_share(ink, {x0, piece.y0, x1, piece.y1}) > kLetters;
  };
  return inked(line.x0 - side, line.x0 - off) || inked(line.x1 + off, line.x1 + side);
}

// The lines that words over one another make.
std::vector<PixelBox> lines_of(std::vector<PixelBox> bars, const Image& ink) {
  std::sort(bars.begin(), bars.end(), [](const PixelBox& a, const PixelBox& b) { return a.y0 < b.y0; });
  std::vector<PixelBox> lines;
  for (const PixelBox& bar : bars) {
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const PixelBox& l) {
      return is_beside(l, bar) && bar.y0 - l.y1 < kWordGap.of(std::max(l.width(), bar.width()));
    });
    if (line == lines.end())
      lines.push_back(bar);
    else
      *line = {std::min(line->x0, bar.x0), line->y0, std::max(line->x1, bar.x1), std::max(line->y1, bar.y1)};
  }
  // Short words and signs at the ends of a line.
  for (PixelBox& line : lines) {
    const int reach = static_cast<int>(kWordGap.of(line.width()));
    for (bool grew = true; grew;) {
      grew = false;
      for (const PixelBox& piece : pieces_in(ink, {line.x0, line.y0 - reach, line.x1, line.y1 + reach})) {
        if (piece.height() > kLetter.of(line.width()) || stands_upright(ink, piece, line, lines)) continue;
        const PixelBox grown{line.x0, std::min(line.y0, piece.y0), line.x1, std::max(line.y1, piece.y1)};
        grew = grew || grown.height() > line.height();
        line = grown;
      }
    }
  }
  return lines;
}

// Room around a line, half of the way to the line beside it.
PixelBox room_of(const Image& ink, const PixelBox& line, const std::vector<PixelBox>& lines) {
  const int pad = std::max(2, static_cast<int>(kPad.of(line.width())));
  PixelBox room{std::max(0, line.x0 - pad), std::max(0, line.y0 - pad), std::min(width(ink), line.x1 + pad),
                std::min(height(ink), line.y1 + pad)};
  for (const PixelBox& other : lines) {
    if (other.y0 >= line.y1 || other.y1 <= line.y0) continue;
    if (other.x0 >= line.x1) room.x1 = std::min(room.x1, (line.x1 + other.x0 + 1) / 2);
    if (other.x1 <= line.x0) room.x0 = std::max(room.x0, (other.x1 + line.x0) / 2);
  }
  return room;
}

// Reads a line turned clockwise by quarters, 1 for text that runs up, 3 for text that runs down.
std::vector<PixelWord> read_way(TextEngine& engine, const PageImage& page, PixelBox room, int quarters, int number) {
  BOX* area = boxCreate(room.x0, room.y0, room.width(), room.height());
  const Image part(pixClipRectangle(page.gray.get(), area, nullptr));
  boxDestroy(&area);
  if (!part) return {};
  const PageImage level{Image(pixRotateOrth(part.get(), quarters)), page.dpi};
  if (!level.gray) return {};
  const int pad = std::max(1, room.width() / 6);
  const PixelBox all{0, 0, width(level.gray), height(level.gray)};
  std::vector<PixelWord> words =
      read_line(engine, level, {{0, pad, all.x1, std::max(pad + 1, all.y1 - pad)}, all}, number);
  const auto back = [&](const PixelBox& b) -> PixelBox {
    if (quarters == 1) return {room.x0 + b.y0, room.y1 - b.x1, room.x0 + b.y1, room.y1 - b.x0};
    return {room.x1 - b.y1, room.y0 + b.x0, room.x1 - b.y0, room.y0 + b.x1};
  };
  for (PixelWord& word : words) {
    word.box = back(word.box);
    for (PixelSymbol& symbol : word.symbols) symbol.box = back(symbol.box);
    word.rotation = quarters == 1 ? 270 : 90;
  }
  return words;
}

// Mean confidence, 0 where there are too few letters: figures, and what is taken for some, stand upright.
double well_read(const std::vector<PixelWord>& words) {
  double sum = 0, signs = 0;
  std::size_t letters = 0;
  for (const PixelWord& word : words) {
    sum += word.confidence * static_cast<double>(word.symbols.size());
    signs += static_cast<double>(word.symbols.size());
    letters += static_cast<std::size_t>(std::count_if(word.symbols.begin(), word.symbols.end(), [](const auto& symbol) {
      return symbol.text.size() > 1 || std::isalpha(static_cast<unsigned char>(symbol.text.front())) != 0;
    }));
  }
  return letters >= kFewestLetters ? sum / signs : 0;
}

}  // namespace

std::vector<PixelWord> read_turned(TextEngine& engine, PageImage& page) {
  std::vector<PixelWord> words;
  const Image ink = ink_of(page.gray, ink_level::letter);
  if (!ink) return words;
  int number = 0;
  const std::vector<PixelBox> lines = lines_of(bars_of(ink, page.dpi / 72), ink);
  for (const PixelBox& line : lines) {
    const PixelBox room = room_of(ink, line, lines);
    std::vector<PixelWord> up = read_way(engine, page, room, 1, number);
    double best = well_read(up);
    if (best < kClear) {
      std::vector<PixelWord> down = read_way(engine, page, room, 3, number);
      if (const double other = well_read(down); other > best) best = other, up = std::move(down);
    }
    if (best < kSure) continue;
    number = up.back().line + 1;
    words.insert(words.end(), std::make_move_iterator(up.begin()), std::make_move_iterator(up.end()));
    BOX* area = boxCreate(room.x0, room.y0, room.width(), room.height());
    pixSetInRectArbitrary(page.gray.get(), area, 255);
    boxDestroy(&area);
  }
  return words;
}

}  // namespace cotejo::ocr
