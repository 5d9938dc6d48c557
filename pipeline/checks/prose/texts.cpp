#include "pipeline/checks/prose/texts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "pipeline/mapping/text/places.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

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

// A line this long and no sentence's end runs on to the next: shorter ones are labels and items of lists.
constexpr std::size_t kFullLine = 50;

// Whether a block goes on with the passage whose last block is `before`: over a page break, or where every line of a
// widely set paragraph came as a block of its own.
bool joined(const Passage& passage, const model::Block* before, const model::Block& block) {
  const bool runs = (passage.kind == model::BlockKind::paragraph || passage.kind == model::BlockKind::list_item) &&
                    block.kind == model::BlockKind::paragraph && before != nullptr && !ends_sentence(passage.text);
  if (!runs) return false;
  if (before->page + 1 == block.page) return begins_low(block.text);
  if (before->page != block.page || before->text.size() < kFullLine) return false;
  const double line = before->font_size > 0 ? before->font_size : std::min(before->box.height(), 14.0);
  const double gap = block.box.y0 - before->box.y1;
  const bool below = gap > -line && gap < 1.8 * line && std::abs(block.box.x0 - before->box.x0) < 3 * line;
  return below && std::abs(block.font_size - before->font_size) < 1;
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
  for (Passage& passage : result) passage.source.text = passage.text;
  return result;
}

model::Source source_at(const model::Bundle& bundle, const Passage& passage, std::size_t begin, std::size_t end) {
  model::Source source = passage.source;
  const auto page_of = [&](int number) {
    const auto page = std::find_if(bundle.pages.begin(), bundle.pages.end(),
                                   [&](const model::Page& it) { return it.number == number; });
    return page == bundle.pages.end() ? nullptr : &*page;
  };
  if (passage.pieces.empty()) {
    if (const model::Page* page = page_of(source.page); page != nullptr)
      mapping::set_place(mapping::place_words(passage.text, mapping::words_in_box(*page, source.box)), begin, end,
                         source);
    return source;
  }
  // Words that a page break parts are pointed at where they begin.
  const auto after = std::upper_bound(passage.pieces.begin(), passage.pieces.end(), begin,
                                      [](std::size_t at, const Passage::Piece& piece) { return at < piece.begin; });
  const Passage::Piece& piece = *std::prev(after);
  const model::Block& block = bundle.blocks[static_cast<std::size_t>(piece.block)];
  source.block = piece.block;
  source.page = block.page;
  source.box = block.box;
  if (const model::Page* page = page_of(block.page); page != nullptr)
    mapping::set_place(mapping::place_words(block.text, mapping::words_of_block(*page, block)), begin - piece.begin,
                       end - piece.begin, source);
  return source;
}

std::vector<Span> sentences(std::string_view text) {
  static constexpr std::array kAbbreviations{"no",  "n",   "núm", "num", "sr",  "sra", "dr", "dra", "art", "lit",
                                             "pág", "pag", "vol", "cap", "inc", "ing", "av", "cra", "cll"};
  constexpr std::size_t kLongestSentence = 2000;
  std::vector<Span> result;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    if (text.substr(begin, end - begin).find_first_not_of(" \n") != std::string_view::npos)
      result.push_back({begin, end});
    begin = end;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n' || (c == ' ' && i - begin >= kLongestSentence)) {
      close(i + 1);
      continue;
    }
    if (c != '.' && c != '?' && c != '!') continue;
    if (i + 1 < text.size() && text[i + 1] != ' ' && text[i + 1] != '\n') continue;
    std::size_t word = i;
    while (word > begin && letter(text[word - 1])) --word;
    std::string before = normalise::fold(text.substr(word, i - word));
    if (std::find(kAbbreviations.begin(), kAbbreviations.end(), before) != kAbbreviations.end()) continue;
    std::size_t next = i + 1;
    while (next < text.size() && (text[next] == ' ' || text[next] == '\n')) ++next;
    if (next < text.size() && text[next] >= 'a' && text[next] <= 'z') continue;
    close(i + 1);
  }
  close(text.size());
  return result;
}

std::string sentence_at(std::string_view text, std::size_t offset) {
  return sentence_at(text, sentences(text), offset);
}

std::string sentence_at(std::string_view text, const std::vector<Span>& spans, std::size_t offset) {
  const auto next = std::upper_bound(spans.begin(), spans.end(), offset,
                                     [](std::size_t at, const Span& span) { return at < span.begin; });
  if (next != spans.begin() && offset < std::prev(next)->end) {
    const Span& span = *std::prev(next);
    return normalise::clean(text.substr(span.begin, span.end - span.begin));
  }
  return normalise::clean(text);
}

bool cited(std::string_view text, std::size_t offset) {
  static constexpr std::array kActs{
      "ley",        "leyes",     "decreto",   "decretos",    "resolucion", "resoluciones", "acuerdo",
      "acuerdos",   "circular",  "articulo",  "articulos",   "art",        "sentencia",    "conpes",
      "ordenanza",  "radicado",  "oficio",    "oficios",     "acta",       "contrato",     "convenio",
      "memorando",  "norma",     "iso",       "proposicion", "estatuto",   "constitucion", "numeral",
      "expediente", "directiva", "documento", "concepto",    "auto"};
  std::size_t from = offset;
  std::size_t words = 0;
  while (from > 0 && words < 14) {
    const char c = text[from - 1];
    if (c == ';' || c == '\n' ||
        (c == '.' && from < text.size() && text[from] == ' ' && from + 1 < offset &&
         !(text[from + 1] >= '0' && text[from + 1] <= '9') && words > 3)) {
      break;
    }
    if (c == ' ') ++words;
    --from;
  }
  for (const std::string& word : normalise::folded_words(text.substr(from, offset - from))) {
    if (std::find(kActs.begin(), kActs.end(), word) != kActs.end()) return true;
  }
  return false;
}

}  // namespace cotejo::checks
