#pragma once

#include <string>
#include <string_view>

#include "model/measure.h"
#include "pipeline/mapping/pqrs/axis.h"
#include "pipeline/mapping/text/periods.h"
#include "pipeline/mapping/words/phrases.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {

// What a head or a row label says about the counts beside it. Several may hold: "Quejas recibidas I trimestre".
struct PqrsLabel {
  std::string text;  // as printed, on one line
  std::string folded;
  std::string thing;                // canonical type or channel, empty when it names none
  PqrsAxis axis = PqrsAxis::none;   // kind or channel, of `thing`
  std::string type;                 // the type that a text as wide as the subject also names: "Derecho de petición"
  PqrsAxis names = PqrsAxis::none;  // a head that names what the labels under it are
  bool of_petitions = false;        // and says so: "Tipo de requerimiento"
  model::Measure measure = model::Measure::none;  // of petitions
  Period period;
  bool total = false;     // "Total", "Total general"
  bool percent = false;   // "%", "Porcentaje", "Participación"
  bool counting = false;  // counts more than it names: "No. de peticiones"
  bool counts = false;    // "Cantidad", "No."
  bool office = false;    // begins as the name of a dependency does
  bool subject = false;   // speaks of PQRS as such: "PQRS", "Peticiones, quejas y reclamos"
  bool foreign = false;   // speaks of something else that is counted: surveys, days
  [[nodiscard]] bool empty() const { return folded.empty() && !percent; }
  // Nothing of it was understood, though something is printed.
  [[nodiscard]] bool unknown() const {
    return !empty() && thing.empty() && names == PqrsAxis::none && measure == model::Measure::none && period.empty() &&
           !total && !percent && !counts && !office && !subject && !foreign;
  }
};

// Reads labels with the sections [pqrs.*] of a vocabulary, which must outlive it.
class PqrsWords {
 public:
  explicit PqrsWords(const Vocabulary& vocabulary);

  // A head or row label of a table.
  [[nodiscard]] PqrsLabel read(std::string_view text) const;

  // The type that a single letter stands for in a row of heads P, Q, R, S, D, F; empty when it is none.
  [[nodiscard]] std::string type_of_letter(std::string_view folded) const;

  // True when a caption, heading or sentence speaks of PQRS.
  [[nodiscard]] bool speaks_of_pqrs(std::string_view folded) const;
  // True when it speaks of surveys, reasons, times: counts that are no PQRS counts.
  [[nodiscard]] bool speaks_of_others(std::string_view folded) const;

  // The text up to where it tells of what it is compared with ("…, comparado con el primer trimestre").
  [[nodiscard]] std::string_view before_comparison(std::string_view text) const;

  // The measures, dimensions and other phrases of the sections, for what is read beside labels.
  const PhraseIndex& subjects;         // pqrs.tema
  const PhraseIndex& others;           // pqrs.ajeno
  const PhraseIndex& types;            // pqrs.tipo
  const PhraseIndex& channels;         // pqrs.canal
  const PhraseIndex& dimensions;       // pqrs.dimension
  const PhraseIndex& measures;         // pqrs.medida
  const PhraseIndex& counts;           // pqrs.cantidad
  const PhraseIndex& percents;         // pqrs.porcentaje
  const PhraseIndex& totals;           // pqrs.total
  const PhraseIndex& back_references;  // pqrs.de_ellas
  const PhraseIndex& offices;          // pqrs.dependencia
  const PhraseIndex& own_period;       // pqrs.periodo_del_informe
  const PhraseIndex& nouns;            // pqrs.sustantivo
  const PhraseIndex& no_counts;        // pqrs.sin_cuenta
  const PhraseIndex& comparisons;      // pqrs.comparacion

 private:
  const Vocabulary& vocabulary_;
};

}  // namespace cotejo::mapping
