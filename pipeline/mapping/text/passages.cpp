#include "pipeline/mapping/text/passages.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "pipeline/mapping/text/tolerances.h"
#include "pipeline/normalise/numbers/numbers.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::passages;

bool ends_sentence(const std::string& text) {
  const std::size_t last = text.find_last_not_of(" \n\"”»)");
  if (last == std::string::npos) return true;
  const char c = text[last];
  return c == '.' || c == ':' || c == '?' || c == '!' || c == ';';
}

bool begins_low(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \n\"“«(");
  if (first == std::string::npos) return false;
  const char c = text[first];
  if (c >= 'a' && c <= 'z') return true;
  // Small accented letters: U+00E0 to U+00FF are C3 A0 to C3 BF.
  return static_cast<unsigned char>(c) == 0xC3U && first + 1 < text.size() &&
         static_cast<unsigned char>(text[first + 1]) >= 0xA0U;
}

// Whether a block goes on with the passage whose last block is `before`: over a page break, or where every line of a
// widely set paragraph came as a block of its own.
bool joined(const Passage& passage, const model::Block* before, const model::Block& block) {
  const bool runs = (passage.kind == model::BlockKind::paragraph || passage.kind == model::BlockKind::list_item) &&
                    block.kind == model::BlockKind::paragraph && before != nullptr && !ends_sentence(passage.text);
  if (!runs) return false;
  if (before->page + 1 == block.page) return begins_low(block.text);
  if (before->page != block.page || before->text.size() < kFullLine) return false;
  const double line = before->font_size > 0 ? before->font_size : std::min<double>(before->box.height(), kLargestLine);
  const double gap = block.box.y0 - before->box.y1;
  const bool below = gap > -line && gap < kApart.of(line) && std::abs(block.box.x0 - before->box.x0) < kIndent.of(line);
  return below && std::abs(block.font_size - before->font_size) < kOtherSize;
}

}  // namespace

std::vector<Passage> passages(const model::Bundle& bundle) {
  std::vector<Passage> result;
  const model::Block* last = nullptr;  // the block that ends the last passage
  for (std::size_t i = 0; i < bundle.blocks.size(); ++i) {
    const model::Block& block = bundle.blocks[i];
    if (block.kind == model::BlockKind::running_head || block.kind == model::BlockKind::running_foot) continue;
    if (block.text.empty()) continue;
    Passage passage;
    passage.text = block.text;
    passage.kind = block.kind;
    passage.source.page = block.page;
    passage.source.box = block.box;
    passage.source.block = static_cast<int>(i);
    passage.pieces = {{0, static_cast<int>(i)}};
    if (!result.empty() && joined(result.back(), last, block)) {
      result.back().pieces.push_back({result.back().text.size() + 1, static_cast<int>(i)});
      result.back().text += " " + block.text;
      if (result.back().source.page == block.page)
        result.back().source.box = model::united(result.back().source.box, block.box);
      last = &block;
      continue;
    }
    last = &block;
    result.push_back(std::move(passage));
  }
  for (std::size_t t = 0; t < bundle.tables.size(); ++t) {
    for (const model::Cell& cell : bundle.tables[t].cells) {
      if (std::count(cell.text.begin(), cell.text.end(), ' ') < 2) continue;
      Passage passage;
      passage.text = cell.text;
      passage.source.page = cell.page;
      passage.source.box = cell.box;
      passage.source.table = static_cast<int>(t);
      passage.source.row = cell.row;
      passage.source.column = cell.column;
      passage.source.origin = cell.origin;
      passage.source.confidence = cell.confidence;
      result.push_back(std::move(passage));
    }
  }
  for (Passage& passage : result) {
    passage.source.text = passage.text;
    passage.sentences = sentences_of(passage.text);
    for (const Sentence& sentence : passage.sentences) {
      for (normalise::NumberToken& number : normalise::find_numbers(sentence.of(passage.text))) {
        number.begin += sentence.begin;
        number.end += sentence.begin;
        passage.numbers.push_back(std::move(number));
      }
    }
  }
  return result;
}

std::vector<normalise::NumberToken> numbers_of(const Passage& passage, const Sentence& sentence) {
  std::vector<normalise::NumberToken> numbers;
  for (auto it = std::partition_point(passage.numbers.begin(), passage.numbers.end(),
                                      [&](const auto& number) { return number.begin < sentence.begin; });
       it != passage.numbers.end() && it->begin < sentence.end; ++it) {
    normalise::NumberToken& number = numbers.emplace_back(*it);
    number.begin -= sentence.begin;
    number.end -= sentence.begin;
  }
  return numbers;
}

const model::Page* PassagePlaces::page(int number) const {
  const auto found = std::lower_bound(bundle_.pages.begin(), bundle_.pages.end(), number,
                                      [](const model::Page& page, int wanted) { return page.number < wanted; });
  return found != bundle_.pages.end() && found->number == number ? &*found : nullptr;
}

const std::vector<PlacedWord>& PassagePlaces::words_of(std::size_t piece) {
  Placed& placed = placed_[piece];
  if (placed.known) return placed.words;
  placed.known = true;
  const bool cell = passage_.pieces.empty();
  const model::Block* block = cell ? nullptr : &bundle_.blocks[static_cast<std::size_t>(passage_.pieces[piece].block)];
  const model::Page* on = page(cell ? passage_.source.page : block->page);
  if (on == nullptr) return placed.words;
  placed.words = cell ? place_words(passage_.text, words_in_box(*on, passage_.source.box))
                      : place_words(block->text, words_of_block(*on, *block));
  return placed.words;
}

PassagePlaces::PassagePlaces(const model::Bundle& bundle, const Passage& passage)
    : bundle_(bundle), passage_(passage), placed_(std::max<std::size_t>(1, passage.pieces.size())) {}

model::Source PassagePlaces::at(std::size_t begin, std::size_t end) {
  model::Source source = passage_.source;
  if (passage_.pieces.empty()) {
    set_place(words_of(0), begin, end, source);
    return source;
  }
  // Words that a page break parts are pointed at where they begin.
  const auto after = std::upper_bound(passage_.pieces.begin(), passage_.pieces.end(), begin,
                                      [](std::size_t at, const Passage::Piece& piece) { return at < piece.begin; });
  const auto piece = std::prev(after);
  const model::Block& block = bundle_.blocks[static_cast<std::size_t>(piece->block)];
  source.block = piece->block;
  source.page = block.page;
  source.box = block.box;
  set_place(words_of(static_cast<std::size_t>(piece - passage_.pieces.begin())), begin - piece->begin,
            end - piece->begin, source);
  return source;
}

model::Source source_at(const model::Bundle& bundle, const Passage& passage, std::size_t begin, std::size_t end) {
  return PassagePlaces(bundle, passage).at(begin, end);
}

}  // namespace cotejo::mapping
