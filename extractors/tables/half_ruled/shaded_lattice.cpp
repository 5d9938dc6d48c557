#include "extractors/tables/half_ruled/shaded_lattice.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/median.h"
#include "extractors/tables/half_ruled/open_body.h"
#include "extractors/tables/half_ruled/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace half_ruled;

using model::Rect;

bool has_border(const std::vector<double>& borders, double x) {
  return std::any_of(borders.begin(), borders.end(), [&](double border) { return same_border_of_fills(border, x); });
}

// Whether each border of `coarse` inside `fine` is one of its borders.
bool refines(const std::vector<double>& fine, const std::vector<double>& coarse) {
  return std::all_of(coarse.begin(), coarse.end(), [&](double x) {
    return x < fine.front() - fill_border || x > fine.back() + fill_border || has_border(fine, x);
  });
}

// The borders of two lattices, each place once.
std::vector<double> both(std::vector<double> borders, const std::vector<double>& others) {
  for (const double x : others)
    if (!has_border(borders, x)) borders.push_back(x);
  std::sort(borders.begin(), borders.end());
  return borders;
}

bool keeps_to(const TextLine& line, const std::vector<double>& borders) {
  return std::none_of(borders.begin(), borders.end(), [&](double x) { return runs_over(line, x); });
}

// Whether a third of the words are figures, as where a row is set so close that nothing parts it.
bool holds_values(const Segment& segment) {
  const auto values = std::count_if(segment.pieces.begin(), segment.pieces.end(),
                                    [](const Piece& piece) { return is_value(piece.text); });
  return 3 * static_cast<std::size_t>(values) >= segment.pieces.size();
}

// Of the fills of one row of several.
std::vector<double> heights_of(const ShadedLattice& lattice) {
  std::vector<double> heights;
  for (const Block& block : lattice.blocks)
    for (const Rect& cell : block.cells)
      if (cell.width() < block.box.width() - fill_border) heights.push_back(cell.height());
  if (heights.empty()) heights.push_back(lattice.blocks.front().box.height());
  return heights;
}

// The highest white between two of its filled rows, points.
double widest_white(const ShadedLattice& lattice) {
  double widest = 0;
  for (std::size_t b = 1; b < lattice.blocks.size(); ++b)
    widest = std::max(widest, lattice.blocks[b].box.y0 - lattice.blocks[b - 1].box.y1);
  return widest;
}

}  // namespace

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

bool names_section(const TextLine& line, const std::vector<double>& borders) {
  const std::string text = line.segments.front().text();
  return line.segments.size() == 1 && line.box.x0 < borders[1] && !is_value(text) && !is_note(text);
}

int columns_filled(const TextLine& line, const std::vector<double>& borders) {
  int filled = 0;
  for (std::size_t c = 0; c + 1 < borders.size(); ++c)
    filled += std::any_of(line.segments.begin(), line.segments.end(), [&](const Segment& s) {
      return s.box.center_x() > borders[c] && s.box.center_x() < borders[c + 1];
    });
  return filled;
}

bool section_over_row(const std::vector<TextLine>& lines, const std::vector<double>& borders) {
  if (lines.empty() || !names_section(lines[0], borders)) return false;
  const auto row = std::find_if(lines.begin() + 1, lines.end(), [&](const TextLine& line) {
    return line.segments.front().box.center_x() < borders[1];
  });
  return row != lines.end() && row->segments.size() >= 2 && is_value(row->segments.front().text());
}

double highest_row(const ShadedLattice& lattice) {
  const std::vector<double> heights = heights_of(lattice);
  return same_height.of(*std::max_element(heights.begin(), heights.end()));
}

std::vector<TextLine> ShadedReader::lines(const std::vector<double>& borders, double y0, double y1, bool cut) const {
  return lines_between(page_, borders, y0, y1, words_, cut);
}

std::vector<double> ShadedReader::row_borders(const std::vector<double>& borders, double y0, double y1) const {
  return tables::row_borders(page_, borders, y0, y1, words_);
}

bool ShadedReader::continues(const ShadedLattice& lattice, const Block& block) const {
  const std::vector<double>& mine = lattice.borders;
  if (!same_border_of_fills(mine.front(), block.borders.front()) &&
      !same_border_of_fills(mine.back(), block.borders.back()))
    return false;
  if (!refines(mine, block.borders) && !refines(block.borders, mine)) return false;
  const double gap = block.box.y0 - lattice.y1();
  if (gap <= 0) return true;
  const std::vector<double>& finer = mine.size() > block.borders.size() ? mine : block.borders;
  const std::vector<TextLine> between = lines(finer, lattice.y1(), block.box.y0);
  if (between.empty() || begins_another(both(mine, block.borders), lattice.y1(), block.box.y0)) return false;
  const auto keeps = [&](const TextLine& line) { return keeps_to(line, mine) && keeps_to(line, block.borders); };
  // The name of a section runs over its row, with rows below it; over a head it would begin another table.
  bool kept = true, rows_below = false;
  for (auto line = between.rbegin(); line != between.rend() && kept; ++line) {
    rows_below = rows_below || (keeps(*line) && columns_filled(*line, finer) >= 2);
    kept = keeps(*line) || (rows_below && names_section(*line, finer));
  }
  return gap <= (kept ? white_rows : heading_row).of(base::median(heights_of(lattice)));
}

bool ShadedReader::begins_another(const std::vector<double>& borders, double y0, double y1) const {
  const std::vector<TextLine> whole = lines_between(page_, borders, y0, y1, words_, false);
  return std::any_of(whole.begin(), whole.end(), [&](const TextLine& line) {
    const std::string text = line.segments.front().text();
    const bool sentence = line.segments.size() == 1 && (text.back() == '.' || text.back() == ':');
    const auto over =
        std::count_if(borders.begin(), borders.end(), [&](double x) { return line.box.x0 < x && line.box.x1 > x; });
    const bool prose = line.segments.size() == 1 && line.segments.front().pieces.size() >= words_of_prose;
    const bool note = line.segments.size() == 1 && is_note(text);
    return is_caption(text) || note || (sentence && over >= 2) ||
           (prose && over >= borders_of_prose && !holds_values(line.segments.front()));
  });
}

double ShadedReader::white_row(const ShadedLattice& lattice, bool below) const {
  const double edge = below ? lattice.y1() : lattice.y0();
  if (lattice.blocks.size() < 2) return edge;  // none of its rows is white
  const std::vector<double> heights = heights_of(lattice);
  const double one_row = white_row_height.of(*std::max_element(heights.begin(), heights.end()));
  // Where white rows stand between the filled ones, so many may follow the last of these.
  const double reach = below ? std::max(one_row, widest_white(lattice)) : one_row;
  // A caption ends where the table begins.
  double top = edge - reach;
  for (const TextLine& line : lines(lattice.borders, edge - reach, edge, false))
    if (!below && is_caption(line.segments.front().text())) top = line.box.y1;
  std::vector<TextLine> near = below ? lines(lattice.borders, edge, edge + reach) : lines(lattice.borders, top, edge);
  if (!below) std::reverse(near.begin(), near.end());
  double last = edge, end = edge;  // of the rows, and of the lines looked at
  int filled = 0;
  for (const TextLine& line : near) {
    const double white = below ? line.box.y0 - end : end - line.box.y1;
    if (white > white_in_row.of(line.em) || !keeps_to(line, lattice.borders)) break;
    end = below ? line.box.y1 : line.box.y0;
    if (below && line.box.y1 > edge + one_row) {
      if (is_note(line.segments.front().text())) break;
      // A label alone is of the table where rows follow.
      if (columns_filled(line, lattice.borders) < 2) continue;
    }
    // Above, a second line of several columns is another row, or a head.
    if (!below && filled >= 2 && columns_filled(line, lattice.borders) >= 2) break;
    last = end;
    filled = std::max(filled, columns_filled(line, lattice.borders));
  }
  return filled >= 2 ? last : edge;
}

bool ShadedReader::open_above(const ShadedLattice& lattice, double top) const {
  // Small print in high rows stands as far from its head.
  const double em = text_size(lattice);
  const double reach = std::max(open_reach.of(em), base::median(heights_of(lattice)));
  const std::vector<TextLine> above = lines(lattice.borders, top - 2 * reach, top + beside_first.of(em), false);
  if (above.empty() || above.back().middle < top - reach) return false;
  // The last lines of a row may be those of one cell.
  auto last = std::prev(above.end());
  while (last != above.begin() && last->segments.size() == 1 && keeps_to(*last, lattice.borders) &&
         (std::prev(last)->middle > top - reach || stand_abreast(*std::prev(last), *last)))
    --last;
  return last->segments.size() >= 2 || std::any_of(above.begin(), above.end(), [&](const TextLine& line) {
           return line.segments.size() >= 2 && top - line.middle < beside_first.of(em);
         });
}

bool ShadedReader::holds_text(const Rect& cell) const {
  const std::vector<TextLine> there = lines({cell.x0, cell.x1}, cell.y0, cell.y1);
  return std::all_of(there.begin(), there.end(), [&](const TextLine& line) {
    const double give = over_fill.of(line.em);
    return line.box.x0 >= cell.x0 - give && line.box.x1 <= cell.x1 + give;
  });
}

double ShadedReader::text_size(const ShadedLattice& lattice) const {
  const std::vector<TextLine> first = lines(lattice.borders, lattice.y0(), lattice.y1());
  return first.empty() ? 0 : first.front().em;
}

std::vector<ShadedLattice> lattices_of(std::vector<Block> blocks, const ShadedReader& reader) {
  std::vector<ShadedLattice> lattices;
  for (Block& block : blocks) {
    const auto owner = std::find_if(lattices.rbegin(), lattices.rend(),
                                    [&](const ShadedLattice& lattice) { return reader.continues(lattice, block); });
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

}  // namespace cotejo::tables
