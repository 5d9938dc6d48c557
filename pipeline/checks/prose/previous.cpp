#include <algorithm>
#include <map>

#include "pipeline/checks/prose/claims.h"
#include "pipeline/checks/prose/tolerances.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/mapping/text/year_parts.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

// «Oportunidad de respuesta II trimestre: 62%»: a label, a part of the year in it, and its figure.
struct Dated {
  const FigureSentence* sentence = nullptr;
  const ProseNumber* number = nullptr;
  std::size_t begin = 0;  // of the label, in the passage
  std::string label;      // folded, without the part of the year
  mapping::YearPart period;
  int page = 0;
};

bool same_kind(const ProseNumber& a, const ProseNumber& b) {
  return a.percent == b.percent && a.amount.unit == b.amount.unit;
}

std::vector<Dated> dated_lines(const std::vector<FigureSentence>& sentences) {
  std::vector<Dated> lines;
  for (const FigureSentence& sentence : sentences) {
    // Two such lines may have been put together into one.
    std::size_t from = sentence.span.begin;
    for (const ProseNumber& number : sentence.numbers) {
      const std::size_t begin = std::max(from, number.begin - std::min(number.begin, kLongestLabel));
      const std::string_view before = std::string_view(sentence.passage->text).substr(begin, number.begin - begin);
      const bool whole = begin == from;
      from = number.end;
      const std::size_t colon = before.rfind(':');
      if (!whole || colon == std::string_view::npos || !normalise::fold(before.substr(colon)).empty()) continue;
      std::string label = normalise::fold(before.substr(0, colon));
      const std::vector<mapping::YearPart> periods = mapping::year_parts(label);
      if (periods.size() != 1) continue;
      label.erase(periods.front().begin, periods.front().end - periods.front().begin);
      while (label.ends_with(' ')) label.pop_back();
      if (!label.empty())
        lines.push_back({&sentence, &number, begin, std::move(label), periods.front(), sentence.passage->source.page});
    }
  }
  return lines;
}

// Whether the words right before the figure say that it is of the part of the year before.
bool of_the_one_before(const FigureSentence& sentence, const ProseNumber& number) {
  const std::size_t from = number.begin - std::min(number.begin - sentence.span.begin, kLead);
  std::string lead = sentence.folded(from, number.begin);
  while (lead.ends_with(' ')) lead.pop_back();
  for (const char* joint : {" fue del", " fue de", " del", " de", " con", " un", " fue"})
    if (lead.ends_with(joint)) lead.resize(lead.size() - std::string_view(joint).size());
  for (const char* words : {"trimestre anterior", "anterior trimestre", "semestre anterior", "bimestre anterior",
                            "mes anterior", "cuatrimestre anterior", "periodo anterior"})
    if (lead.ends_with(words)) return true;
  return false;
}

}  // namespace

bool check_previous(const std::vector<FigureSentence>& sentences, std::vector<Contradiction>& found, int& tested) {
  const std::vector<Dated> lines = dated_lines(sentences);
  if (lines.size() > kMostDated) return false;
  if (lines.size() < 2) return true;
  const ProseNumber* now = nullptr;  // the last figure of the passage that is not of an earlier time
  const mapping::Passage* passage = nullptr;
  for (const FigureSentence& sentence : sentences) {
    // Text that begins with the figure of before goes on with what stands above it.
    const bool goes_on = passage != nullptr && passage->source.page == sentence.passage->source.page &&
                         of_the_one_before(sentence, sentence.numbers.front());
    if (passage != sentence.passage && !goes_on) now = nullptr;
    passage = sentence.passage;
    for (const ProseNumber& said : sentence.numbers) {
      if (!of_the_one_before(sentence, said)) {
        now = &said;
        continue;
      }
      if (now == nullptr || !same_kind(*now, said)) continue;
      const auto near = [&](const Dated& line) {
        return std::abs(line.page - passage->source.page) <= 1 && same_kind(*line.number, said) && line.number != now &&
               line.number != &said;
      };
      // The line of now, and the one of the same label a part of the year earlier.
      const Dated* before = nullptr;
      bool open = false;  // two labels would do
      for (const Dated& line : lines) {
        if (!near(line) || !(line.number->amount.value == now->amount.value)) continue;
        for (const Dated& other : lines) {
          if (!near(other) || other.label != line.label || other.period.months != line.period.months ||
              other.period.index != line.period.index - 1)
            continue;
          open = open || (before != nullptr && !(before->number->amount.value == other.number->amount.value));
          before = &other;
        }
      }
      if (before == nullptr || open) continue;
      ++tested;
      if (before->number->amount.rounded().meets(said.amount.rounded())) continue;
      Contradiction claim{&sentence, &said, before->number->amount.value.to_string(), {}, {}, {}, {}, -1};
      const std::string line = normalise::clean(
          std::string_view(before->sentence->passage->text).substr(before->begin, before->number->end - before->begin));
      claim.message =
          "El texto dice " + said.text + " para el período anterior; está impreso " + guillemets(line, 80) + ".";
      claim.steps = {"Ahora: " + now->text, line, "Impreso: " + said.text};
      claim.rests_on = {{before->sentence, before->number}};
      found.push_back(std::move(claim));
    }
  }
  return true;
}

}  // namespace cotejo::checks
