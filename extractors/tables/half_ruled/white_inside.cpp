#include "extractors/tables/half_ruled/white_inside.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/letters.h"
#include "extractors/tables/cells/cell_text.h"
#include "extractors/tables/half_ruled/tolerances.h"
#include "extractors/tables/lines/segments.h"
#include "extractors/tables/white/whitespace.h"

namespace cotejo::tables {
namespace {

using namespace half_ruled;

// What a row of the finer grid is.
struct WhiteRow {
  int band = -1;  // the ruled row that it stands in; -2: in several
  bool head = false;
  bool labelled = false;  // its first cell begins a label
  int values = 0;
  int filled = 0;  // cells
  model::Rect box;
};

// What the finer grid makes of the ruled rows.
struct Comparison {
  bool contradicts = false;
  std::set<int> torn_heads;  // ruled rows that cells of the finer grid's head do not keep to
  std::size_t words = 0;     // in cells of the finer grid
  int values = 0;
  int cells = 0;           // cells of the body that hold something
  int cells_abreast = 0;   // cells of the body that share a ruled cell with another of their row
  int values_abreast = 0;  // values that share a ruled cell with another of their row
  int valued_rows = 0;
  int stacked_rows = 0;       // rows of a label and values that share a ruled row with others
  int parted = 0, torn = 0;   // ruled rows that hold several rows; that hold lines of one row
  int single = 0;             // ruled rows that hold one
  int missed_rows = 0;        // ruled rows most of whose words the finer grid leaves out
  int paragraphs = 0;         // ruled rows that hold several rows of text, a label each, with white between them
  std::set<int> parted_rows;  // the ruled rows of `parted` and `paragraphs`
};

void compare_rows(const std::vector<WhiteRow>& rows, double text_size, Comparison& found) {
  for (std::size_t r = 0; r < rows.size();) {
    std::size_t end = r + 1;
    while (end < rows.size() && rows[end].band == rows[r].band) ++end;
    found.contradicts = found.contradicts || (rows[r].band == -2 && !rows[r].head);
    int body = 0, plain = 0, valued = 0, labelled = 0, most = 0, several = 0;
    double white = 1e9, section_white = 1e9;
    int sections = 0;
    for (std::size_t k = r; k < end; ++k) most = std::max(most, rows[k].values);
    for (std::size_t k = r; k < end; ++k) {
      if (k > r) white = std::min(white, rows[k].box.y0 - rows[k - 1].box.y1);
      if (rows[k].head) continue;
      ++body;
      if (k > r && rows[k].labelled && rows[k].filled == 1 && rows[k].values == 0) {
        ++sections;
        section_white = std::min(section_white, rows[k].box.y0 - rows[k - 1].box.y1);
      }
      plain += rows[k].labelled ? 0 : 1;
      several += rows[k].filled >= 2 ? 1 : 0;
      // A number cut over two lines leaves a value on the second; a row has about as many as its neighbours.
      const bool full = rows[k].values > 0 && rows[k].values * 2 >= most;
      valued += full ? 1 : 0;
      labelled += full && rows[k].labelled ? 1 : 0;
    }
    // A head and the rows under it, or rows of a label and values, with sections between them; the wrapped lines of
    // one row hold its values once.
    // A head stands at the top: one that seems to reach into later rows is prose, and one that touches the only row
    // below it is its first line.
    const bool head_and_rows = rows[r].head && rows[r].band <= last_head_row &&
                               (valued > 1 || (valued > 0 && white > paragraph_white.of(text_size)));
    const bool paragraphs = !rows[r].head && plain == 0 && several >= 2 && white > paragraph_white.of(text_size);
    if (body >= 2 || head_and_rows) {
      // Rows with their figures, and labels under them that stand off: they head what follows.
      const bool headings =
          valued > 0 && sections + valued == body && section_white > white_above_section.of(text_size);
      // Among many rows that begin a label, one that does not is misprinted or misread.
      const bool begun = plain == 0 || (labelled >= few_figures && plain <= misread_labels.of(body));
      const bool parted = begun && (head_and_rows || valued >= 2 || headings);
      (parted ? found.parted : found.torn) += 1;
      found.paragraphs += paragraphs ? 1 : 0;
      if (parted || paragraphs) found.parted_rows.insert(rows[r].band);
    } else if (body == 1) {
      ++found.single;
    }
    found.valued_rows += valued;
    if (labelled >= 2) found.stacked_rows += labelled;
    r = end;
  }
}

// The finer tables set against the ruled one; cell_of: the ruled cell of each word of the page, or -1.
Comparison compare(const model::Page& page, const PageTable& ruled, const std::vector<PageTable>& finer,
                   const std::vector<int>& cell_of, double text_size) {
  Comparison found;
  for (const PageTable& table : finer) {
    std::vector<WhiteRow> rows(static_cast<std::size_t>(table.rows()));
    std::map<std::pair<int, int>, int> values_at, cells_at;  // (row here, ruled cell) → values, cells
    for (const PageCell& cell : table.cells) {
      found.words += cell.words.size();
      if (cell.words.empty()) continue;
      const std::string text = plain_text(cell, page);
      const bool value = cell.row >= table.header_rows && cell.column > 0 && is_value(text);
      const int owner = cell_of[static_cast<std::size_t>(cell.words.front())];
      // A cell over a rule between two cells contradicts the rules.
      for (const int w : cell.words) {
        const int other = cell_of[static_cast<std::size_t>(w)];
        if (other == owner) continue;
        if (cell.row >= table.header_rows) {
          found.contradicts = true;
        } else {
          found.torn_heads.insert(ruled.cells[static_cast<std::size_t>(owner)].row);
          found.torn_heads.insert(ruled.cells[static_cast<std::size_t>(other)].row);
        }
      }
      if (value) ++found.values, ++values_at[{cell.row, owner}];
      if (cell.row >= table.header_rows) ++found.cells, ++cells_at[{cell.row, owner}];
      if (cell.row_span > 1) continue;
      WhiteRow& row = rows[static_cast<std::size_t>(cell.row)];
      const PageCell& around = ruled.cells[static_cast<std::size_t>(owner)];
      const int band = around.row_span == 1 ? around.row : row.band;
      if (band >= 0) row.band = row.band == -1 || row.band == band ? band : -2;
      row.head = cell.row < table.header_rows;
      row.labelled = row.labelled || (cell.column == 0 && !base::starts_small(text));
      row.values += value ? 1 : 0;
      ++row.filled;
      for (const int w : cell.words) row.box = united(row.box, page.words[static_cast<std::size_t>(w)].box);
    }
    for (const auto& [place, count] : cells_at) found.cells_abreast += count >= 2 ? count : 0;
    for (const auto& [place, count] : values_at) found.values_abreast += count >= 2 ? count : 0;
    compare_rows(rows, text_size, found);
  }
  std::vector<int> kept(static_cast<std::size_t>(ruled.rows()), 0), all(static_cast<std::size_t>(ruled.rows()), 0);
  std::vector<char> in_finer(page.words.size(), 0);
  for (const PageTable& table : finer)
    for (const PageCell& cell : table.cells)
      for (const int w : cell.words) in_finer[static_cast<std::size_t>(w)] = 1;
  for (const PageCell& cell : ruled.cells)
    for (const int w : cell.words) {
      ++all[static_cast<std::size_t>(cell.row)];
      kept[static_cast<std::size_t>(cell.row)] += in_finer[static_cast<std::size_t>(w)];
    }
  for (std::size_t r = 0; r < all.size(); ++r) found.missed_rows += kept[r] * 2 < all[r] ? 1 : 0;
  return found;
}

// A row within a ruled row: what the finer grid has there, or words that it left out.
struct InnerRow {
  double y0 = 0, y1 = 0;  // of its ink
  std::vector<int> words;
};

// The rows that the words of each ruled row of `parted` make; for the other ruled rows none.
std::vector<std::vector<InnerRow>> inner_rows(const model::Page& page, const PageTable& ruled, const PageTable& finer,
                                              const std::vector<int>& cell_of, const std::set<int>& parted) {
  const auto owner = [&](int w) -> const PageCell& {
    return ruled.cells[static_cast<std::size_t>(cell_of[static_cast<std::size_t>(w)])];
  };
  const auto box = [&](int w) -> const model::Rect& { return page.words[static_cast<std::size_t>(w)].box; };
  std::map<std::pair<int, int>, InnerRow> rows;  // (ruled row, finer row)
  std::vector<char> placed(page.words.size(), 0);
  for (const PageCell& cell : finer.cells) {
    if (cell.words.empty() || cell.row_span > 1) continue;
    const PageCell& around = owner(cell.words.front());
    if (around.row_span > 1 || parted.count(around.row) == 0) continue;
    InnerRow& row = rows[{around.row, cell.row}];
    for (const int w : cell.words) {
      if (row.words.empty()) row.y0 = box(w).y0, row.y1 = box(w).y1;
      row.y0 = std::min(row.y0, box(w).y0);
      row.y1 = std::max(row.y1, box(w).y1);
      row.words.push_back(w);
      placed[static_cast<std::size_t>(w)] = 1;
    }
  }
  std::vector<std::vector<InnerRow>> inside(static_cast<std::size_t>(ruled.rows()));
  for (auto& [place, row] : rows) inside[static_cast<std::size_t>(place.first)].push_back(std::move(row));
  // Words that the finer grid left out stand on a row of their own, unless they are level with one.
  std::vector<int> rest;
  for (const PageCell& cell : ruled.cells)
    if (cell.row_span == 1 && !inside[static_cast<std::size_t>(cell.row)].empty())
      for (const int w : cell.words)
        if (placed[static_cast<std::size_t>(w)] == 0) rest.push_back(w);
  std::sort(rest.begin(), rest.end(), [&](int a, int b) {
    return box(a).center_y() != box(b).center_y() ? box(a).center_y() < box(b).center_y() : a < b;
  });
  for (const int w : rest) {
    std::vector<InnerRow>& band = inside[static_cast<std::size_t>(owner(w).row)];
    const double y = box(w).center_y();
    auto level =
        std::find_if(band.begin(), band.end(), [&](const InnerRow& row) { return y >= row.y0 && y <= row.y1; });
    if (level == band.end()) level = band.insert(band.end(), {box(w).y0, box(w).y1, {}});
    level->words.push_back(w);
  }
  for (std::vector<InnerRow>& band : inside)
    std::sort(band.begin(), band.end(),
              [](const InnerRow& a, const InnerRow& b) { return a.y0 != b.y0 ? a.y0 < b.y0 : a.y1 < b.y1; });
  return inside;
}

// The ruled table with the rows `parted` replaced by the rows that the finer one has there. Both have the same columns.
PageTable spliced(const model::Page& page, const PageTable& ruled, const PageTable& finer,
                  const std::vector<int>& cell_of, const std::set<int>& parted) {
  const std::vector<std::vector<InnerRow>> inside = inner_rows(page, ruled, finer, cell_of, parted);
  PageTable out = ruled;
  out.cells.clear();
  out.ys.clear();
  out.method = model::TableMethod::partly_ruled;
  out.header_rows = -1;
  std::vector<int> first_row(inside.size() + 1, 0);
  for (std::size_t r = 0; r < inside.size(); ++r) {
    out.ys.push_back(ruled.ys[r]);
    for (std::size_t k = 1; k < inside[r].size(); ++k)
      out.ys.push_back(std::clamp((inside[r][k - 1].y1 + inside[r][k].y0) / 2, out.ys.back(), ruled.ys[r + 1]));
    first_row[r + 1] = first_row[r] + std::max(1, static_cast<int>(inside[r].size()));
  }
  out.ys.push_back(ruled.ys.back());
  const auto add = [&](PageCell cell) {
    cell.box = {out.xs[static_cast<std::size_t>(cell.column)], out.ys[static_cast<std::size_t>(cell.row)],
                out.xs[static_cast<std::size_t>(cell.column + cell.column_span)],
                out.ys[static_cast<std::size_t>(cell.row + cell.row_span)]};
    out.cells.push_back(std::move(cell));
  };
  for (std::size_t c = 0; c < ruled.cells.size(); ++c) {
    PageCell cell = ruled.cells[c];
    const std::vector<InnerRow>& rows = inside[static_cast<std::size_t>(cell.row)];
    const int first = first_row[static_cast<std::size_t>(cell.row)];
    if (cell.row_span > 1 || rows.size() < 2) {
      cell.row_span = first_row[static_cast<std::size_t>(cell.row + cell.row_span)] - first;
      cell.row = first;
      add(std::move(cell));
      continue;
    }
    for (std::size_t k = 0; k < rows.size(); ++k) {
      PageCell part = cell;
      part.row = first + static_cast<int>(k);
      part.words.clear();
      for (const int w : rows[k].words)
        if (cell_of[static_cast<std::size_t>(w)] == static_cast<int>(c)) part.words.push_back(w);
      add(std::move(part));
    }
  }
  std::sort(out.cells.begin(), out.cells.end(),
            [](const PageCell& a, const PageCell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
  // The head as the finer grid has it: the rows from the top whose words all stand in its head.
  std::set<int> head_words;
  for (const PageCell& cell : finer.cells)
    if (cell.row < finer.header_rows) head_words.insert(cell.words.begin(), cell.words.end());
  int first_body = out.rows();
  for (const PageCell& cell : out.cells)
    if (std::any_of(cell.words.begin(), cell.words.end(), [&](int w) { return head_words.count(w) == 0; }))
      first_body = std::min(first_body, cell.row);
  if (first_body > 0 && first_body < out.rows()) out.header_rows = first_body;
  return out;
}

// The finer table with its columns cut where its cells hold words of several ruled columns side by side: white does not
// part what was cut off at the border of its column, as spreadsheets do.
PageTable cut_at_ruled_columns(const model::Page& page, const PageTable& ruled, PageTable finer,
                               const std::vector<int>& cell_of) {
  const auto owner = [&](int w) -> const PageCell& {
    return ruled.cells[static_cast<std::size_t>(cell_of[static_cast<std::size_t>(w)])];
  };
  std::vector<double> cuts;
  for (const PageCell& cell : finer.cells) {
    if (cell.column_span > 1) continue;
    for (const int w : cell.words) {
      const PageCell &first = owner(cell.words.front()), &here = owner(w);
      if (here.row != first.row || here.column == first.column) continue;
      cuts.push_back(ruled.xs[static_cast<std::size_t>(std::max(here.column, first.column))]);
    }
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  for (const double x : cuts) {
    const auto after = std::upper_bound(finer.xs.begin(), finer.xs.end(), x);
    if (after == finer.xs.begin() || after == finer.xs.end()) continue;
    const int column = static_cast<int>(after - finer.xs.begin()) - 1;
    finer.xs.insert(after, x);
    std::vector<PageCell> cells;
    for (PageCell& cell : finer.cells) {
      if (cell.column > column) ++cell.column;
      if (cell.column <= column && cell.column + cell.column_span > column) {
        if (cell.column_span > 1) {
          ++cell.column_span;
        } else {
          PageCell right = cell;
          right.column = column + 1;
          std::erase_if(right.words, [&](int w) { return page.words[static_cast<std::size_t>(w)].box.center_x() < x; });
          std::erase_if(cell.words, [&](int w) { return page.words[static_cast<std::size_t>(w)].box.center_x() >= x; });
          right.box.x0 = cell.box.x1 = x;
          cells.push_back(cell);
          cells.push_back(std::move(right));
          continue;
        }
      }
      cells.push_back(std::move(cell));
    }
    finer.cells = std::move(cells);
  }
  return finer;
}

}  // namespace

std::vector<PageTable> divided_by_white(const model::Page& page, const PageTable& ruled, double text_size) {
  std::vector<int> cell_of(page.words.size(), -1);
  PageContext inside;
  inside.page = &page;
  inside.text_size = text_size;
  for (std::size_t c = 0; c < ruled.cells.size(); ++c)
    for (const int w : ruled.cells[c].words) {
      cell_of[static_cast<std::size_t>(w)] = static_cast<int>(c);
      inside.words.push_back(w);
    }
  const model::Rect& box = ruled.box;
  for (const model::Rule& rule : page.rules)
    if (rule.from.x < box.x1 + 1 && rule.to.x > box.x0 - 1 && rule.from.y < box.y1 + 1 && rule.to.y > box.y0 - 1)
      inside.rules.push_back(rule);
  std::vector<PageTable> finer = find_whitespace_tables(inside);
  if (finer.empty()) return {};
  for (PageTable& table : finer) table = cut_at_ruled_columns(page, ruled, std::move(table), cell_of);
  const Comparison found = compare(page, ruled, finer, cell_of, text_size);
  if (found.contradicts) return {};
  // Where the rules alone know the head, its rows stay as they are.
  std::set<int> parted_rows = found.parted_rows;
  if (!found.torn_heads.empty())
    parted_rows.erase(parted_rows.begin(), parted_rows.upper_bound(*found.torn_heads.rbegin()));
  // Most of the figures share their ruled cell with others, or most rows their ruled row: the rules do not divide this
  // table.
  const bool abreast = found.values >= few_figures && found.values_abreast * 2 >= found.values;
  const bool stacked =
      found.valued_rows >= few_figures && found.stacked_rows * 2 >= found.valued_rows && found.torn <= found.parted;
  // Some do not, and no row is torn; or all rows of text hold several.
  const bool some = found.parted > 0 && found.torn == 0;
  const bool paragraphs = found.paragraphs >= 2 && found.paragraphs == found.torn + found.parted && found.single == 0;
  const double left_out =
      1 - static_cast<double>(found.words) / std::max<double>(1, static_cast<double>(inside.words.size()));
  if (!abreast &&
      (stacked ||
       ((some || paragraphs) && found.torn_heads.empty() && found.missed_rows <= missed_rows.of(ruled.rows()))) &&
      finer.size() == 1 &&
      (finer[0].columns() == ruled.columns() || (stacked && found.cells_abreast <= specks.of(found.cells))))
    return {spliced(page, ruled, finer[0], cell_of, parted_rows)};
  if (left_out > left_out_words.value || !found.torn_heads.empty()) return {};
  if (abreast || stacked) return finer;
  return {};
}

}  // namespace cotejo::tables
