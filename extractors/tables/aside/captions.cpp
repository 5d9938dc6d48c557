#include "extractors/tables/aside/captions.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/captions.h"
#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {

namespace {

template <typename Which>
std::vector<int> without_lines(const model::Page& page, const std::vector<int>& words, Which which) {
  std::vector<model::Rect> leaders;
  std::vector<int> out;
  for (const TextLine& line : lines_of(pieces_of(page, words, leaders), leaders, {}, kColumnGap)) {
    if (line.segments.size() != 1 || !which(line.segments.front().text())) continue;
    for (const Piece& piece : line.segments.front().pieces) out.push_back(piece.word);
  }
  std::vector<int> kept;
  std::copy_if(words.begin(), words.end(), std::back_inserter(kept),
               [&](int word) { return std::find(out.begin(), out.end(), word) == out.end(); });
  return kept;
}

}  // namespace

std::vector<int> without_unit_notes(const model::Page& page, const std::vector<int>& words) {
  return without_lines(page, words, [](const std::string& text) { return base::is_unit_note(text); });
}

std::vector<int> without_captions(const model::Page& page, const std::vector<int>& words) {
  return without_lines(page, words,
                       [](const std::string& text) { return is_caption(text) || base::is_unit_note(text); });
}

}  // namespace cotejo::tables
