#include "extractors/tables/lines/turned_names.h"

#include <algorithm>
#include <cstddef>

#include "extractors/tables/lines/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace lines;

using model::Rect;
using model::Word;

// The lines of one name, which stand side by side.
struct Name {
  Rect box;
  std::vector<int> words;
};

std::vector<int> turned_in(const model::Page& page, const std::vector<int>& words) {
  std::vector<int> turned;
  for (const int index : words) {
    const Word& word = page.words[static_cast<std::size_t>(index)];
    if (word.rotation % 180 != 0 && word.rotation % 90 == 0 && !word.text.empty() && !word.box.empty() &&
        word.font_size > 0)
      turned.push_back(index);
  }
  return turned;
}

// The words by the heights that they share, each list one band.
std::vector<std::vector<int>> bands_of(const model::Page& page, std::vector<int> words) {
  const auto box = [&](int index) -> const Rect& { return page.words[static_cast<std::size_t>(index)].box; };
  std::stable_sort(words.begin(), words.end(), [&](int a, int b) { return box(a).y0 < box(b).y0; });
  std::vector<std::vector<int>> bands;
  double bottom = 0;
  for (const int index : words) {
    if (bands.empty() || box(index).y0 > bottom) bands.emplace_back(), bottom = box(index).y1;
    bottom = std::max(bottom, box(index).y1);
    bands.back().push_back(index);
  }
  return bands;
}

std::vector<Name> names_of(const model::Page& page, std::vector<int> band) {
  const auto word = [&](int index) -> const Word& { return page.words[static_cast<std::size_t>(index)]; };
  std::stable_sort(band.begin(), band.end(), [&](int a, int b) { return word(a).box.x0 < word(b).box.x0; });
  std::vector<Name> names;
  for (const int index : band) {
    if (names.empty() || word(index).box.x0 - names.back().box.x1 > one_name.of(word(index).font_size))
      names.emplace_back();
    names.back().box = united(names.back().box, word(index).box);
    names.back().words.push_back(index);
  }
  return names;
}

// Whether a figure or a mark stands below the name, before any other text does.
bool over_value(const model::Page& page, const Name& name, const std::vector<int>& words) {
  const Word* next = nullptr;
  for (const int index : words) {
    const Word& word = page.words[static_cast<std::size_t>(index)];
    if (word.rotation == 0 && word.box.center_y() > name.box.y1 && overlap_x(word.box, name.box) > 0 &&
        (next == nullptr || word.box.y0 < next->box.y0))
      next = &word;
  }
  return next != nullptr && is_value(next->text);
}

}  // namespace

bool is_laid_down(const Piece& piece) {
  return piece.text.size() >= shortest_laid && piece.box.width() < narrowest_upright.of(piece.em);
}

std::vector<Piece> turned_names(const model::Page& page, const std::vector<int>& words) {
  std::vector<Piece> pieces;
  const std::vector<int> turned = turned_in(page, words);
  if (turned.size() < least_turned) return pieces;
  for (const std::vector<int>& band : bands_of(page, turned)) {
    const std::vector<Name> names = names_of(page, band);
    Rect box;
    for (const Name& name : names) box = united(box, name.box);
    const double em = page.words[static_cast<std::size_t>(band.front())].font_size;
    if (names.size() < least_turned || box.height() > highest_names.of(em)) continue;
    const auto over =
        std::count_if(names.begin(), names.end(), [&](const Name& name) { return over_value(page, name, words); });
    if (over < least_over_values) continue;
    for (const Name& name : names)
      for (const int index : name.words) {
        const Word& word = page.words[static_cast<std::size_t>(index)];
        const double x = name.box.center_x(), y = box.center_y();
        pieces.push_back({index,
                          {x - half_stroke.of(em), y - em / 2, x + half_stroke.of(em), y + em / 2},
                          word.text,
                          word.font_size,
                          word.bold});
      }
  }
  return pieces;
}

}  // namespace cotejo::tables
