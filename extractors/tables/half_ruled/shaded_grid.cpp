#include "extractors/tables/half_ruled/shaded_grid.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/median.h"
#include "extractors/tables/half_ruled/one_row.h"
#include "extractors/tables/half_ruled/open_body.h"
#include "extractors/tables/half_ruled/shaded_blocks.h"
#include "extractors/tables/half_ruled/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace half_ruled;

using model::Rect;
using model::Rule;

// Blocks from top to bottom whose cells share their borders.
struct Lattice {
  std::vector<Block> blocks;
  std::vector<double> borders;  // of the block with most of them

  [[nodiscard]] double y0() const { return blocks.front().box.y0; }
  [[nodiscard]] double y1() const { return blocks.back().box.y1; }
};

bool has_border(const std::vector<double>& borders, double x) {
  return std::any_of(borders.begin(), borders.end(), [&](double border) { return same_border_of_fills(border, x); });
}

// Whether each border of `coarse` inside `fine` is one of its borders.
bool refines(const std::vector<double>& fine, const std::vector<double>& coarse) {
  return std::all_of(coarse.begin(), coarse.end(), [&](double x) {
    return x < fine.front() - fill_border || x > fine.back() + fill_border || has_border(fine, x);
  });
}

// Whether text of the line runs over this border: a word does, or one follows the other in it as words of one text do.
// Figures of two cells may stand as near.
bool runs_over(const TextLine& line, double x) {
  const double give = over_fill.of(line.em);
  return std::any_of(line.segments.begin(), line.segments.end(), [&](const Segment& segment) {
    if (segment.box.x0 >= x - give || segment.box.x1 <= x + give) return false;
    const auto right = std::find_if(segment.pieces.begin(), segment.pieces.end(),
                                    [&](const Piece& piece) { return piece.box.x1 > x + give; });
    if (right == segment.pieces.begin() || right->box.x0 < x - give) return true;
    const Piece& left = *std::prev(right);
    return !is_value(left.text) && !is_value(right->text) && left.text != "$" && right->text != "$";
  });
}

bool keeps_to(const TextLine& line, const std::vector<double>& borders) {
  return std::none_of(borders.begin(), borders.end(), [&](double x) { return runs_over(line, x); });
}

// Columns that the line has text in.
int columns_filled(const TextLine& line, const std::vector<double>& borders) {
  int filled = 0;
  for (std::size_t c = 0; c + 1 < borders.size(); ++c)
    filled += std::any_of(line.segments.begin(), line.segments.end(), [&](const Segment& s) {
      return s.box.center_x() > borders[c] && s.box.center_x() < borders[c + 1];
    });
  return filled;
}

// Of the fills of one row of several.
std::vector<double> heights_of(const Lattice& lattice) {
  std::vector<double> heights;
  for (const Block& block : lattice.blocks)
    for (const Rect& cell : block.cells)
      if (cell.width() < block.box.width() - fill_border) heights.push_back(cell.height());
  if (heights.empty()) heights.push_back(lattice.blocks.front().box.height());
  return heights;
}

// White rows are no higher than the filled ones.
double highest_row(const Lattice& lattice) {
  const std::vector<double> heights = heights_of(lattice);
  return same_height.of(*std::max_element(heights.begin(), heights.end()));
}

class Reader {
 public:
  Reader(const model::Page& page, const std::vector<int>& words) : page_(page), words_(words) {}

  // The lines of text between two heights, over the columns; cut where words stand apart.
  [[nodiscard]] std::vector<TextLine> lines(const std::vector<double>& borders, double y0, double y1) const {
    return lines_between(page_, borders, y0, y1, words_);
  }

  [[nodiscard]] std::vector<double> row_borders(const std::vector<double>& borders, double y0, double y1) const {
    return tables::row_borders(page_, borders, y0, y1, words_);
  }

  // Whether the block goes on with the lattice: its borders agree, and between them stands nothing, or white rows.
  [[nodiscard]] bool continues(const Lattice& lattice, const Block& block) const {
    const std::vector<double>& mine = lattice.borders;
    if (!same_border_of_fills(mine.front(), block.borders.front()) &&
        !same_border_of_fills(mine.back(), block.borders.back()))
      return false;
    if (!refines(mine, block.borders) && !refines(block.borders, mine)) return false;
    const double gap = block.box.y0 - lattice.y1();
    if (gap <= 0) return true;
    const std::vector<double>& finer = mine.size() > block.borders.size() ? mine : block.borders;
    const std::vector<TextLine> between = lines(finer, lattice.y1(), block.box.y0);
    if (between.empty() || begins_another(finer, lattice.y1(), block.box.y0)) return false;
    const bool kept = std::all_of(between.begin(), between.end(), [&](const TextLine& line) {
      return keeps_to(line, mine) && keeps_to(line, block.borders);
    });
    return gap <= (kept ? white_rows : heading_row).of(base::median(heights_of(lattice)));
  }

  // Whether a caption stands between two heights, or a sentence: what follows is another table.
  [[nodiscard]] bool begins_another(const std::vector<double>& borders, double y0, double y1) const {
    const std::vector<TextLine> whole = lines_between(page_, borders, y0, y1, words_, false);
    return std::any_of(whole.begin(), whole.end(), [&](const TextLine& line) {
      const std::string text = line.segments.front().text();
      const bool sentence = line.segments.size() == 1 && (text.back() == '.' || text.back() == ':');
      const auto over =
          std::count_if(borders.begin(), borders.end(), [&](double x) { return line.box.x0 < x && line.box.x1 > x; });
      return is_caption(text) || (sentence && over >= 2);
    });
  }

  // How far below (above) the lattice a white row of it reaches; its own edge where there is none.
  [[nodiscard]] double white_row(const Lattice& lattice, bool below) const {
    const double edge = below ? lattice.y1() : lattice.y0();
    if (lattice.blocks.size() < 2) return edge;  // none of its rows is white
    const std::vector<double> heights = heights_of(lattice);
    const double reach = white_row_height.of(*std::max_element(heights.begin(), heights.end()));
    std::vector<TextLine> near =
        below ? lines(lattice.borders, edge, edge + reach) : lines(lattice.borders, edge - reach, edge);
    if (!below) std::reverse(near.begin(), near.end());
    double last = edge;
    int filled = 0;
    for (const TextLine& line : near) {
      const double white = below ? line.box.y0 - last : last - line.box.y1;
      if (white > white_in_row.of(line.em) || !keeps_to(line, lattice.borders)) break;
      // Above, a second line of several columns is another row, or a head.
      if (!below && filled >= 2 && columns_filled(line, lattice.borders) >= 2) break;
      last = below ? line.box.y1 : line.box.y0;
      filled = std::max(filled, columns_filled(line, lattice.borders));
    }
    return filled >= 2 ? last : edge;
  }

  // Whether a row of a head, or of a body, stands right above this height, or beside the text that ends there.
  [[nodiscard]] bool open_above(const Lattice& lattice, double top) const {
    const double em = text_size(lattice);
    const std::vector<TextLine> above =
        lines_between(page_, lattice.borders, top - open_reach.of(em), top + beside_first.of(em), words_, false);
    if (above.empty()) return false;
    // The last lines of a row may be those of one cell.
    auto last = std::prev(above.end());
    while (last != above.begin() && last->segments.size() == 1 && keeps_to(*last, lattice.borders)) --last;
    return last->segments.size() >= 2 || std::any_of(above.begin(), above.end(), [&](const TextLine& line) {
             return line.segments.size() >= 2 && top - line.middle < beside_first.of(em);
           });
  }

  // Whether the words of each cell keep to it.
  [[nodiscard]] bool holds_text(const Rect& cell) const {
    const std::vector<TextLine> there = lines({cell.x0, cell.x1}, cell.y0, cell.y1);
    return std::all_of(there.begin(), there.end(), [&](const TextLine& line) {
      const double give = over_fill.of(line.em);
      return line.box.x0 >= cell.x0 - give && line.box.x1 <= cell.x1 + give;
    });
  }

 private:
  const model::Page& page_;
  const std::vector<int>& words_;

  [[nodiscard]] double text_size(const Lattice& lattice) const {
    const std::vector<TextLine> first = lines(lattice.borders, lattice.y0(), lattice.y1());
    return first.empty() ? 0 : first.front().em;
  }
};

std::vector<Lattice> lattices_of(std::vector<Block> blocks, const Reader& reader) {
  std::vector<Lattice> lattices;
  for (Block& block : blocks) {
    const auto owner = std::find_if(lattices.rbegin(), lattices.rend(),
                                    [&](const Lattice& lattice) { return reader.continues(lattice, block); });
    if (owner == lattices.rend()) {
      std::vector<double> borders = block.borders;
      lattices.push_back({{std::move(block)}, std::move(borders)});
      continue;
    }
    if (block.borders.size() > owner->borders.size()) owner->borders = block.borders;
    owner->blocks.push_back(std::move(block));
  }
  return lattices;
}

// Heights in the rows of a lattice.
struct RowMiddles {
  std::vector<double> filled;  // of several cells
  std::vector<double> white;   // of several texts, between two blocks
};

RowMiddles row_middles(const Lattice& lattice, const Reader& reader) {
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
double drawn(const model::Page& page, const Lattice& lattice, const Reader& reader) {
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
int filled_rows(const Lattice& lattice) {
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
bool holds_text(const Lattice& lattice, const Reader& reader) {
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
void add_white(const std::vector<double>& borders, const Reader& reader, double y0, double y1, double highest_row,
               std::vector<Rule>& rules) {
  const std::vector<TextLine> lines = reader.lines(borders, y0, y1);
  for (const double x : borders)
    if (std::none_of(lines.begin(), lines.end(), [&](const TextLine& line) { return runs_over(line, x); }))
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
std::vector<std::vector<double>> white_parts(const Lattice& lattice, const std::vector<Rect>& fills, double y0,
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

std::vector<Rect> fills_of(const Lattice& lattice) {
  std::vector<Rect> fills;
  for (const Block& block : lattice.blocks) fills.insert(fills.end(), block.cells.begin(), block.cells.end());
  return fills;
}

void add_white_parts(const Lattice& lattice, const Reader& reader, std::vector<Rule>& rules) {
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
void add_levels_between_texts(const Lattice& lattice, const Reader& reader, std::vector<Rule>& rules) {
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

void add_uprights(const Lattice& lattice, const Reader& reader, std::vector<Rule>& rules) {
  for (const Block& block : lattice.blocks)
    for (const Rect& cell : block.cells)
      for (const double x : {cell.x0, cell.x1}) add_upright(rules, x, cell.y0, cell.y1);
  add_white_parts(lattice, reader, rules);
}

void add_levels(const Lattice& lattice, std::vector<Rule>& rules) {
  for (const Block& block : lattice.blocks)
    for (const Rect& cell : block.cells)
      for (const double y : {cell.y0, cell.y1}) add_level(rules, cell.x0, cell.x1, y);
}

}  // namespace

Shading read_shading(const model::Page& page, const std::vector<int>& words, double text_size) {
  Shading found;
  if (page.shades.size() < least_fills || page.shades.size() > most_shades) return found;
  const Reader reader(page, words);
  for (const Lattice& lattice : lattices_of(blocks_of(cell_fills(page, text_size)), reader)) {
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
