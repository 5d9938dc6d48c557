#include "pipeline/normalise/amount_words/number_lexicon.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "pipeline/normalise/amount_words/tolerances.h"
#include "pipeline/normalise/text/word_beginnings.h"

namespace cotejo::normalise {
namespace {

using namespace tolerances::number_lexicon;

// In alphabetical order: looked up by the first letter.
constexpr std::array<NumberWord, 72> kWords{{
    {"billon", WordRole::billion, 1, false},
    {"billones", WordRole::billion, 2, false},
    {"catorce", WordRole::teen, 14, false},
    {"cero", WordRole::zero, 0, false},
    {"cien", WordRole::hundred, 100, false},
    {"cienta", WordRole::hundreds, 1, true},
    {"cientas", WordRole::hundreds, 1, true},
    {"ciento", WordRole::hundred, 100, false},
    {"cientos", WordRole::hundreds, 1, true},
    {"cinco", WordRole::unit, 5, false},
    {"cincocientos", WordRole::hundred, 500, true},
    {"cincuenta", WordRole::ten, 50, false},
    {"cuarenta", WordRole::ten, 40, false},
    {"cuatro", WordRole::unit, 4, false},
    {"cuatrocientas", WordRole::hundred, 400, false},
    {"cuatrocientos", WordRole::hundred, 400, false},
    {"diecinueve", WordRole::teen, 19, false},
    {"dieciocho", WordRole::teen, 18, false},
    {"dieciseis", WordRole::teen, 16, false},
    {"diecisiete", WordRole::teen, 17, false},
    {"diez", WordRole::ten, 10, false},
    {"doce", WordRole::teen, 12, false},
    {"dos", WordRole::unit, 2, false},
    {"doscientas", WordRole::hundred, 200, false},
    {"doscientos", WordRole::hundred, 200, false},
    {"mil", WordRole::thousand, 1000, false},
    {"millon", WordRole::million, 1, false},
    {"millones", WordRole::million, 2, false},
    {"novecientas", WordRole::hundred, 900, false},
    {"novecientos", WordRole::hundred, 900, false},
    {"noventa", WordRole::ten, 90, false},
    {"nueve", WordRole::unit, 9, false},
    {"nuevecientos", WordRole::hundred, 900, true},
    {"ochenta", WordRole::ten, 80, false},
    {"ocho", WordRole::unit, 8, false},
    {"ochocientas", WordRole::hundred, 800, false},
    {"ochocientos", WordRole::hundred, 800, false},
    {"once", WordRole::teen, 11, false},
    {"quince", WordRole::teen, 15, false},
    {"quinientas", WordRole::hundred, 500, false},
    {"quinientos", WordRole::hundred, 500, false},
    {"seis", WordRole::unit, 6, false},
    {"seiscientas", WordRole::hundred, 600, false},
    {"seiscientos", WordRole::hundred, 600, false},
    {"sesenta", WordRole::ten, 60, false},
    {"setecientas", WordRole::hundred, 700, false},
    {"setecientos", WordRole::hundred, 700, false},
    {"setenta", WordRole::ten, 70, false},
    {"siete", WordRole::unit, 7, false},
    {"sietecientos", WordRole::hundred, 700, true},
    {"trece", WordRole::teen, 13, false},
    {"treinta", WordRole::ten, 30, false},
    {"tres", WordRole::unit, 3, false},
    {"trescientas", WordRole::hundred, 300, false},
    {"trescientos", WordRole::hundred, 300, false},
    {"un", WordRole::unit, 1, false},
    {"una", WordRole::unit, 1, false},
    {"uno", WordRole::unit, 1, false},
    {"veinte", WordRole::ten, 20, false},
    {"veinti", WordRole::veinti, 20, true},
    {"veinticinco", WordRole::teen, 25, false},
    {"veinticuatro", WordRole::teen, 24, false},
    {"veintidos", WordRole::teen, 22, false},
    {"veintinueve", WordRole::teen, 29, false},
    {"veintiocho", WordRole::teen, 28, false},
    {"veintiseis", WordRole::teen, 26, false},
    {"veintisiete", WordRole::teen, 27, false},
    {"veintitres", WordRole::teen, 23, false},
    {"veintiun", WordRole::teen, 21, false},
    {"veintiuna", WordRole::teen, 21, false},
    {"veintiuno", WordRole::teen, 21, false},
    {"y", WordRole::and_, 0, false},
}};
static_assert(std::is_sorted(kWords.begin(), kWords.end(),
                             [](const NumberWord& a, const NumberWord& b) { return a.word < b.word; }));

constexpr WordBeginnings kBeginnings = [] {
  WordBeginnings beginnings{};
  for (const NumberWord& word : kWords) beginnings.add(word.word);
  return beginnings;
}();

// Where the words that begin with a letter stand in kWords: from kFirstOf[letter - 'a'] to the next.
constexpr auto kFirstOf = [] {
  std::array<std::uint8_t, 27> first{};
  for (std::size_t letter = 0; letter < first.size(); ++letter) {
    std::uint8_t at = 0;
    while (at < kWords.size() && kWords[at].word[0] < static_cast<char>('a' + letter)) ++at;
    first[letter] = at;
  }
  return first;
}();

// One letter changed, dropped or added.
bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  const std::string_view tail_a = a.substr(a.size() == b.size() ? std::min(i + 1, a.size()) : i);
  return tail_a == b.substr(std::min(i + 1, b.size()));
}

}  // namespace

NumberWord number_word(std::string_view word) {
  if (word.empty() || word[0] < 'a' || word[0] > 'z' || !kBeginnings.may_begin(word)) return {};
  const auto letter = static_cast<std::size_t>(word[0] - 'a');
  for (std::size_t i = kFirstOf[letter]; i < kFirstOf[letter + 1]; ++i) {
    const std::string_view entry = kWords[i].word;
    if (entry.size() == word.size() && entry.back() == word.back() && entry == word) return kWords[i];
  }
  return {};
}

NumberWord misspelt_number_word(std::string_view word) {
  NumberWord near;
  if (word.size() < kShortestMisspelt) return near;
  for (const NumberWord& entry : kWords) {
    if (entry.word.size() < kShortestMisspelt || entry.lenient || !one_slip_apart(entry.word, word)) continue;
    const bool same = near.role == entry.role && near.value == entry.value;
    if (near.role != WordRole::none && !same) return {};
    near = entry;
    near.lenient = true;
  }
  return near;
}

}  // namespace cotejo::normalise
