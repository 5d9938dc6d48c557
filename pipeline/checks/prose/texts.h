#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/record.h"

namespace cotejo::checks {

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
};

// Every passage of the document in reading order: blocks (running heads and feet apart), then the cells of words of the
// tables. A paragraph that a page break cut ("… y" / "ejecución de …") is joined again and keeps its first place.
[[nodiscard]] std::vector<Passage> passages(const model::Bundle& bundle);

// The passage's source, narrowed to the words printed at the bytes [begin, end) of its text: their page, box, origin
// and the least of their confidences. As it is where the words cannot be told.
[[nodiscard]] model::Source source_at(const model::Bundle& bundle, const Passage& passage, std::size_t begin,
                                      std::size_t end);

// Byte offsets of a sentence, end exclusive.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Sentences: they end at a full stop, an exclamation or question mark before a capital, or at a line break. Full stops
// of abbreviations ("No.", "Sr.") and of numbers do not end one. Running text that never stops is cut at a space after
// 2,000 bytes: no one writes so, and what quotes a sentence must not grow with the document.
[[nodiscard]] std::vector<Span> sentences(std::string_view text);

// The sentence around a byte offset, trimmed.
[[nodiscard]] std::string sentence_at(std::string_view text, std::size_t offset);
// The same where `spans` are the sentences of the text already.
[[nodiscard]] std::string sentence_at(std::string_view text, const std::vector<Span>& spans, std::size_t offset);

// True when what stands just before `offset` makes the words a citation: ley, decreto, resolución, acuerdo, circular,
// artículo, sentencia, radicado, oficio, acta, contrato … within the same clause.
[[nodiscard]] bool cited(std::string_view text, std::size_t offset);

}  // namespace cotejo::checks
