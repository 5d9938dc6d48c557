#include "pipeline/mapping/prose/context.h"

#include <algorithm>

#include "pipeline/mapping/prose/tolerances.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::context;
using model::Measure;

bool fits(Measure measure, model::Unit unit) {
  return model::is_of_petitions(measure) == (unit == model::Unit::count);
}

}  // namespace

ProseSentence::ProseSentence(std::string_view text, std::vector<Token> tokens, std::vector<Stretch> figures,
                             const std::vector<Stretch>& set_aside, int year_before, const ProseWords& words)
    : text_(text),
      figures_(std::move(figures)),
      tokens_(std::move(tokens)),
      periods_(find_periods(text, tokens_)),
      year_before_(year_before),
      last_year_(year_before),
      words_(words) {
  keep_periods(set_aside);
  for (const Period& period : periods_) {
    if (period.year != 0) last_year_ = period.year;
  }
}

void ProseSentence::keep_periods(const std::vector<Stretch>& set_aside) {
  const auto begin_of = [&](const Period& period) { return tokens_[period.first_token].begin; };
  const auto end_of = [&](const Period& period) { return tokens_[period.end_token - 1].end; };
  std::vector<bool> drop(periods_.size(), false);
  for (std::size_t i = 0; i < periods_.size(); ++i) {
    for (const Stretch& stretch : set_aside)
      drop[i] = drop[i] || (begin_of(periods_[i]) < stretch.end && end_of(periods_[i]) > stretch.begin);
    if (i + 1 >= periods_.size() || periods_[i].part() || periods_[i + 1].part()) continue;
    // "2020 – 2023" is the life of a plan, not a year.
    const std::string_view between = text_.substr(end_of(periods_[i]), begin_of(periods_[i + 1]) - end_of(periods_[i]));
    const bool dash =
        between.find('-') != std::string_view::npos || between.find("\xE2\x80\x93") != std::string_view::npos;
    if (dash && between.size() <= kLongestDash) drop[i] = drop[i + 1] = true;
  }
  std::vector<Period> kept;
  for (std::size_t i = 0; i < periods_.size(); ++i) {
    if (!drop[i]) kept.push_back(std::move(periods_[i]));
  }
  periods_ = std::move(kept);
}

FigureContext ProseSentence::about(std::size_t figure, model::Unit unit) {
  FigureContext about{measure_of(figure, unit), label_of(figure), year_of(figure)};
  listed_.resize(figure);
  listed_.push_back(unit == model::Unit::count ? about.measure : Measure::none);
  return about;
}

Measure ProseSentence::measure_of(std::size_t figure, model::Unit unit) const {
  const std::size_t from = figure == 0 ? 0 : token_at(tokens_, figures_[figure - 1].end);
  const std::size_t here = token_at(tokens_, figures_[figure].begin);
  const std::size_t after = token_at(tokens_, figures_[figure].end);
  const std::size_t next =
      figure + 1 < figures_.size() ? token_at(tokens_, figures_[figure + 1].begin) : tokens_.size();
  Measure best = measure_right_after(after, next, unit);
  if (best == Measure::none) {
    for (std::size_t i = from; i < here;) {  // the last one is the nearest
      const PhraseIndex::Match match = words_.measures.at(tokens_, i, here);
      if (match.words != 0 && fits(model::measure_named(match.meaning), unit))
        best = model::measure_named(match.meaning);
      i += std::max<std::size_t>(1, match.words);
    }
  }
  for (std::size_t i = after; best == Measure::none && i < std::min(next, after + kLookAhead);) {
    const PhraseIndex::Match match = words_.measures.at(tokens_, i, next);
    if (match.words != 0 && fits(model::measure_named(match.meaning), unit)) best = model::measure_named(match.meaning);
    if (match.words == 0 && parted(i)) break;
    i += std::max<std::size_t>(1, match.words);
  }
  if (best == Measure::none && unit == model::Unit::count) return listed_measure(figure);
  if (unit != model::Unit::percent || best == Measure::none) return best;
  const bool spending = best == Measure::cdp || best == Measure::compromisos || best == Measure::obligaciones ||
                        best == Measure::pagos || best == Measure::recaudo || best == Measure::ejecucion;
  return spending ? Measure::porcentaje_ejecucion : Measure::none;
}

// "550 fuera de término", "216 se encuentran pendientes": what follows at once says more than what stands before, which
// may be said of the figure before.
// "Se recibieron 1.535 peticiones, 606 quejas y 12 reclamos": the verb before the first is that of all.
Measure ProseSentence::listed_measure(std::size_t figure) const {
  if (figure == 0) return Measure::none;
  const std::size_t from = figures_[figure - 1].end;
  const std::string_view gap = text_.substr(from, figures_[figure].begin - from);
  const std::size_t first = token_at(tokens_, from);
  const std::size_t here = token_at(tokens_, figures_[figure].begin);
  // No more than a name and "y", and no verb of its own.
  if (here - first > kLabelWords + 1 || gap.find_first_of(".;:%$(") != std::string_view::npos) return Measure::none;
  for (std::size_t i = first; i < here; ++i) {
    if (words_.measures.at(tokens_, i, here).words != 0) return Measure::none;
  }
  const std::size_t end = gap.find_last_not_of(" \n");
  if (end == std::string_view::npos) return Measure::none;
  const bool joined = gap[end] == ',' || (gap[end] == 'y' && end > 0 && gap[end - 1] == ' ');
  return joined && !listed_.empty() && listed_.size() >= figure ? listed_[figure - 1] : Measure::none;
}

Measure ProseSentence::measure_right_after(std::size_t at, std::size_t next, model::Unit unit) const {
  for (std::size_t skipped = 0; at < next && skipped < kLinkWords; ++skipped) {
    const PhraseIndex::Match match = words_.measures.at(tokens_, at, next);
    const Measure measure = model::measure_named(match.meaning);
    if (match.words != 0 && fits(measure, unit)) {
      // "fueron respondidas en término": the second phrase says how.
      const PhraseIndex::Match more = words_.measures.at(tokens_, at + match.words, next);
      const Measure after = model::measure_named(more.meaning);
      const bool how = after == Measure::en_termino || after == Measure::fuera_de_termino;
      return how && measure == Measure::respondidas ? after : measure;
    }
    const PhraseIndex::Match link = words_.links.at(tokens_, at, next);
    const bool stays = tokens_[at].folded == "se" || tokens_[at].folded == "encuentran" ||
                       tokens_[at].folded == "estan" || tokens_[at].folded == "quedaron";
    if (link.words == 0 && !stays) break;
    at += std::max<std::size_t>(1, link.words);
  }
  return Measure::none;
}

char ProseSentence::sign_before(std::size_t figure) const {
  std::size_t at = figures_[figure].begin;
  while (at > 0 && (text_[at - 1] == ' ' || text_[at - 1] == '$')) --at;
  return at == 0 ? '\0' : text_[at - 1];
}

char ProseSentence::sign_after(std::size_t figure) const {
  std::size_t at = figures_[figure].end;
  while (at < text_.size() && text_[at] == ' ') ++at;
  return at < text_.size() ? text_[at] : '\0';
}

bool ProseSentence::parted(std::size_t token) const {
  const std::size_t end = token + 1 < tokens_.size() ? tokens_[token + 1].begin : text_.size();
  return text_.substr(tokens_[token].end, end - tokens_[token].end).find_first_of(".,;:()\n") != std::string_view::npos;
}

std::string ProseSentence::label_of(std::size_t figure) const {
  const char before = sign_before(figure);
  const char after = sign_after(figure);
  // "Quejas: 23", "felicitaciones (9)": the name stands before.
  if (before == ':' && after != ',' && after != '.' && after != ';' && after != ')' && after != '\0') {
    // "1.204 PQRSD: 800 peticiones"; in "Total: 828 Porcentaje: 97" the name after is that of the next figure.
    const std::string label = label_after(figure);
    const std::size_t end = text_.find(label, figures_[figure].end) + label.size();
    if (!label.empty() && end < text_.size() && text_[end] != ':') return label;
  }
  if (before == ':' || before == '(') {
    if (std::string label = label_before(figure); !label.empty()) return label;
  }
  if (after != ',' && after != '.' && after != ';' && after != ')' && after != '\0') {
    if (std::string label = label_after(figure); !label.empty()) return label;
  }
  // "6, fueron sugerencias": a comma before the verb.
  if (after == ',') {
    const std::size_t next = token_at(tokens_, figures_[figure].end);
    if (words_.links.at(tokens_, next, tokens_.size()).words != 0) return label_after(figure);
  }
  return {};
}

std::string ProseSentence::label_after(std::size_t figure) const {
  std::size_t at = token_at(tokens_, figures_[figure].end);
  const std::size_t stop =
      figure + 1 < figures_.size() ? token_at(tokens_, figures_[figure + 1].begin) : tokens_.size();
  for (std::size_t skipped = 0; at < stop && skipped < 3; ++skipped) {
    const PhraseIndex::Match link = words_.links.at(tokens_, at, stop);
    if (link.words == 0) break;
    at += link.words;
  }
  std::size_t end = at;
  while (end < stop && end < at + kLabelWords) {
    if (words_.ends.at(tokens_, end, stop).words != 0) break;
    ++end;
    if (parted(end - 1)) break;
  }
  if (end == at) return {};
  return trimmed(text_.substr(tokens_[at].begin, tokens_[end - 1].end - tokens_[at].begin));
}

std::string ProseSentence::label_before(std::size_t figure) const {
  const std::size_t from = figure == 0 ? 0 : token_at(tokens_, figures_[figure - 1].end);
  const std::size_t end = token_at(tokens_, figures_[figure].begin);
  std::size_t at = end;
  while (at > from && end - at < kLabelWords) {
    if (at < end && parted(at - 1)) break;
    if (words_.ends.at(tokens_, at - 1, end).words != 0 || words_.links.at(tokens_, at - 1, end).words != 0) break;
    --at;
  }
  if (at == end) return {};
  return trimmed(text_.substr(tokens_[at].begin, tokens_[end - 1].end - tokens_[at].begin));
}

int ProseSentence::year_of(std::size_t figure) const {
  const std::size_t here = token_at(tokens_, figures_[figure].begin);
  int before = 0;
  int after = 0;
  for (const Period& period : periods_) {
    if (period.year == 0) continue;
    if (period.first_token < here) before = period.year;
    if (period.first_token >= here && after == 0) after = period.year;
  }
  return before != 0 ? before : after != 0 ? after : year_before_;
}

}  // namespace cotejo::mapping
