#include "extractors/tables/aside/unit_notes.h"

#include <algorithm>

#include "base/captions.h"
#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {

std::vector<int> without_unit_notes(const model::Page& page, const std::vector<int>& words) {
  std::vector<model::Rect> leaders;
  std::vector<int> notes;
  for (const TextLine& line : lines_of(pieces_of(page, words, leaders), leaders, {}, kColumnGap)) {
    if (line.segments.size() != 1 || !base::is_unit_note(line.segments.front().text())) continue;
    for (const Piece& piece : line.segments.front().pieces) notes.push_back(piece.word);
  }
  std::vector<int> kept;
  std::copy_if(words.begin(), words.end(), std::back_inserter(kept),
               [&](int word) { return std::find(notes.begin(), notes.end(), word) == notes.end(); });
  return kept;
}

}  // namespace cotejo::tables
