#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/record.h"
#include "pipeline/mapping/text/places.h"
#include "pipeline/mapping/text/sentences.h"
#include "pipeline/normalise/numbers/number.h"

namespace cotejo::mapping {

// A run of text that a person reads as one: a paragraph, a list item, a heading, a caption, or a cell of words.
struct Passage {
  std::string text;
  model::Source source;                                 // source.text is the text itself
  model::BlockKind kind = model::BlockKind::paragraph;  // of a cell: paragraph
  // The blocks it was made of, as indices, each with the byte at which its text begins; none when it is a cell.
  struct Piece {
    std::size_t begin = 0;
    int block = -1;
  };
  std::vector<Piece> pieces;
  std::vector<Sentence> sentences;  // of the text
  // What is like a number in it, read sentence by sentence without a context; offsets are into the text.
  std::vector<normalise::NumberToken> numbers;
};

// The numbers of one of its sentences, offsets into the sentence.
[[nodiscard]] std::vector<normalise::NumberToken> numbers_of(const Passage& passage, const Sentence& sentence);

// Every passage of the document in reading order: blocks (running heads and feet apart), then the cells of words of the
// tables. A paragraph that a page break cut ("… y" / "ejecución de …") is joined again and keeps its first place.
[[nodiscard]] std::vector<Passage> passages(const model::Bundle& bundle);

// Where the words of a passage were printed. Words are placed when they are first asked for.
class PassagePlaces {
 public:
  // Both must outlive it.
  PassagePlaces(const model::Bundle& bundle, const Passage& passage);

  // The passage's source, narrowed to the words printed at the bytes [begin, end) of its text: their page, box, origin
  // and the least of their confidences. As it is where the words cannot be told.
  [[nodiscard]] model::Source at(std::size_t begin, std::size_t end);

 private:
  struct Placed {
    bool known = false;
    std::vector<PlacedWord> words;
  };
  [[nodiscard]] const model::Page* page(int number) const;
  [[nodiscard]] const std::vector<PlacedWord>& words_of(std::size_t piece);

  const model::Bundle& bundle_;
  const Passage& passage_;
  std::vector<Placed> placed_;  // one a piece; one for a cell
};

// The same for one place of it.
[[nodiscard]] model::Source source_at(const model::Bundle& bundle, const Passage& passage, std::size_t begin,
                                      std::size_t end);

}  // namespace cotejo::mapping
