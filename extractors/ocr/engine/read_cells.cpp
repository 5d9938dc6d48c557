#include "extractors/ocr/engine/read_cells.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/median.h"
#include "extractors/ocr/engine/tolerances.h"
#include "extractors/ocr/picture/ink_levels.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::read_cells;

struct Cut {
  PageImage picture;
  PixelBox from;  // on the page
  double scale = 1;
};

// A line cut out with white around it.
Cut cut_out(const PageImage& page, const PixelLine& line, Print print) {
  Cut cut;
  cut.from = line.room;
  BOX* area = boxCreate(line.room.x0, line.room.y0, line.room.width(), line.room.height());
  Image part(pixClipRectangle(page.gray.get(), area, nullptr));
  boxDestroy(&area);
  if (!part) return cut;
  const bool smoothed = print == Print::smoothed;
  const double factor = (smoothed ? kSmoothed : 1) * kLetter / std::max(1, line.ink.height());
  if (smoothed || factor > kEnough || factor < 1 / kEnough) {
    cut.scale = std::clamp(factor, kLeastScale, kMostScale);
    part.reset(pixScale(part.get(), static_cast<l_float32>(cut.scale), static_cast<l_float32>(cut.scale)));
  }
  if (smoothed && part && std::min(pixGetWidth(part.get()), pixGetHeight(part.get())) > 2)
    part.reset(pixBlockconv(part.get(), 1, 1));
  if (!part) return cut;
  // As much white as half a letter on every side, wherever a neighbour did not leave it.
  const int border = static_cast<int>(kLetter / 2);
  cut.picture.gray.reset(pixAddBorder(part.get(), border, 255));
  cut.from.x0 -= static_cast<int>(border / cut.scale);
  cut.from.y0 -= static_cast<int>(border / cut.scale);
  cut.picture.dpi = page.dpi * cut.scale;
  return cut;
}

PixelBox back(PixelBox box, const Cut& cut) {
  const auto x = [&](int value) { return cut.from.x0 + static_cast<int>(std::lround(value / cut.scale)); };
  const auto y = [&](int value) { return cut.from.y0 + static_cast<int>(std::lround(value / cut.scale)); };
  return {x(box.x0), y(box.y0), x(box.x1), y(box.y1)};
}

// Whether ink runs over the edge between two rows of pixels.
bool crosses(const Image& ink, int x0, int x1, int y, int next) {
  const int words = pixGetWpl(ink.get());
  const l_uint32* row = pixGetData(ink.get()) + static_cast<std::ptrdiff_t>(y) * words;
  const l_uint32* beside = pixGetData(ink.get()) + static_cast<std::ptrdiff_t>(next) * words;
  for (int x = x0; x < x1; ++x)
    if (GET_DATA_BIT(row, x) && GET_DATA_BIT(beside, x)) return true;
  return false;
}

// A cell with the letters whole that reach nearer to its rules than others do.
PixelBox with_whole_letters(const Image& ink, PixelBox cell, double dpi) {
  const int most = static_cast<int>(kOver * dpi / 72);
  const PixelBox kept = cell;
  const int x0 = cell.x0 + most, x1 = cell.x1 - most;  // what is left of upright rules runs over the edges too
  while (cell.y0 > std::max(1, kept.y0 - most) && crosses(ink, x0, x1, cell.y0, cell.y0 - 1)) --cell.y0;
  while (cell.y1 < std::min(height(ink) - 1, kept.y1 + most) && crosses(ink, x0, x1, cell.y1 - 1, cell.y1)) ++cell.y1;
  return cell;
}

int usual_height(const std::vector<PixelLine>& lines) {
  std::vector<int> heights;
  for (const PixelLine& line : lines) heights.push_back(line.ink.height());
  return heights.empty() ? 0 : base::median(std::move(heights));
}

bool is_merged(const PixelLine& line, int usual, double dpi) {
  return line.ink.height() > kTwoLines * usual || line.ink.height() > kTallest * dpi / 72;
}

// Whether lines run into each other: where a cell of two lines stands beside one of a single line, no level cut parts
// them all.
bool run_together(const std::vector<PixelLine>& lines, int usual, double dpi) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_merged(lines[i], usual, dpi)) return true;
    if (i > 0 && lines[i - 1].ink.y1 - lines[i].ink.y0 > kOverlap.of(usual)) return true;
  }
  return false;
}

// The columns of a frame, parted where no letter stands from its top to its foot.
std::vector<PixelBox> columns_of(const Image& ink, PixelBox cell, int usual) {
  BOX* area = boxCreate(cell.x0, cell.y0, cell.width(), cell.height());
  const Image part(pixClipRectangle(ink.get(), area, nullptr));
  boxDestroy(&area);
  const Image turned(part ? pixRotateOrth(part.get(), 1) : nullptr);
  std::vector<PixelBox> columns;
  if (!turned) return columns;
  const std::vector<bool> inked = inked_rows(turned, {0, 0, width(turned), height(turned)});
  int from = cell.x0, white = 0;
  bool any = false;
  for (int x = cell.x0; x < cell.x0 + static_cast<int>(inked.size()); ++x) {
    if (!inked[static_cast<std::size_t>(x - cell.x0)]) {
      ++white;
      continue;
    }
    if (any && white > kBetweenColumns * usual) {
      columns.push_back({from, cell.y0, x - white / 2, cell.y1});
      from = x - white / 2;
    }
    any = true, white = 0;
  }
  columns.push_back({from, cell.y0, cell.x1, cell.y1});
  return columns;
}

// The lines of a cell, from the top; column by column where they run into each other.
std::vector<PixelLine> lines_of(const Image& ink, PixelBox cell, double dpi) {
  std::vector<PixelLine> lines = lines_in(ink, cell, dpi);
  const int usual = usual_height(lines);
  if (!run_together(lines, usual, dpi)) return lines;
  const std::vector<PixelBox> columns = columns_of(ink, cell, usual);
  if (columns.size() < 2) return lines;
  lines.clear();
  for (const PixelBox& column : columns) {
    std::vector<PixelLine> more = lines_in(ink, column, dpi);
    std::move(more.begin(), more.end(), std::back_inserter(lines));
  }
  return lines;
}

}  // namespace

PixelLine line_around(const PageImage& page, const PixelWord& word) {
  const int pad = std::max(2, word.box.height() / 3);
  return {word.box,
          {std::max(0, word.box.x0 - pad), std::max(0, word.box.y0 - pad),
           std::min(width(page.gray), word.box.x1 + pad), std::min(height(page.gray), word.box.y1 + pad)}};
}

std::vector<PixelWord> read_line(TextEngine& engine, const PageImage& page, const PixelLine& line, int number,
                                 Segmentation segmentation, Alphabet alphabet, Print print) {
  const Cut cut = cut_out(page, line, print);
  if (!cut.picture.gray) return {};
  std::vector<PixelWord> words = engine.read(cut.picture, segmentation, alphabet);
  for (PixelWord& word : words) {
    word.box = back(word.box, cut);
    for (PixelSymbol& symbol : word.symbols) symbol.box = back(symbol.box, cut);
    word.line += number;
  }
  return words;
}

std::vector<PixelWord> read_cells(TextEngine& engine, PageImage& page, const std::vector<PixelBox>& cells) {
  std::vector<PixelWord> words;
  if (cells.empty()) return words;
  const Image ink = ink_of(page.gray, ink_level::letter);
  int number = 0;
  for (const PixelBox& closed : cells) {
    const PixelBox cell = with_whole_letters(ink, closed, page.dpi);
    const std::vector<PixelLine> lines = lines_of(ink, cell, page.dpi);
    const int usual = usual_height(lines);
    for (const PixelLine& line : lines) {
      const bool merged = is_merged(line, usual, page.dpi);
      std::vector<PixelWord> read =
          read_line(engine, page, line, number, merged ? Segmentation::block : Segmentation::line);
      number = read.empty() ? number + 1 : read.back().line + 1;
      words.insert(words.end(), std::make_move_iterator(read.begin()), std::make_move_iterator(read.end()));
    }
    BOX* area = boxCreate(cell.x0, cell.y0, cell.width(), cell.height());
    pixSetInRectArbitrary(page.gray.get(), area, 255);
    boxDestroy(&area);
  }
  return words;
}

}  // namespace cotejo::ocr
