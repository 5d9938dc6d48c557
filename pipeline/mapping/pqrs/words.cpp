#include "pipeline/mapping/pqrs/words.h"

#include <algorithm>

#include "pipeline/mapping/pqrs/tolerances.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::words;

std::ptrdiff_t words_in(std::string_view folded) {
  return folded.empty() ? 0 : 1 + std::count(folded.begin(), folded.end(), ' ');
}

// What heads a column of names: the whole of it, half of it, or its end ("Nombre de la dependencia"). "Servicio de
// alimentación" is one service, and heads none.
bool heads_names(const Vocabulary::Entry& entry, std::string_view folded) {
  return words_in(entry.folded) * 2 >= words_in(folded) || folded.ends_with(entry.folded) ||
         (words_in(entry.folded) >= kTelling && begins_with_words(folded, entry.folded));
}

// A name that is a small part of a long text is said of something else: "trato recibido del personal de la ventanilla".
bool names_it(const Vocabulary::Entry& entry, std::string_view folded) {
  return begins_with_words(folded, entry.folded) || words_in(entry.folded) * 4 >= words_in(folded);
}

// "Contestadas a tiempo": what it says of the answers tells more than that they are answers.
const Vocabulary::Entry* narrower(const PhraseIndex& measures, const Vocabulary::Entry* measure, std::string text) {
  if (measure == nullptr || measure->meaning != "respondidas") return measure;
  const std::size_t at = text.find(measure->folded);
  if (at == std::string::npos) return measure;
  text.erase(at, measure->folded.size());
  const Vocabulary::Entry* other = measures.longest(text);
  const bool when = other != nullptr && (other->meaning == "en_termino" || other->meaning == "fuera_de_termino");
  return when ? other : measure;
}

constexpr std::size_t kShortest =
    3;  // letters of an entry that may stand within a text: "no", "n" are heads by themselves only

}  // namespace

PqrsWords::PqrsWords(const Vocabulary& vocabulary)
    : subjects(vocabulary.phrases("pqrs.tema")),
      others(vocabulary.phrases("pqrs.ajeno")),
      types(vocabulary.phrases("pqrs.tipo")),
      channels(vocabulary.phrases("pqrs.canal")),
      dimensions(vocabulary.phrases("pqrs.dimension")),
      measures(vocabulary.phrases("pqrs.medida")),
      counts(vocabulary.phrases("pqrs.cantidad")),
      percents(vocabulary.phrases("pqrs.porcentaje")),
      totals(vocabulary.phrases("pqrs.total")),
      back_references(vocabulary.phrases("pqrs.de_ellas")),
      offices(vocabulary.phrases("pqrs.dependencia")),
      own_period(vocabulary.phrases("pqrs.periodo_del_informe")),
      nouns(vocabulary.phrases("pqrs.sustantivo")),
      no_counts(vocabulary.phrases("pqrs.sin_cuenta")),
      comparisons(vocabulary.phrases("pqrs.comparacion")),
      vocabulary_(vocabulary) {}

std::string PqrsWords::type_of_letter(std::string_view folded) const {
  for (const Vocabulary::Entry& entry : vocabulary_.section("pqrs.letra")) {
    if (entry.folded == folded) return entry.meaning;
  }
  return {};
}

bool PqrsWords::speaks_of_pqrs(std::string_view folded) const {
  return subjects.longest(folded) != nullptr;
}

bool PqrsWords::speaks_of_others(std::string_view folded) const {
  return others.longest(folded) != nullptr;
}

std::string_view PqrsWords::before_comparison(std::string_view text) const {
  const std::vector<Token> tokens = tokens_of(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (comparisons.at(tokens, i, tokens.size()).words != 0) return text.substr(0, tokens[i].begin);
  }
  return text;
}

PqrsLabel PqrsWords::read(std::string_view text) const {
  PqrsLabel label;
  label.text = one_line(text);
  label.folded = normalise::fold(label.text);
  const TextWords text_words(label.folded);
  label.percent = label.text.find('%') != std::string::npos || percents.longest(text_words) != nullptr;
  if (label.folded.empty() || label.folded.size() > kLongestLabel) return label;

  const Vocabulary::Entry* type = types.longest(text_words);
  const Vocabulary::Entry* channel = channels.longest(text_words);
  const Vocabulary::Entry* names = dimensions.longest(text_words);
  const Vocabulary::Entry* measure = narrower(measures, measures.longest(text_words), label.folded);
  const Vocabulary::Entry* subject = subjects.longest(text_words);
  const Vocabulary::Entry* office = offices.longest(text_words);
  if (const Vocabulary::Entry* exact = measures.same_letters(label.folded)) measure = exact;
  if (const Vocabulary::Entry* exact = types.same_letters(label.folded)) type = exact;
  if (const Vocabulary::Entry* exact = channels.same_letters(label.folded)) channel = exact;
  if (type != nullptr && !names_it(*type, label.folded) && types.same_letters(label.folded) != type) type = nullptr;
  if (channel != nullptr && !names_it(*channel, label.folded) && channels.same_letters(label.folded) != channel)
    channel = nullptr;
  if (names != nullptr && !heads_names(*names, label.folded)) names = nullptr;
  if (measure != nullptr && type != nullptr && has_words(measure->folded, type->folded))
    type = nullptr;  // "en trámite"
  const auto length = [](const Vocabulary::Entry* entry) { return entry == nullptr ? 0 : entry->folded.size(); };

  // The longer entry is the more telling one: "buzón de sugerencias" is a channel, "peticiones, quejas y reclamos" the
  // subject and no type, "tipo de solicitud" the name of a dimension.
  const std::size_t most = std::max({length(type), length(channel), length(names), length(subject)});
  if (most != 0 && length(names) == most) {
    label.names = axis_named(names->meaning);
    for (const std::string_view noun : {"solicitud", "peticion", "requerimiento", "pqr"})
      label.of_petitions = label.of_petitions || names->folded.find(noun) != std::string::npos;
  } else if (most != 0 && length(subject) == most) {
    label.subject = true;
    if (length(type) == most) label.type = type->meaning;
  } else if (most != 0 && length(channel) == most) {
    label.thing = channel->meaning;
    label.axis = PqrsAxis::channel;
  } else if (most != 0) {
    label.thing = type->meaning;
    label.axis = PqrsAxis::kind;
  }
  if (measure != nullptr) label.measure = model::measure_named(measure->meaning);
  // A dependency is told by how its name begins; "respuestas de la oficina" is none.
  label.office = office != nullptr && label.folded.rfind(office->folded, 0) == 0;
  label.total = totals.longest(text_words) != nullptr;
  const Vocabulary::Entry* counted = counts.longest(text_words);
  if (const Vocabulary::Entry* exact = counts.same_letters(label.folded)) counted = exact;  // "Cantida d"
  label.counts = counted != nullptr && (counted->folded.size() >= kShortest || counted->folded == label.folded);
  label.counting = label.counts && counted->folded.size() > most && has_words(counted->folded, "peticiones");
  label.foreign = others.longest(text_words) != nullptr;
  label.period = period_label(label.text, label.thing.empty() && !label.subject ? 2 : 6);
  if (label.names == PqrsAxis::period && label.period.part())
    label.names = PqrsAxis::none;  // "Trimestre I" is one, and heads none
  return label;
}

}  // namespace cotejo::mapping
