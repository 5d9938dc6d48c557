#include "model/page_text.h"

#include <algorithm>
#include <map>

namespace cotejo::model {
namespace {

// A part of a page's text and where it begins.
struct Piece {
  Rect box;
  std::string text;
};

// The rows of a table, by the page that each cell begins on.
std::map<int, Piece> table_pieces(const Table& table) {
  std::map<int, Piece> pieces;
  int row = -1;
  for (const Cell& cell : table.cells) {
    auto [place, fresh] = pieces.try_emplace(cell.page);
    Piece& piece = place->second;
    if (!fresh) piece.text += cell.row == row ? '\t' : '\n';
    row = cell.row;
    piece.box = united(piece.box, cell.box);
    std::string text = cell.text;
    std::replace(text.begin(), text.end(), '\n', ' ');
    piece.text += text;
  }
  return pieces;
}

std::string joined_words(const Page& page) {
  std::string text;
  for (const Word& word : page.words) {
    text += word.text;
    if (word.space_after) text += ' ';
  }
  return text;
}

}  // namespace

std::vector<std::string> page_texts(const Bundle& bundle) {
  std::map<int, std::vector<Piece>> blocks;
  std::map<int, std::vector<Piece>> tables;
  for (const Block& block : bundle.blocks) blocks[block.page].push_back({block.box, block.text});
  for (const Table& table : bundle.tables) {
    for (auto& [page, piece] : table_pieces(table)) tables[page].push_back(std::move(piece));
  }
  std::vector<std::string> texts;
  texts.reserve(bundle.pages.size());
  for (const Page& page : bundle.pages) {
    std::vector<Piece> pieces = std::move(blocks[page.number]);
    for (Piece& table : tables[page.number]) {
      // Before the first block that begins below the table and beside no other column of it.
      const auto place = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& piece) {
        return piece.box.y0 >= table.box.y0 && overlap_x(piece.box, table.box) > 0;
      });
      pieces.insert(place, std::move(table));
    }
    std::string text;
    for (const Piece& piece : pieces) {
      if (!text.empty()) text += '\n';
      text += piece.text;
    }
    if (text.empty()) text = joined_words(page);
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace cotejo::model
