#include "extractors/tables/ledger/ledger.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/digits.h"
#include "extractors/tables/aside/charts.h"
#include "extractors/tables/aside/contents.h"
#include "extractors/tables/ledger/bars.h"
#include "extractors/tables/ledger/ranks.h"
#include "extractors/tables/ledger/tolerances.h"

namespace cotejo::tables {

namespace {

using layout::Place;
using model::Rect;

bool owned_by_all(const Segment& segment, const std::vector<Owner>& owners, Owner owner) {
  return std::all_of(segment.pieces.begin(), segment.pieces.end(),
                     [&](const Piece& piece) { return owners[static_cast<std::size_t>(piece.word)] == owner; });
}

void give(const Segment& segment, std::vector<Owner>& owners, Owner owner) {
  for (const Piece& piece : segment.pieces) owners[static_cast<std::size_t>(piece.word)] = owner;
}

// Lines of the words with one of the owners.
std::vector<TextLine> lines_of_owner(const model::Page& page, const std::vector<Owner>& owners, Owner owner) {
  std::vector<int> words;
  for (std::size_t w = 0; w < owners.size(); ++w)
    if (owners[w] == owner) words.push_back(static_cast<int>(w));
  std::vector<Rect> leaders;
  return lines_of(pieces_of(page, words, leaders), leaders, {}, kColumnGap);
}

void give_charts(const model::Page& page, std::vector<TextLine>& lines, std::vector<Owner>& owners) {
  std::vector<Rect> areas = chart_areas(lines, page);
  for (const Rect& bars : bar_areas(lines, page)) areas.push_back(bars);
  for (TextLine& line : lines)
    for (const Segment& segment : line.segments)
      for (const Rect& area : areas)
        if (area.contains({segment.box.center_x(), segment.box.center_y()})) give(segment, owners, Owner::chart);
}

// The number at the end of a line that dots lead to, or -1.
long led_number(const TextLine& line) {
  if (!line.leaders || line.segments.size() < 2) return -1;
  std::string text = line.segments.back().text();
  text.erase(0, text.find_first_not_of('.'));
  return text.size() <= ledger::page_number_digits && base::all_digits(text) ? std::stol(text) : -1;
}

// Page numbers need not stand at one margin to be a list of contents where dots lead to them.
void mark_led_contents(std::vector<TextLine>& lines) {
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t end = first;
    for (long last = 0; end < lines.size() && led_number(lines[end]) >= last; ++end) last = led_number(lines[end]);
    if (end - first >= ledger::led_entries)
      for (std::size_t l = first; l < end; ++l)
        for (Segment& segment : lines[l].segments) segment.aside = true;
    first = std::max(end, first + 1);
  }
}

void give_contents(std::vector<TextLine>& lines, std::vector<Owner>& owners) {
  mark_contents(lines);
  mark_led_contents(lines);
  for (const TextLine& line : lines)
    for (const Segment& segment : line.segments)
      if (segment.aside) give(segment, owners, Owner::contents);
}

// "1.", "2)": what opens an item of a list.
bool is_item_mark(const std::string& text) {
  const bool marked = text.size() >= 2 && (text.back() == '.' || text.back() == ')');
  return marked && text.size() <= ledger::longest_item_mark &&
         base::all_digits(std::string_view(text).substr(0, text.size() - 1));
}

// "19 de agosto de 2013", or the first words of it where its column is narrow.
bool begins_date(const Segment& segment) {
  return segment.pieces.size() >= 3 && base::all_digits(segment.pieces[0].text) && segment.pieces[1].text == "de";
}

// What a plan or a list marks its columns with.
bool is_mark(const std::string& text) {
  return text == "X" || text == "x" || text == "\u2713" || text == "\u2714";
}

bool is_figure(const TextLine& line, std::size_t at) {
  const std::string text = line.segments[at].text();
  if (is_item_mark(text) || (at > 0 && is_item_mark(line.segments[at - 1].text()))) return false;
  return (base::has_digit(text) && is_value(text)) || is_mark(text) || begins_date(line.segments[at]);
}

void add_figures(const std::vector<TextLine>& lines, std::size_t first_line, bool held,
                 const std::vector<Owner>& owners, std::vector<RankFigure>& figures) {
  for (std::size_t l = 0; l < lines.size(); ++l)
    for (std::size_t s = 0; s < lines[l].segments.size(); ++s) {
      const Segment& segment = lines[l].segments[s];
      if (!is_figure(lines[l], s) || !owned_by_all(segment, owners, held ? Owner::table : Owner::text)) continue;
      figures.push_back({first_line + l, s, segment.box, segment.pieces.front().em, held});
    }
}

void give_ranks(const model::Page& page, std::vector<TextLine> lines, std::vector<Owner>& owners) {
  std::vector<TextLine> of_tables = lines_of_owner(page, owners, Owner::table);
  std::vector<RankFigure> figures;
  add_figures(lines, 0, false, owners, figures);
  if (figures.empty()) return;
  add_figures(of_tables, lines.size(), true, owners, figures);
  lines.insert(lines.end(), of_tables.begin(), of_tables.end());
  for (const std::vector<std::size_t>& rank : ranks_of(figures, lines)) {
    std::vector<Rect> boxes;
    for (const std::size_t i : rank) boxes.push_back(figures[i].box);
    const Owner owner = on_bars(boxes, figures[rank.front()].em, page) ? Owner::chart : Owner::outside;
    for (const std::size_t i : rank) give(lines[figures[i].line].segments[figures[i].segment], owners, owner);
  }
}

}  // namespace

std::vector<Owner> owners_of(const model::Page& page, const std::vector<PageTable>& tables,
                             const std::vector<Place>& places) {
  std::vector<Owner> owners(page.words.size(), Owner::text);
  for (std::size_t w = 0; w < owners.size(); ++w) {
    if (places[w] != Place::body) owners[w] = Owner::running;
    if (page.words[w].hidden) owners[w] = Owner::hidden;
  }
  for (const PageTable& table : tables)
    for (const PageCell& cell : table.cells)
      for (const int word : cell.words) owners[static_cast<std::size_t>(word)] = Owner::table;
  std::vector<TextLine> lines = lines_of_owner(page, owners, Owner::text);
  give_charts(page, lines, owners);
  give_contents(lines, owners);
  give_ranks(page, std::move(lines), owners);
  return owners;
}

std::vector<model::OutsideFigure> figures_outside(const model::Page& page, const std::vector<Owner>& owners) {
  std::vector<model::OutsideFigure> figures;
  for (const TextLine& line : lines_of_owner(page, owners, Owner::outside))
    for (const Segment& segment : line.segments) {
      model::OutsideFigure figure;
      figure.page = page.number;
      figure.box = segment.box;
      figure.text = segment.text();
      double confidence = 0, letters = 0;
      for (const Piece& piece : segment.pieces) {
        const model::Word& word = page.words[static_cast<std::size_t>(piece.word)];
        figure.origin = word.origin;
        confidence += word.confidence * static_cast<double>(word.text.size());
        letters += static_cast<double>(word.text.size());
      }
      figure.confidence = letters > 0 ? confidence / letters : 0;
      figures.push_back(std::move(figure));
    }
  return figures;
}

}  // namespace cotejo::tables
