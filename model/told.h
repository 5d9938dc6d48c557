#pragma once

#include <string>
#include <vector>

#include "model/geometry.h"
#include "model/record.h"

namespace cotejo::model {

struct Bundle;

// What a person read where the program was in doubt: a cell, or a word.
struct ToldReading {
  int page = 0;  // from 1
  Rect box;      // that was shown to the person
  std::string text;
};

// Whether two boxes are of one thing, which a newer reading may frame a little otherwise.
[[nodiscard]] bool same_place(const Rect& a, const Rect& b);

// What a person says of a document. Fields left empty (0) are not spoken of, unless their columns
// (model/record.h) are among the cleared ones: of those the person says that the document has none.
struct Told {
  DocumentInfo is;
  std::vector<std::string> cleared;
  std::vector<ToldReading> readings;
};

// Lets cells, words and running text say what a person read there, surely. A place that nothing was read at any more
// is passed over. The text of a word that is found by its box takes its turn among equal ones of its cell or block.
void put_right(Bundle& bundle, const std::vector<ToldReading>& readings);

}  // namespace cotejo::model
