#include "extractors/tables/half_ruled/open_heads.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include "extractors/tables/half_ruled/one_row.h"
#include "extractors/tables/half_ruled/open_body.h"
#include "extractors/tables/half_ruled/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace half_ruled;

void take_words(const PageTable& table, std::vector<int>& words) {
  std::vector<int> taken;
  for (const PageCell& cell : table.cells) taken.insert(taken.end(), cell.words.begin(), cell.words.end());
  std::sort(taken.begin(), taken.end());
  std::erase_if(words, [&](int word) { return std::binary_search(taken.begin(), taken.end(), word); });
}

// A head names its columns: rows of which most cells are empty are the rest of a table, as over a page break.
bool names_columns(const PageTable& table) {
  const auto filled =
      std::count_if(table.cells.begin(), table.cells.end(), [](const PageCell& cell) { return !cell.words.empty(); });
  return 2 * filled >= static_cast<std::ptrdiff_t>(table.cells.size());
}

// Whether a cell holds figures one under the other: rows that no rules part, the table's own body. What stands below is
// no part of it, or is a line of signatures.
bool holds_rows(const model::Page& page, const PageTable& table) {
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const PageCell& cell) {
    std::vector<model::Rect> leaders;
    const std::vector<TextLine> lines = lines_of(pieces_of(page, cell.words, leaders), leaders, {}, kColumnGap);
    return std::count_if(lines.begin(), lines.end(), [](const TextLine& line) {
             return std::any_of(line.segments.begin(), line.segments.end(), [](const Segment& segment) {
               return std::any_of(segment.pieces.begin(), segment.pieces.end(),
                                  [](const Piece& piece) { return is_value(piece.text); });
             });
           }) >= figures_of_a_body;
  });
}

// Where the next lattice or head below each of them begins: no row of the upper one stands there or farther down.
std::vector<double> floors_of(const std::vector<PageTable>& tables, std::vector<model::Rect> others,
                              double page_height) {
  for (const PageTable& table : tables) others.push_back(table.box);
  std::vector<double> floors;
  for (const PageTable& table : tables) {
    double& floor = floors.emplace_back(page_height);
    for (const model::Rect& other : others)
      if (other.y0 >= table.box.y1 && overlap_x(other, table.box) > 0) floor = std::min(floor, other.y0);
  }
  return floors;
}

std::vector<int> words_above(const model::Page& page, double floor, const std::vector<int>& words) {
  std::vector<int> above;
  std::copy_if(words.begin(), words.end(), std::back_inserter(above),
               [&](int word) { return page.words[static_cast<std::size_t>(word)].box.center_y() < floor; });
  return above;
}

// The table without its last row; its words go to `words`.
PageTable without_last_row(const PageTable& table, std::vector<int>& words) {
  PageTable head = table;
  head.ys.pop_back();
  head.box.y1 = head.ys.back();
  std::erase_if(head.cells, [&](const PageCell& cell) {
    if (cell.row + 1 < table.rows()) return false;
    words.insert(words.end(), cell.words.begin(), cell.words.end());
    return true;
  });
  return head;
}

// A head and one row that a frame makes of all rows below it: those rows, where their figures show that they are
// several.
std::optional<PageTable> open_last_row(const model::Page& page, const PageTable& table) {
  const bool merged = std::any_of(table.cells.begin(), table.cells.end(), [&](const PageCell& cell) {
    return cell.row + cell.row_span == table.rows() && cell.row_span > 1;
  });
  if (table.rows() < 2 || table.rows() > most_head_rows + 1 || table.columns() < least_columns || merged)
    return std::nullopt;
  std::vector<int> words;
  const PageTable head = without_last_row(table, words);
  const double top = head.box.y1, bottom = table.box.y1;
  if (!names_columns(head) || may_be_one_row(lines_between(page, table.xs, top, bottom, words), table.xs))
    return std::nullopt;
  OpenBody body = open_body(page, head, words);
  if (!body.table || body.table->rows() < head.rows() + least_framed_rows) return std::nullopt;
  std::size_t held = 0;
  std::vector<int> filled(static_cast<std::size_t>(body.table->rows()), 0);
  for (const PageCell& cell : body.table->cells) {
    if (cell.row < head.rows()) continue;
    held += cell.words.size();
    filled[static_cast<std::size_t>(cell.row)] += cell.words.empty() ? 0 : 1;
  }
  const auto rows = std::count_if(filled.begin() + head.rows(), filled.end(), [](int cells) { return cells >= 2; });
  if (held < words.size() || static_cast<double>(rows) < framed_rows_filled.of(body.table->rows() - head.rows()))
    return std::nullopt;
  body.table->ys.back() = body.table->box.y1 = std::max(bottom, body.table->ys.back());
  return std::move(body.table);
}

}  // namespace

void open_framed_rows(const model::Page& page, std::vector<PageTable>& tables) {
  for (PageTable& table : tables)
    if (std::optional<PageTable> opened = open_last_row(page, table)) table = std::move(*opened);
}

std::vector<PageTable> settle_open_heads(const model::Page& page, std::vector<int> free_words,
                                         std::vector<PageTable>& tables, const std::vector<model::Rect>& heads) {
  std::vector<PageTable> given_up;
  const std::vector<double> floors = floors_of(tables, heads, page.height);
  std::size_t at = 0;
  std::erase_if(tables, [&](PageTable& table) {
    const double floor = floors[at++];
    if (table.rows() > most_head_rows || table.columns() < least_columns || !names_columns(table) ||
        holds_rows(page, table))
      return false;
    OpenBody body = open_body(page, table, words_above(page, floor, free_words));
    if (body.table) {
      table = std::move(*body.table);
      take_words(table, free_words);
      return false;
    }
    if (body.rows) given_up.push_back(std::move(table));
    return body.rows;
  });
  return given_up;
}

}  // namespace cotejo::tables
