#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/record.h"

namespace cotejo::mapping {

// Where each word of a page stands in a text that was made of those words.
struct PlacedWord {
  std::size_t begin = 0;  // byte offsets into the text
  std::size_t end = 0;
  const model::Word* word = nullptr;
};

// Finds the words in the text, in their order. Spaces do not count, hyphens at line ends may be gone from the text, and
// a word that the text lacks is left out without losing those that follow. Linear in the text for words that fit it.
[[nodiscard]] std::vector<PlacedWord> place_words(std::string_view text, const std::vector<const model::Word*>& words);

// The words of a block, in reading order; those of a page that lie inside a box, in the order of the page.
[[nodiscard]] std::vector<const model::Word*> words_of_block(const model::Page& page, const model::Block& block);
[[nodiscard]] std::vector<const model::Word*> words_in_box(const model::Page& page, const model::Rect& box);

// Sets box, confidence and origin of a source from the words that overlap [begin, end) of the text; leaves them as they
// are when no word does.
void set_place(const std::vector<PlacedWord>& words, std::size_t begin, std::size_t end, model::Source& source);

}  // namespace cotejo::mapping
