#include "extractors/tables/half_ruled/turned_heads.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "extractors/tables/half_ruled/tolerances.h"
#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {

namespace {

using namespace half_ruled;

using model::Rect;
using model::Word;

// The column of a place between the borders.
std::size_t column_at(const std::vector<double>& xs, double x) {
  return static_cast<std::size_t>(std::upper_bound(xs.begin() + 1, xs.end() - 1, x) - xs.begin() - 1);
}

// The columns' borders as upright rules draw them over the table, where they do: white space puts them in the middle
// between texts, and a name may stand at the left side of a column whose figures stand at its right.
std::vector<double> drawn_borders(const model::Page& page, const PageTable& table) {
  std::vector<double> xs = table.xs;
  for (std::size_t c = 1; c + 1 < xs.size(); ++c) {
    double left = table.xs[c - 1], right = table.xs[c + 1];  // of the white between the two columns
    for (const PageCell& cell : table.cells)
      for (const int w : cell.words) {
        if (cell.column_span > 1) break;
        const Rect& box = page.words[static_cast<std::size_t>(w)].box;
        if (cell.column + 1 == static_cast<int>(c)) left = std::max(left, box.x1);
        if (cell.column == static_cast<int>(c)) right = std::min(right, box.x0);
      }
    for (const model::Rule& rule : page.rules)
      if (!rule.horizontal() && rule.from.x > left && rule.from.x < right && rule.from.y <= table.ys[1] &&
          rule.to.y > table.box.y0)
        xs[c] = rule.from.x;
  }
  return xs;
}

// The turned words over the columns, down to the table's top or beside its first rows.
std::vector<int> turned_over(const model::Page& page, const PageTable& table, const std::vector<int>& words) {
  std::vector<int> found;
  for (const int index : words) {
    const Word& word = page.words[static_cast<std::size_t>(index)];
    if (word.rotation % 180 == 0 || word.box.center_x() < table.xs.front() || word.box.center_x() > table.xs.back() ||
        word.box.center_y() > table.ys[1] || word.box.y0 < table.box.y0 - highest_turned.of(word.font_size))
      continue;
    found.push_back(index);
  }
  return found;
}

// The lines between the head's band and the table's top: rows that the drawn lattice leaves out, as the name of a
// section over the first shaded row. Nothing where they are too many, or where one does not begin in the first column.
std::optional<std::vector<TextLine>> rows_between(const model::Page& page, const PageTable& table, const Rect& band,
                                                  double em, const std::vector<int>& words) {
  std::vector<int> there;
  for (const int index : words) {
    const Word& word = page.words[static_cast<std::size_t>(index)];
    if (word.rotation == 0 && word.box.center_y() > band.y1 && word.box.center_y() < table.box.y0 &&
        word.box.center_x() > table.xs.front() && word.box.center_x() < table.xs.back())
      there.push_back(index);
  }
  std::vector<Rect> leaders;
  std::vector<TextLine> lines = lines_of(pieces_of(page, there, leaders), leaders, {}, kColumnGap);
  if (lines.size() > most_between) return std::nullopt;
  double y = band.y1;
  for (const TextLine& line : lines) {
    if (line.box.x0 > table.xs[1] || line.box.y0 - y > open_reach.of(em)) return std::nullopt;
    y = line.box.y1;
  }
  if (table.box.y0 - y > open_reach.of(em)) return std::nullopt;
  return lines;
}

// The words of a head by column, from its turned ones; nothing where upright ones beside them run over the columns.
std::optional<std::vector<std::vector<int>>> names_of(const model::Page& page, const PageTable& table,
                                                      const std::vector<int>& turned, const Rect& band,
                                                      const std::vector<int>& words) {
  std::vector<std::vector<int>> names(static_cast<std::size_t>(table.columns()));
  const std::vector<double> xs = drawn_borders(page, table);
  for (const int index : turned)
    names[column_at(xs, page.words[static_cast<std::size_t>(index)].box.center_x())].push_back(index);
  std::vector<int> beside;
  for (const int index : words) {
    const Word& word = page.words[static_cast<std::size_t>(index)];
    if (word.rotation == 0 && word.box.center_y() > band.y0 && word.box.center_y() < band.y1 &&
        word.box.center_x() > table.xs.front() && word.box.center_x() < table.xs.back())
      beside.push_back(index);
  }
  std::vector<Rect> leaders;
  for (const TextLine& line : lines_of(pieces_of(page, beside, leaders), leaders, {}, kColumnGap))
    for (const Segment& segment : line.segments) {
      const double give = over_border.of(line.em);
      const std::size_t column = column_at(xs, segment.box.center_x());
      if (segment.box.x0 < xs[column] - give || segment.box.x1 > xs[column + 1] + give) return std::nullopt;
      for (const Piece& piece : segment.pieces) names[column].push_back(piece.word);
    }
  return names;
}

// An empty row on top of the table, up to `top`.
void add_row(PageTable& table, double top) {
  for (PageCell& cell : table.cells) ++cell.row;
  table.ys.insert(table.ys.begin(), top);
  std::vector<PageCell> row(static_cast<std::size_t>(table.columns()));
  for (std::size_t c = 0; c < row.size(); ++c) {
    row[c].column = static_cast<int>(c);
    row[c].box = {table.xs[c], table.ys[0], table.xs[c + 1], table.ys[1]};
  }
  table.cells.insert(table.cells.begin(), row.begin(), row.end());
  table.box.y0 = top;
}

// Puts the lines that stand over the lattice on top of it, a row each.
void add_rows(PageTable& table, const std::vector<TextLine>& lines) {
  for (std::size_t l = lines.size(); l-- > 0;) {
    const double above = l > 0 ? (lines[l - 1].box.y1 + lines[l].box.y0) / 2 : lines[l].box.y0;
    add_row(table, above);
    for (const Segment& segment : lines[l].segments)
      for (const Piece& piece : segment.pieces)
        table.cells[column_at(table.xs, segment.box.x0)].words.push_back(piece.word);
  }
}

// Puts the names in a row of their own on top of the table, or into its first row.
void add_names(PageTable& table, const std::vector<std::vector<int>>& names, double top, bool into_first) {
  if (!into_first) {
    add_row(table, top);
    table.header_rows = std::max(table.header_rows, 0) + 1;
  } else {
    table.header_rows = std::max(table.header_rows, 1);
  }
  table.ys.front() = std::min(table.ys.front(), top);
  table.box.y0 = table.ys.front();
  for (PageCell& cell : table.cells) {
    if (cell.row > 0) break;
    cell.box.y0 = table.ys.front();
    const std::vector<int>& words = names[static_cast<std::size_t>(cell.column)];
    cell.words.insert(cell.words.end(), words.begin(), words.end());
  }
}

}  // namespace

void add_turned_heads(const model::Page& page, const std::vector<int>& free_words, std::vector<PageTable>& tables) {
  for (PageTable& table : tables) {
    const std::vector<int> turned = turned_over(page, table, free_words);
    if (turned.empty()) continue;
    Rect band;
    double em = 0;
    for (const int index : turned) {
      band = united(band, page.words[static_cast<std::size_t>(index)].box);
      em = std::max(em, page.words[static_cast<std::size_t>(index)].font_size);
    }
    const std::optional<std::vector<TextLine>> rows = rows_between(page, table, band, em, free_words);
    if (!rows) continue;
    const auto names = names_of(page, table, turned, band, free_words);
    if (!names) continue;
    const bool into_first = band.y1 > (table.ys[0] + table.ys[1]) / 2;
    std::size_t named = 0, on_end = 0;
    for (std::size_t c = 0; c < names->size(); ++c) {
      const auto has = [&](const PageCell& cell) {
        return cell.row == 0 && cell.column == static_cast<int>(c) && !cell.words.empty();
      };
      const bool below = into_first && std::any_of(table.cells.begin(), table.cells.end(), has);
      named += !(*names)[c].empty() || below ? 1 : 0;
      on_end += std::any_of((*names)[c].begin(), (*names)[c].end(),
                            [&](int index) { return page.words[static_cast<std::size_t>(index)].rotation != 0; });
    }
    if (on_end >= 2 && static_cast<double>(named) >= mostly_named.of(static_cast<double>(names->size()))) {
      if (!into_first) add_rows(table, *rows);
      add_names(table, *names, band.y0, into_first);
    }
  }
}

}  // namespace cotejo::tables
