#include "pipeline/checks/prose/claims.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "pipeline/checks/arithmetic/slips.h"
#include "pipeline/checks/prose/tolerances.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

using model::Micro;

bool has(const std::string& folded, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const char* word) { return folded.find(word) != std::string::npos; });
}

std::string plain(double value) {
  return model::micro_to_string(static_cast<Micro>(std::llround(value * 100)) * (model::kMicro / 100));
}

std::string percent(double value) {
  return written(static_cast<Micro>(std::llround(value * 100)) * (model::kMicro / 100), model::Unit::percent);
}

// The first word after a figure: what is counted.
std::string noun_after(const FigureSentence& sentence, const ProseNumber& number) {
  const std::vector<std::string> words =
      normalise::folded_words(std::string_view(sentence.passage->text)
                                  .substr(number.end, std::min<std::size_t>(60, sentence.span.end - number.end)));
  return words.empty() ? std::string() : words.front();
}

}  // namespace

std::string FigureSentence::folded(std::size_t begin, std::size_t end) const {
  if (end <= begin) return " ";
  return " " + normalise::fold(std::string_view(passage->text).substr(begin, end - begin)) + " ";
}

normalise::NumberContext prose_context(const mapping::DocumentReading& document) {
  std::map<normalise::DecimalMark, int> votes;
  for (const mapping::TableReading& table : document.tables) {
    for (const mapping::ColumnReading& column : table.columns) ++votes[column.mark];
  }
  const int comma = votes[normalise::DecimalMark::comma];
  const int point = votes[normalise::DecimalMark::point];
  normalise::NumberContext context;
  if (comma != point) context.mark = comma > point ? normalise::DecimalMark::comma : normalise::DecimalMark::point;
  if (comma == point) {
    std::vector<std::string> texts;
    for (const mapping::Passage& passage : document.passages) {
      if (passage.source.table >= 0) continue;
      for (const normalise::NumberToken& token : passage.numbers) texts.push_back(token.text);
    }
    context.mark = normalise::deduce_mark(texts);
  }
  return context;
}

std::vector<FigureSentence> sentences_with_figures(const std::vector<mapping::Passage>& passages,
                                                   const normalise::NumberContext& context) {
  std::vector<FigureSentence> result;
  for (const mapping::Passage& passage : passages) {
    if (passage.text.size() > 200000) continue;
    if (passage.numbers.empty()) continue;
    auto token = passage.numbers.begin();
    for (const mapping::Sentence& span : passage.sentences) {
      FigureSentence sentence{&passage, span, {}};
      for (; token != passage.numbers.end() && token->begin < span.end; ++token) {
        const bool wanted = token->kind == normalise::TokenKind::amount ||
                            token->kind == normalise::TokenKind::percent || token->kind == normalise::TokenKind::count;
        // "20.879 solicitudes", whatever sign the tables use or if nothing shows it: what is counted has no decimals.
        const bool counted = token->kind == normalise::TokenKind::count;
        const normalise::NumberReading reading =
            counted ? token->reading : normalise::closed_by(context.mark, token->reading, token->text);
        const bool open = reading.kind == normalise::NumberKind::ambiguous;
        if (!wanted || (reading.kind != normalise::NumberKind::number && !open)) continue;
        ProseNumber number{token->begin, token->end, token->text, open ? reading.as_groups : reading.amount, false};
        number.percent = token->kind == normalise::TokenKind::percent || number.amount.unit == model::Unit::percent;
        sentence.numbers.push_back(std::move(number));
      }
      if (!sentence.numbers.empty()) result.push_back(std::move(sentence));
    }
  }
  return result;
}

void check_partitions(const std::vector<FigureSentence>& sentences, std::vector<Contradiction>& found, int& tested) {
  for (const FigureSentence& sentence : sentences) {
    const auto& numbers = sentence.numbers;
    for (std::size_t i = 0; i + 2 < numbers.size(); ++i) {
      const ProseNumber& whole = numbers[i];
      if (whole.percent || whole.value() < 10) continue;
      const std::string joint = sentence.folded(whole.end, numbers[i + 1].begin);
      if (!has(joint, {" de las cuales ", " de los cuales ", " de estas ", " de estos ", " de ellas ", " de ellos ",
                       " discriminad", " distribuid", " asi "})) {
        continue;
      }
      std::vector<const ProseNumber*> parts;
      double sum = 0;
      for (std::size_t j = i + 1; j < numbers.size(); ++j) {
        if (numbers[j].percent) continue;
        if (numbers[j].amount.unit != whole.amount.unit || numbers[j].value() > whole.value() || numbers[j].value() < 0)
          break;
        parts.push_back(&numbers[j]);
        sum += numbers[j].value();
        if (sum >= whole.value()) break;
      }
      if (parts.size() < 2) continue;
      ++tested;
      Micro total = 0;
      model::Interval made{};
      for (const ProseNumber* part : parts) {
        total += model::micro(part->amount.value);
        made = made + part->amount.rounded();
      }
      const Micro printed = model::micro(whole.amount.value);
      if (made.meets(whole.amount.rounded())) break;
      const Micro difference = printed - total;
      const bool slip = parts.size() >= 3 && !writing_slip(printed, total).none();
      const bool near = std::abs(static_cast<double>(difference)) <= kNearWhole * static_cast<double>(printed);
      if ((!near && !slip) || (parts.size() == 2 && whole.value() < 100)) continue;
      Contradiction claim{&sentence, &whole, model::micro_to_string(total),     {},
                          {},        {},     writing_slip(printed, total).kind, -1};
      claim.message = "El texto habla de " + guillemets(whole.text + " " + noun_after(sentence, whole), 50) +
                      ", pero sus partes suman " + written(total, whole.amount.unit) + " (el total es " +
                      written(magnitude(difference), whole.amount.unit) + (difference > 0 ? " mayor" : " menor") +
                      " que la suma).";
      for (const ProseNumber* part : parts) {
        claim.steps.push_back("+ " + part->text + " " + noun_after(sentence, *part));
        claim.rests_on.push_back({&sentence, part});
      }
      claim.steps.push_back("= " + written(total, whole.amount.unit));
      claim.steps.push_back("≠ " + whole.text + " impreso");
      found.push_back(std::move(claim));
      break;
    }
  }
}

// What is counted now, told in an earlier sentence or by the total of a table: figures of the noun that the figure of
// before has, on this page or the one before.
std::vector<ToldFigure> told_before(const std::vector<FigureSentence>& sentences, std::size_t index,
                                    const ProseNumber& before) {
  std::vector<ToldFigure> told;
  const std::string noun = noun_after(sentences[index], before);
  if (noun.size() < 5) return told;
  const int page = sentences[index].passage->source.page;
  for (std::size_t i = index; i-- > 0;) {
    const FigureSentence& sentence = sentences[i];
    if (sentence.passage->source.table >= 0) continue;
    if (std::abs(sentence.passage->source.page - page) > 1) break;
    for (const ProseNumber& number : sentence.numbers) {
      if (number.percent != before.percent || number.amount.unit != before.amount.unit) continue;
      if (noun_after(sentence, number) == noun &&
          has(sentence.folded(sentence.span.begin, number.begin), {" present", " recib", " total "}))
        told.push_back({&sentence, &number});
    }
  }
  return told;
}

void check_changes(const std::vector<FigureSentence>& sentences, std::vector<Contradiction>& found, int& tested) {
  for (const FigureSentence& sentence : sentences) {
    const auto& numbers = sentence.numbers;
    for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
      const ProseNumber& claimed = numbers[i];
      const ProseNumber& before = numbers[i + 1];
      if (!claimed.percent) continue;
      const std::string lead = sentence.folded(i == 0 ? sentence.span.begin : numbers[i - 1].end, claimed.begin);
      if (!has(lead, {" disminu", " aument", " increment", " reduc", " decrec", " crecimiento", " crecio", " descen",
                      " bajo "}))
        continue;
      const std::string joint = sentence.folded(claimed.end, before.begin);
      const bool names_before = has(joint, {" anterior", " pasado", " pasada", " trimestre ", " semestre ",
                                            " bimestre ", " mes de ", " vigencia ", " ano "});
      if (!names_before || before.begin - claimed.end > 90) continue;
      // What is now: a figure before the claim of the same kind as what was; the nearest, unless another fits.
      const ProseNumber* now = nullptr;
      const FigureSentence* now_in = &sentence;
      bool fits = false;
      const double said = std::abs(claimed.value());
      const double unit = std::pow(10.0, claimed.amount.value.exponent);  // rounded or cut
      const auto change_from = [&](const ProseNumber& number) {
        return 100 * std::abs(number.value() - before.value()) / std::abs(before.value());
      };
      for (std::size_t j = i; j-- > 0 && before.value() != 0;) {
        if (numbers[j].percent != before.percent || numbers[j].amount.unit != before.amount.unit) continue;
        if (now == nullptr) now = &numbers[j];
        const double points = std::abs(numbers[j].value() - before.value());
        fits = fits || std::abs(change_from(numbers[j]) - said) <= unit ||
               (before.percent && std::abs(points - said) <= unit + 0.5);
      }
      if (now == nullptr && i == 0 && before.value() != 0) {
        for (const auto& [earlier, number] :
             told_before(sentences, static_cast<std::size_t>(&sentence - sentences.data()), before)) {
          if (now == nullptr) now = number, now_in = earlier;
          fits = fits || std::abs(change_from(*number) - said) <= unit;
        }
      }
      if (now == nullptr) continue;
      ++tested;
      if (fits) continue;
      const double change = change_from(*now);
      Contradiction claim{&sentence, &claimed, plain(change), {}, {}, {}, {}, -1};
      claim.message = "El texto dice un cambio de " + percent(said) + "; de " + before.text + " a " + now->text +
                      " es de " + percent(change) + ".";
      claim.steps = {"Antes: " + before.text, "Ahora: " + now->text, "|ahora − antes| / antes = " + percent(change),
                     "Impreso: " + claimed.text};
      if (now_in != &sentence)
        claim.steps.insert(claim.steps.begin(), "Antes en el texto: " + normalise::clean(now_in->text()));
      claim.rests_on = {{&sentence, &before}, {now_in, now}};
      found.push_back(std::move(claim));
    }
  }
}

void check_shares(const std::vector<FigureSentence>& sentences, std::vector<Contradiction>& found, int& tested) {
  for (const FigureSentence& sentence : sentences) {
    const auto& numbers = sentence.numbers;
    for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
      const ProseNumber& part = numbers[i];
      const ProseNumber& whole = numbers[i + 1];
      if (part.percent || whole.percent || part.amount.unit != whole.amount.unit || whole.value() <= 0 ||
          part.value() > whole.value())
        continue;
      const std::string joint = sentence.folded(part.end, whole.begin);
      const std::string after = sentence.folded(whole.end, std::min(sentence.span.end, whole.end + 60));
      const bool of = joint.ends_with(" de ") || joint.ends_with(" de las ") || joint.ends_with(" de los ") ||
                      joint.ends_with(" de un total de ");
      const bool planned =
          has(after, {" proyectad", " programad", " planead", " previst", " propuest", " establecid", " formulad"}) ||
          joint.ends_with(" de un total de ");
      if (!of || !planned || joint.size() > 60) continue;
      const ProseNumber* claimed = nullptr;
      for (std::size_t j = i + 2; j < numbers.size() && j < i + 4 && claimed == nullptr; ++j) {
        if (numbers[j].percent && numbers[j].begin - whole.end < 160) claimed = &numbers[j];
      }
      if (claimed == nullptr && i > 0 && numbers[i - 1].percent && part.begin - numbers[i - 1].end < 60)
        claimed = &numbers[i - 1];
      if (claimed == nullptr) continue;
      ++tested;
      const double share = 100 * part.value() / whole.value();
      const double unit = std::pow(10.0, claimed->amount.value.exponent);
      if (std::abs(share - claimed->value()) <= unit) continue;
      Contradiction claim{&sentence, claimed, plain(share), {}, {}, {}, {}, -1};
      claim.message =
          "El texto dice " + claimed->text + "; " + part.text + " de " + whole.text + " es " + percent(share) + ".";
      claim.steps = {part.text + " / " + whole.text + " = " + percent(share), "Impreso: " + claimed->text};
      claim.rests_on = {{&sentence, &part}, {&sentence, &whole}};
      found.push_back(std::move(claim));
    }
  }
}

}  // namespace cotejo::checks
