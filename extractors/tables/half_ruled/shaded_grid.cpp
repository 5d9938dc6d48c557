#include "extractors/tables/half_ruled/shaded_grid.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/median.h"
#include "extractors/tables/half_ruled/one_row.h"
#include "extractors/tables/half_ruled/open_body.h"
#include "extractors/tables/half_ruled/shaded_blocks.h"
#include "extractors/tables/half_ruled/shaded_lattice.h"
#include "extractors/tables/half_ruled/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace half_ruled;

using model::Rect;
using model::Rule;

// Heights in the rows of a lattice.
struct RowMiddles {
  std::vector<double> filled;  // of several cells
  std::vector<double> white;   // of several texts, between two blocks
};

RowMiddles row_middles(const ShadedLattice& lattice, const ShadedReader& reader) {
  RowMiddles middles;
  for (std::size_t b = 0; b < lattice.blocks.size(); ++b) {
    const Block& block = lattice.blocks[b];
    if (b > 0) {
      const double above = lattice.blocks[b - 1].box.y1, below = block.box.y0;
      const std::vector<TextLine> between = reader.lines(lattice.borders, above, below);
      if (std::any_of(between.begin(), between.end(),
                      [&](const TextLine& line) { return columns_filled(line, lattice.borders) >= 2; }))
        middles.white.push_back((above + below) / 2);
    }
    for (const Rect& cell : block.cells)
      if (same_border_of_fills(cell.x1, block.box.x1) &&
          cell.width() < lattice.borders.back() - lattice.borders.front() - fill_border)
        middles.filled.push_back(cell.center_y());
  }
  return middles;
}

// Part of the borders between columns that are drawn as well, in most of the rows: not in the filled ones alone.
double drawn(const model::Page& page, const ShadedLattice& lattice, const ShadedReader& reader) {
  const RowMiddles rows = row_middles(lattice, reader);
  int drawn = 0, all = 0;
  for (std::size_t b = 1; b + 1 < lattice.borders.size(); ++b) {
    const auto crossed = [&](const std::vector<double>& ys) {
      return std::count_if(ys.begin(), ys.end(), [&](double y) {
        return std::any_of(page.rules.begin(), page.rules.end(), [&](const Rule& rule) {
          return !rule.horizontal() && same_border_of_fills(rule.from.x, lattice.borders[b]) &&
                 rule.from.y < y + fill_border && rule.to.y > y - fill_border;
        });
      });
    };
    const auto white = crossed(rows.white);
    const auto count = static_cast<double>(rows.filled.size() + rows.white.size());
    ++all;
    drawn +=
        (white > 0 || rows.white.empty()) && static_cast<double>(crossed(rows.filled) + white) > drawn_rows.of(count)
            ? 1
            : 0;
  }
  return all == 0 ? 1 : static_cast<double>(drawn) / all;
}

// Rows of two fills and more; and of one in the first column, below such a row.
int filled_rows(const ShadedLattice& lattice) {
  int rows = 0, keys = 0;
  for (const Block& block : lattice.blocks) {
    std::vector<Rect> cells = block.cells;
    std::sort(cells.begin(), cells.end(), [](const Rect& a, const Rect& b) { return a.y0 < b.y0; });
    for (std::size_t i = 0; i < cells.size();) {
      std::size_t end = i;
      while (end < cells.size() && same_border_of_fills(cells[end].y0, cells[i].y0)) ++end;
      const bool key = same_border_of_fills(cells[i].x0, lattice.borders.front()) &&
                       same_border_of_fills(cells[i].x1, lattice.borders[1]);
      rows += end - i >= 2 ? 1 : 0;
      keys += end - i == 1 && key && rows > 0 ? 1 : 0;
      i = end;
    }
  }
  return rows + keys;
}

// Whether nearly all cells hold their text.
bool holds_text(const ShadedLattice& lattice, const ShadedReader& reader) {
  double cells = 0, holding = 0;
  for (const Block& block : lattice.blocks)
    for (const Rect& cell : block.cells) {
      ++cells;
      holding += reader.holds_text(cell) ? 1 : 0;
    }
  return holding >= cells_holding.of(cells);
}

void add_level(std::vector<Rule>& rules, double x0, double x1, double y) {
  rules.push_back({{x0, y}, {x1, y}});
}

void add_upright(std::vector<Rule>& rules, double x, double y0, double y1) {
  rules.push_back({{x, y0}, {x, y1}});
}

// The borders of columns and rows in an area of white, but for those that its text runs over. No higher than
// `highest_row`, it is one row where its figures allow that.
void add_white(const std::vector<double>& borders, const ShadedReader& reader, double y0, double y1, double highest_row,
               std::vector<Rule>& rules) {
  const std::vector<TextLine> whole = reader.lines(borders, y0, y1, false);
  if (section_over_row(whole, borders)) {
    const double y = (whole[0].box.y1 + whole[1].box.y0) / 2;
    add_white(borders, reader, y0, y, highest_row, rules);
    add_level(rules, borders.front(), borders.back(), y);
    add_white(borders, reader, y, y1, highest_row, rules);
    return;
  }
  const std::vector<TextLine> lines = reader.lines(borders, y0, y1);
  // The white between two words of a section's name may fall on a border.
  const bool section = whole.size() == 1 && names_section(whole[0], borders);
  for (const double x : borders)
    if (const auto& text = section ? whole : lines;
        std::none_of(text.begin(), text.end(), [&](const TextLine& line) { return runs_over(line, x); }))
      add_upright(rules, x, y0, y1);
  if (y1 - y0 <= highest_row && may_be_one_row(lines, borders)) return;
  for (const double y : reader.row_borders(borders, y0, y1)) add_level(rules, borders.front(), borders.back(), y);
}

// The heights at which fills begin and end.
std::vector<double> heights_in(const std::vector<Rect>& fills) {
  std::vector<double> ys, out;
  for (const Rect& fill : fills) ys.insert(ys.end(), {fill.y0, fill.y1});
  std::sort(ys.begin(), ys.end());
  for (const double y : ys)
    if (out.empty() || !same_border_of_fills(out.back(), y)) out.push_back(y);
  return out;
}

// What no fill covers between two heights, each part by the borders of the columns in it.
std::vector<std::vector<double>> white_parts(const ShadedLattice& lattice, const std::vector<Rect>& fills, double y0,
                                             double y1) {
  std::vector<std::vector<double>> parts;
  std::vector<double> open;
  for (std::size_t c = 0; c + 1 < lattice.borders.size(); ++c) {
    const double x0 = lattice.borders[c], x1 = lattice.borders[c + 1];
    const bool covered = std::any_of(fills.begin(), fills.end(), [&](const Rect& fill) {
      return fill.x0 < (x0 + x1) / 2 && fill.x1 > (x0 + x1) / 2 && fill.y0 < (y0 + y1) / 2 && fill.y1 > (y0 + y1) / 2;
    });
    if (!covered) {
      if (open.empty()) open.push_back(x0);
      open.push_back(x1);
    }
    if ((covered || c + 2 == lattice.borders.size()) && !open.empty()) {
      parts.push_back(std::move(open));
      open.clear();
    }
  }
  return parts;
}

std::vector<Rect> fills_of(const ShadedLattice& lattice) {
  std::vector<Rect> fills;
  for (const Block& block : lattice.blocks) fills.insert(fills.end(), block.cells.begin(), block.cells.end());
  return fills;
}

void add_white_parts(const ShadedLattice& lattice, const ShadedReader& reader, std::vector<Rule>& rules) {
  const std::vector<Rect> fills = fills_of(lattice);
  const std::vector<double> ys = heights_in(fills);
  const double highest = highest_row(lattice);
  for (std::size_t r = 0; r + 1 < ys.size(); ++r) {
    if (ys[r + 1] - ys[r] <= white_between_fills) continue;
    // Where the first column is filled throughout, its fills tell the rows.
    const bool keyed = std::any_of(fills.begin(), fills.end(), [&](const Rect& fill) {
      return same_border_of_fills(fill.x0, lattice.borders.front()) && same_border_of_fills(fill.y0, ys[r]) &&
             same_border_of_fills(fill.y1, ys[r + 1]);
    });
    const double height = keyed ? ys[r + 1] - ys[r] : highest;
    for (const std::vector<double>& part : white_parts(lattice, fills, ys[r], ys[r + 1])) {
      add_white(part, reader, ys[r], ys[r + 1], height, rules);
      for (const double y : {ys[r], ys[r + 1]})
        if (keyed) add_level(rules, part.front(), part.back(), y);
    }
  }
}

bool covered(const std::vector<Rect>& fills, double x, double y) {
  return std::any_of(fills.begin(), fills.end(), [&](const Rect& fill) { return fill.contains({x, y}); });
}

// White cells over several rows, one below the other: a text that begins right below the border of a row, and stands
// off from the one above it, is that of another cell.
void add_levels_between_texts(const ShadedLattice& lattice, const ShadedReader& reader, std::vector<Rule>& rules) {
  const std::vector<Rect> fills = fills_of(lattice);
  const std::vector<double> ys = heights_in(fills);
  for (std::size_t c = 0; c + 1 < lattice.borders.size(); ++c) {
    const double x0 = lattice.borders[c], x1 = lattice.borders[c + 1], middle = (x0 + x1) / 2;
    const std::vector<TextLine> lines = reader.lines({x0, x1}, lattice.y0(), lattice.y1());
    for (std::size_t r = 1; r + 1 < ys.size(); ++r) {
      const double y = ys[r];
      if (covered(fills, middle, (ys[r - 1] + y) / 2) || covered(fills, middle, (y + ys[r + 1]) / 2)) continue;
      const auto below = std::find_if(lines.begin(), lines.end(), [&](const TextLine& l) { return l.middle > y; });
      if (below == lines.begin() || below == lines.end()) continue;
      const double white = below->box.y0 - std::prev(below)->box.y1;
      if (below->box.y0 - y < white_in_row.of(below->em) && white > white_between_cells.of(below->em))
        add_level(rules, x0, x1, y);
    }
  }
}

void add_uprights(const ShadedLattice& lattice, const ShadedReader& reader, std::vector<Rule>& rules) {
  for (const Block& block : lattice.blocks)
    for (const Rect& cell : block.cells)
      for (const double x : {cell.x0, cell.x1}) add_upright(rules, x, cell.y0, cell.y1);
  add_white_parts(lattice, reader, rules);
}

void add_levels(const ShadedLattice& lattice, std::vector<Rule>& rules) {
  for (const Block& block : lattice.blocks)
    for (const Rect& cell : block.cells)
      for (const double y : {cell.y0, cell.y1}) add_level(rules, cell.x0, cell.x1, y);
}

}  // namespace

Shading read_shading(const model::Page& page, const std::vector<int>& words, double text_size) {
  Shading found;
  if (page.shades.size() < least_fills || page.shades.size() > lines::most_shades) return found;
  const ShadedReader reader(page, words);
  for (const ShadedLattice& lattice : lattices_of(blocks_of(cell_fills(page, text_size)), reader)) {
    if (lattice.borders.size() < 3 || !holds_text(lattice, reader) ||
        drawn(page, lattice, reader) >= mostly_drawn.value)
      continue;
    const int rows = filled_rows(lattice);
    if (rows == 1 && lattice.blocks.size() == 1) {
      add_uprights(lattice, reader, found.heads);
      add_levels(lattice, found.heads);
    }
    if (rows < 2) continue;
    const double above = reader.white_row(lattice, false), below = reader.white_row(lattice, true);
    if (reader.open_above(lattice, above)) {
      add_uprights(lattice, reader, found.columns);
      found.open.push_back({lattice.borders.front(), lattice.y0(), lattice.borders.back(), lattice.y1()});
      continue;
    }
    add_uprights(lattice, reader, found.grids);
    add_levels(lattice, found.grids);
    add_levels_between_texts(lattice, reader, found.grids);
    for (const auto& [y0, y1, edge] : {std::tuple{above, lattice.y0(), above}, {lattice.y1(), below, below}}) {
      if (y1 <= y0) continue;
      add_white(lattice.borders, reader, y0, y1, highest_row(lattice), found.grids);
      add_level(found.grids, lattice.borders.front(), lattice.borders.back(), edge);
    }
  }
  return found;
}

std::vector<Rule> rules_and_shading(const model::Page& page, const std::vector<int>& words, double text_size) {
  std::vector<Rule> rules = page.rules;
  const Shading shading = read_shading(page, words, text_size);
  rules.insert(rules.end(), shading.grids.begin(), shading.grids.end());
  return rules;
}

}  // namespace cotejo::tables
