#include "extractors/tables/ruled/overflow.h"

#include <algorithm>
#include <cmath>

#include "extractors/tables/ruled/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace ruled;

using model::Word;

// Whether `next`, which follows in the content stream, goes on with the line of `word`.
bool follows(const Word& word, const Word& next) {
  const double gap = next.box.x0 - word.box.x1;
  return word.rotation == 0 && next.rotation == 0 &&
         std::abs(word.box.y1 - next.box.y1) < same_baseline.of(word.font_size) &&
         gap > -touching_words.of(word.font_size) && gap < widest_space.of(word.font_size);
}

// Whether the word is printed over another one of the cell.
bool printed_over(const model::Page& page, const PageCell& cell, int index) {
  const Word& word = page.words[static_cast<std::size_t>(index)];
  return std::any_of(cell.words.begin(), cell.words.end(), [&](int k) {
    const Word& other = page.words[static_cast<std::size_t>(k)];
    return k != index && overlap_x(word.box, other.box) > printed_width.of(word.font_size) &&
           overlap_y(word.box, other.box) > printed_height.of(word.box.height());
  });
}

}  // namespace

void give_back_overflow(const model::Page& page, PageTable& table) {
  std::vector<int> cell_of(page.words.size(), -1), from(page.words.size(), -1);
  for (std::size_t c = 0; c < table.cells.size(); ++c)
    for (const int w : table.cells[c].words)
      cell_of[static_cast<std::size_t>(w)] = from[static_cast<std::size_t>(w)] = static_cast<int>(c);
  // The words of a line from its end: where one that runs over the next cell is printed over another, all are.
  for (std::size_t w = 1; w < page.words.size(); ++w) {
    if (cell_of[w] < 0 || from[w - 1] < 0 || cell_of[w] == from[w - 1] || !follows(page.words[w - 1], page.words[w]))
      continue;
    const PageCell &left = table.cells[static_cast<std::size_t>(from[w - 1])],
                   &right = table.cells[static_cast<std::size_t>(cell_of[w])];
    if (left.row != right.row || left.column + left.column_span > right.column) continue;
    bool over = from[w - 1] != cell_of[w - 1];
    for (std::size_t k = w; k < page.words.size() && (k == w || follows(page.words[k - 1], page.words[k])); ++k)
      over = over || (cell_of[k] >= 0 &&
                      printed_over(page, table.cells[static_cast<std::size_t>(cell_of[k])], static_cast<int>(k)));
    if (over) from[w] = from[w - 1];
  }
  for (std::size_t w = 0; w < page.words.size(); ++w) {
    if (from[w] == cell_of[w]) continue;
    std::erase(table.cells[static_cast<std::size_t>(cell_of[w])].words, static_cast<int>(w));
    table.cells[static_cast<std::size_t>(from[w])].words.push_back(static_cast<int>(w));
  }
}

}  // namespace cotejo::tables
