#include <algorithm>
#include <map>

#include "pipeline/checks/prose/claims.h"
#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/wording/wording.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {

namespace {

// The text gives the figure that the table's own sums ask for: the slip is the table's, and reported there.
bool slip_of_table(const Context& context, const Contradiction& claim) {
  const model::Micro said = model::micro(claim.reported->amount.value);
  return std::any_of(claim.sources.begin(), claim.sources.end(), [&](const model::Evidence& evidence) {
    const model::Source& source = evidence.source;
    if (source.table < 0 || static_cast<std::size_t>(source.table) >= context.tables.size()) return false;
    const Fault* fault = context.tables[static_cast<std::size_t>(source.table)].fault_at({source.row, source.column});
    if (fault == nullptr || fault->rounding) return false;
    return said == (fault->culprit == Place{source.row, source.column} ? fault->culprit_value : fault->expected);
  });
}

// Where a figure of the text stands, with its sentence.
model::Evidence evidence_of_figure(const Context& context, const ToldFigure& figure,
                                   model::Role role = model::Role::source) {
  const mapping::Passage& passage = *figure.sentence->passage;
  model::Evidence place =
      evidence_of(mapping::source_at(context.bundle(), passage, figure.number->begin, figure.number->end), role,
                  model::micro_to_string(model::micro(figure.number->amount.value)));
  place.source.text = figure.number->text;
  place.source.sentence = normalise::clean(figure.sentence->text());
  return place;
}

}  // namespace

// Figures in prose that contradict each other or the table they speak of.
void texto_no_cuadra(const Context& context, Report& report) {
  const std::vector<FigureSentence> sentences =
      sentences_with_figures(context.document.passages, prose_context(context.document));
  std::vector<Contradiction> found;
  int tested = 0;
  check_partitions(sentences, found, tested);
  check_changes(sentences, found, tested);
  check_shares(sentences, found, tested);
  check_forms(sentences, found, tested);
  if (!check_equivalents(sentences, found, tested))
    report.untested(-1, "hay demasiados porcentajes con su equivalente para compararlos entre sí");
  if (!check_previous(sentences, found, tested))
    report.untested(-1, "hay demasiadas cifras por período para compararlas entre sí");
  check_labels(context, sentences, found, tested);
  check_totals(context, sentences, found, tested);
  check_parts(context, sentences, found, tested);
  check_answers(sentences, found, tested);
  check_items(context, sentences, found, tested);
  report.tested(tested);
  broken_amounts(context, report);
  years_of_norms(context, report);
  announced_lists(context, report);
  frequencies_of_goals(context, report);

  // A figure of the text is one slip, however many claims it fails; the same words again are further evidence of it.
  std::map<std::pair<const mapping::Passage*, std::size_t>, std::size_t> by_figure;
  std::vector<const Contradiction*> kept;
  for (const Contradiction& claim : found) {
    if (by_figure.emplace(std::pair{claim.sentence->passage, claim.reported->begin}, kept.size()).second)
      kept.push_back(&claim);
  }
  // Where a table tells which figure of a sentence is wrong, what else fails in it fails by that.
  const auto told_by_table = [&](const Contradiction& claim) {
    return claim.sources.empty() && std::any_of(kept.begin(), kept.end(), [&](const Contradiction* other) {
             return other->sentence == claim.sentence && !other->sources.empty();
           });
  };
  for (const Contradiction* claim : kept) {
    if (told_by_table(*claim)) continue;
    if (slip_of_table(context, *claim)) continue;
    model::Finding finding;
    finding.table = claim->table;
    const std::string own = model::micro_to_string(model::micro(claim->reported->amount.value));
    finding.reported = claim->reported_sum.empty() ? own : claim->reported_sum;
    finding.expected = claim->expected;
    finding.message = claim->message;
    finding.diagnosis = claim->diagnosis;
    finding.steps = claim->steps;
    model::Evidence place = evidence_of_figure(context, {claim->sentence, claim->reported}, model::Role::reported);
    const std::string where = place.source.sentence;
    finding.steps.insert(finding.steps.begin(), "Texto: " + where);
    finding.evidence.push_back(std::move(place));
    for (const model::Evidence& source : claim->sources) finding.evidence.push_back(source);
    for (const ToldFigure& other : claim->rests_on) finding.evidence.push_back(evidence_of_figure(context, other));
    report.add(std::move(finding), where);
  }
}

}  // namespace cotejo::checks
