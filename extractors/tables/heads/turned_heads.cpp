#include "extractors/tables/heads/turned_heads.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

#include "base/captions.h"
#include "extractors/tables/heads/row_on_top.h"
#include "extractors/tables/heads/tolerances.h"
#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {

namespace {

using namespace heads;

using model::Rect;
using model::Word;

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

// A text over several columns whose names are turned.
struct Group {
  int first = 0, last = 0;  // columns
  std::vector<int> words;
  Rect box;
};

// A head by column, and what stands over several of them.
struct Head {
  std::vector<std::vector<int>> names;
  std::vector<double> tops;  // of the turned names; below the page where a column has none
  std::vector<Group> groups;
};

// The columns side by side under the text whose turned names begin below it; one alone is none.
std::optional<Group> group_of(const Segment& segment, const Head& head, const std::vector<double>& xs) {
  const double em = segment.pieces.front().em;
  const auto below = [&](int c) {
    return head.tops[static_cast<std::size_t>(c)] < base_of_page &&
           head.tops[static_cast<std::size_t>(c)] > segment.box.y1 - over_border.of(em);
  };
  const auto under = static_cast<int>(column_at(xs, segment.box.center_x()));
  if (!below(under)) return std::nullopt;
  Group group{under, under, {}, segment.box};
  while (group.first > 0 && below(group.first - 1)) --group.first;
  while (group.last + 1 < static_cast<int>(head.tops.size()) && below(group.last + 1)) ++group.last;
  const double left = xs[static_cast<std::size_t>(group.first)], right = xs[static_cast<std::size_t>(group.last) + 1];
  if (group.first == group.last || segment.box.x0 < left - em || segment.box.x1 > right + em) return std::nullopt;
  for (const Piece& piece : segment.pieces) group.words.push_back(piece.word);
  return group;
}

// Groups over the same columns share them out: each has two at least, as near to its middle as may be. Those that do
// not fit go.
void share_columns(const std::vector<double>& xs, std::vector<Group>& groups) {
  std::sort(groups.begin(), groups.end(),
            [](const Group& a, const Group& b) { return a.box.center_x() < b.box.center_x(); });
  std::vector<Group> shared;
  for (std::size_t g = 0; g < groups.size();) {
    std::size_t end = g + 1;
    while (end < groups.size() && groups[end].first == groups[g].first) ++end;
    const auto columns = static_cast<std::size_t>(groups[g].last - groups[g].first + 1);
    const auto begin = static_cast<std::size_t>(groups[g].first);
    constexpr double never = std::numeric_limits<double>::max();
    // off[i][j]: of the first i groups over the first j columns, with the column where the last of them begins.
    std::vector<std::vector<std::pair<double, std::size_t>>> off(
        end - g + 1, std::vector<std::pair<double, std::size_t>>(columns + 1, {never, 0}));
    off[0][0].first = 0;
    for (std::size_t i = 1; i <= end - g; ++i)
      for (std::size_t j = 2; j <= columns; ++j)
        for (std::size_t k = 0; k + 2 <= j; ++k) {
          const double middle = (xs[begin + k] + xs[begin + j]) / 2;
          const double cost = off[i - 1][k].first + std::abs(groups[g + i - 1].box.center_x() - middle);
          off[i][j] = std::min(off[i][j], {cost, k});
        }
    for (std::size_t i = end - g, j = columns; i > 0 && off[i][j].first < never; j = off[i][j].second, --i) {
      Group& group = groups[g + i - 1];
      group.first = static_cast<int>(begin + off[i][j].second);
      group.last = static_cast<int>(begin + j) - 1;
      shared.push_back(std::move(group));
    }
    g = end;
  }
  groups = std::move(shared);
}

// The head of the turned names and of what stands upright beside and over them; nothing where upright texts beside them
// run over columns.
std::optional<Head> head_of(const model::Page& page, const PageTable& table, const std::vector<int>& turned,
                            const Rect& band, double em, const std::vector<int>& words) {
  const auto columns = static_cast<std::size_t>(table.columns());
  Head head{std::vector<std::vector<int>>(columns), std::vector<double>(columns, base_of_page), {}};
  const std::vector<double> xs = drawn_borders(page, table);
  for (const int index : turned) {
    const Rect& box = page.words[static_cast<std::size_t>(index)].box;
    const std::size_t column = column_at(xs, box.center_x());
    head.names[column].push_back(index);
    head.tops[column] = std::min(head.tops[column], box.y0);
  }
  std::vector<int> upright;
  for (const int index : words) {
    const Word& word = page.words[static_cast<std::size_t>(index)];
    if (word.rotation == 0 && word.box.center_y() > band.y0 - open_reach.of(em) && word.box.center_y() < band.y1 &&
        word.box.center_x() > table.xs.front() && word.box.center_x() < table.xs.back())
      upright.push_back(index);
  }
  std::vector<Rect> leaders;
  for (const TextLine& line : lines_of(pieces_of(page, upright, leaders), leaders, {}, kColumnGap))
    for (const Segment& segment : line.segments) {
      const double give = over_border.of(line.em);
      const std::size_t column = column_at(xs, segment.box.center_x());
      const bool within = segment.box.x0 >= xs[column] - give && segment.box.x1 <= xs[column + 1] + give;
      const bool beside = line.middle > band.y0;
      if (is_caption(segment.text()) || base::is_unit_note(segment.text())) continue;
      if (std::optional<Group> group = group_of(segment, head, xs)) {
        head.groups.push_back(std::move(*group));
      } else if (within && (beside || head.tops[column] == base_of_page)) {
        for (const Piece& piece : segment.pieces) head.names[column].push_back(piece.word);
      } else if (beside) {
        return std::nullopt;
      }
    }
  share_columns(xs, head.groups);
  return head;
}

// Puts the lines that stand over the lattice on top of it, a row each.
void add_rows(PageTable& table, const std::vector<TextLine>& lines) {
  for (std::size_t l = lines.size(); l-- > 0;) {
    const double above = l > 0 ? (lines[l - 1].box.y1 + lines[l].box.y0) / 2 : lines[l].box.y0;
    add_row_on_top(table, above);
    for (const Segment& segment : lines[l].segments)
      for (const Piece& piece : segment.pieces)
        table.cells[column_at(table.xs, segment.box.x0)].words.push_back(piece.word);
  }
}

// Puts the names in a row of their own on top of the table, or into its first row.
void add_names(PageTable& table, const std::vector<std::vector<int>>& names, double top, bool into_first) {
  if (!into_first) {
    add_row_on_top(table, top);
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

// Puts a row over the names, with a cell over the columns of each group; the names of other columns reach up into it.
void add_groups(PageTable& table, const std::vector<Group>& groups) {
  double top = table.box.y0;
  for (const Group& group : groups) top = std::min(top, group.box.y0);
  add_row_on_top(table, top);
  table.header_rows += 1;
  std::vector<PageCell> cells(table.cells.begin(), table.cells.begin() + table.columns());
  std::vector<PageCell> below(table.cells.begin() + table.columns(), table.cells.end());
  for (const Group& group : groups) {
    PageCell& cell = cells[static_cast<std::size_t>(group.first)];
    cell.column_span = group.last - group.first + 1;
    cell.words = group.words;
    cell.box.x1 = table.xs[static_cast<std::size_t>(group.last) + 1];
  }
  const auto in_group = [&](int column) {
    return std::any_of(groups.begin(), groups.end(),
                       [&](const Group& group) { return column >= group.first && column <= group.last; });
  };
  std::erase_if(below, [&](const PageCell& cell) {
    if (cell.row != 1 || cell.row_span > 1 || cell.column_span > 1 || in_group(cell.column)) return false;
    PageCell& above = cells[static_cast<std::size_t>(cell.column)];
    above.words = cell.words;
    above.row_span = 2;
    above.box.y1 = cell.box.y1;
    return true;
  });
  std::erase_if(cells, [&](const PageCell& cell) { return in_group(cell.column) && cell.words.empty(); });
  cells.insert(cells.end(), below.begin(), below.end());
  table.cells = std::move(cells);
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
    const std::optional<Head> head = head_of(page, table, turned, band, em, free_words);
    if (!head) continue;
    const std::vector<std::vector<int>>& names = head->names;
    const bool into_first = band.y1 > (table.ys[0] + table.ys[1]) / 2;
    std::size_t named = 0, on_end = 0;
    for (std::size_t c = 0; c < names.size(); ++c) {
      const auto has = [&](const PageCell& cell) {
        return cell.row == 0 && cell.column == static_cast<int>(c) && !cell.words.empty();
      };
      const bool below = into_first && std::any_of(table.cells.begin(), table.cells.end(), has);
      named += !names[c].empty() || below ? 1 : 0;
      on_end += std::any_of(names[c].begin(), names[c].end(),
                            [&](int index) { return page.words[static_cast<std::size_t>(index)].rotation != 0; });
    }
    if (on_end >= 2 && static_cast<double>(named) >= mostly_named.of(static_cast<double>(names.size()))) {
      if (!into_first) add_rows(table, *rows);
      add_names(table, names, band.y0, into_first);
      if (!head->groups.empty()) add_groups(table, head->groups);
    }
  }
}

}  // namespace cotejo::tables
