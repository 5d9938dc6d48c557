#include "extractors/layout/blocks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "base/captions.h"
#include "base/digits.h"
#include "extractors/layout/join_text.h"
#include "extractors/layout/tolerances.h"

namespace cotejo::layout {

namespace {

using model::Block;
using model::BlockKind;

bool same_style(const Block& block, const Line& line) {
  return std::abs(block.font_size - line.font_size) <= other_size.of(std::max(block.font_size, line.font_size));
}

}  // namespace

Caption caption_kind(std::string_view text) {
  const base::CaptionWord word = base::caption_word(text);
  const Caption kind = word == base::CaptionWord::table     ? Caption::table
                       : word == base::CaptionWord::picture ? Caption::picture
                                                            : Caption::none;
  if (kind == Caption::none) return kind;
  // A number follows, "No." or "N°" before it or not; prose ("La tabla…", "Tabla de contenido") has none there.
  const auto space = text.find(' ');
  if (space == std::string_view::npos) return Caption::none;
  std::string_view rest = text.substr(space + 1);
  for (const std::string_view prefix : {"No. ", "No.", "No ", "Nº ", "N° ", "Nº", "N°", "N.º ", "# ", "#"})
    if (rest.starts_with(prefix)) {
      rest.remove_prefix(prefix.size());
      break;
    }
  const auto is_number = [](char c) { return base::is_digit(c) || c == 'I' || c == 'V' || c == 'X'; };
  if (rest.empty() || !is_number(rest[0])) return Caption::none;
  const auto end =
      std::find_if_not(rest.begin(), rest.end(), [&](char c) { return is_number(c) || c == '.' || c == '-'; });
  // "Tabla 4 muestra …" is a sentence: what follows the number of a caption is a sign, a capital or the end.
  std::string_view tail(end, static_cast<std::size_t>(rest.end() - end));
  const bool signed_off = end != rest.begin() && (*(end - 1) == '.' || *(end - 1) == '-');
  if (tail.empty() || signed_off || tail[0] != ' ') return kind;
  tail.remove_prefix(1);
  const bool small = !tail.empty() && ((tail[0] >= 'a' && tail[0] <= 'z'));
  return small ? Caption::none : kind;
}

namespace {

// A block in the making: its last line, and that line's text.
struct Tail {
  const Line* line = nullptr;
  std::string text;
};

// How the line goes on with a block that ends with `tail`; Seam::paragraph when it does not. `right`: how far text may
// reach.
Seam seam_with(const model::Page& page, const Block& block, const Tail& tail, const Line& line, const std::string& text,
               double right) {
  const Line& last = *tail.line;
  if (last.rotation != line.rotation || !same_style(block, line)) return Seam::paragraph;
  const double gap = line.box.y0 - last.box.y1;
  const double size = std::max(1.0, line.font_size);
  // Another column, or another part of the page.
  const bool beside = line.box.y1 < last.box.y0 || overlap_x(line.box, last.box) <= 0;
  if (beside || gap >= paragraph_gap.of(size) || block.bold != line.bold || caption_kind(text) != Caption::none ||
      begins_item(text))
    return Seam::paragraph;
  Break at;
  at.size = size;
  at.room = std::max(0.0, right - last.box.x1);
  at.next_word = page.words[line.words.front()].box.width();
  const Seam seam = seam_between(tail.text, text, at);
  // Lines of a centred or ragged heading are short without ending anything.
  const bool centred = line.bold && block.bold && std::abs(line.box.center_x() - last.box.center_x()) < size;
  return seam == Seam::paragraph && centred ? Seam::space : seam;
}

}  // namespace

std::vector<Block> blocks_of(const model::Page& page, const std::vector<Line>& lines) {
  std::vector<Block> blocks;
  std::vector<Tail> tails;
  // Edges that text may reach: of the lines of the block's surroundings.
  double right = 0;
  for (const Line& line : lines) right = std::max(right, line.box.x1);
  for (const Line& line : lines) {
    std::string text = line_text(page, line);
    Seam seam = Seam::paragraph;
    std::size_t at = blocks.size();
    for (std::size_t back = 1; back <= std::min(parts_beside, blocks.size()) && seam == Seam::paragraph; ++back) {
      at = blocks.size() - back;
      seam = seam_with(page, blocks[at], tails[at], line, text, right);
      if (overlap_x(line.box, tails[at].line->box) > 0) break;
    }
    if (seam == Seam::paragraph) {
      Block block;
      block.page = page.number;
      block.box = line.box;
      block.text = text;
      block.font_size = line.font_size;
      block.bold = line.bold;
      block.words = line.words;
      if (caption_kind(text) != Caption::none)
        block.kind = BlockKind::caption;
      else if (begins_item(text))
        block.kind = BlockKind::list_item;
      blocks.push_back(std::move(block));
      tails.push_back({&line, std::move(text)});
    } else {
      Block& block = blocks[at];
      append_text(block.text, text, seam);
      block.box = united(block.box, line.box);
      block.bold = block.bold && line.bold;
      block.words.insert(block.words.end(), line.words.begin(), line.words.end());
      tails[at] = {&line, std::move(text)};
    }
  }
  return blocks;
}

void tell_headings(std::vector<Block>& blocks, const std::vector<model::Page>& pages) {
  // The style of most of the text.
  std::map<std::pair<int, bool>, std::size_t> weight;
  std::map<int, double> page_height;
  for (const model::Page& page : pages) page_height[page.number] = page.height;
  for (const Block& block : blocks)
    if (block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item)
      weight[{static_cast<int>(std::lround(block.font_size * 2)), block.bold}] += block.text.size();
  if (weight.empty()) return;
  const auto usual = std::max_element(weight.begin(), weight.end(), [](const auto& a, const auto& b) {
                       return a.second < b.second;
                     })->first;
  const double size = usual.first / 2.0;

  // Styles of headings, largest first.
  std::map<std::pair<int, bool>, int> styles;
  const auto style_of = [](const Block& b) {
    return std::pair<int, bool>{-static_cast<int>(std::lround(b.font_size * 2)), !b.bold};
  };
  const auto is_heading = [&](const Block& b) {
    if (b.kind != BlockKind::paragraph && b.kind != BlockKind::list_item) return false;
    if (b.text.empty() || b.text.size() > longest_heading) return false;
    const bool letters = std::any_of(b.text.begin(), b.text.end(),
                                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
    if (!letters || (b.text.back() == '.' && b.text.size() > longest_heading / 3)) return false;
    const bool larger = b.font_size > (1 + other_size.value) * size;
    const bool bolder = b.bold && !usual.second && b.font_size > (1 - other_size.value) * size;
    return larger || bolder;
  };
  for (const Block& block : blocks)
    if (is_heading(block)) styles.emplace(style_of(block), 0);
  int level = 0;
  for (auto& [style, number] : styles) number = std::min(++level, deepest_heading);
  for (Block& block : blocks) {
    if (is_heading(block)) {
      block.kind = BlockKind::heading;
      block.heading_level = styles.at(style_of(block));
    } else if (block.kind != BlockKind::running_head && block.kind != BlockKind::running_foot &&
               block.kind != BlockKind::caption && block.font_size < note_size.of(size) &&
               block.box.y0 > foot_of_page.of(page_height[block.page]) && !block.text.empty() &&
               (base::is_digit(block.text[0]) || block.text[0] == '*')) {
      block.kind = BlockKind::footnote;
    }
  }
}

}  // namespace cotejo::layout
