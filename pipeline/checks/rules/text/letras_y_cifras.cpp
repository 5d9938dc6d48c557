#include <algorithm>

#include "pipeline/checks/arithmetic/slips.h"
#include "pipeline/checks/prose/claims.h"
#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/rules/tolerances.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/mapping/text/passages.h"
#include "pipeline/normalise/amount_words/number_words.h"
#include "pipeline/normalise/numbers/numbers.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

struct Pair {
  normalise::WordsAmount words;
  normalise::NumberToken figure;
};

bool only_joints(std::string_view between) {
  if (between.size() > kLongestJoint || between.find('\n') != std::string_view::npos) return false;
  for (const std::string& word : normalise::folded_words(between)) {
    const bool joint = word == "pesos" || word == "de" || word == "m" || word == "cte" || word == "mcte" ||
                       word == "mtce" || word == "moneda" || word == "legal" || word == "corriente" ||
                       word == "colombianos" || word == "cop" || word == "dolares" || word == "o" || word == "sea" ||
                       word == "us" || word == "usd" || word == "ml" || word == "l";
    if (!joint) return false;
  }
  return between.find('(') != std::string_view::npos || between.find(')') != std::string_view::npos;
}

std::vector<Pair> pairs_of(const mapping::Passage& passage, const normalise::NumberContext& context) {
  std::vector<Pair> pairs;
  const std::string& text = passage.text;
  const std::vector<normalise::WordsAmount> words = normalise::find_amounts_in_words(text);
  if (words.empty()) return pairs;
  std::vector<normalise::NumberToken> figures = passage.numbers;
  for (normalise::NumberToken& figure : figures)
    figure.reading = normalise::closed_by(context.mark, figure.reading, figure.text);
  for (const normalise::WordsAmount& amount : words) {
    // Figures stand in order: those that end too early to be joined to the words are passed over, not looked at.
    const auto first = std::partition_point(figures.begin(), figures.end(), [&](const normalise::NumberToken& figure) {
      return figure.end + kLongestJoint < amount.begin;
    });
    for (auto it = first; it != figures.end() && it->begin <= amount.end + kLongestJoint; ++it) {
      const normalise::NumberToken& figure = *it;
      const bool wanted = figure.kind == normalise::TokenKind::amount || figure.kind == normalise::TokenKind::count ||
                          figure.kind == normalise::TokenKind::year || figure.kind == normalise::TokenKind::other;
      // Two readings ("$84,120"): the words say which, so nothing is left to contradict them.
      if (!wanted || figure.reading.kind != normalise::NumberKind::number) continue;
      const bool after = figure.begin >= amount.end &&
                         only_joints(std::string_view(text).substr(amount.end, figure.begin - amount.end));
      const bool before = figure.end <= amount.begin &&
                          only_joints(std::string_view(text).substr(figure.end, amount.begin - figure.end)) &&
                          text.find('(', figure.end) < amount.begin + 1;
      if (after || before) {
        pairs.push_back({amount, figure});
        break;
      }
    }
  }
  return pairs;
}

}  // namespace

// An amount in words that is not the amount in figures beside it. Which of the two is right is not ours to say.
void letras_y_cifras(const Context& context, Report& report) {
  const normalise::NumberContext numbers = prose_context(context.document);
  for (const mapping::Passage& passage : context.document.passages) {
    for (const Pair& pair : pairs_of(passage, numbers)) {
      report.tested(1);
      const model::Amount& words = pair.words.amount;
      const model::Amount& figure = pair.figure.reading.amount;
      // "mil millones ($8.540 millones)": the coarser of the two tells how far both were written out.
      if (words.rounded().meets(figure.rounded()) || words.truncated().meets(figure.rounded()) ||
          figure.truncated().meets(words.rounded()))
        continue;
      model::Amount shown = words;
      if (figure.unit != model::Unit::count) shown.unit = figure.unit;
      const model::Micro difference = model::micro(figure.value) - model::micro(words.value);
      model::Finding finding;
      finding.table = passage.source.table;
      finding.reported = model::micro_to_string(model::micro(figure.value));
      finding.expected = model::micro_to_string(model::micro(words.value));
      finding.difference = model::micro_to_string(difference);
      finding.diagnosis = writing_slip(model::micro(figure.value), model::micro(words.value)).kind;
      finding.message = "En letras dice " + guillemets(pair.words.text, 140) + " (" + written(shown) +
                        ") y en cifras " + guillemets(pair.figure.text, 40) + ": difieren en " +
                        written(difference < 0 ? -difference : difference, shown.unit) + ".";
      finding.steps = {"En letras: " + pair.words.text + " = " + written(shown),
                       "En cifras: " + pair.figure.text + " = " + written(figure)};
      finding.evidence.push_back(
          evidence_of(mapping::source_at(context.bundle(), passage, std::min(pair.words.begin, pair.figure.begin),
                                         std::max(pair.words.end, pair.figure.end)),
                      model::Role::reported, finding.reported));
      finding.evidence.front().source.sentence =
          mapping::sentence_at(passage.text, passage.sentences, pair.figure.begin);
      finding.evidence.front().source.text = pair.figure.text;
      report.add(std::move(finding), pair.words.text,
                 pair.words.strict ? model::Severity::error : model::Severity::warning);
    }
  }
}

}  // namespace cotejo::checks
