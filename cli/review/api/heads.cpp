#include "cli/review/api/heads.h"

#include <vector>

#include "model/measure.h"
#include "pipeline/mapping/kinds/kinds.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::cli::review {
namespace {

const std::vector<std::string_view>& sections_of(std::string_view table_kind) {
  static const std::vector<std::string_view> budget{"columnas.presupuesto", "columnas.saldo",
                                                    "columnas.porcentaje_ejecucion", "columnas"};
  static const std::vector<std::string_view> petitions{"pqrs.medida", "pqrs.dimension", "pqrs.tipo", "pqrs.canal"};
  static const std::vector<std::string_view> commitments{"compromisos.columna"};
  static const std::vector<std::string_view> others = mapping::head_sections_of_kinds();
  if (table_kind == model::name_of(model::TableKind::budget)) return budget;
  if (table_kind == model::name_of(model::TableKind::petitions)) return petitions;
  if (table_kind == model::name_of(model::TableKind::commitments)) return commitments;
  return others;
}

}  // namespace

std::string known_head(std::string_view table_kind, std::string_view head) {
  static const mapping::Vocabulary vocabulary = mapping::Vocabulary::standard();
  const std::string folded = normalise::fold(head);
  if (folded.empty()) return {};
  for (const std::string_view section : sections_of(table_kind))
    if (const std::string meaning = vocabulary.meaning(section, folded); !meaning.empty())
      return std::string(section) + ":" + meaning;
  return {};
}

}  // namespace cotejo::cli::review
