#include "extractors/ocr/rules/pixel_cells.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "base/median.h"
#include "extractors/ocr/rules/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::pixel_cells;

constexpr int kReduce = 2;  // closed areas need no finer grid

void draw(const Image& grid, const PixelRule& rule, double corner) {
  const int at = static_cast<int>(rule.at / kReduce);
  const int from = static_cast<int>((rule.from - corner) / kReduce),
            to = static_cast<int>((rule.to + corner) / kReduce);
  const int thickness = 1;
  if (rule.horizontal) {
    pixRasterop(grid.get(), from, at, to - from + 1, thickness, PIX_SET, nullptr, 0, 0);
  } else {
    pixRasterop(grid.get(), at, from, thickness, to - from + 1, PIX_SET, nullptr, 0, 0);
  }
}

std::vector<PixelBox> component_boxes(const Image& ink, int connectivity) {
  std::vector<PixelBox> found;
  BOXA* boxes = pixConnCompBB(ink.get(), connectivity);
  const int count = boxaGetCount(boxes);
  found.reserve(static_cast<std::size_t>(std::max(0, count)));
  for (int i = 0; i < count; ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    found.push_back({x, y, x + w, y + h});
  }
  boxaDestroy(&boxes);
  return found;
}

Image cut(const Image& ink, PixelBox box) {
  BOX* area = boxCreate(box.x0, box.y0, box.width(), box.height());
  Image part(pixClipRectangle(ink.get(), area, nullptr));
  boxDestroy(&area);
  return part;
}

}  // namespace

std::vector<PixelBox> closed_cells(const PageImage& page, const PixelRules& rules) {
  std::vector<PixelBox> cells;
  const double point = page.dpi / 72;
  Image grid(pixCreate(width(page.gray) / kReduce + 1, height(page.gray) / kReduce + 1, 1));
  if (!grid || rules.rules.size() < kFewestRules) return cells;
  for (const PixelRule& rule : rules.rules) draw(grid, rule, kCorner * point);
  Image areas(pixInvert(nullptr, grid.get()));
  const double page_area = static_cast<double>(width(page.gray)) * height(page.gray);
  const int off = std::max(1, static_cast<int>(std::lround(kRule * point)));
  for (const PixelBox& b : component_boxes(areas, 4)) {
    if (b.x0 <= 0 || b.y0 <= 0 || b.x1 >= width(grid) || b.y1 >= height(grid)) continue;
    const double w = b.width() * kReduce, h = b.height() * kReduce;
    if (w < kSmallest * point || h < kSmallest * point || w * h > kMostOfPage * page_area) continue;
    if (ink_share(areas, b) < kWhole) continue;
    PixelBox cell{b.x0 * kReduce, b.y0 * kReduce, b.x1 * kReduce, b.y1 * kReduce};
    cell = {cell.x0 + off, cell.y0 + off, std::min(cell.x1, width(page.gray)) - off,
            std::min(cell.y1, height(page.gray)) - off};
    if (cell.width() > 2 && cell.height() > 2) cells.push_back(cell);
  }
  std::sort(cells.begin(), cells.end(),
            [](const PixelBox& a, const PixelBox& b) { return a.y0 != b.y0 ? a.y0 < b.y0 : a.x0 < b.x0; });
  return cells;
}

std::vector<PixelLine> lines_in(const Image& ink, PixelBox box, double dpi) {
  std::vector<PixelLine> lines;
  const Image part = cut(ink, box);
  if (!part) return lines;
  const double speck = kSpeck * dpi / 72;
  std::vector<PixelBox> marks;
  std::vector<int> heights;
  for (const PixelBox& mark : component_boxes(part, 8)) {
    if (std::max(mark.width(), mark.height()) < speck) continue;
    marks.push_back(mark);
    if (mark.height() >= 2 * speck) heights.push_back(mark.height());
  }
  if (marks.empty()) return lines;
  const int usual = heights.empty() ? 0 : base::median(std::move(heights));
  // Marks that share half their height stand on one line. Tall ones found lines; accents, dashes and commas join the
  // line they overlap or hang nearest to.
  std::sort(marks.begin(), marks.end(), [](const PixelBox& a, const PixelBox& b) {
    const int middle_a = a.y0 + a.y1, middle_b = b.y0 + b.y1;
    return middle_a != middle_b ? middle_a < middle_b : a.x0 < b.x0;
  });
  const auto is_small = [&](const PixelBox& mark) { return mark.height() < kSmall.of(usual); };
  std::vector<PixelBox> rows;
  const auto widen = [](PixelBox& row, const PixelBox& mark) {
    row = {std::min(row.x0, mark.x0), std::min(row.y0, mark.y0), std::max(row.x1, mark.x1), std::max(row.y1, mark.y1)};
  };
  for (const PixelBox& mark : marks) {
    if (is_small(mark)) continue;
    auto row = std::find_if(rows.begin(), rows.end(), [&](const PixelBox& r) {
      const int shared = std::min(r.y1, mark.y1) - std::max(r.y0, mark.y0);
      return shared > kOneLine.of(std::min(r.height(), mark.height()));
    });
    if (row == rows.end())
      rows.push_back(mark);
    else
      widen(*row, mark);
  }
  for (const PixelBox& mark : marks) {
    if (!is_small(mark)) continue;
    const double middle = (mark.y0 + mark.y1) / 2.0;
    PixelBox* nearest = nullptr;
    double least = kHangs.of(usual);
    for (PixelBox& row : rows) {
      const double away = middle < row.y0 ? row.y0 - middle : middle > row.y1 ? middle - row.y1 : 0;
      if (away <= least) least = away, nearest = &row;
    }
    if (nearest != nullptr)
      widen(*nearest, mark);
    else
      rows.push_back(mark);
  }
  std::sort(rows.begin(), rows.end(), [](const PixelBox& a, const PixelBox& b) { return a.y0 < b.y0; });
  // Rows that came to overlap by more than a descender are one.
  for (std::size_t i = 0; i + 1 < rows.size();) {
    const int shared = rows[i].y1 - rows[i + 1].y0;
    if (shared > kOneRow.of(std::min(rows[i].height(), rows[i + 1].height()))) {
      widen(rows[i], rows[i + 1]);
      rows.erase(rows.begin() + static_cast<long>(i) + 1);
    } else {
      ++i;
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const PixelBox& row = rows[i];
    const int pad = std::max(usual, row.height()) / 2;
    const int above = i == 0 ? 0 : (rows[i - 1].y1 + row.y0 + 1) / 2,
              below = i + 1 == rows.size() ? box.height() : (row.y1 + rows[i + 1].y0) / 2;
    PixelLine line;
    line.ink = {row.x0 + box.x0, row.y0 + box.y0, row.x1 + box.x0, row.y1 + box.y0};
    line.room = {std::max(0, row.x0 - pad) + box.x0, std::max(above, row.y0 - pad) + box.y0,
                 std::min(box.width(), row.x1 + pad) + box.x0, std::min(below, row.y1 + pad) + box.y0};
    lines.push_back(line);
  }
  return lines;
}

}  // namespace cotejo::ocr
