#include "pipeline/mapping/prose/figures.h"

#include <algorithm>
#include <array>
#include <optional>

#include "pipeline/mapping/prose/tolerances.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/normalise/amount_words/number_words.h"
#include "pipeline/normalise/numbers/numbers.h"
#include "pipeline/normalise/text/skeleton.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::figures;

using normalise::NumberKind;
using normalise::NumberToken;
using normalise::TokenKind;
using normalise::WordsAmount;

bool is_figure(const NumberToken& token) {
  return token.kind == TokenKind::amount || token.kind == TokenKind::percent || token.kind == TokenKind::count;
}

// Numbers whose year, if any, is a law's or a file's and not the time that the sentence is about.
bool is_reference(const NumberToken& token) {
  return token.kind == TokenKind::law || token.kind == TokenKind::article || token.kind == TokenKind::radicado ||
         token.kind == TokenKind::code || token.kind == TokenKind::nit || token.kind == TokenKind::phone;
}

// "Decreto 484 del 6 de junio de 2019": the date after a reference belongs to it.
std::size_t end_of_reference(std::string_view text, std::size_t end) {
  constexpr std::array<std::string_view, 4> kJoining{"de", "del", "la", "el"};
  for (const Token& token : tokens_of(text.substr(end, kDateReach))) {
    const bool joining = std::find(kJoining.begin(), kJoining.end(), token.folded) != kJoining.end();
    if (!joining && !token.is_number() && month_word(token.folded) == 0) break;
    const std::string_view before = text.substr(end, token.begin);
    if (before.find_first_of(".;(") != std::string_view::npos) break;
    if (token.is_number() && token.folded.size() == 4) return end + token.end;
  }
  return end;
}

// Counts are whole and pesos have at most two decimals: three digits behind a sign are thousands. Only what is measured
// ("42.125 km") stays open.
std::optional<model::Amount> amount_of(const normalise::NumberReading& reading, std::string_view after) {
  if (reading.kind == NumberKind::number || reading.kind == NumberKind::dash) return reading.amount;
  if (reading.kind != NumberKind::ambiguous || reading.scaled) return std::nullopt;
  const model::Unit unit = reading.as_groups.unit;
  if (unit != model::Unit::count && unit != model::Unit::cop) return std::nullopt;
  constexpr std::array<std::string_view, 16> kMeasured{
      "km", "kms",       "kilometros", "kilometro", "metros",   "m",   "m2",     "m3",
      "ha", "hectareas", "hectarea",   "toneladas", "tonelada", "ton", "grados", "puntos"};
  const std::vector<Token> next = tokens_of(after.substr(0, kMeasureReach));
  if (!next.empty() && std::find(kMeasured.begin(), kMeasured.end(), next.front().folded) != kMeasured.end())
    return std::nullopt;
  return reading.as_groups;
}

// Words and figures say one amount when only signs and the tail of money stand between them, or when the figure stands
// in parentheses a word or two later: "ciento catorce millones de pesos m/cte ($ 114.000.000)", "treinta y siete
// comunicaciones (37)".
bool belong_together(std::string_view text, const WordsAmount& words, const NumberToken& figure) {
  const bool words_first = words.begin < figure.begin;
  const std::size_t from = words_first ? words.end : figure.end;
  const std::size_t to = words_first ? figure.begin : words.begin;
  if (from > to || to - from > kWidestGap) return false;
  const std::string_view gap = text.substr(from, to - from);
  if (gap.find('\n') != std::string_view::npos || gap.find(';') != std::string_view::npos) return false;
  const bool opened = gap.find('(') != std::string_view::npos;
  constexpr std::array<std::string_view, 14> kMoney{"m",      "cte",     "mcte",        "mtce", "pesos",
                                                    "moneda", "legal",   "corriente",   "cop",  "us",
                                                    "usd",    "dolares", "colombianos", "de"};
  std::size_t others = 0;
  std::size_t all = 0;
  for (const Token& token : tokens_of(gap)) {
    ++all;
    if (std::find(kMoney.begin(), kMoney.end(), token.folded) == kMoney.end()) ++others;
  }
  if (others == 0)
    return opened || all > 0 || gap.find_first_not_of(' ') == std::string_view::npos ||
           gap.find('$') != std::string_view::npos;
  return opened && words_first && others <= 2 && gap.find_first_of(".,") == std::string_view::npos;
}

struct Found {
  std::size_t begin = 0;
  std::size_t end = 0;
  const NumberToken* number = nullptr;
  const WordsAmount* words = nullptr;
};

std::vector<Found> paired(std::string_view text, const std::vector<NumberToken>& numbers,
                          const std::vector<WordsAmount>& amounts) {
  std::vector<Found> found;
  std::vector<bool> used(amounts.size(), false);
  for (const NumberToken& number : numbers) {
    if (!is_figure(number) && number.kind != TokenKind::code) continue;
    Found one{number.begin, number.end, &number, nullptr};
    for (std::size_t i = 0; i < amounts.size() && is_figure(number) && one.words == nullptr; ++i) {
      if (used[i] || number.kind == TokenKind::percent || !belong_together(text, amounts[i], number)) continue;
      used[i] = true;
      one.words = &amounts[i];
      one.begin = std::min(one.begin, amounts[i].begin);
      one.end = std::max(one.end, amounts[i].end);
      // "(320)": the parenthesis belongs to what stands in it.
      const bool opened = text.substr(one.begin, one.end - one.begin).find('(') != std::string_view::npos;
      if (opened && one.end < text.size() && text[one.end] == ')') ++one.end;
    }
    found.push_back(one);
  }
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    if (!used[i]) found.push_back({amounts[i].begin, amounts[i].end, nullptr, &amounts[i]});
  }
  std::sort(found.begin(), found.end(),
            [](const Found& a, const Found& b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
  return found;
}

}  // namespace

ProseReader::ProseReader(const model::Bundle& bundle, const ProseWords& words) : bundle_(bundle), words_(words) {}

void ProseReader::count_mark(normalise::DecimalMark mark) {
  if (mark == normalise::DecimalMark::comma) ++commas_;
  if (mark == normalise::DecimalMark::point) ++points_;
}

void ProseReader::close_open_figures(std::vector<model::ProseFigure>& figures) const {
  if (commas_ == points_) return;
  const bool decimal_comma = commas_ > points_;
  for (const OpenFigure& open : open_)
    figures[open.figure].amount = open.comma == decimal_comma ? open.as_decimal : open.as_groups;
}

int ProseReader::read(const Passage& passage, int year, std::vector<model::ProseFigure>& figures) {
  if (passage.source.table >= 0 && !normalise::has_digit(passage.text)) return year;
  PassagePlaces places(bundle_, passage);
  for (const Sentence& sentence : passage.sentences) {
    const std::string_view line = sentence.of(passage.text);
    const normalise::Skeleton skeleton = normalise::skeleton_of(line);
    const std::vector<NumberToken> numbers = numbers_of(passage, sentence);
    const std::vector<WordsAmount> amounts = normalise::find_amounts_in_words(line, skeleton);
    if (numbers.empty() && amounts.empty()) continue;
    for (const NumberToken& number : numbers) {
      if (is_figure(number)) count_mark(number.reading.shown);
    }
    const std::vector<Found> found = paired(line, numbers, amounts);

    std::vector<Stretch> set_aside;
    std::string code;
    int codes = 0;
    for (const NumberToken& number : numbers) {
      if (is_reference(number))
        set_aside.push_back(
            {number.begin, number.kind == TokenKind::law ? end_of_reference(line, number.end) : number.end});
      if (number.kind == TokenKind::code && number.text != code) {
        code = number.text;
        ++codes;
      }
    }
    std::vector<Stretch> stretches;  // figures but codes: those do not part a figure from its words
    for (const Found& one : found) {
      if (one.number == nullptr || one.number->kind != TokenKind::code) stretches.push_back({one.begin, one.end});
    }
    ProseSentence context(line, tokens_of(line, skeleton), std::move(stretches), set_aside, year, words_);
    year = context.last_year();

    std::size_t figure = 0;
    for (const Found& one : found) {
      model::ProseFigure out;
      out.source = places.at(sentence.begin + one.begin, sentence.begin + one.end);
      out.source.text = std::string(line.substr(one.begin, one.end - one.begin));
      out.source.sentence = std::string(line);
      if (one.number != nullptr && one.number->kind == TokenKind::code) {
        out.code = one.number->text;
        figures.push_back(std::move(out));
        continue;
      }
      if (one.number != nullptr) {
        const normalise::NumberReading& reading = one.number->reading;
        out.amount = amount_of(reading, line.substr(one.number->end));
        if (!out.amount && reading.kind == NumberKind::ambiguous) {
          const bool comma = one.number->text.find(',') != std::string::npos;
          open_.push_back({figures.size(), reading.as_decimal, reading.as_groups, comma});
        }
      }
      if (one.words != nullptr) out.in_words = one.words->amount;
      const model::Unit unit = out.amount     ? out.amount->unit
                               : out.in_words ? out.in_words->unit
                                              : one.number->reading.as_groups.unit;
      FigureContext about = context.about(figure++, unit);
      out.measure = about.measure;
      out.label = std::move(about.label);
      out.vigencia = about.vigencia;
      if (codes == 1) out.code = code;
      figures.push_back(std::move(out));
    }
  }
  return year;
}

}  // namespace cotejo::mapping
