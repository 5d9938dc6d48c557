#include <algorithm>
#include <cmath>
#include <optional>

#include "pipeline/checks/arithmetic/implied_whole.h"
#include "pipeline/checks/arithmetic/share.h"
#include "pipeline/checks/prose/joints.h"
#include "pipeline/checks/prose/tolerances.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

// A figure and the percentage that the sentence says it is.
struct Said {
  const FigureSentence* sentence = nullptr;
  const ProseNumber* part = nullptr;
  const ProseNumber* percent = nullptr;
};

std::vector<Said> said_in(const FigureSentence& sentence) {
  std::vector<Said> result;
  for (std::size_t i = 0; i + 1 < sentence.numbers.size(); ++i) {
    const ProseNumber& part = sentence.numbers[i];
    const ProseNumber& percent = sentence.numbers[i + 1];
    if (part.percent || !percent.percent || part.value() <= 0 || percent.value() <= 0) continue;
    if (percent.begin - part.end > kLongestEquation) continue;
    if (says_equal(std::string_view(sentence.passage->text).substr(part.end, percent.begin - part.end)))
      result.push_back({&sentence, &part, &percent});
  }
  return result;
}

// The nearest number before it of more of the same things, on its page or the one before.
std::optional<ToldFigure> whole_before(const std::vector<FigureSentence>& sentences, std::size_t index,
                                       const Said& said) {
  const std::string noun = counted_noun(*said.sentence, *said.part);
  if (noun.empty()) return std::nullopt;
  const int page = said.sentence->passage->source.page;
  for (std::size_t i = index + 1; i-- > 0;) {
    const FigureSentence& sentence = sentences[i];
    if (sentence.passage->source.table >= 0) continue;
    if (std::abs(sentence.passage->source.page - page) > 1) break;
    for (auto number = sentence.numbers.rbegin(); number != sentence.numbers.rend(); ++number) {
      const bool before = i < index || number->begin < said.part->begin;
      if (before && !number->percent && number->amount.unit == said.part->amount.unit &&
          number->value() > said.part->value() && counted_noun(sentence, *number) == noun)
        return ToldFigure{&sentence, &*number};
    }
  }
  return std::nullopt;
}

// A percentage with two decimals of so few things leaves few wholes, and often none.
void check_impossible(const std::vector<FigureSentence>& sentences, std::size_t index, const Said& said,
                      std::vector<Contradiction>& found, int& tested) {
  const bool count = said.part->amount.unit == model::Unit::count && said.part->amount.value.exponent == 0;
  if (!count || said.part->value() < 2 || said.percent->amount.value.exponent > -2 || said.percent->value() > 100)
    return;
  ++tested;
  if (share_of_some_count({said.part->value(), said.percent->value(), unit_of_percent(said.percent->amount)})) return;
  const std::optional<ToldFigure> whole = whole_before(sentences, index, said);
  if (!whole) return;  // what it is a part of may be told in another unit
  const model::Micro share = share_in_hundredths(said.part->value(), whole->number->value());
  Contradiction claim{said.sentence, said.percent, model::micro_to_string(share), {}, {}, {}, {}, -1};
  const std::string all = written(model::micro(whole->number->amount.value), model::Unit::count);
  claim.message = "El texto dice que " + said.part->text + " es el " + said.percent->text +
                  ", y no lo es de ningún número entero; de " + all + " es " + written(share, model::Unit::percent) +
                  ".";
  claim.steps = {said.part->text + " / " + all + " = " + written(share, model::Unit::percent),
                 "Impreso: " + said.percent->text};
  if (whole->sentence != said.sentence)
    claim.steps.insert(claim.steps.begin(), "Antes en el texto: " + normalise::clean(whole->sentence->text()));
  claim.rests_on = {{said.sentence, said.part}, *whole};
  found.push_back(std::move(claim));
}

// The total of the money of a table, with the lines that an amount of the text may be of.
struct MoneyTotal {
  const TableAnalysis* table = nullptr;
  Place place;
};

// Whether the amount is a line of the total's column, or several that stand together.
bool of_its_lines(const MoneyTotal& total, model::Micro amount) {
  const Figures& figures = total.table->figures;
  for (int from = 0; from < total.place.row; ++from) {
    model::Micro sum = 0;
    for (int r = from; r < total.place.row; ++r) {
      const Figure& figure = figures.at({r, total.place.column});
      if (!figures.row(r).body || figure.known != Known::printed) continue;
      sum += figure.value;
      if (sum == amount) return true;
      if (sum > amount) break;
    }
  }
  return false;
}

// The last table before the text, on its page or the one before, whose total holds lines that make the amount.
std::optional<MoneyTotal> total_of(const Context& context, int page, model::Micro amount) {
  std::optional<MoneyTotal> last;
  for (const TableAnalysis& table : context.tables) {
    const Figures& figures = table.figures;
    if (figures.table().last_page > page || figures.table().last_page < page - 1 || figures.rows() > kLongTable)
      continue;
    for (int r = 0; r < figures.rows(); ++r)
      for (int c = 0; c < figures.columns(); ++c) {
        const Figure& total = figures.at({r, c});
        if (!figures.row(r).grand || figures.use(c) != ColumnUse::additive || total.known != Known::printed) continue;
        const MoneyTotal candidate{&table, {r, c}};
        if (total.value > amount && table.fault_at({r, c}) == nullptr && of_its_lines(candidate, amount))
          last = candidate;
      }
  }
  return last;
}

// Whether the amount is that percentage of some other amount that the report prints.
bool of_another_amount(const Context& context, const std::vector<FigureSentence>& sentences, const Said& said) {
  const auto fits = [&](const model::Amount& whole) {
    const double value = whole.value.to_double();
    return value > said.part->value() &&
           std::abs(100 * said.part->value() / value - said.percent->value()) <= unit_of_percent(said.percent->amount);
  };
  for (const FigureSentence& sentence : sentences)
    for (const ProseNumber& number : sentence.numbers)
      if (!number.percent && number.amount.unit == said.part->amount.unit && fits(number.amount)) return true;
  for (const TableAnalysis& table : context.tables)
    for (int r = 0; r < table.figures.rows(); ++r)
      for (int c = 0; c < table.figures.columns(); ++c) {
        const Figure& figure = table.figures.at({r, c});
        if (table.figures.row(r).total && figure.known == Known::printed && fits(figure.amount)) return true;
      }
  return false;
}

void check_of_total(const Context& context, const std::vector<FigureSentence>& sentences, const Said& said,
                    std::vector<Contradiction>& found, int& tested) {
  const ProseNumber& percent = *said.percent;
  const std::string after =
      said.sentence->folded(percent.end, std::min(said.sentence->span.end, percent.end + kLongestEquation));
  const bool of_all = after.starts_with(" del valor total ") || after.starts_with(" del total ") ||
                      after.starts_with(" de la cuantia ") || after.starts_with(" del valor ");
  const model::Micro amount = model::micro(said.part->amount.value);
  if (!of_all || amount < model::Micro{kLongAmount} * model::kMicro) return;
  const std::optional<MoneyTotal> total = total_of(context, said.sentence->passage->source.page, amount);
  if (!total) return;
  ++tested;
  const Figures& figures = total->table->figures;
  const Figure& whole = figures.at(total->place);
  const double share = 100 * said.part->value() / whole.amount.value.to_double();
  if (std::abs(share - percent.value()) <= unit_of_percent(percent.amount)) return;
  if (of_another_amount(context, sentences, said)) return;
  const model::Micro hundredths = share_in_hundredths(said.part->value(), whole.amount.value.to_double());
  Contradiction claim{said.sentence,          &percent, model::micro_to_string(hundredths), {}, {}, {}, {},
                      figures.reading().table};
  claim.message = "El texto dice que " + said.part->text + " es el " + percent.text + "; del total de " +
                  table_name(figures.table()) + " (" + written(whole.amount) + ") es " +
                  written(hundredths, model::Unit::percent) + ".";
  claim.steps = {said.part->text + " / " + written(whole.amount) + " = " + written(hundredths, model::Unit::percent),
                 "Impreso: " + percent.text};
  claim.sources = {evidence_of(*total->table, total->place, model::Role::source)};
  claim.rests_on = {{said.sentence, said.part}};
  found.push_back(std::move(claim));
}

}  // namespace

void check_parts(const Context& context, const std::vector<FigureSentence>& sentences,
                 std::vector<Contradiction>& found, int& tested) {
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (sentences[i].passage->source.table >= 0) continue;
    for (const Said& said : said_in(sentences[i])) {
      check_impossible(sentences, i, said, found, tested);
      check_of_total(context, sentences, said, found, tested);
    }
  }
}

}  // namespace cotejo::checks
