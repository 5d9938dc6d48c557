#include "extractors/tables/white/whitespace.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "base/median.h"
#include "extractors/tables/areas/stacks.h"
#include "extractors/tables/areas/zones.h"
#include "extractors/tables/aside/charts.h"
#include "extractors/tables/aside/contents.h"
#include "extractors/tables/aside/drawing_signs.h"
#include "extractors/tables/aside/prose.h"
#include "extractors/tables/lines/segments.h"
#include "extractors/tables/lines/tolerances.h"
#include "extractors/tables/lines/turned_names.h"
#include "extractors/tables/white/code_columns.h"
#include "extractors/tables/white/columns.h"
#include "extractors/tables/white/evidence.h"
#include "extractors/tables/white/extent.h"
#include "extractors/tables/white/head_lines.h"
#include "extractors/tables/white/heads.h"
#include "extractors/tables/white/rows.h"
#include "extractors/tables/white/rows_across.h"
#include "extractors/tables/white/tolerances.h"
#include "extractors/tables/white/verdict.h"

namespace cotejo::tables {
namespace {

using namespace white;

using model::Rect;
using model::Rule;

using Stack = std::vector<TextLine>;

// A table in the making: some consecutive lines of a stack.
struct Draft {
  std::size_t first = 0, last = 0;  // lines of the stack, inclusive
  std::vector<Column> columns;
  std::vector<double> wide;  // rules over most of it
  PageTable table;
};

bool has_rule(const std::vector<double>& ys, double above, double below) {
  return std::any_of(ys.begin(), ys.end(), [&](double y) { return y > above && y < below; });
}

void add_box(Rect& box, const model::Page& page, const std::vector<int>& words) {
  for (const int w : words) box = united(box, page.words[static_cast<std::size_t>(w)].box);
}

// Where rows are parted in the y range between `above` and `below`: by rules, and by the upper and lower edges of
// shading that covers most of the table's width.
std::vector<double> row_edges(const std::vector<double>& rules, const model::Page& page, double x0, double x1,
                              double above, double below) {
  constexpr double same = same_shade_edge;
  std::vector<double> edges;
  for (const double y : rules)
    if (y > above && y < below) edges.push_back(y);
  std::map<long, double> widths;  // by edge, in steps of `same`
  // The lines of a cell may be shaded one by one, on the shade of the cell.
  const auto inside_another = [&](const model::Shade& shade, double y) {
    return page.shades.size() <= lines::most_shades &&
           std::any_of(page.shades.begin(), page.shades.end(), [&](const model::Shade& cell) {
             return cell.box.height() <= (below - above) / 2 && cell.box.y0 < y - same && cell.box.y1 > y + same &&
                    cell.box.x0 < shade.box.x0 + same && cell.box.x1 > shade.box.x1 - same;
           });
  };
  for (const model::Shade& shade : page.shades) {
    if (shade.box.height() > (below - above) / 2) continue;  // the background of it all
    const double width = std::min(shade.box.x1, x1) - std::max(shade.box.x0, x0);
    if (width <= 0) continue;
    for (const double y : {shade.box.y0, shade.box.y1})
      if (y > above && y < below && !inside_another(shade, y)) widths[std::lround(y / same)] += width;
  }
  for (const auto& [step, width] : widths)
    if (width > over_rows.of(x1 - x0)) edges.push_back(static_cast<double>(step) * same);
  std::sort(edges.begin(), edges.end());
  return edges;
}

// Where the filled head at the top of a table ends: the lower edge of the band of one colour that its first line stands
// on. 0 where it stands on none.
double end_of_filled_head(const model::Page& page, double x0, double x1, double first, double last) {
  const double same = same_shade_edge.value;
  const auto covered = [&](auto&& counts) {
    double width = 0;
    for (const model::Shade& shade : page.shades)
      if (counts(shade)) width += std::max(0.0, std::min(shade.box.x1, x1) - std::max(shade.box.x0, x0));
    return width > over_rows.of(x1 - x0);
  };
  double end = 0;
  for (const model::Shade& top : page.shades) {
    if (top.box.y0 > first || top.box.y1 < first || top.box.y1 > last || top.box.x0 > x1 || top.box.x1 < x0) continue;
    const auto ends_at = [&](double y) {
      return [&, y](const model::Shade& shade) {
        return shade.color == top.color && shade.box.y0 < y - same && std::abs(shade.box.y1 - y) < same;
      };
    };
    // Names of columns may stand in a band of the same colour below that of their groups.
    std::vector<double> ends{top.box.y1};
    for (const model::Shade& shade : page.shades)
      if (shade.color == top.color && shade.box.y1 > top.box.y1 + same && shade.box.y1 < last &&
          shade.box.y0 < ends.back() + same)
        ends.push_back(shade.box.y1);
    for (const double y : ends)
      if (y > end && covered(ends_at(y))) end = y;
  }
  return end;
}

// The grid of lines first … last.
PageTable build(const Draft& draft, const std::vector<PlacedLine>& all, const PageContext& context) {
  const std::vector<PlacedLine> lines(all.begin() + static_cast<std::ptrdiff_t>(draft.first),
                                      all.begin() + static_cast<std::ptrdiff_t>(draft.last) + 1);
  const int columns = static_cast<int>(draft.columns.size());
  const std::vector<bool> values = value_columns(lines, columns);
  std::vector<double> inner;
  for (const double y : draft.wide)
    if (y > lines.front().line->middle && y < lines.back().line->middle) inner.push_back(y);
  const double x0 = draft.columns.front().x0, x1 = draft.columns.back().x1;
  const double band = end_of_filled_head(*context.page, x0, x1, lines.front().line->middle, lines.back().line->middle);
  std::vector<double> closing = inner;
  std::vector<Rule> rules = context.rules;
  if (band > 0) {
    closing.insert(std::upper_bound(closing.begin(), closing.end(), band), band);
    rules.push_back({{x0, band}, {x1, band}});
  }
  const int heads = head_line_count(lines, values, closing);
  PageTable table;
  table.method = draft.wide.size() >= 2 ? model::TableMethod::partly_ruled : model::TableMethod::whitespace;
  int head_rows = 0;
  const std::vector<PlacedLine> head(lines.begin(), lines.begin() + heads);
  const std::vector<PlacedLine> body(lines.begin() + heads, lines.end());
  table.cells = head_cells(head, draft.columns, rules, head_rows);
  table.header_rows = head_rows;
  const std::vector<double> edges =
      row_edges(inner, *context.page, x0, x1, lines.front().line->middle, lines.back().line->middle);
  const std::vector<std::pair<int, int>> rows = body_rows(body, draft.columns, values, edges);
  const std::vector<bool> across = rows_across(body, rows, draft.columns, context.rules);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::vector<PageCell> cells(static_cast<std::size_t>(columns));
    for (int l = rows[r].first; l <= rows[r].second; ++l) {
      for (const Slot& slot : body[static_cast<std::size_t>(l)].slots) {
        PageCell& cell = cells[static_cast<std::size_t>(slot.first)];
        for (const Piece& piece : slot.segment.pieces) cell.words.push_back(piece.word);
        // A label that runs over empty columns belongs to its own; any other text is a cell over them.
        const bool label = slot.segment.box.x0 <= draft.columns[static_cast<std::size_t>(slot.first)].x0 +
                                                      0.5 * slot.segment.pieces.front().em ||
                           slot.first == 0;
        if (!label || slot.panel) cell.column_span = std::max(cell.column_span, slot.last - slot.first + 1);
      }
    }
    if (across[r]) cells.front().column_span = columns;
    for (int c = 0; c < columns;) {
      PageCell& cell = cells[static_cast<std::size_t>(c)];
      for (int k = 1; k < cell.column_span; ++k)
        if (!cells[static_cast<std::size_t>(c + k)].words.empty()) {
          cell.column_span = k;
          break;
        }
      cell.row = head_rows + static_cast<int>(r);
      cell.column = c;
      c += cell.column_span;
      table.cells.push_back(std::move(cell));
    }
  }
  // Empty places of the head.
  const int all_rows = head_rows + static_cast<int>(rows.size());
  std::vector<char> covered(static_cast<std::size_t>(all_rows * columns), 0);
  for (const PageCell& cell : table.cells)
    for (int r = cell.row; r < cell.row + cell.row_span; ++r)
      for (int c = cell.column; c < cell.column + cell.column_span; ++c)
        covered[static_cast<std::size_t>(r * columns + c)] = 1;
  for (int r = 0; r < all_rows; ++r)
    for (int c = 0; c < columns; ++c)
      if (covered[static_cast<std::size_t>(r * columns + c)] == 0) {
        PageCell empty;
        empty.row = r;
        empty.column = c;
        table.cells.push_back(std::move(empty));
      }
  std::sort(table.cells.begin(), table.cells.end(),
            [](const PageCell& a, const PageCell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
  // Borders half way between the text of neighbours.
  table.xs.push_back(draft.columns.front().left);
  for (const Column& column : draft.columns) table.xs.push_back(column.right);
  std::vector<Rect> extent(static_cast<std::size_t>(all_rows));
  Rect ink;
  for (PageCell& cell : table.cells) {
    add_box(ink, *context.page, cell.words);
    if (cell.row_span == 1) add_box(extent[static_cast<std::size_t>(cell.row)], *context.page, cell.words);
  }
  table.xs.front() = std::min(table.xs.front(), ink.x0);
  table.xs.back() = std::max(table.xs.back(), ink.x1);
  table.ys.assign(static_cast<std::size_t>(all_rows) + 1, ink.y0);
  double reached = ink.y0;
  for (int r = 0; r + 1 < all_rows; ++r) {
    const Rect& above = extent[static_cast<std::size_t>(r)];
    const Rect& below = extent[static_cast<std::size_t>(r) + 1];
    double border = reached;
    if (!above.empty() && !below.empty())
      border = (above.y1 + below.y0) / 2;
    else if (!above.empty())
      border = above.y1;
    else if (!below.empty())
      border = below.y0;
    reached = std::max(reached, border);
    table.ys[static_cast<std::size_t>(r) + 1] = reached;
  }
  table.ys.back() = std::max(reached, ink.y1);
  table.box = {table.xs.front(), table.ys.front(), table.xs.back(), table.ys.back()};
  for (PageCell& cell : table.cells)
    cell.box = {table.xs[static_cast<std::size_t>(cell.column)], table.ys[static_cast<std::size_t>(cell.row)],
                table.xs[static_cast<std::size_t>(cell.column + cell.column_span)],
                table.ys[static_cast<std::size_t>(cell.row + cell.row_span)]};
  return table;
}

Candidate observed(const PageTable& table, const Draft& draft, const std::vector<PlacedLine>& lines,
                   const PageContext& context) {
  Candidate seen;
  seen.cells = evidence_of(table, *context.page);
  seen.rows = table.rows();
  seen.header_rows = table.header_rows;
  seen.on_bars = stands_on_bars(table, *context.page);
  int leaders = 0;
  for (std::size_t l = draft.first; l <= draft.last; ++l) leaders += lines[l].line->leaders ? 1 : 0;
  seen.led = leaders * 2 > static_cast<int>(draft.last - draft.first + 1);
  const TextLine& top = *lines[draft.first].line;
  const TextLine& bottom = *lines[draft.last].line;
  seen.closed = draft.last > draft.first &&
                has_rule(draft.wide, top.middle - closing_rule.of(top.em), lines[draft.first + 1].line->middle) &&
                has_rule(draft.wide, lines[draft.last - 1].line->middle, bottom.middle + closing_rule.of(bottom.em));
  DrawingSigns signs = drawing_signs(*context.page, table);
  signs.crossing = 0;  // the sides of its cells are not drawn
  seen.drawn = is_drawing(signs);
  return seen;
}

std::optional<Draft> draft_of(const Stack& stack, std::size_t from, std::size_t to, const PageContext& context) {
  std::vector<const TextLine*> lines;
  for (std::size_t l = from; l <= to; ++l) lines.push_back(&stack[l]);
  Draft draft;
  draft.columns = find_columns(lines);
  if (draft.columns.size() < 2) return std::nullopt;
  draft.wide = wide_rules(context.rules, draft.columns.front().x0, draft.columns.back().x1, draft.columns.front().x1);
  std::vector<PlacedLine> placed(stack.size());
  for (std::size_t l = from; l <= to; ++l) placed[l] = {&stack[l], place(stack[l], draft.columns)};
  mark_panels(placed, from, to, draft.columns, context.rules);
  const auto own = lines_of_table(placed, from, to, draft.columns, draft.wide);
  if (!own) return std::nullopt;
  std::tie(draft.first, draft.last) = *own;
  if (draft.first != from || draft.last != to) {
    // The lines outside may have spoilt the columns: find them again from the lines that belong.
    std::vector<const TextLine*> lines_within;
    for (std::size_t l = draft.first; l <= draft.last; ++l) lines_within.push_back(&stack[l]);
    draft.columns = find_columns(lines_within);
    if (draft.columns.size() < 2) return std::nullopt;
    for (std::size_t l = draft.first; l <= draft.last; ++l) placed[l] = {&stack[l], place(stack[l], draft.columns)};
    mark_panels(placed, draft.first, draft.last, draft.columns, context.rules);
  }
  // Rules of this table alone.
  const double em = stack[draft.first].em;
  const double above = stack[draft.first].middle - 3 * em, below = stack[draft.last].middle + 3 * em;
  std::erase_if(draft.wide, [&](double y) { return y < above || y > below; });
  draft.table = build(draft, placed, context);
  if (!verdict(observed(draft.table, draft, placed, context)).table) return std::nullopt;
  return draft;
}

// Tables among lines from … to of a stack: the whole of it, or what is left on both sides of its widest white.
void search(const Stack& stack, std::size_t from, std::size_t to, const PageContext& context,
            std::vector<PageTable>& found) {
  if (to <= from) return;
  if (std::optional<Draft> draft = draft_of(stack, from, to, context)) {
    if (draft->first > from) search(stack, from, draft->first - 1, context, found);
    found.push_back(std::move(draft->table));
    if (draft->last < to) search(stack, draft->last + 1, to, context, found);
    return;
  }
  // Where the lines stand evenly there is nothing to part: the labels of a chart's axis would pass for small tables.
  std::size_t cut = from;
  double widest = -1;
  std::vector<double> whites;
  for (std::size_t l = from; l < to; ++l) {
    whites.push_back((stack[l + 1].middle - stack[l].middle) / std::max(stack[l].em, stack[l + 1].em));
    if (whites.back() > widest) widest = whites.back(), cut = l;
  }
  if (widest < parting_white.of(base::median(std::move(whites)))) return;
  search(stack, from, cut, context, found);
  search(stack, cut + 1, to, context, found);
}

}  // namespace

std::vector<PageTable> find_whitespace_tables(const PageContext& context) {
  std::vector<Rect> leaders;
  std::vector<Piece> pieces = pieces_of(*context.page, context.words, leaders);
  for (Piece& name : turned_names(*context.page, context.words)) pieces.push_back(std::move(name));
  std::vector<TextLine> whole = lines_of(std::move(pieces), leaders, context.rules, kColumnGap);
  std::vector<std::vector<Piece>> zones = zones_of(whole, context.rules);
  std::vector<PageTable> found;
  std::vector<Rect> charts = chart_areas(whole, *context.page);
  for (const Rect& bars : bar_areas(whole, *context.page)) charts.push_back(bars);
  for (std::vector<Piece>& zone : zones) {
    std::vector<TextLine> lines =
        zones.size() == 1 ? std::move(whole) : lines_of(std::move(zone), leaders, context.rules, kColumnGap);
    for (TextLine& line : lines) join_signs(line);
    mark_prose(lines, context.rules);
    mark_contents(lines);
    for (TextLine& line : lines)
      for (Segment& segment : line.segments)
        for (const Rect& chart : charts)
          segment.aside = segment.aside || chart.contains({segment.box.center_x(), segment.box.center_y()});
    for (Stack& stack : stacks_of(lines, context.rules, context.page->shades, context.taken)) {
      part_codes(stack);
      search(stack, 0, stack.size() - 1, context, found);
    }
  }
  return found;
}

}  // namespace cotejo::tables
