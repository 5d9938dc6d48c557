#include <algorithm>
#include <map>

#include "pipeline/checks/prose/joints.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

// «Área asistencial de enfermería:», not longer than a label.
constexpr std::size_t kLongestHead = 70;  // bytes
// From the colon to the figure.
constexpr std::size_t kReach = 80;  // bytes

// What an item counts: all requests, or those of one type by its first letter.
char type_of(const std::string& noun) {
  for (const char* all : {"comunicacion", "solicitud", "requerimiento", "pqr"})
    if (noun.starts_with(all)) return '*';
  for (const char* type : {"peticion", "queja", "reclamo", "sugerencia", "felicitacion", "denuncia"})
    if (noun.starts_with(type)) return type[0];
  return 0;
}

// A table of areas in its rows and types in its columns, by the initials or the names of these.
struct Areas {
  const TableAnalysis* table = nullptr;
  int total = -1;  // column
  std::map<char, int> types;
};

std::vector<Areas> areas_of(const Context& context) {
  std::vector<Areas> result;
  for (const TableAnalysis& table : context.tables) {
    const Figures& figures = table.figures;
    Areas areas{&table, -1, {}};
    for (int c = 0; c < figures.columns(); ++c) {
      const std::string head = normalise::fold(figures.column_name(c));
      if (figures.use(c) != ColumnUse::additive || head.empty()) continue;
      if (head.find("total") != std::string::npos && areas.total < 0) areas.total = c;
      if (head.size() == 1 || type_of(head) > '*') areas.types.emplace(head[0], c);
    }
    if (areas.total >= 0 && areas.types.size() >= 3) result.push_back(std::move(areas));
  }
  return result;
}

// Every word of the row's label stands in the item's head, or begins a word of it: «adm.» for «administrativa».
bool names_row(const std::vector<std::string>& head, const std::string& label) {
  const std::vector<std::string> words = normalise::folded_words(label);
  int named = 0;
  for (const std::string& word : words) {
    if (word == "de" || word == "del" || word == "y" || word == "la") continue;
    const bool there = std::any_of(head.begin(), head.end(), [&](const std::string& other) {
      return other == word || (word.size() >= 3 && other.starts_with(word));
    });
    if (!there) return false;
    ++named;
  }
  return named >= 2;
}

struct Item {
  const FigureSentence* sentence = nullptr;
  const ProseNumber* number = nullptr;
  Place place;
  bool agrees = false;
};

// The item that the sentence is, compared with its row; nothing when no row or several are named.
bool compare(const Areas& areas, const FigureSentence& sentence, Item& item) {
  const std::string_view text = sentence.text();
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon > kLongestHead) return false;
  const std::size_t after = sentence.span.begin + colon + 1;
  const auto number = std::find_if(sentence.numbers.begin(), sentence.numbers.end(),
                                   [&](const ProseNumber& n) { return n.begin >= after; });
  if (number == sentence.numbers.end() || number->begin - after > kReach || number->percent) return false;
  const char type = type_of(counted_noun(sentence, *number));
  if (type == 0) return false;
  const auto column = areas.types.find(type);
  if (type != '*' && column == areas.types.end()) return false;
  const std::vector<std::string> head = normalise::folded_words(text.substr(0, colon));
  const Figures& figures = areas.table->figures;
  int row = -1;
  for (int r = 0; r < figures.rows(); ++r) {
    if (!figures.row(r).body || figures.row(r).total || !names_row(head, figures.row(r).label)) continue;
    if (row >= 0) return false;
    row = r;
  }
  if (row < 0) return false;
  const Place place{row, type == '*' ? areas.total : column->second};
  const Figure& figure = figures.at(place);
  if (figure.known != Known::printed) return false;
  item = {&sentence, &*number, place, figure.amount.rounded().meets(number->amount.rounded())};
  return true;
}

}  // namespace

void check_items(const Context& context, const std::vector<FigureSentence>& sentences,
                 std::vector<Contradiction>& found, int& tested) {
  for (const Areas& areas : areas_of(context)) {
    const Figures& figures = areas.table->figures;
    std::vector<Item> items;
    for (const FigureSentence& sentence : sentences) {
      const int page = sentence.passage->source.page;
      Item item;
      if (sentence.passage->source.table < 0 && page >= figures.table().first_page &&
          page <= figures.table().last_page + 2 && compare(areas, sentence, item))
        items.push_back(item);
    }
    tested += static_cast<int>(items.size());
    const auto agree = std::count_if(items.begin(), items.end(), [](const Item& item) { return item.agrees; });
    const auto differ = static_cast<std::ptrdiff_t>(items.size()) - agree;
    if (agree < 2 || agree < 2 * differ) continue;  // the list may be of other things, or of another time
    for (const Item& item : items) {
      if (item.agrees) continue;
      const Figure& figure = figures.at(item.place);
      Contradiction claim{item.sentence,          item.number, figure.amount.value.to_string(), {}, {}, {}, {},
                          figures.reading().table};
      claim.message = "El texto da " + guillemets(item.number->text, 30) + " para " +
                      guillemets(figures.row_name(item.place.row), 60) + "; " + table_name(figures.table()) + " dice " +
                      written(figure.amount) + " en " + guillemets(figures.column_name(item.place.column), 40) + ".";
      claim.steps = {"En el texto: " + item.number->text,
                     "En la tabla: " + written(figure.amount) + "  " + figures.column_name(item.place.column)};
      claim.sources = {evidence_of(*areas.table, item.place, model::Role::source)};
      found.push_back(std::move(claim));
    }
  }
}

}  // namespace cotejo::checks
