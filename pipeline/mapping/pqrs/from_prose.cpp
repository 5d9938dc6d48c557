#include "pipeline/mapping/pqrs/from_prose.h"

#include <array>
#include <optional>
#include <set>
#include <string_view>

#include "pipeline/mapping/pqrs/words.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

std::optional<std::int64_t> whole(const model::Amount& amount) {
  const model::Micro value = model::micro(amount.value);
  if (amount.unit != model::Unit::count || value < 0 || value % model::kMicro != 0) return std::nullopt;
  return static_cast<std::int64_t>(value / model::kMicro);
}

class ProseCounts {
 public:
  ProseCounts(const PqrsSubject& subject, model::Records& records)
      : subject_(subject), words_(subject.words), records_(records) {}

  void map() {
    find_typed_blocks();
    for (const model::ProseFigure& figure : records_.prose) {
      auto count = count_of(figure);
      if (!count) count = part_of_last(figure);
      if (!count) continue;
      if (count->dimension == model::Dimension::total && count->measure == model::Measure::recibidas) {
        whole_ = *count;
      }
      records_.pqrs.push_back(std::move(*count));
    }
  }

 private:
  std::optional<model::PqrsCount> count_of(const model::ProseFigure& figure) const {
    if (!figure.amount || !model::is_of_petitions(figure.measure) || figure.label.empty()) return std::nullopt;
    const auto count = whole(*figure.amount);
    if (!count) return std::nullopt;
    const std::string label = normalise::fold(figure.label);
    const std::string sentence = normalise::fold(figure.source.sentence);
    // The noun that is counted: petitions as such, or one of their types.
    const Vocabulary::Entry* noun = words_.nouns.longest(label);
    const Vocabulary::Entry* type = words_.types.longest(label);
    const bool begins = (noun != nullptr && label.rfind(noun->folded, 0) == 0) ||
                        (type != nullptr && label.rfind(type->folded, 0) == 0);
    if (!begins) return std::nullopt;
    if (!subject_.document && !words_.speaks_of_pqrs(sentence)) return std::nullopt;
    if (words_.no_counts.longest(normalise::fold(own_clauses(figure))) != nullptr || words_.speaks_of_others(sentence))
      return std::nullopt;

    model::PqrsCount out;
    out.vigencia = figure.vigencia != 0 ? figure.vigencia : records_.document.vigencia_to;
    // A sentence of one period is about it; of one that names several it is not told here which is whose.
    Period own;
    int parts = 0;
    for (const Period& period : find_periods(own_clauses(figure))) {
      if (!period.part()) continue;
      if (own.part() && own.first_month == period.first_month && own.last_month == period.last_month) continue;
      ++parts;
      own = period;
    }
    if (parts > 1) return std::nullopt;
    if (parts == 0 && subject_.period.part()) own = subject_.period;
    out.period = period_name(own, out.vigencia);
    if (own.part()) out.period_text = own.label;
    const bool typed =
        !list_follows(figure) && type != nullptr && (noun == nullptr || type->folded.size() > noun->folded.size());
    // A type with a place of its own ("quejas del área de facturación") counts less than all of that type.
    if (typed && label != type->folded) return std::nullopt;
    const bool as_such = typed && is_generic(*type) && !typed_.contains(place_of(figure.source));
    out.dimension = typed && !as_such ? model::Dimension::kind : model::Dimension::total;
    out.label = figure.label;
    if (typed && !as_such) out.key = type->meaning;
    out.measure = figure.measure;
    out.count = *count;
    out.source = figure.source;
    return out;
  }

  // The figure's sentence without what it is compared with: "se presentaron 37 comunicaciones, comparado con el primer
  // trimestre …"; where the figure itself stands behind such words, the whole.
  [[nodiscard]] std::string_view own_clauses(const model::ProseFigure& figure) const {
    const std::string_view sentence = figure.source.sentence;
    const std::size_t at = sentence.find(figure.source.text);
    if (at == std::string_view::npos) return sentence;
    const std::string_view behind = sentence.substr(at);
    return sentence.substr(0, at + words_.before_comparison(behind).size());
  }

  // Paragraphs and cells that count petitions of another type than "peticiones": there each noun stands for its type.
  void find_typed_blocks() {
    for (const model::ProseFigure& figure : records_.prose) {
      const Vocabulary::Entry* type = words_.types.longest(normalise::fold(figure.label));
      if (type != nullptr && !is_generic(*type)) typed_.insert(place_of(figure.source));
    }
  }
  static std::array<int, 4> place_of(const model::Source& source) {
    return {source.table, source.row, source.column, source.block};
  }
  static bool is_generic(const Vocabulary::Entry& type) { return type.folded == "peticiones"; }

  // "De ellas, 4.815 fueron respondidas dentro del término y 535 se encuentran pendientes": parts of the petitions that
  // the text before counts.
  std::optional<model::PqrsCount> part_of_last(const model::ProseFigure& figure) const {
    if (!whole_ || !figure.amount || !model::is_of_petitions(figure.measure) ||
        figure.measure == model::Measure::recibidas)
      return std::nullopt;
    if (place_of(figure.source) != place_of(whole_->source)) return std::nullopt;
    const auto count = whole(*figure.amount);
    if (!count || *count > whole_->count) return std::nullopt;
    if (!figure.label.empty() && words_.measures.longest(normalise::fold(figure.label)) == nullptr) return std::nullopt;
    const std::size_t at = figure.source.sentence.find(figure.source.text);
    if (at == std::string::npos) return std::nullopt;
    const std::string before = normalise::fold(std::string_view(figure.source.sentence).substr(0, at));
    if (words_.back_references.longest(before) == nullptr) return std::nullopt;
    model::PqrsCount out = *whole_;
    out.measure = figure.measure;
    out.count = *count;
    out.source = figure.source;
    return out;
  }

  // "1.500 peticiones, quejas, reclamos y sugerencias": petitions as such, whatever the first word.
  [[nodiscard]] bool list_follows(const model::ProseFigure& figure) const {
    const std::size_t at = figure.source.sentence.find(figure.source.text);
    if (at == std::string::npos) return false;
    const std::string tail = normalise::fold(figure.source.sentence.substr(at + figure.source.text.size()));
    const Vocabulary::Entry* subject = words_.subjects.longest(tail);
    return subject != nullptr && begins_with_words(tail, subject->folded);
  }

  const PqrsSubject& subject_;
  const PqrsWords& words_;
  model::Records& records_;
  std::set<std::array<int, 4>> typed_;
  std::optional<model::PqrsCount> whole_;  // the last count of petitions received
};

}  // namespace

void map_pqrs_prose(const PqrsSubject& subject, model::Records& records) {
  ProseCounts(subject, records).map();
}

}  // namespace cotejo::mapping
