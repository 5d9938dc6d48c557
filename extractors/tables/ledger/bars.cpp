#include "extractors/tables/ledger/bars.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "extractors/tables/ledger/tolerances.h"

namespace cotejo::tables {

namespace {

using model::Rect;

// The smallest shade under the middle of the box, or nullptr.
const Rect* shade_under(const Rect& box, const model::Page& page) {
  const Rect* innermost = nullptr;
  for (const model::Shade& shade : page.shades)
    if (shade.box.contains({box.center_x(), box.center_y()}) &&
        (innermost == nullptr || shade.box.area() < innermost->area()))
      innermost = &shade.box;
  return innermost;
}

bool same(double a, double b) {
  return std::abs(a - b) <= ledger::same_end;
}

// Of two figures one under the other, the shades keep to one column; of two on one line, to one row.
bool keep_together(const Rect& a, const Rect& b, bool below) {
  return below ? same(a.x0, b.x0) && same(a.x1, b.x1) : same(a.y0, b.y0) && same(a.y1, b.y1);
}

// Of two figures one under the other, the shades stand farther apart than they are high: a table's rows do not.
bool stand_apart(const Rect& above, const Rect& below, double em) {
  const double height = std::max(above.height(), below.height());
  return height < ledger::high_bar.of(em) && below.y0 - above.y1 > height;
}

}  // namespace

bool on_bars(const std::vector<Rect>& figures, double em, const model::Page& page) {
  std::size_t shaded = 0, thin = 0, differing = 0, alike = 0, apart = 0, below_another = 0;
  std::vector<const Rect*> shades;
  for (const Rect& figure : figures) {
    shades.push_back(shade_under(figure, page));
    if (shades.back() == nullptr) continue;
    ++shaded;
    thin += std::min(shades.back()->height(), shades.back()->width()) < ledger::thin_bar.of(em) ? 1 : 0;
  }
  if (2 * thin > figures.size()) return true;
  if (3 * shaded < 2 * figures.size()) return false;
  for (std::size_t a = 0; a < figures.size(); ++a)
    for (std::size_t b = a + 1; b < figures.size(); ++b) {
      const bool beside = overlap_y(figures[a], figures[b]) > 0, below = overlap_x(figures[a], figures[b]) > 0;
      if (shades[a] == nullptr || shades[b] == nullptr || beside == below) continue;
      (keep_together(*shades[a], *shades[b], below) ? alike : differing) += 1;
      if (!below) continue;
      ++below_another;
      apart += stand_apart(*shades[a], *shades[b], em) ? 1 : 0;
      break;  // the next one of its column
    }
  return (differing >= 2 && differing > alike) || (apart >= 2 && 4 * apart >= 3 * below_another);
}

}  // namespace cotejo::tables
