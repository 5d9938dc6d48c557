#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>

#include "base/digits.h"
#include "pipeline/checks/arithmetic/slips.h"
#include "pipeline/checks/prose/joints.h"
#include "pipeline/checks/prose/tolerances.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/mapping/text/year_parts.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

struct Total {
  const TableAnalysis* table = nullptr;
  Place place;
  model::Micro value = 0;
  std::string words;  // folded: title, heads, label of the total row
  bool pqrs = false;
};

// The grand total of counts of each table: in its Total column or its first, unless another figure of the row is
// larger, which no part of a total can be.
std::vector<Total> totals_of(const Context& context) {
  std::vector<Total> result;
  for (const TableAnalysis& table : context.tables) {
    const Figures& figures = table.figures;
    int total_row = -1;
    for (int r = 0; r < figures.rows(); ++r) {
      if (figures.row(r).total && figures.row(r).grand) total_row = r;
    }
    if (total_row < 0) continue;
    int first = -1, total = -1, largest = -1;
    for (int c = 0; c < figures.columns(); ++c) {
      const Figure& figure = figures.at({total_row, c});
      if (figures.use(c) != ColumnUse::additive || figure.known != Known::printed ||
          figure.amount.unit != model::Unit::count)
        continue;
      if (first < 0) first = c;
      if (largest < 0 || figure.value > figures.at({total_row, largest}).value) largest = c;
      if (says_total(figures.column_name(c)) || normalise::fold(figures.column_name(c)).ends_with("total")) total = c;
    }
    if (largest < 0) continue;
    const bool stands = total >= 0 && figures.at({total_row, total}).value == figures.at({total_row, largest}).value;
    const int column = stands ? total : total >= 0 ? largest : first;
    Total entry{&table,
                {total_row, column},
                model::micro(figures.at({total_row, column}).amount.value),
                {},
                table.figures.reading().kind == model::TableKind::petitions};
    entry.words = " " +
                  normalise::fold(figures.table().title + " " + figures.row(total_row).label + " " +
                                  figures.column_name(column)) +
                  " ";
    result.push_back(std::move(entry));
  }
  return result;
}

bool generic_noun(const std::string& noun) {
  for (const char* word :
       {"solicitud", "pqr", "peticion", "comunicacion", "requerimiento", "radicado", "manifestacion"}) {
    if (noun.starts_with(word)) return true;
  }
  return false;
}

std::string noun_after(const FigureSentence& sentence, const ProseNumber& number) {
  const std::size_t length = std::min<std::size_t>(50, sentence.span.end - number.end);
  for (const std::string& word :
       normalise::folded_words(std::string_view(sentence.passage->text).substr(number.end, length))) {
    if (word.size() >= 3) return word;
  }
  return {};
}

bool claims_total(const FigureSentence& sentence, const ProseNumber& number) {
  const std::string before = sentence.folded(sentence.span.begin, number.begin);
  for (const char* word : {" anterior", " pasad", " las cuales ", " los cuales ", " de estas ", " de estos "}) {
    if (before.find(word) != std::string::npos) return false;
  }
  for (const char* word :
       {" recibi", " radic", " total ", " se present", " registr", " se realiz", " tramit", " diligenci", " atendi"}) {
    if (before.find(word) != std::string::npos) return true;
  }
  return false;
}

bool printed_in(const TableAnalysis& table, model::Micro value) {
  const Figures& figures = table.figures;
  for (int r = 0; r < figures.rows(); ++r) {
    for (int c = 0; c < figures.columns(); ++c) {
      const Figure& figure = figures.at({r, c});
      if (figure.known == Known::printed && model::micro(figure.amount.value) == value &&
          table.fault_at({r, c}) == nullptr)
        return true;
    }
  }
  return false;
}

// A month that the text speaks of, and not the day that a date names.
bool names_month(const std::string& folded, std::string& month) {
  for (const char* name : {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
                           "octubre", "noviembre", "diciembre"}) {
    const std::size_t at = folded.find(std::string(" ") + name + " ");
    if (at == std::string::npos) continue;
    const bool day = at >= 4 && folded.compare(at - 3, 3, " de") == 0 && base::is_digit(folded[at - 4]);
    if (!day) return month = name, true;
  }
  return false;
}

bool of_a_year(const std::string& folded) {
  return folded.find(" vigencia ") != std::string::npos || folded.find(" anual ") != std::string::npos ||
         folded.find(" del ano ") != std::string::npos;
}

// The text speaks of a part of the year that the table is not of.
bool of_another_period(const Context& context, const FigureSentence& sentence, const Total& total) {
  const std::string said = sentence.folded(sentence.span.begin, sentence.span.end);
  const std::vector<mapping::YearPart> parts = other_parts(sentence);
  const std::vector<mapping::YearPart> own = mapping::year_parts(total.words);
  std::string month;
  if (parts.empty() && names_month(said, month)) return total.words.find(month) == std::string::npos;
  if (parts.empty()) return false;
  const auto has = [&](const mapping::YearPart& part) {
    return std::find(parts.begin(), parts.end(), part) != parts.end();
  };
  if (own.empty()) {  // a table of the year, or of what the report is of
    const mapping::YearPart report = mapping::period_of(context.bundle());
    return of_a_year(total.words) || (report.months > 0 && !has(report));
  }
  return std::none_of(own.begin(), own.end(), has);
}

void check_counts(const Context& context, const std::vector<FigureSentence>& sentences,
                  std::vector<Contradiction>& found, int& tested) {
  const std::vector<Total> totals = totals_of(context);
  for (const FigureSentence& sentence : sentences) {
    if (sentence.passage->source.table >= 0) continue;
    const int page = sentence.passage->source.page;
    for (const ProseNumber& number : sentence.numbers) {
      if (number.percent || number.amount.unit != model::Unit::count || number.amount.value.exponent != 0 ||
          number.value() < 2)
        continue;
      if (!claims_total(sentence, number)) continue;
      const std::string noun = noun_after(sentence, number);
      if (noun.size() < 3) continue;
      const model::Micro said = model::micro(number.amount.value);
      std::map<model::Micro, std::vector<const Total*>> by_value;
      bool agrees = false;
      for (const Total& total : totals) {
        const model::Table& table = total.table->figures.table();
        if (page < table.first_page - 2 || page > table.last_page + 1) continue;
        const std::string stem = noun.size() > 6 ? noun.substr(0, noun.size() - 2) : noun;
        const bool same_thing = total.words.find(" " + stem) != std::string::npos || (total.pqrs && generic_noun(noun));
        if (!same_thing || of_another_period(context, sentence, total)) continue;
        // A total that its own lines contradict vouches for nothing.
        const bool wrong = total.table->fault_at(total.place) != nullptr;
        agrees = agrees || (total.value == said && !wrong) || printed_in(*total.table, said);
        if (wrong) continue;
        by_value[total.value].push_back(&total);
      }
      if (by_value.empty()) continue;
      ++tested;
      if (agrees) break;
      // Of totals that as many tables print, the one that the figure is a slip away from.
      const auto most = std::max_element(by_value.begin(), by_value.end(), [&](const auto& a, const auto& b) {
        if (a.second.size() != b.second.size()) return a.second.size() < b.second.size();
        return writing_slip(said, a.first).none() && !writing_slip(said, b.first).none();
      });
      const Total& total = *most->second.front();
      const double ratio = static_cast<double>(said - total.value) / static_cast<double>(total.value);
      const Slip slip = writing_slip(said, total.value);
      if (total.value == 0 || (slip.none() && std::abs(ratio) > kNearTotal)) break;
      Contradiction claim{&sentence, &number,   model::micro_to_string(total.value), {}, {},
                          {},        slip.kind, total.table->figures.reading().table};
      claim.message = "El texto habla de " + guillemets(number.text + " " + noun, 60) + "; el total de " +
                      table_name(total.table->figures.table()) + " es " + written(total.value, model::Unit::count) +
                      ".";
      claim.steps = {"En el texto: " + number.text};
      for (const Total* other : most->second) {
        claim.steps.push_back("Total de " + table_name(other->table->figures.table()) + ": " +
                              written(other->value, model::Unit::count));
        claim.sources.push_back(evidence_of(*other->table, other->place, model::Role::source));
      }
      found.push_back(std::move(claim));
      break;  // the first figure of the sentence is the total; the others are its parts
    }
  }
}

// A long amount in prose that no table prints, one slip of writing away from one that a table does print.
void check_amounts(const Context& context, const std::vector<FigureSentence>& sentences,
                   std::vector<Contradiction>& found, int& tested) {
  struct Printed {
    const TableAnalysis* table;
    Place place;
  };
  std::map<model::Micro, Printed> printed;
  std::map<std::size_t, std::vector<model::Micro>> by_length;  // digits of the plain number
  for (const TableAnalysis& table : context.tables) {
    const Figures& figures = table.figures;
    for (int r = 0; r < figures.rows(); ++r) {
      for (int c = 0; c < figures.columns(); ++c) {
        const Figure& figure = figures.at({r, c});
        if (figure.known != Known::printed || figure.amount.value.exponent > 0) continue;
        const model::Micro value = model::micro(figure.amount.value);
        if (value < model::Micro{kLongAmount} * model::kMicro ||
            !printed.emplace(value, Printed{&table, {r, c}}).second)
          continue;
        by_length[model::micro_to_string(value).size()].push_back(value);
      }
    }
  }
  if (printed.empty()) return;
  for (const FigureSentence& sentence : sentences) {
    for (const ProseNumber& number : sentence.numbers) {
      const model::Amount& amount = number.amount;
      if (number.percent || amount.unit != model::Unit::cop || amount.value.exponent > 0) continue;
      const model::Micro said = model::micro(amount.value);
      if (said < model::Micro{kLongAmount} * model::kMicro || printed.contains(said)) continue;
      // Amounts rounded to thousands or millions look alike too easily.
      if (said % (model::Micro{10'000} * model::kMicro) == 0 && said < model::Micro{10'000'000'000} * model::kMicro)
        continue;
      ++tested;
      const auto same_length = by_length.find(model::micro_to_string(said).size());
      if (same_length == by_length.end()) continue;
      std::vector<model::Micro> near;
      for (const model::Micro value : same_length->second) {
        if (!writing_slip(said, value).none()) near.push_back(value);
      }
      if (near.size() != 1) continue;
      const Printed& source = printed.at(near.front());
      if (source.table->fault_at(source.place) != nullptr) continue;  // the table's figure is the doubtful one
      const Slip slip = writing_slip(said, near.front());
      Contradiction claim{&sentence, &number,   model::micro_to_string(near.front()), {}, {},
                          {},        slip.kind, source.table->figures.reading().table};
      claim.message = "El texto dice " + written(amount) + "; " + table_name(source.table->figures.table()) + " dice " +
                      written(near.front(), amount.unit) + " en " +
                      guillemets(source.table->figures.row_name(source.place.row), 60) + ": " + slip.words + ".";
      claim.steps = {"En el texto: " + number.text, "En la tabla: " + written(near.front(), amount.unit) + "  " +
                                                        source.table->figures.column_name(source.place.column)};
      claim.sources = {evidence_of(*source.table, source.place, model::Role::source)};
      found.push_back(std::move(claim));
    }
  }
}

}  // namespace

void check_totals(const Context& context, const std::vector<FigureSentence>& sentences,
                  std::vector<Contradiction>& found, int& tested) {
  check_counts(context, sentences, found, tested);
  check_amounts(context, sentences, found, tested);
}

}  // namespace cotejo::checks
