#include "pipeline/mapping/budget/leader_lists.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "model/measure.h"
#include "pipeline/mapping/budget/budget_class.h"
#include "pipeline/mapping/budget/tolerances.h"
#include "pipeline/mapping/text/places.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/numbers/numbers.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::leader_lists;

struct Item {
  std::string label;
  normalise::NumberToken figure;
  int block = -1;
};

// Where the leader that ends before `end` begins; npos when none does.
std::size_t leader_before(std::string_view text, std::size_t end) {
  constexpr std::string_view kEllipsis = "\u2026";
  int dots = 0;
  std::size_t at = end;
  while (at > 0) {
    if (text.substr(0, at).ends_with(kEllipsis)) {
      dots += 3;
      at -= kEllipsis.size();
    } else if (text[at - 1] == '.' || text[at - 1] == '_') {
      ++dots;
      --at;
    } else if (text[at - 1] == ' ' || text[at - 1] == '\n') {
      --at;
    } else {
      break;
    }
  }
  return dots >= kFewestDots ? at : std::string_view::npos;
}

bool is_money(const normalise::NumberToken& token) {
  return token.kind == normalise::TokenKind::amount && token.reading.kind == normalise::NumberKind::number;
}

// The items of one block, in order.
std::vector<Item> items_of(const model::Block& block, int index) {
  std::vector<Item> items;
  if (block.text.find("...") == std::string::npos && block.text.find("\u2026") == std::string::npos &&
      block.text.find("___") == std::string::npos)
    return items;
  std::size_t begin = 0;
  for (normalise::NumberToken& token : normalise::find_numbers(block.text)) {
    const std::size_t leader = leader_before(block.text, token.begin);
    if (leader == std::string_view::npos || leader < begin) continue;
    std::string_view before = std::string_view(block.text).substr(begin, leader - begin);
    before.remove_prefix(std::min(before.rfind(':') + 1, before.size()));  // the words that introduce the list
    std::string label = trimmed(before);
    begin = token.end;
    if (!is_money(token) || label.empty() || label.size() > kLongestLabel) continue;
    items.push_back({std::move(label), std::move(token), index});
  }
  return items;
}

// "Gastos de personal: $ 980.000.000": a block that is a name and its money, and nothing else.
std::vector<Item> lone_item_of(const model::Block& block, int index) {
  if (block.kind == model::BlockKind::heading || block.text.size() > 2 * kLongestLabel) return {};
  std::vector<normalise::NumberToken> tokens = normalise::find_numbers(block.text);
  if (tokens.size() != 1 || !is_money(tokens.front()) || !tokens.front().reading.currency_sign) return {};
  const std::string_view text = block.text;
  if (text.find_first_not_of(" .;,\n", tokens.front().end) != std::string_view::npos) return {};
  std::string_view before = text.substr(0, tokens.front().begin);
  const std::size_t end = before.find_last_not_of(" \n");
  if (end == std::string_view::npos || before[end] != ':') return {};
  std::string label = trimmed(before.substr(0, end));
  if (label.empty() || label.size() > kLongestLabel) return {};
  return {{std::move(label), std::move(tokens.front()), index}};
}

// What introduces the list says of its figures.
struct Introduction {
  model::Measure measure = model::Measure::none;
  int vigencia = 0;
  BudgetClass budget_class = BudgetClass::none;
  bool opens = false;  // ends with a colon
};

Introduction introduction_of(const model::Block& block, const Vocabulary& vocabulary) {
  const std::string folded = normalise::fold(block.text);
  const std::string_view text = block.text;
  const std::size_t last = text.find_last_not_of(" \n");
  const bool opens = last != std::string_view::npos && text[last] == ':';
  const bool introduces =
      opens || has_words(folded, "siguientes") || has_words(folded, "siguiente") || has_words(folded, "asi");
  if (!introduces) return {};
  Introduction introduction;
  introduction.measure = model::measure_named(vocabulary.meaning("columnas.presupuesto", folded));
  introduction.vigencia = single_year(folded);
  introduction.budget_class = budget_class_of(folded, vocabulary);
  introduction.opens = opens;
  return introduction;
}

const model::Page* page_of(const model::Bundle& bundle, int number) {
  const auto page = std::find_if(bundle.pages.begin(), bundle.pages.end(),
                                 [number](const model::Page& candidate) { return candidate.number == number; });
  return page == bundle.pages.end() ? nullptr : &*page;
}

model::BudgetEntry entry_of(const model::Bundle& bundle, const Item& item, const Introduction& introduction,
                            const Vocabulary& vocabulary) {
  const model::Block& block = bundle.blocks[static_cast<std::size_t>(item.block)];
  model::BudgetEntry entry;
  entry.vigencia = introduction.vigencia;
  entry.description = item.label;
  entry.measure = introduction.measure;
  entry.amount = item.figure.reading.amount;
  entry.total = vocabulary.at_start("filas.total", normalise::fold(item.label)) != nullptr;
  entry.level = entry.total ? model::Level::total : model::Level::line;
  entry.budget_class = introduction.budget_class;
  entry.source.page = block.page;
  entry.source.block = item.block;
  entry.source.box = block.box;
  entry.source.text = item.figure.text;
  entry.source.sentence = item.label;
  if (const model::Page* page = page_of(bundle, block.page); page != nullptr) {
    const std::vector<PlacedWord> words = place_words(block.text, words_of_block(*page, block));
    set_place(words, item.figure.begin, item.figure.end, entry.source);
  }
  return entry;
}

// The items of the block `b` and of those behind it that have some too; `b` is the last of them then.
template <typename Read>
std::vector<Item> list_from(const model::Bundle& bundle, const Read& read, int& b) {
  std::vector<Item> items = read(bundle.blocks[static_cast<std::size_t>(b)], b);
  while (!items.empty() && b + 1 < static_cast<int>(bundle.blocks.size())) {
    std::vector<Item> more = read(bundle.blocks[static_cast<std::size_t>(b + 1)], b + 1);
    if (more.empty()) break;
    std::move(more.begin(), more.end(), std::back_inserter(items));
    ++b;
  }
  return items;
}

}  // namespace

std::vector<model::BudgetEntry> read_leader_lists(const model::Bundle& bundle, int vigencia,
                                                  const Vocabulary& vocabulary) {
  std::vector<model::BudgetEntry> entries;
  for (int b = 0; b < static_cast<int>(bundle.blocks.size()); ++b) {
    const int first = b;
    bool leaders = true;
    std::vector<Item> items = list_from(bundle, items_of, b);
    if (items.empty()) {
      leaders = false;
      items = list_from(bundle, lone_item_of, b);
    }
    if (items.size() < (leaders ? kFewestItems : kFewestLoneItems)) continue;
    Introduction introduction;
    if (leaders) introduction = introduction_of(bundle.blocks[static_cast<std::size_t>(first)], vocabulary);
    if (introduction.measure == model::Measure::none && first > 0)
      introduction = introduction_of(bundle.blocks[static_cast<std::size_t>(first - 1)], vocabulary);
    if (introduction.measure == model::Measure::none || (!leaders && !introduction.opens)) continue;
    if (introduction.vigencia == 0) introduction.vigencia = vigencia;
    for (const Item& item : items) entries.push_back(entry_of(bundle, item, introduction, vocabulary));
  }
  return entries;
}

}  // namespace cotejo::mapping
