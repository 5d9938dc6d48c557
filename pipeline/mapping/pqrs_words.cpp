#include "pipeline/mapping/pqrs_words.h"

#include <algorithm>

#include "pipeline/mapping/prose_tokens.h"
#include "pipeline/mapping/read_table_words.h"
#include "pipeline/normalise/text.h"

namespace cotejo::mapping {
namespace {

bool same_letters(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  for (;;) {
    while (i < a.size() && a[i] == ' ') ++i;
    while (j < b.size() && b[j] == ' ') ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (a[i++] != b[j++]) return false;
  }
}

std::ptrdiff_t words_in(std::string_view folded) {
  return folded.empty() ? 0 : 1 + std::count(folded.begin(), folded.end(), ' ');
}

// What heads a column of names: the whole of it, half of it, or its end ("Nombre de la dependencia"). "Servicio de
// alimentación" is one service, and heads none.
bool heads_names(const Vocabulary::Entry& entry, std::string_view folded) {
  return words_in(entry.folded) * 2 >= words_in(folded) || folded.ends_with(entry.folded);
}

// A name that is a small part of a long text is said of something else: "trato recibido del personal de la ventanilla".
bool names_it(const Vocabulary::Entry& entry, std::string_view folded) {
  return begins_with_words(folded, entry.folded) || words_in(entry.folded) * 4 >= words_in(folded);
}

constexpr std::size_t kShortest =
    3;  // letters of an entry that may stand within a text: "no", "n" are heads by themselves only

}  // namespace

const Vocabulary::Entry* PqrsWords::longest(std::string_view section, std::string_view folded) const {
  for (const Vocabulary::Entry& entry : vocabulary_.section(section)) {
    if (has_words(folded, entry.folded)) return &entry;
  }
  return nullptr;
}

const Vocabulary::Entry* PqrsWords::whole(std::string_view section, std::string_view folded) const {
  for (const Vocabulary::Entry& entry : vocabulary_.section(section)) {
    if (same_letters(entry.folded, folded)) return &entry;
  }
  return nullptr;
}

std::string PqrsWords::type_of_letter(std::string_view folded) const {
  for (const Vocabulary::Entry& entry : vocabulary_.section("pqrs.letra")) {
    if (entry.folded == folded) return entry.meaning;
  }
  return {};
}

bool PqrsWords::speaks_of_pqrs(std::string_view folded) const {
  return longest("pqrs.tema", folded) != nullptr;
}

bool PqrsWords::speaks_of_others(std::string_view folded) const {
  return longest("pqrs.ajeno", folded) != nullptr;
}

PqrsLabel PqrsWords::read(std::string_view text) const {
  PqrsLabel label;
  label.text = one_line(text);
  label.folded = normalise::fold(label.text);
  label.percent = label.text.find('%') != std::string::npos || longest("pqrs.porcentaje", label.folded) != nullptr;
  if (label.folded.empty()) return label;

  const Vocabulary::Entry* type = longest("pqrs.tipo", label.folded);
  const Vocabulary::Entry* channel = longest("pqrs.canal", label.folded);
  const Vocabulary::Entry* names = longest("pqrs.dimension", label.folded);
  const Vocabulary::Entry* measure = longest("pqrs.medida", label.folded);
  const Vocabulary::Entry* subject = longest("pqrs.tema", label.folded);
  const Vocabulary::Entry* office = longest("pqrs.dependencia", label.folded);
  if (const Vocabulary::Entry* exact = whole("pqrs.medida", label.folded)) measure = exact;
  if (const Vocabulary::Entry* exact = whole("pqrs.tipo", label.folded)) type = exact;
  if (const Vocabulary::Entry* exact = whole("pqrs.canal", label.folded)) channel = exact;
  if (type != nullptr && !names_it(*type, label.folded) && !same_letters(type->folded, label.folded)) type = nullptr;
  if (channel != nullptr && !names_it(*channel, label.folded) && !same_letters(channel->folded, label.folded))
    channel = nullptr;
  if (names != nullptr && !heads_names(*names, label.folded)) names = nullptr;
  if (measure != nullptr && type != nullptr && has_words(measure->folded, type->folded))
    type = nullptr;  // "en trámite"
  const auto length = [](const Vocabulary::Entry* entry) { return entry == nullptr ? 0 : entry->folded.size(); };

  // The longer entry is the more telling one: "buzón de sugerencias" is a channel, "peticiones, quejas y reclamos" the
  // subject and no type, "tipo de solicitud" the name of a dimension.
  const std::size_t most = std::max({length(type), length(channel), length(names), length(subject)});
  if (most != 0 && length(names) == most) {
    label.names = names->meaning;
  } else if (most != 0 && length(subject) == most) {
    label.subject = true;
  } else if (most != 0 && length(channel) == most) {
    label.thing = channel->meaning;
    label.dimension = "canal";
  } else if (most != 0) {
    label.thing = type->meaning;
    label.dimension = "tipo";
  }
  if (measure != nullptr) label.measure = measure->meaning;
  // A dependency is told by how its name begins; "respuestas de la oficina" is none.
  label.office = office != nullptr && label.folded.rfind(office->folded, 0) == 0;
  label.total = longest("pqrs.total", label.folded) != nullptr;
  const Vocabulary::Entry* counts = longest("pqrs.cantidad", label.folded);
  label.counts = counts != nullptr && (counts->folded.size() >= kShortest || counts->folded == label.folded);
  label.foreign = longest("pqrs.ajeno", label.folded) != nullptr;
  label.period = period_label(label.text, label.thing.empty() && !label.subject ? 2 : 6);
  if (label.names == "periodo" && label.period.part()) label.names.clear();  // "Trimestre I" is one, and heads none
  return label;
}

}  // namespace cotejo::mapping
