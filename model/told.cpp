#include "model/told.h"

#include <algorithm>

#include "model/document.h"

namespace cotejo::model {
namespace {

// Share of the two boxes together that both cover, 0 to 1.
double likeness(const Rect& a, const Rect& b) {
  const double common = intersection(a, b).area();
  const double all = a.area() + b.area() - common;
  return all > 0 ? common / all : 0;
}

// Neighbours have less in common.
constexpr double kSame = 0.5;

template <class Thing>
Thing* best_of(std::vector<Thing>& things, const Rect& box, const auto& candidate) {
  Thing* best = nullptr;
  double most = kSame;
  for (Thing& thing : things) {
    if (!candidate(thing)) continue;
    if (const double like = likeness(thing.box, box); like >= most) {
      most = like;
      best = &thing;
    }
  }
  return best;
}

// The turn-th `from` in the text, from 0; npos where there are fewer.
std::size_t find_turn(const std::string& text, const std::string& from, int turn) {
  std::size_t at = text.find(from);
  for (; turn > 0 && at != std::string::npos; --turn) at = text.find(from, at + from.size());
  return at;
}

void replace_turn(std::string& text, const std::string& from, const std::string& to, int turn) {
  if (const std::size_t at = find_turn(text, from, turn); at != std::string::npos) text.replace(at, from.size(), to);
}

int times_in(const std::string& text, const std::string& what) {
  int times = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++times;
  return times;
}

void put_right(Cell& cell, const std::string& text) {
  cell.text = text;
  cell.lines = {text};
  cell.confidence = 1;
  cell.alternatives.clear();
}

// How often the word's text stands in the texts of the words before it that `among` holds.
int turn_of(const Page& page, const Word& word, const auto& among) {
  int turn = 0;
  for (const Word& other : page.words) {
    if (&other == &word) break;
    if (among(other)) turn += times_in(other.text, word.text);
  }
  return turn;
}

Cell* cell_around(std::vector<Table>& tables, int page, const Word& word) {
  const Point middle{word.box.center_x(), word.box.center_y()};
  for (Table& table : tables)
    for (Cell& cell : table.cells)
      if (cell.page == page && !cell.text.empty() && cell.box.contains(middle)) return &cell;
  return nullptr;
}

void put_right(Bundle& bundle, Page& page, Word& word, const std::string& text) {
  if (Cell* cell = cell_around(bundle.tables, page.number, word)) {
    const int turn = turn_of(page, word, [&](const Word& other) {
      return cell->box.contains({other.box.center_x(), other.box.center_y()});
    });
    int left = turn;
    for (std::string& line : cell->lines) {
      const int here = times_in(line, word.text);
      if (left < here) {
        replace_turn(line, word.text, text, left);
        break;
      }
      left -= here;
    }
    replace_turn(cell->text, word.text, text, turn);
  }
  const int index = static_cast<int>(&word - page.words.data());
  for (Block& block : bundle.blocks) {
    if (block.page != page.number) continue;
    const auto at = std::find(block.words.begin(), block.words.end(), index);
    if (at == block.words.end()) continue;
    int turn = 0;
    for (auto it = block.words.begin(); it != at; ++it)
      turn += times_in(page.words[static_cast<std::size_t>(*it)].text, word.text);
    replace_turn(block.text, word.text, text, turn);
  }
  word.text = text;
  word.confidence = 1;
  word.alternatives.clear();
}

}  // namespace

bool same_place(const Rect& a, const Rect& b) {
  return likeness(a, b) >= kSame;
}

void put_right(Bundle& bundle, const std::vector<ToldReading>& readings) {
  for (const ToldReading& reading : readings) {
    Cell* cell = nullptr;
    for (Table& table : bundle.tables) {
      if (cell != nullptr || reading.page < table.first_page || reading.page > table.last_page) continue;
      cell = best_of(table.cells, reading.box, [&](const Cell& it) { return it.page == reading.page; });
    }
    if (cell != nullptr) {
      put_right(*cell, reading.text);
      continue;
    }
    const auto page = std::find_if(bundle.pages.begin(), bundle.pages.end(),
                                   [&](const Page& it) { return it.number == reading.page; });
    if (page == bundle.pages.end()) continue;
    if (Word* word = best_of(page->words, reading.box, [](const Word&) { return true; }))
      put_right(bundle, *page, *word, reading.text);
  }
}

}  // namespace cotejo::model
