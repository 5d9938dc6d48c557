#include "extractors/layout/skew.h"

#include <algorithm>
#include <cmath>

#include "base/angles.h"

namespace cotejo::layout {

namespace {

using model::Page;
using model::Point;
using model::Rect;

bool leans(const Page& page) {
  return page.skew != 0 || page.lean != 0;
}

// The upright box around a box that leans.
Rect around_as_shown(const Rect& r, const Page& page) {
  const Point corners[] = {as_shown(Point{r.x0, r.y0}, page), as_shown(Point{r.x1, r.y0}, page),
                           as_shown(Point{r.x0, r.y1}, page), as_shown(Point{r.x1, r.y1}, page)};
  Rect around{corners[0].x, corners[0].y, corners[0].x, corners[0].y};
  for (const Point& p : corners)
    around = {std::min(around.x0, p.x), std::min(around.y0, p.y), std::max(around.x1, p.x), std::max(around.y1, p.y)};
  return around;
}

}  // namespace

Point as_shown(Point straight, const Page& page) {
  if (!leans(page)) return straight;
  const double s = std::sin(page.skew * base::degree), c = std::cos(page.skew * base::degree);
  const double y = straight.y - page.height / 2;
  const double x = straight.x - page.width / 2 - y * std::tan(page.lean * base::degree);
  return {page.width / 2 + c * x + s * y, page.height / 2 - s * x + c * y};
}

Rect as_shown(const Rect& straight, const Page& page) {
  const Point from{straight.center_x(), straight.center_y()}, to = as_shown(from, page);
  const double dx = to.x - from.x, dy = to.y - from.y;
  return {straight.x0 + dx, straight.y0 + dy, straight.x1 + dx, straight.y1 + dy};
}

void show_skewed(std::vector<Page>& pages, std::vector<model::Table>& tables, std::vector<model::Block>& blocks,
                 std::vector<model::OutsideFigure>& outside) {
  for (Page& page : pages) {
    if (!leans(page)) continue;
    for (model::Word& word : page.words) word.box = as_shown(word.box, page);
    for (model::Table& table : tables) {
      if (page.number < table.first_page || page.number > table.last_page) continue;
      for (model::Cell& cell : table.cells)
        if (cell.page == page.number) cell.box = as_shown(cell.box, page);
      const auto place = static_cast<std::size_t>(page.number - table.first_page);
      if (place < table.page_boxes.size()) table.page_boxes[place] = around_as_shown(table.page_boxes[place], page);
    }
    for (model::Block& block : blocks)
      if (block.page == page.number) block.box = around_as_shown(block.box, page);
    for (model::OutsideFigure& figure : outside)
      if (figure.page == page.number) figure.box = as_shown(figure.box, page);
  }
}

}  // namespace cotejo::layout
